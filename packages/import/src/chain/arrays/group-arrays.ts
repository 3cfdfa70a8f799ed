import { ImportError } from '../../import-error.ts';
import { EXPORT_ALONE, notDense } from '../not-dense.ts';
import { type NamedArray, withShape } from './named-array.ts';
import { type Role, roleOfName } from './role-of-name.ts';

/** The arrays of one layer. */
export interface ArrayGroup {
  readonly name: string;
  readonly weight?: NamedArray;
  readonly bias?: NamedArray;
  readonly mean?: NamedArray;
  readonly variance?: NamedArray;
}

/** Arrays by layers, in the order of the file. */
export interface GroupedArrays {
  readonly groups: readonly ArrayGroup[];
  /** Biases whose names lead to no weights. */
  readonly biases: readonly NamedArray[];
  /** Arrays whose names say nothing about a layer. */
  readonly others: readonly NamedArray[];
}

/** Groups arrays by what their names say; where no name says anything, each matrix is a layer and each list of numbers a bias. */
export function groupArrays(arrays: readonly NamedArray[]): GroupedArrays {
  const found = new Map<string, { name?: string } & Partial<Record<Role, NamedArray>>>();
  const others: NamedArray[] = [];
  for (const array of arrays) {
    refuseOtherLayers(array.name);
    const named = roleOfName(array.name);
    if (named === undefined) {
      others.push(array);
      continue;
    }
    const { role, layer, isNamed } = named;
    const group = found.get(layer) ?? {};
    if (group[role] !== undefined) throw new ImportError('damaged', twice(group[role], array));
    group[role] = array;
    if (isNamed) group.name = layer;
    found.set(layer, group);
  }
  const groups = withoutCommonPrefix(
    [...found.values()]
      .filter(({ weight, mean, variance }) => weight ?? mean ?? variance)
      .map(({ none: _, name, ...group }) => ({
        name: name ?? (group.weight ?? group.mean ?? group.variance)!.name,
        ...group,
      })),
  );
  const biases = [...found.values()].flatMap(({ weight, mean, variance, bias }) =>
    bias === undefined || (weight ?? mean ?? variance) ? [] : [bias],
  );
  return { groups, biases, others };
}

/** Layers that are known by the names of their arrays, whatever these hold. */
const OTHER_LAYERS: readonly (readonly [RegExp, string])[] = [
  [/(?:weight|bias)_[ih]h(?:_l\d+)?(?:_reverse)?$|recurrent_kernel(?::\d+)?$/, 'a recurrent layer'],
  [
    /in_proj_(?:weight|bias)$|(?:^|[./_])(?:attn|attention|[qkv]_proj)[./_](?:.*[./_])?(?:weight|bias|kernel)$/,
    'an attention layer',
  ],
  [/_packed_params|(?:^|\.)zero_point$/, 'quantised weights'],
  [/weight_[gv]$|parametrizations\./, 'a weight normalisation'],
];

function refuseOtherLayers(name: string): void {
  const other = OTHER_LAYERS.find(([pattern]) => pattern.test(name.slice(-200)));
  if (other !== undefined) throw notDense(other[1], { name, remedy: EXPORT_ALONE });
}

function twice(one: NamedArray, other: NamedArray): string {
  return `The arrays ${withShape(one)} and ${withShape(other)} are for one and the same layer.`;
}

/** Wrappers put their name in front of all layers. */
function withoutCommonPrefix(groups: readonly ArrayGroup[]): readonly ArrayGroup[] {
  if (groups.length === 0 || groups.some(({ name }) => withoutWrapper(name) === name)) return groups;
  return groups.map((group) => ({ ...group, name: withoutWrapper(group.name) }));
}

/** The name of a layer without the name of what wraps it. */
export function withoutWrapper(name: string): string {
  return name.replace(/^(?:(?:module|model|_orig_mod)\.)+/, '');
}
