import { ImportError } from '../../import-error.ts';
import type { Note } from '../../trained-network.ts';
import type { Step } from '../step.ts';
import { unknownActivations } from '../unknown-activations.ts';
import { chainOfGroups, type GroupsChain } from './chain-of-groups.ts';
import { chainOfUnnamed } from './chain-of-unnamed.ts';
import { chosenGroups } from './chosen-groups.ts';
import { type ArrayGroup, type GroupedArrays, groupArrays } from './group-arrays.ts';
import { listOfArrays, type NamedArray, refuseLongNames, refuseManyArrays } from './named-array.ts';
import { isNumbered, onlyOrder } from './order-of-parts.ts';
import type { Layout, OrientedPart } from './oriented-parts.ts';
import type { StepsOfArraysOptions } from './steps-of-arrays-options.ts';
import { stepsOfParts } from './steps-of-parts.ts';

interface FoundSteps {
  readonly steps: readonly Step[];
  readonly notes: readonly Note[];
  readonly inputNames: readonly string[] | undefined;
  readonly outputNames: readonly string[] | undefined;
}

/**
 * The layers that arrays without a description are: found by their names, put in order by names and sizes. Throws an ImportError
 * where they are no network, or one that is no chain of dense layers, or fit together in several orders.
 */
export function stepsOfArrays(arrays: readonly NamedArray[], options: StepsOfArraysOptions): FoundSteps {
  refuseManyArrays(arrays.length);
  refuseLongNames(arrays);
  const grouped = groupArrays(arrays);
  const isNamed = grouped.groups.length > 0;
  const chain = isNamed ? chainOfNamed(grouped, options) : chainOfUnnamed(arrays, options);
  const { parts, layout, notes, loose } = chain;
  const steps = stepsOfParts(parts, layout);
  return {
    steps,
    notes: [...notes, ...(loose.length > 0 ? [leftOut(loose)] : []), ...unknownActivations(steps)],
    ...namesOf(parts, layout),
  };
}

function chainOfNamed(grouped: GroupedArrays, options: StepsOfArraysOptions): GroupsChain {
  const { groups, biases, others } = chosenGroups(grouped, options.layerOrder);
  const certain = layoutByNames(groups);
  const isCertain = certain !== undefined;
  const found = chainOfGroups(
    { groups, biases },
    { ...options, layout: certain ?? options.layout, isCertain },
  );
  if (found instanceof ImportError) throw found;
  const notes = isOrderOpen(found.parts, options) ? [...found.notes, AS_IN_FILE] : found.notes;
  return { ...found, notes, loose: [...found.loose, ...others] };
}

/** Whether layers were taken in the order of the file, while sizes and names would let them have others. */
function isOrderOpen(parts: readonly OrientedPart[], options: StepsOfArraysOptions): boolean {
  const { isOrdered, isNetwork = false, layerOrder } = options;
  const isTaken = isOrdered && !isNetwork && layerOrder === undefined && !isNumbered(parts);
  return isTaken && onlyOrder(parts) === 'several';
}

const AS_IN_FILE: Note = { code: 'assumed', text: 'the order of layers: as in the file' };

/** PyTorch has rows for outputs in what it calls `weight`; Keras and Flax have rows for inputs in a `kernel`, scikit-learn in `coefs_`. */
function layoutByNames(groups: readonly ArrayGroup[]): Layout | undefined {
  const names = groups.flatMap(({ weight }) => (weight?.shape.length === 2 ? [weight.name] : []));
  if (names.every((name) => /(?:^|\.)weight$/.test(name))) return 'output-input';
  return names.every((name) => /(?:^|[./_])kernel(?::\d+)?$|^coefs_/.test(name)) ? 'input-output' : undefined;
}

function leftOut(arrays: readonly NamedArray[]): Note {
  return { code: 'left-out', text: `arrays that are not drawn: ${listOfArrays(arrays)}` };
}

/** The names of the first layer's inputs and the last one's outputs. */
function namesOf(
  parts: readonly OrientedPart[],
  layout: Layout,
): Pick<FoundSteps, 'inputNames' | 'outputNames'> {
  const matrices = parts.flatMap((part) => (part.kind === 'dense' ? [part.weight] : []));
  const [first, last] = [matrices[0]!, matrices.at(-1)!];
  return layout === 'input-output'
    ? { inputNames: first.rowNames, outputNames: last.columnNames }
    : { inputNames: first.columnNames, outputNames: last.rowNames };
}
