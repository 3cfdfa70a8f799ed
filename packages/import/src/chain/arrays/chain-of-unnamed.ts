import { ImportError } from '../../import-error.ts';
import { chainOfGroups, type GroupsChain } from './chain-of-groups.ts';
import { chosenGroups } from './chosen-groups.ts';
import { listOfArrays, type NamedArray } from './named-array.ts';
import type { StepsOfArraysOptions } from './steps-of-arrays-options.ts';
import { waysToGroup } from './ways-to-group.ts';

/** Arrays whose names say nothing: a network if all of them fit together, and they look like no data. Throws an ImportError otherwise. */
export function chainOfUnnamed(arrays: readonly NamedArray[], options: StepsOfArraysOptions): GroupsChain {
  const isData = !options.isNetwork && isDataSet(arrays);
  const ways = isData ? [] : waysToGroup(arrays).filter(({ groups }) => groups.length > 0);
  let refusal: ImportError | undefined;
  for (const isFixed of [true, false]) {
    for (const way of ways) {
      const grouped = chosenGroups(way, options.layerOrder);
      const found = chainOfGroups(grouped, { ...options, isCertain: false, isFixed });
      if (!(found instanceof ImportError)) {
        if (found.loose.length === 0) return found;
      } else if (options.isNetwork || found.kind === 'ambiguous-order') refusal ??= found;
    }
  }
  throw refusal ?? noNetwork(arrays);
}

/** Also a matrix with a list beside it, as rows with a label each have it, unless numpy gave them their names. */
function isDataSet(arrays: readonly NamedArray[]): boolean {
  const matrices = arrays.filter(({ shape }) => shape.length === 2).length;
  return (
    arrays.some(({ name, shape }) => DATA.test(name.slice(-200)) || shape.length === 0 || shape.length > 2) ||
    (arrays.length > 1 && matrices === 1 && !arrays.every(({ name }) => /^arr_\d+$/.test(name)))
  );
}

const DATA =
  /(?:^|[./_-])(?:x|y|data|targets?|labels?|images?|features?|samples?|train|test|val|valid|validation)[._-]?\d*$/i;

function noNetwork(arrays: readonly NamedArray[]): ImportError {
  const message = `It holds a data set or other arrays, no network: ${listOfArrays(arrays)}. Name weights and biases as fc1.weight and fc1.bias if they are a network.`;
  return new ImportError('unsupported', arrays.length === 0 ? 'It holds no arrays.' : message);
}
