import type { Mesh } from '@neurofab/core';

export interface Glb {
  readonly generator: string;
  /** `asset.extras` as it is. */
  readonly extras: unknown;
  /** The name of the scene, and of the one node that holds all others. */
  readonly title: string;
  readonly parts: readonly GlbPart[];
}

export interface GlbPart {
  readonly name: string;
  /** Linear red, green and blue, from 0 to 1. */
  readonly color: readonly number[];
  readonly metallic: number;
  readonly roughness: number;
  /** In millimetres with +Z up, rounded to float32. */
  readonly mesh: Mesh;
  readonly cornerBytes: 2 | 4;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a GLB as Neurofab writes it. Throws on anything odd: fields or values that it does not write, bytes that belong to
 * nothing, bounds that vertices do not have, vertices without a triangle, a node that is turned or shifted.
 */
export function readGlb(bytes: Uint8Array): Glb {
  const { json, data } = chunksOf(bytes);
  const gltf = fields(json, 'document', {
    asset: 'object',
    scene: 'number',
    scenes: 'array',
    nodes: 'array',
    meshes: 'array',
    materials: 'array',
    accessors: 'array',
    bufferViews: 'array',
    buffers: 'array',
  });
  const asset = fields(gltf.asset, 'asset', { generator: 'string', version: 'string', extras: 'object' });
  demand(asset.version === '2.0', `version ${asset.version}`);
  demand(gltf.scene === 0 && list(gltf.scenes).length === 1, 'not one scene');
  const scene = fields(list(gltf.scenes)[0], 'scene', { name: 'string', nodes: 'array' });
  demand(JSON.stringify(scene.nodes) === '[0]', `the nodes ${scene.nodes} in the scene`);
  const [top, ...others] = list(gltf.nodes);
  const root = fields(top, 'root', { name: 'string', scale: 'array', children: 'array' });
  demand(root.name === scene.name, `the root ${root.name} in the scene ${scene.name}`);
  const children = others.map((_, i) => i + 1);
  demand(JSON.stringify(root.children) === JSON.stringify(children), `the children ${root.children}`);
  const scale = list(root.scale) as readonly number[];
  demand(scale.length === 3 && scale.every((value) => value === scale[0]), `the scale ${scale}`);
  const accessors = readAccessors(gltf, data);
  const parts = others.map((node, i) =>
    readPart(gltf, accessors, fields(node, 'node', { name: 'string', mesh: 'number' }), i, scale[0]!),
  );
  for (const kind of ['meshes', 'materials'] as const) {
    demand(
      list(gltf[kind]).length === parts.length,
      `${list(gltf[kind]).length} ${kind} for ${parts.length} parts`,
    );
  }
  demand(accessors.length === 2 * parts.length, `${accessors.length} accessors for ${parts.length} parts`);
  return { generator: asset.generator as string, extras: asset.extras, title: scene.name as string, parts };
}

function chunksOf(bytes: Uint8Array): { json: unknown; data: Uint8Array } {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number) => words.getUint32(at, true);
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  demand(bytes.length % 4 === 0, `${bytes.length} bytes`);
  demand(
    text(0) === 'glTF' && word(4) === 2 && word(8) === bytes.length,
    `the header ${text(0)} ${word(4)} ${word(8)}`,
  );
  const first = word(12);
  demand(text(16) === 'JSON' && first % 4 === 0, `the first chunk ${text(16)} of ${first} bytes`);
  const second = 20 + first;
  demand(text(second + 4) === 'BIN\0' && second + 8 + word(second) === bytes.length, 'another second chunk');
  const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(20, second));
  demand(/\S {0,3}$/.test(json), 'padding that is not up to 3 blanks');
  return { json: JSON.parse(json), data: bytes.subarray(second + 8) };
}

interface Accessor {
  readonly type: unknown;
  readonly cornerBytes: 2 | 4;
  readonly values: readonly number[];
  readonly min?: unknown;
  readonly max?: unknown;
}

/** All accessors, each of which must fill a view of its own, and these the buffer, without a gap but of two zeros after corners. */
function readAccessors(gltf: Json, data: Uint8Array): Accessor[] {
  const [buffer, ...more] = list(gltf.buffers);
  demand(more.length === 0, 'more than one buffer');
  const { byteLength } = fields(buffer, 'buffer', { byteLength: 'number' });
  demand(byteLength === data.length, `a buffer of ${byteLength} bytes in a chunk of ${data.length}`);
  let viewEnd = 0;
  const views = list(gltf.bufferViews).map((view) => {
    const { buffer, byteOffset, byteLength, target, ...rest } = view as Record<string, number>;
    demand(buffer === 0 && byteOffset === viewEnd, `a buffer view at ${byteOffset} instead of ${viewEnd}`);
    demand(Object.keys(rest).length === 0, `the fields ${Object.keys(rest)} of a view`);
    const end = viewEnd + byteLength!;
    viewEnd = 4 * Math.ceil(end / 4);
    demand(
      data.subarray(end, viewEnd).every((byte) => byte === 0),
      'a gap that is not of zeros',
    );
    return { start: byteOffset!, length: byteLength!, target };
  });
  demand(viewEnd === data.length, `views of ${viewEnd} bytes in ${data.length}`);
  const words = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const accessors = list(gltf.accessors).map((each, i) => {
    const accessor = each as Json;
    const { type, componentType, count, bufferView, min, max, ...rest } = accessor;
    demand(Object.keys(rest).length === 0, `the fields ${Object.keys(rest)} of an accessor`);
    demand(bufferView === i, `an accessor of view ${bufferView} instead of ${i}`);
    const view = views[i]!;
    const kind = `${type} ${componentType} ${view.target}`;
    const bytes = { 'VEC3 5126 34962': 4, 'SCALAR 5123 34963': 2, 'SCALAR 5125 34963': 4 }[kind];
    demand(bytes !== undefined, `an accessor ${kind}`);
    const length = (count as number) * (type === 'VEC3' ? 3 : 1);
    demand(length * bytes! === view.length, `a view of ${view.length} bytes with ${length * bytes!} in use`);
    const at = (i: number) => view.start + i * bytes!;
    const read = (i: number) =>
      type === 'VEC3'
        ? words.getFloat32(at(i), true)
        : bytes === 2
          ? words.getUint16(at(i), true)
          : words.getUint32(at(i), true);
    const values = Array.from({ length }, (_, i) => read(i));
    return { type, cornerBytes: bytes as 2 | 4, values, min, max };
  });
  demand(accessors.length === views.length, `${views.length} views of ${accessors.length} accessors`);
  return accessors;
}

