import { joined } from '../bytes/joined.ts';
import type { Mesh } from '../mesh/mesh.ts';
import type { Part, Scene } from '../scene/scene.ts';
import type { Mode } from '../spec/modes.ts';
import type { Settings } from '../spec/recipe.ts';
import type { ModelFile } from './model-file.ts';

/** A closed mesh of one part of one piece. Consecutive bodies of the same piece and part belong together. */
export interface Body {
  /** Its index among the scene's pieces. */
  readonly piece: number;
  /** Its index among the stream's parts. */
  readonly part: number;
  readonly mesh: Mesh;
}

/** Bodies piece by piece, in the order of the parts, and how many triangles they have together. */
export interface BodyStream extends AsyncIterable<Body> {
  readonly triangles: number;
  /** The scene's parts, or one for all of them where bodies tell none apart. */
  readonly parts: readonly Part[];
}

export interface JobOptions {
  /** Stops the work: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, from 0 to 1, never less than before. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** Makes the meshes of a scene: `shells`, `solids` or `fused`. */
export type BodyMaker = (scene: Scene, options?: JobOptions) => Promise<BodyStream>;

export interface RenderOptions extends JobOptions {
  /** Makes the bodies that go into the file; `shells` if left out. Source formats need none. */
  readonly bodies?: BodyMaker | undefined;
  /** What was asked for beside the network; it goes into the file's recipe. */
  readonly settings?: Settings | undefined;
}

/** One file format. */
export interface Backend {
  /** `'stl'` */
  readonly id: string;
  /** `'Binary STL'` */
  readonly label: string;
  /** With the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly mediaType: string;
  /** The bytes of the file, in chunks; equal scenes give equal bytes. */
  render(scene: Scene, options?: RenderOptions): AsyncIterable<Uint8Array>;
  /** A body a part, `'parts'`, if left out; all parts as one body, `'body'`; text that makes them, `'source'`; or a picture of them. */
  readonly holds?: 'parts' | 'body' | 'source' | 'picture';
  /** Whether it is there to be looked at, not to be printed. */
  readonly isToShow?: boolean;
  /** Whether a network in one colour is one body there too: walls between its parts would only weaken a print. */
  readonly joinsOneColor?: boolean;
  /** The most slots, where a file says which slot prints a part; left out where it says none. */
  readonly maxSlots?: number;
  /** The most triangles of a file; any number if left out. */
  readonly maxTriangles?: number;
  /** The print modes that it can hold a network in; all if left out. */
  readonly modes?: readonly Mode[];
  /** The ways to write it that programs differ in, the usual one first; left out where there is one alone. */
  readonly flavors?: readonly [string, ...string[]];
  /** The size of a file of so many triangles; left out where it does not follow from their number. */
  bytesOf?(triangles: number): number;
  /** How much of a recipe a file has room for: all, all but title and colours, or nothing; all if left out. */
  keepsOfRecipe?(scene: Scene, settings: Settings): 'all' | 'shape' | 'nothing';
  /** Whether a file of some name that starts with these bytes is one; left out where files have no mark of their own. */
  recognises?(start: Uint8Array, name: string): boolean;
  /** The recipe, where the first bytes of a file hold it: 84 are enough. */
  recipeInStart?(start: Uint8Array): string | undefined;
  /** What a file of any origin holds; left out where none can be read. Throws a FileError for what it cannot read. */
  read?(bytes: Uint8Array): ModelFile | Promise<ModelFile>;
}

/** All chunks of a file as one array. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return joined(all);
}
