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
export type FoundWeights = (
  | { readonly kind: 'state'; readonly entries: ReadonlyMap<PickleValue, PickleValue> }
  | { readonly kind: 'module'; readonly module: PickleValue }
) & {
  /** What other networks in it are called. */
  readonly beside: readonly string[];
};

/** How deep a checkpoint keeps its weights, and how many dictionaries are looked at. */
const MOST_DEPTH = 3;
const MOST_DICTIONARIES = 256;

/** Finds the weights of what was saved: itself, or in a checkpoint the dictionary with the most matrices. Throws an ImportError where there are none. */
export function foundWeights(root: PickleValue, tensorOf: TensorOf): FoundWeights {
  const candidates = candidatesIn(root);
  const states = [...candidates].flatMap(([candidate, name]) => {
    const entries = entriesOf(candidate);
    return entries === undefined ? [] : [{ name, entries, matrices: matricesIn(entries, tensorOf) }];
  });
  const most = Math.max(0, ...states.map(({ matrices }) => matrices));
  const state = states.find(({ matrices }) => matrices === most && most > 0);
  if (state !== undefined) {
    const others = states.filter((other) => other !== state && other.matrices > 0);
    return { kind: 'state', entries: state.entries, beside: others.map(({ name }) => name) };
  }
  const [module, ...others] = [...candidates.keys()].filter(isModule);
  if (module !== undefined) {
    return { kind: 'module', module, beside: others.map((other) => candidates.get(other)!) };
  }
  // Weights that are packed for a processor are no tensors.
  const keys = [...candidates.keys()].flatMap((candidate) =>
    firstOf(entriesOf(candidate)?.keys() ?? [], IMPORT_LIMITS.maxTensors).map(nameOf),
  );
  const packed = keys.find((key) => key.includes('_packed_params'));
  if (packed !== undefined) throw quantised(packed);
  const message = `It holds no weights of a network but ${describe(root)}. Save them by torch.save(model.state_dict(), 'model.pt').`;
  throw new ImportError('unsupported', message);
}

/** What was saved and what lies in it, with its name there, the outer before the inner; each once. */
function candidatesIn(root: PickleValue): ReadonlyMap<PickleValue, string> {
  const found = new Map([[root, '']]);
  let outer = [root];
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    const inner = outer
      .flatMap(entriesIn)
      .filter(([, value]) => (isDictionary(value) || isModule(value)) && !found.has(value))
      .slice(0, MOST_DICTIONARIES - found.size);
    for (const [name, value] of inner) found.set(value, nameOf(name));
    outer = inner.map(([, value]) => value);
  }
  return found;
}

/** What an optimizer keeps of each weight has the sizes of weights. */
function entriesIn(value: PickleValue): readonly (readonly [PickleValue, PickleValue])[] {
  const dictionary = entriesOf(value);
  if (dictionary?.has('param_groups')) return [];
  const entries = Array.isArray(value) ? value.entries() : (dictionary ?? []);
  return firstOf<readonly [PickleValue, PickleValue]>(entries, IMPORT_LIMITS.maxTensors).filter(
    ([key]) => !/optim|sched/i.test(nameOf(key)),
  );
}

function matricesIn(entries: ReadonlyMap<PickleValue, PickleValue>, tensorOf: TensorOf): number {
  return firstOf(entries.values(), IMPORT_LIMITS.maxTensors).filter(
    (value) => tensorOf(value)?.shape.length === 2,
  ).length;
}
