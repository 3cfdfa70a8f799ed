import type { Step } from '../chain/step.ts';
import type { Note } from '../trained-network.ts';

/** A file with its name, which says nothing about what it holds. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a reader of a format may ask for beside the files. */
export interface ReadContext {
  /** The bytes of a file beside the first one, by a plain name without folders; `undefined` where there is none. */
  readonly beside: (name: string) => Promise<Uint8Array | undefined>;
  /** The names of layers in the order that somebody gave, for formats that keep none. */
  readonly layerOrder?: readonly string[] | undefined;
}

/** What a reader finds in files of its format: steps from the inputs to the outputs, which `chainOf` joins to layers. */
export interface FoundModel {
  /** Such as `ONNX`. */
  readonly format: string;
  readonly producer?: string | undefined;
  readonly steps: readonly Step[];
  readonly inputNames?: readonly string[] | undefined;
  readonly outputNames?: readonly string[] | undefined;
  readonly notes?: readonly Note[];
}

/** Reads files of one format, the first of which was recognised. Throws an ImportError for what gives no network. */
export type ReadModel = (files: readonly NamedFile[], context: ReadContext) => Promise<FoundModel>;
