import { orDamaged } from '../../bytes/or-damaged.ts';
import type { Tensor } from '../../bytes/tensor.ts';
import { viewOf } from '../../bytes/view-of.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { attributeTexts } from './attribute-texts.ts';
import { datasetTensor } from './dataset-tensor.ts';
import { groupLinks } from './group-links.ts';
import { type Hdf5Source, MOST_NUMBERS, step } from './hdf5-source.ts';
import { type Message, objectMessages } from './object-header.ts';
import { rootHeader } from './root-header.ts';

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

/**
 * Opens an HDF5 file (HDF5 File Format Specification 3.0, whose sections comments name). It, and what it gives, throws an
 * ImportError where the file is damaged, is kept in a way that Keras does not write, or makes more work than is done for it.
 */
export function openHdf5(bytes: Uint8Array): Hdf5 {
  const source: Hdf5Source = {
    bytes,
    view: viewOf(bytes),
    left: { steps: MOST_STEPS, textBytes: MOST_TEXT_BYTES, numbers: MOST_NUMBERS.most, chunks: MOST_CHUNKS },
  };
  const objects = new Map<number, Hdf5Object>();
  const objectAt = (at: number): Hdf5Object => {
    const known = objects.get(at);
    if (known !== undefined) return known;
    if (objects.size >= MOST_OBJECTS.most) throw tooMuch(MOST_OBJECTS);
    const messages = objectMessages(source, at);
    const object = { at, messages, links: groupLinks(source, messages) };
    objects.set(at, object);
    return object;
  };
  const root = guarded(() => objectAt(rootHeader(source)));
  const find = (path: string): Hdf5Object | undefined => {
    let here = root;
    for (const name of path.split('/')) {
      if (name === '') continue;
      const at = here.links.get(name);
      if (at === undefined) return undefined;
      here = objectAt(at);
    }
    return here;
  };
  const tensorOf = (name: string, { messages }: Hdf5Object): Tensor | undefined => {
    const tensor = datasetTensor(source, { name, messages });
    return tensor && { shape: tensor.shape, values: () => guarded(tensor.values) };
  };
  return {
    names: (path) => guarded(() => [...(find(path)?.links.keys() ?? [])]),
    texts: (path, name) =>
      guarded(() => {
        const here = find(path);
        return here && attributeTexts(source, { name, messages: here.messages });
      }),
    tensor: (path) =>
      guarded(() => {
        const here = find(path);
        return here && tensorOf(path, here);
      }),
    tensorsUnder: (path) =>
      guarded(() => {
        const here = find(path);
        const tensors = new Map<string, Tensor>();
        const seen = new Set<Hdf5Object>();
        const waiting: [string, Hdf5Object][] = here === undefined ? [] : [[path, here]];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          const [name, object] = next;
          // A group may lead back to itself.
          if (seen.has(object)) continue;
          seen.add(object);
          for (const _ of object.links) step(source);
          const tensor = tensorOf(name, object);
          if (tensor !== undefined) tensors.set(name, tensor);
          for (const [inner, at] of object.links) waiting.push([inner, objectAt(at)]);
        }
        return tensors;
      }),
  };
}

/** About as many as are done in half a second. */
const MOST_STEPS = 1_000_000;
const MOST_TEXT_BYTES = 16_000_000;
/** A chunk takes 0.1 ms; Keras itself writes none. */
const MOST_CHUNKS = 4096;

const MOST_OBJECTS: Limit = { most: IMPORT_LIMITS.maxHdf5Objects, of: 'objects' };

interface Hdf5Object {
  readonly at: number;
  readonly messages: readonly Message[];
  /** Of a group. */
  readonly links: ReadonlyMap<string, number>;
}

/** Whatever leads out of the file ends in a RangeError. */
function guarded<Result>(work: () => Result): Result {
  return orDamaged('it begins like an HDF5 file, but breaks off or contradicts itself', work);
}
