import { transposed } from '../bytes/transposed.ts';
import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import type { Note, Numbers } from '../trained-network.ts';
import { type ChainOfPartsOptions, chainOfParts, type PartsChain, withShape } from './chain-of-parts.ts';
import { type ArrayGroup, type GroupedArrays, groupArrays, withoutWrapper } from './group-arrays.ts';
import { type NamedArray, refuseManyArrays, shortName } from './named-array.ts';
import type { Layout, OrientedPart } from './oriented-parts.ts';
import { partsOfGroups, waysToGroup } from './parts-of-arrays.ts';
import type { Step } from './step.ts';

export type { NamedArray } from './named-array.ts';
export type { Layout } from './oriented-parts.ts';

export interface StepsOfArraysOptions {
  /** What is usual where the arrays come from. Names such as `fc1.weight` and `dense/kernel` say it by themselves. */
  readonly layout: Layout;
  /** Whether the order of the arrays is the order in which somebody defined the layers. */
  readonly isOrdered: boolean;
  /** Whether somebody said that the arrays are layers, so that none is taken for data; default false. */
  readonly isNetwork?: boolean;
  /** The names of layers in their order, as somebody gave it. */
  readonly layerOrder?: readonly string[];
}

interface FoundSteps {
  readonly steps: Step[];
  readonly notes: Note[];
  readonly inputNames?: readonly string[];
  readonly outputNames?: readonly string[];
}

/**
 * The layers that arrays without a description are: found by their names, put in order by names and sizes. Throws an ImportError
 * where they are no network, or one that is no chain of dense layers, or fit together in several orders.
 */
export function stepsOfArrays(arrays: readonly NamedArray[], options: StepsOfArraysOptions): FoundSteps {
  refuseManyArrays(arrays.length);
  const grouped = groupArrays(arrays);
  const {
    parts,
    layout: found,
    notes,
    loose,
  } = grouped.groups.length > 0 ? chainOfNamed(grouped, options) : chainOfUnnamed(arrays, options);
  refuseManyNumbers(parts);
  return {
    steps: parts.map((part) => stepOf(part, found)),
    notes: [
      ...notes,
      ...(loose.length > 0 ? [leftOut(loose)] : []),
      { code: 'unknown', text: 'activations: not in this file' },
    ],
    ...namesOf(parts, found),
  };
}

function chainOfNamed(grouped: GroupedArrays, options: StepsOfArraysOptions): PartsChain {
  const { groups, biases, others } = chosen(grouped, options.layerOrder);
  const certain = layoutByNames(groups);
  const isCertain = certain !== undefined;
  const found = chain({ groups, biases }, { ...options, layout: certain ?? options.layout, isCertain });
  if (found instanceof ImportError) throw found;
  return { ...found, loose: [...found.loose, ...others] };
}

/** The groups that somebody named, in that order; the others are left out. */
function chosen(grouped: GroupedArrays, layerOrder: readonly string[] | undefined): GroupedArrays {
  if (layerOrder === undefined) return grouped;
  const byName = new Map(grouped.groups.map((group) => [group.name, group]));
  const groups = layerOrder.map((name) => {
    const group = byName.get(name) ?? byName.get(withoutWrapper(name));
    if (group === undefined) throw unknownLayer(name, grouped.groups);
    return group;
  });
  if (new Set(groups).size < groups.length) {
    throw new ImportError('ambiguous-order', 'The given order of layers names one of them twice.');
  }
  const rest = grouped.groups.filter((group) => !groups.includes(group));
  return {
    ...grouped,
    groups,
    others: [...rest.flatMap(({ weight, mean }) => weight ?? mean ?? []), ...grouped.others],
  };
}

function unknownLayer(name: string, groups: readonly ArrayGroup[]): ImportError {
  const names = groups.slice(0, 12).map((group) => shortName(group.name));
  const more = groups.length > names.length ? ` and ${groups.length - names.length} more` : '';
  return new ImportError(
    'ambiguous-order',
    `It has no layer ${shortName(name)}. Its layers are ${names.join(', ')}${more}.`,
  );
}

/** PyTorch has rows for outputs in what it calls `weight`; Keras and Flax have rows for inputs in a `kernel`, scikit-learn in `coefs_`. */
function layoutByNames(groups: readonly ArrayGroup[]): Layout | undefined {
  const names = groups.flatMap(({ weight }) => (weight?.shape.length === 2 ? [weight.name] : []));
  if (names.every((name) => /(?:^|\.)weight$/.test(name))) return 'output-input';
  return names.every((name) => /(?:^|[./_])kernel(?::\d+)?$|^coefs_/.test(name)) ? 'input-output' : undefined;
}