function readPart(gltf: Json, accessors: readonly Accessor[], node: Json, i: number, scale: number): GlbPart {
  demand(node.mesh === i, `the mesh ${node.mesh} in node ${i + 1}`);
  const { name, primitives } = fields(list(gltf.meshes)[i], 'mesh', { name: 'string', primitives: 'array' });
  demand(name === node.name && list(primitives).length === 1, `the mesh ${name} in the node ${node.name}`);
  const { attributes, indices, material } = fields(list(primitives)[0], 'primitive', {
    attributes: 'object',
    indices: 'number',
    material: 'number',
  });
  demand(material === i, `the material ${material}`);
  const { POSITION } = fields(attributes, 'attributes', { POSITION: 'number' });
  const [vertices, corners] = [accessors[POSITION as number]!, accessors[indices as number]!];
  demand(vertices.type === 'VEC3' && corners.type === 'SCALAR', 'accessors of the wrong type');
  checkVertices(vertices, corners.values);
  const look = fields(list(gltf.materials)[i], 'material', {
    name: 'string',
    pbrMetallicRoughness: 'object',
  });
  demand(look.name === name, `the material ${look.name} of ${name}`);
  const { baseColorFactor, metallicFactor, roughnessFactor } = fields(look.pbrMetallicRoughness, 'surface', {
    baseColorFactor: 'array',
    metallicFactor: 'number',
    roughnessFactor: 'number',
  });
  const color = list(baseColorFactor) as readonly number[];
  demand(
    color.length === 4 && color[3] === 1 && color.every((value) => value >= 0 && value <= 1),
    `the colour ${color}`,
  );
  return {
    name: name as string,
    color: color.slice(0, 3),
    metallic: metallicFactor as number,
    roughness: roughnessFactor as number,
    mesh: { positions: upright(vertices.values, 1000 * scale), indices: Uint32Array.from(corners.values) },
    cornerBytes: corners.cornerBytes,
  };
}

function checkVertices({ values, min, max }: Accessor, corners: readonly number[]): void {
  demand(
    values.every((value) => Number.isFinite(value) && !Object.is(value, -0)),
    'a coordinate that is none, or -0',
  );
  const along = (axis: number) => values.filter((_, k) => k % 3 === axis);
  const axes = [0, 1, 2].map(along);
  const least = axes.map((all) => all.reduce((a, b) => Math.min(a, b)));
  const most = axes.map((all) => all.reduce((a, b) => Math.max(a, b)));
  demand(JSON.stringify([min, max]) === JSON.stringify([least, most]), `the bounds ${min}, ${max}`);
  const used = new Set(corners);
  demand(corners.length > 0 && corners.length % 3 === 0, `${corners.length} corners`);
  demand(
    used.size === values.length / 3,
    `${values.length / 3} vertices, of which triangles use ${used.size}`,
  );
  demand(
    corners.every((corner) => corner < values.length / 3),
    'a corner without a vertex',
  );
}

/** y up to z up. */
function upright(values: readonly number[], scale: number): Float32Array {
  const positions = new Float32Array(values.length);
  for (let i = 0; i < values.length; i += 3) {
    positions.set([values[i]! * scale, 0 - values[i + 2]! * scale, values[i + 1]! * scale], i);
  }
  return positions;
}

/** Throws unless a value is an object with these fields, of these types, and no others. */
function fields(value: unknown, what: string, types: Readonly<Record<string, string>>): Json {
  demand(typeof value === 'object' && value !== null, `no ${what}`);
  const object = value as Json;
  const found = Object.keys(object).sort().join();
  demand(found === Object.keys(types).sort().join(), `the fields ${found} of the ${what}`);
  for (const [name, type] of Object.entries(types)) {
    const actual = Array.isArray(object[name]) ? 'array' : typeof object[name];
    demand(actual === type, `${what}.${name} of the type ${actual}`);
  }
  return object;
}

function list(value: unknown): readonly unknown[] {
  return value as readonly unknown[];
}

function demand(condition: boolean, odd: string): void {
  if (!condition) throw new Error(`The GLB has ${odd}.`);
}
