import type { Mesh } from '../mesh/mesh.ts';
import type { Part, Scene } from '../scene/scene.ts';
import type { Settings } from '../spec/recipe.ts';

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
}

/** All chunks of a file as one array. */
export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    length += chunk.length;
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of all) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
