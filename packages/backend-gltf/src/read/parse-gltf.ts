import * as z from 'zod/mini';
import { fileFault, quote } from './file-fault.ts';
import type { Gltf } from './gltf.ts';

const whole = z.int().check(z.nonnegative());
const offset = z._default(whole, 0);
const name = z.optional(z.string());
const numbers = (length: number) => z.array(z.number()).check(z.length(length));
const list = <Item extends z.ZodMiniType>(item: Item) => z._default(z.array(item), []);

const node = z.object({
  name,
  mesh: z.optional(whole),
  children: list(whole),
  matrix: z.optional(numbers(16)),
  translation: z._default(numbers(3), [0, 0, 0]),
  rotation: z._default(numbers(4), [0, 0, 0, 1]),
  scale: z._default(numbers(3), [1, 1, 1]),
});

const primitive = z.object({
  attributes: z.record(z.string(), whole),
  indices: z.optional(whole),
  material: z.optional(whole),
  mode: z._default(whole, 4),
});

const material = z.object({
  pbrMetallicRoughness: z._default(
    z.object({
      baseColorFactor: z._default(numbers(4), [1, 1, 1, 1]),
      baseColorTexture: z.optional(z.unknown()),
    }),
    { baseColorFactor: [1, 1, 1, 1] },
  ),
});

const accessor = z.object({
  bufferView: z.optional(whole),
  byteOffset: offset,
  componentType: whole,
  normalized: z._default(z.boolean(), false),
  count: whole,
  type: z.string(),
  sparse: z.optional(
    z.object({
      count: whole,
      indices: z.object({ bufferView: whole, byteOffset: offset, componentType: whole }),
      values: z.object({ bufferView: whole, byteOffset: offset }),
    }),
  ),
});

const document = z.object({
  asset: z.object({
    version: z.string(),
    minVersion: z.optional(z.string()),
    extras: z.optional(z.unknown()),
  }),
  extensionsRequired: list(z.string()),
  scene: z.optional(whole),
  scenes: list(z.object({ nodes: list(whole) })),
  nodes: list(node),
  meshes: list(z.object({ name, primitives: z.array(primitive) })),
  materials: list(material),
  accessors: list(accessor),
  bufferViews: list(
    z.object({
      buffer: whole,
      byteOffset: offset,
      byteLength: whole,
      byteStride: z.optional(z.int().check(z.minimum(4), z.maximum(252))),
    }),
  ),
  buffers: list(z.object({ uri: z.optional(z.string()), byteLength: whole })),
});

/** Zod's words, which its small half does not bring by itself. */
const WORDS = { error: z.locales.en().localeError };

/** Extensions that change no triangle, and one that lets accessors of positions hold whole numbers. */
const KNOWN = /^(?:KHR_mesh_quantization$|(?:KHR|EXT|MSFT)_(?:materials?|texture|lights|xmp)_)/;

/** The document that the JSON of a GLB is, as far as it is read. */
export function parseGltf(json: string): Gltf {
  const result = document.safeParse(parse(json), WORDS);
  if (!result.success) {
    const { path, message } = result.error.issues[0]!;
    const place = path.length === 0 ? '' : ` at ${quote(path.join('.'))}`;
    throw fileFault('The JSON', `is wrong${place}: ${quote(message)}`);
  }
  const { asset, extensionsRequired, ...gltf } = result.data;
  // A later version with the same first number may be read, unless it says that it may not.
  if (!/^2\.\d/.test(asset.version) || !/^2\.0$/.test(asset.minVersion ?? '2.0')) {
    throw fileFault('The JSON', `is of glTF ${quote(asset.minVersion ?? asset.version)}, but 2.0 is read`);
  }
  const unknown = extensionsRequired.find((extension) => !KNOWN.test(extension));
  if (unknown !== undefined) {
    throw fileFault(
      'The JSON',
      `requires the extension ${quote(unknown)}, which is not read; export it without`,
    );
  }
  return { asset, ...gltf };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw fileFault('The JSON', 'is none that can be read');
  }
}
