import { Dataset, File, Group } from 'jsfive';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { attributeTexts } from './hdf5-attribute.ts';
import { type CutBudget, countedBuffer, newBudget } from './hdf5-budget.ts';
import { datasetTensor } from './hdf5-tensor.ts';
import type { Tensor } from './tensor.ts';

/** An HDF5 file as far as Keras uses it. Paths are such as `model_weights/dense_1`; an empty one is the root. */
export interface Hdf5 {
  /** The names of what a group holds; none where there is no such group. */
  readonly names: (path: string) => readonly string[];
  /** An attribute that is a text or a list of texts; `undefined` where there is none. */
  readonly texts: (path: string, attribute: string) => readonly string[] | undefined;
  /** `undefined` where there is no dataset at that path. */
  readonly tensor: (path: string) => Tensor | undefined;
  /** All datasets in a group and its groups, by their own names without the path. */
  readonly tensorsUnder: (path: string) => ReadonlyMap<string, Tensor>;
}

/** Opens an HDF5 file. It, and what it gives, throws an ImportError where the file is damaged or makes more work than is done for it. */
export function openHdf5(bytes: Uint8Array): Hdf5 {
  const budget = newBudget();
  const buffer = countedBuffer(bytes, budget);
  const root = guarded(() => new File(buffer));
  const opened = new Map<string, Group | Dataset | undefined>();

  const find = (path: string): Group | Dataset | undefined => {
    let here: Group | Dataset | undefined = root;
    let known = '';
    for (const name of path.split('/').filter((part) => part !== '')) {
      known += `/${name}`;
      if (!opened.has(known)) opened.set(known, childOf(here, { name, opened: opened.size }));
      here = opened.get(known);
      if (here === undefined) return undefined;
    }
    return here;
  };
  const names = (path: string): readonly string[] => {
    const here = find(path);
    return here instanceof Group ? Object.keys(here._links) : [];
  };
  const tensor = (path: string): Tensor | undefined => {
    const here = find(path);
    return here instanceof Dataset ? tensorOf(here, { path, buffer, budget }) : undefined;
  };
  const tensorsUnder = (path: string): ReadonlyMap<string, Tensor> => {
    const tensors = new Map<string, Tensor>();
    const seen = new Set<number>();
    const paths = [path];
    for (let next = paths.pop(); next !== undefined; next = paths.pop()) {
      const here = find(next);
      // A group may lead back to itself.
      if (here === undefined || seen.has(here._dataobjects.offset)) continue;
      seen.add(here._dataobjects.offset);
      if (here instanceof Group) paths.push(...names(next).map((name) => `${next}/${name}`));
      else tensors.set(next.slice(next.lastIndexOf('/') + 1), tensorOf(here, { path: next, buffer, budget }));
    }
    return tensors;
  };
  const texts = (path: string, attribute: string): readonly string[] | undefined => {
    const here = find(path);
    return here && guarded(() => attributeTexts(here._dataobjects, { name: attribute, buffer, budget }));
  };
  return { names, texts, tensor, tensorsUnder };
}

function childOf(
  parent: Group | Dataset | undefined,
  { name, opened }: { name: string; opened: number },
): Group | Dataset | undefined {
  if (!(parent instanceof Group) || !Object.hasOwn(parent._links, name)) return undefined;
  if (opened >= IMPORT_LIMITS.maxHdf5Objects) {
    const message = `It holds more than ${IMPORT_LIMITS.maxHdf5Objects} objects, which is the most that is looked at.`;
    throw new ImportError('too-large', message);
  }
  // Soft links may lead in circles, and Keras writes none.
  if (typeof parent._links[name] !== 'number') return undefined;
  return guarded(() => parent.get(name)) ?? undefined;
}

function tensorOf(
  dataset: Dataset,
  { path, buffer, budget }: { path: string; buffer: ArrayBuffer; budget: CutBudget },
): Tensor {
  const { shape, read } = guarded(() => datasetTensor(dataset, { name: path, buffer, budget }));
  return { shape, read: () => guarded(read) };
}

/** jsfive throws anything for damaged bytes, even texts. */
function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(
      'damaged',
      'It is damaged: it begins like an HDF5 file, but breaks off or contradicts itself.',
      {
        cause: error,
      },
    );
  }
}