/** Arrays whose names say nothing: a network if all of them fit together, and none is called as data are. */
function chainOfUnnamed(arrays: readonly NamedArray[], options: StepsOfArraysOptions): PartsChain {
  const isData = arrays.some(
    ({ name, shape }) => DATA.test(name.slice(-200)) || shape.length === 0 || shape.length > 2,
  );
  const ways = isData ? [] : waysToGroup(arrays).filter(({ groups }) => groups.length > 0);
  let refusal: ImportError | undefined;
  for (const isFixed of [true, false]) {
    for (const way of ways) {
      const grouped = chosen(way, options.layerOrder);
      const found = chain(grouped, { ...options, isCertain: false, isFixed });
      if (!(found instanceof ImportError)) {
        if (found.loose.length === 0) return found;
      } else if (options.isNetwork || found.kind === 'ambiguous-order') refusal ??= found;
    }
  }
  throw refusal ?? noNetwork(arrays);
}

const DATA =
  /(?:^|[./_-])(?:x|y|data|targets?|labels?|images?|features?|samples?|train|test|val|valid|validation)[._-]?\d*$/i;

type ChainOptions = StepsOfArraysOptions &
  Pick<ChainOfPartsOptions, 'isCertain'> & { readonly isFixed?: boolean };

function chain(
  { groups, biases }: Pick<GroupedArrays, 'groups' | 'biases'>,
  { layerOrder, isOrdered, isFixed = false, layout, isCertain }: ChainOptions,
): PartsChain | ImportError {
  const parts = partsOfGroups(groups);
  const layers = parts.filter(({ kind }) => kind === 'dense').length;
  if (layers > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${layers} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    return new ImportError('too-large', message);
  }
  if (layers === 0) {
    return new ImportError(
      'unsupported',
      'It has no dense layer. Only networks of dense layers can be drawn.',
    );
  }
  const isGiven = layerOrder !== undefined;
  return chainOfParts(parts, {
    biases,
    layout,
    isCertain,
    isOrdered: isOrdered || isGiven,
    isFixed: isFixed || isGiven,
  });
}

function noNetwork(arrays: readonly NamedArray[]): ImportError {
  const message = `It holds a data set or other arrays, no network: ${listOfArrays(arrays)}. Name weights and biases as fc1.weight and fc1.bias if they are a network.`;
  return new ImportError('unsupported', arrays.length === 0 ? 'It holds no arrays.' : message);
}

function leftOut(arrays: readonly NamedArray[]): Note {
  return { code: 'left-out', text: `arrays that are not drawn: ${listOfArrays(arrays)}` };
}

function listOfArrays(arrays: readonly NamedArray[]): string {
  const more = arrays.length > 5 ? ` and ${arrays.length - 5} more` : '';
  return `${arrays.slice(0, 5).map(withShape).join(', ')}${more}`;
}

/** The names of the first layer's inputs and the last one's outputs. */
function namesOf(
  parts: readonly OrientedPart[],
  layout: Layout,
): Pick<FoundSteps, 'inputNames' | 'outputNames'> {
  const matrices = parts.flatMap((part) => (part.kind === 'dense' ? [part.weight] : []));
  const [first, last] = [matrices[0]!, matrices.at(-1)!];
  const inputNames = layout === 'input-output' ? first.rowNames : first.columnNames;
  const outputNames = layout === 'input-output' ? last.columnNames : last.rowNames;
  return { ...(inputNames && { inputNames }), ...(outputNames && { outputNames }) };
}

/** Checked before any are read, as those of one byte take four. */
function refuseManyNumbers(parts: readonly OrientedPart[]): void {
  const count = parts.reduce(
    (sum, part) => sum + (part.kind === 'dense' ? part.inputs * part.outputs : 0),
    0,
  );
  if (count <= IMPORT_LIMITS.maxAllNumbers) return;
  const message = `It has ${count} weights, and at most ${IMPORT_LIMITS.maxAllNumbers} can be read.`;
  throw new ImportError('too-large', message);
}

function stepOf(part: OrientedPart, layout: Layout): Step {
  switch (part.kind) {
    case 'dense': {
      const { kind, name, inputs, outputs, weight, bias } = part;
      const values = weight.values();
      const weights = layout === 'output-input' ? values : transposed(values, inputs, outputs);
      return { kind, name: shortName(name), inputs, outputs, weights, ...(bias && { bias: bias.values() }) };
    }
    case 'normalisation':
      return normalisation(part.group);
    case 'activation':
      return { kind: 'activation', activation: 'prelu' };
  }
}

function normalisation({ name, weight, bias, mean, variance }: ArrayGroup): Step {
  const means = mean!.values();
  const weights = weight?.values();
  const biases = bias?.values();
  const epsilon = /moving/.test(mean!.name) ? KERAS_EPSILON : TORCH_EPSILON;
  const scale: Numbers = Float64Array.from(
    variance!.values(),
    (value, i) => (weights?.[i] ?? 1) / Math.sqrt(value + epsilon),
  );
  const shift = Float64Array.from(scale, (factor, i) => (biases?.[i] ?? 0) - means[i]! * factor);
  return { kind: 'normalisation', name: shortName(name), scale, shift };
}

/** What these libraries add to a variance unless told otherwise; files with arrays alone do not say it. */
const TORCH_EPSILON = 1e-5;
const KERAS_EPSILON = 1e-3;
