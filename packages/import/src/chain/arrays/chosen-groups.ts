import { ImportError } from '../../import-error.ts';
import { printable, printableList } from '../../text/printable.ts';
import { type ArrayGroup, type GroupedArrays, withoutWrapper } from './group-arrays.ts';

/** The groups that somebody named, in that order; the others are left out. */
export function chosenGroups(
  grouped: GroupedArrays,
  layerOrder: readonly string[] | undefined,
): GroupedArrays {
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
  const names = printableList(groups.map((group) => group.name));
  return new ImportError(
    'ambiguous-order',
    `It has no layer ${printable(name, 40)}. Its layers are ${names}.`,
  );
}
