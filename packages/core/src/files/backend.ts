import type { Mesh } from '../mesh/mesh.ts';
import type { Scene } from '../scene/scene.ts';
import type { HexColor } from '../spec/color.ts';
import type { Settings } from '../spec/recipe.ts';

/** A closed mesh that belongs to one part. Consecutive bodies of the same name are one part. */
export interface Body {
  readonly name: string;
  readonly color: HexColor;
  readonly slot: number;
  readonly mesh: Mesh;
}

/** Bodies in the order of the scene's parts, and how many triangles they have together. */
export interface BodyStream extends AsyncIterable<Body> {
  readonly triangles: number;
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
