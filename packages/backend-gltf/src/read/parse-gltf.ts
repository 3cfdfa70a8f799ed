import { z } from 'zod';
import { fileFault, quote } from './file-fault.ts';
import type { Gltf } from './gltf.ts';

const whole = z.int().nonnegative();
const numbers = (length: number) => z.array(z.number()).length(length);
const name = z.string().optional();

const node = z.object({
  name,
  mesh: whole.optional(),
  children: z.array(whole).default([]),
  matrix: numbers(16).optional(),
  translation: numbers(3).default([0, 0, 0]),
  rotation: numbers(4).default([0, 0, 0, 1]),
  scale: numbers(3).default([1, 1, 1]),
});

const primitive = z.object({
  attributes: z.record(z.string(), whole),
  indices: whole.optional(),
  material: whole.optional(),
  mode: whole.default(4),
});

const material = z.object({
  pbrMetallicRoughness: z
    .object({ baseColorFactor: numbers(4).default([1, 1, 1, 1]), baseColorTexture: z.unknown().optional() })
    .default({ baseColorFactor: [1, 1, 1, 1] }),
});

const accessor = z.object({
  bufferView: whole.optional(),
  byteOffset: whole.default(0),
  componentType: whole,
  normalized: z.boolean().default(false),
  count: whole,
  type: z.string(),
  sparse: z
    .object({
      count: whole,
      indices: z.object({ bufferView: whole, byteOffset: whole.default(0), componentType: whole }),
      values: z.object({ bufferView: whole, byteOffset: whole.default(0) }),
    })
    .optional(),
});

const document = z.object({
  asset: z.object({ version: z.string(), minVersion: z.string().optional(), extras: z.unknown().optional() }),
  extensionsRequired: z.array(z.string()).default([]),
  scene: whole.optional(),
  scenes: z.array(z.object({ nodes: z.array(whole).default([]) })).default([]),
  nodes: z.array(node).default([]),
  meshes: z.array(z.object({ name, primitives: z.array(primitive) })).default([]),
  materials: z.array(material).default([]),
  accessors: z.array(accessor).default([]),
  bufferViews: z
    .array(
      z.object({
        buffer: whole,
        byteOffset: whole.default(0),
        byteLength: whole,
        byteStride: z.int().min(4).max(252).optional(),
      }),
    )
    .default([]),
  buffers: z.array(z.object({ uri: z.string().optional(), byteLength: whole })).default([]),
});

/** Extensions that change no triangle, and one that lets accessors of positions hold whole numbers. */
const KNOWN = /^(?:KHR_mesh_quantization$|(?:KHR|EXT|MSFT)_(?:materials?|texture|lights|xmp)_)/;

/** The document that the JSON of a GLB is, as far as it is read. */
export function parseGltf(json: string): Gltf {
  const result = document.safeParse(parse(json));
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
