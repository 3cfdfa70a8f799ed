import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import {
  describe,
  entriesOf,
  firstOf,
  isDictionary,
  nameOf,
  type PickleValue,
} from '../pickle/pickle-value.ts';
import { quantised } from './storage.ts';
import type { TensorOf } from './tensors-of.ts';
import { isModule } from './torch-module.ts';

/** Where the weights of a file are: in a dictionary of tensors by their names, or in a whole module. */
export type FoundWeights =
  | { readonly kind: 'state'; readonly entries: ReadonlyMap<PickleValue, PickleValue> }
  | { readonly kind: 'module'; readonly module: PickleValue };

/** How deep a checkpoint keeps its weights, and how many dictionaries are looked at. */
const MOST_DEPTH = 3;
const MOST_DICTIONARIES = 256;

/** Finds the weights of what was saved: itself, or in a checkpoint the dictionary with the most matrices. Throws an ImportError where there are none. */
export function foundWeights(root: PickleValue, tensorOf: TensorOf): FoundWeights {
  const candidates = candidatesIn(root);
  const states = candidates.flatMap((candidate) => {
    const entries = entriesOf(candidate);
    return entries === undefined ? [] : [{ entries, matrices: matricesIn(entries, tensorOf) }];
  });
  const most = Math.max(0, ...states.map(({ matrices }) => matrices));
  const state = states.find(({ matrices }) => matrices === most && most > 0);
  if (state !== undefined) return { kind: 'state', entries: state.entries };
  const module = candidates.find(isModule);
  if (module !== undefined) return { kind: 'module', module };
  // Weights that are packed for a processor are no tensors.
  const keys = candidates.flatMap((candidate) =>
    firstOf(entriesOf(candidate)?.keys() ?? [], IMPORT_LIMITS.maxTensors).map(nameOf),
  );
  const packed = keys.find((key) => key.includes('_packed_params'));
  if (packed !== undefined) throw quantised(packed);
  const message = `It holds no weights of a network but ${describe(root)}. Save them by torch.save(model.state_dict(), 'model.pt').`;
  throw new ImportError('unsupported', message);
}

/** What was saved and what lies in it, the outer before the inner; each once. */
function candidatesIn(root: PickleValue): readonly PickleValue[] {
  const found = new Set([root]);
  let outer = [root];
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    outer = outer
      .flatMap(valuesIn)
      .filter((value) => (isDictionary(value) || isModule(value)) && !found.has(value))
      .slice(0, MOST_DICTIONARIES - found.size);
    for (const value of outer) found.add(value);
  }
  return [...found];
}

/** What an optimizer keeps of each weight has the sizes of weights. */
function valuesIn(value: PickleValue): readonly PickleValue[] {
  return firstOf(entriesOf(value) ?? [], IMPORT_LIMITS.maxTensors).flatMap(([key, inner]) =>
    /optim|sched/i.test(nameOf(key)) ? [] : [inner],
  );
}

function matricesIn(entries: ReadonlyMap<PickleValue, PickleValue>, tensorOf: TensorOf): number {
  return firstOf(entries.values(), IMPORT_LIMITS.maxTensors).filter(
    (value) => tensorOf(value)?.shape.length === 2,
  ).length;
}
