import { FileError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { readGlb } from '../../src/index.ts';
import { fileOf, glbOf, joinData, type Toy, toy } from './toy-files.ts';

const text = (json: string) => new TextEncoder().encode(json);

async function faultOf(bytes: Uint8Array): Promise<string> {
  const error = await readGlb(bytes).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as FileError).message;
}

describe('a container is refused', () => {
  const whole = fileOf(toy());
  const changed = (at: number, value: number) => {
    const copy = whole.slice();
    new DataView(copy.buffer).setUint32(at, value, true);
    return copy;
  };
  const notJson = glbOf(['JSON', new Uint8Array(4).fill(0xff)]);

  it.each([
    [
      'of nothing',
      new Uint8Array(0),
      'This is no GLB: it does not start with "glTF" and a header of 12 bytes.',
    ],
    ['of its name alone', text('glTF'), 'This is no GLB'],
    ['of another kind', text('solid and more of it'), 'This is no GLB'],
    ['of glTF 1', changed(4, 1), 'This GLB is of version 1, but only version 2 is read.'],
    ['that is cut off', whole.subarray(0, 200), `has ${whole.length} bytes, but has 200: it is cut off.`],
    ['with something behind it', joinData(whole, new Uint8Array(4)), 'something was added.'],
    [
      'with a chunk that goes beyond it',
      changed(12, 0xffff_ffff),
      'A chunk of this GLB is longer than the file',
    ],
    [
      'that begins with its data',
      glbOf(['BIN\0', new Uint8Array(4)]),
      'The first chunk of this GLB is not the JSON',
    ],
    ['without a chunk', glbOf(), 'This GLB has no JSON in it.'],
    ['whose JSON is no UTF-8', notJson, 'The JSON of this GLB is no text in UTF-8.'],
    ['whose JSON is none', glbOf(['JSON', text('{"a":')]), 'The JSON of this GLB is none that can be read.'],
    ['whose JSON is a number', glbOf(['JSON', text('5')]), 'The JSON of this GLB is wrong: '],
    ['whose JSON is empty', glbOf(['JSON', text('{}')]), 'The JSON of this GLB is wrong at "asset"'],
  ])('%s', async (_, bytes, fault) => {
    expect(await faultOf(bytes)).toContain(fault);
  });

  it('with more JSON than any has', async () => {
    const json = `${JSON.stringify(toy().json)}${' '.repeat(17_000_000)}`;
    expect(await faultOf(fileOf({ json, data: toy().data }))).toContain('at most 16777216 are read.');
  });

  it('with a recipe that goes as deep as it can', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    const { json, data } = toy();
    json.asset.extras = { neurofab: '0', spec: 'DEEP' };
    const nested = JSON.stringify(json).replace('"DEEP"', () => deep);
    expect(await faultOf(fileOf({ json: nested, data }))).toMatch(/nested deeper|none that can be read/);
  });
});

const FAULTS: readonly (readonly [string, (json: Toy['json']) => unknown, string])[] = [
  ['no asset', (json) => delete json.asset, 'wrong at "asset"'],
  [
    'a version to come',
    ({ asset }) => Object.assign(asset, { version: '3.0' }),
    'is of glTF "3.0", but 2.0 is read',
  ],
  ['a version that it needs', ({ asset }) => Object.assign(asset, { minVersion: '2.1' }), 'is of glTF "2.1"'],
  [
    'Draco',
    (json) => Object.assign(json, { extensionsRequired: ['KHR_draco_mesh_compression'] }),
    'requires the extension "KHR_draco_mesh_compression", which is not read; export it without.',
  ],
  [
    'meshopt',
    (json) => Object.assign(json, { extensionsRequired: ['EXT_meshopt_compression'] }),
    'requires the extension "EXT_meshopt_compression"',
  ],
  [
    'positions without data',
    ({ accessors }) => delete accessors[0].bufferView,
    'Accessor 0 of this GLB has no data',
  ],
  [
    'a scene that is not there',
    (json) => Object.assign(json, { scene: 1 }),
    'names number 1 of its scenes, counted from 0, but has 1',
  ],
  ['a node that is not there', ({ scenes }) => scenes[0].nodes.push(1), 'names number 1 of its nodes'],
  ['a mesh that is not there', ({ nodes }) => Object.assign(nodes[0], { mesh: 1 }), 'number 1 of its meshes'],
  ['a mesh of a negative number', ({ nodes }) => Object.assign(nodes[0], { mesh: -1 }), 'at "nodes.0.mesh"'],
  [
    'a material that is not there',
    ({ meshes }) => Object.assign(meshes[0].primitives[0], { material: 9 }),
    'number 9 of its materials',
  ],
  [
    'a node within itself',
    ({ nodes }) => Object.assign(nodes[0], { children: [0] }),
    'Node 0 of this GLB is in the scene more than once, or within itself.',
  ],
  [
    'a node in two places',
    (json) => Object.assign(json, { nodes: [{ mesh: 0 }], scenes: [{ nodes: [0, 0] }] }),
    'Node 0 of this GLB is in the scene more than once',
  ],
  ['no node', ({ scenes }) => scenes[0].nodes.pop(), 'The scene of this GLB has no triangles.'],
  ['points', ({ meshes }) => Object.assign(meshes[0].primitives[0], { mode: 0 }), 'has no triangles'],
  [
    'a mode beyond the last',
    ({ meshes }) => Object.assign(meshes[0].primitives[0], { mode: 7 }),
    'the mode 7',
  ],
  [
    'half a triangle',
    ({ accessors }) => Object.assign(accessors[1], { count: 11 }),
    'has 11 corners, which make',
  ],
  ['no corner', ({ accessors }) => Object.assign(accessors[1], { count: 0 }), 'has 0 corners'],
  [
    'corners beyond its vertices',
    ({ accessors }) => Object.assign(accessors[0], { count: 3 }),
    'has a triangle at vertex 3, counted from 0, but has 3',
  ],
  [
    'vertices beyond their bytes',
    ({ accessors }) => Object.assign(accessors[0], { count: 5 }),
    'too few for 5 elements',
  ],
  [
    'vertices beyond count',
    ({ accessors }) => Object.assign(accessors[0], { count: 1e15 }),
    'or more of 60 bytes',
  ],
  [
    'a view beyond the data',
    ({ bufferViews }) => Object.assign(bufferViews[1], { byteLength: 13 }),
    'ends after the 60',
  ],
  [
    'a view that starts beyond any number',
    ({ bufferViews }) => Object.assign(bufferViews[1], { byteOffset: 2 ** 53 }),
    'wrong at "bufferViews.1.byteOffset"',
  ],
  [
    'a stride of nothing',
    ({ bufferViews }) => Object.assign(bufferViews[0], { byteStride: 0 }),
    'wrong at "bufferViews.0.byteStride"',
  ],
  [
    'positions of two numbers',
    ({ accessors }) => Object.assign(accessors[0], { type: 'VEC2' }),
    'is no VEC3',
  ],
  [
    'a component of no kind',
    ({ accessors }) => Object.assign(accessors[0], { componentType: 5124 }),
    'the component type 5124',
  ],
  [
    'corners that are fractions',
    ({ accessors }) => Object.assign(accessors[1], { componentType: 5126, count: 3 }),
    'indices of the type 5126',
  ],
  [
    'another file',
    ({ buffers }) => Object.assign(buffers[0], { uri: 'a.bin' }),
    'Buffer 0 of this GLB is not in the file',
  ],
  [
    'a second buffer',
    ({ buffers, bufferViews }) =>
      Object.assign(bufferViews[0], { buffer: buffers.push({ byteLength: 60 }) - 1 }),
    'Buffer 1 of this GLB is not in the file itself',
  ],
  [
    'a node that is too large',
    ({ nodes }) => Object.assign(nodes[0], { scale: [1e38, 1, 1] }),
    'Node 0 of this GLB stands farther away than float32 holds',
  ],
  [
    'a node that is nowhere',
    (json) =>
      Object.assign(json, {
        nodes: [
          { children: [1], scale: [1e300, 0, 0] },
          { mesh: 0, scale: [1e300, 1, 1] },
        ],
      }),
    'Node 1 of this GLB',
  ],
  ['a name that is none', ({ nodes }) => Object.assign(nodes[0], { name: {} }), 'wrong at "nodes.0.name"'],
  [
    'replacements beyond its vertices',
    ({ accessors }) =>
      Object.assign(accessors[0], {
        count: 3,
        sparse: {
          count: 1,
          indices: { bufferView: 1, byteOffset: 11, componentType: 5121 },
          values: { bufferView: 0 },
        },
      }),
    'replaces element 3, but has 3',
  ],
  [
    'more replacements than vertices',
    ({ accessors }) =>
      Object.assign(accessors[0], {
        sparse: { count: 5, indices: { bufferView: 1, componentType: 5121 }, values: { bufferView: 0 } },
      }),
    'replaces 5 of 4 elements',
  ],
];

describe('a document is refused with', () => {
  it.each(FAULTS)('%s', async (_, spoil, fault) => {
    const { json, data } = toy();
    spoil(json);
    expect(await faultOf(fileOf({ json, data }))).toContain(fault);
  });

  it('a coordinate that is no number', async () => {
    const { json, data } = toy();
    new DataView(data.buffer).setFloat32(4, Number.NaN, true);
    expect(await faultOf(fileOf({ json, data }))).toContain('has the coordinate NaN, but all must be finite');
  });

  it('a text that moves the cursor, which its message does not', async () => {
    const { json, data } = toy();
    json.extensionsRequired = [`\u001b[2J\u202e${'n'.repeat(500)}`];
    const fault = await faultOf(fileOf({ json, data }));
    expect(fault).toMatch(/^[ -~…]+$/);
    expect(fault.length).toBeLessThan(300);
  });
});

describe('what would grow beyond measure', () => {
  it('is refused when accessors without bytes add up', async () => {
    const { json, data } = toy();
    const sparse = { count: 1, indices: { bufferView: 1, componentType: 5121 }, values: { bufferView: 0 } };
    json.accessors = Array(2).fill({ componentType: 5126, count: 900_000, type: 'VEC3', sparse });
    json.meshes = [0, 1].map((POSITION) => ({ primitives: [{ attributes: { POSITION } }] }));
    json.nodes = [{ mesh: 0 }, { mesh: 1 }];
    json.scenes[0].nodes = [0, 1];
    expect(await faultOf(fileOf({ json, data }))).toContain(
      'says 1800000 corners of triangles or more of 60 bytes',
    );
  });

  it('is refused when vertices add up that few corners use', async () => {
    const { json, data } = toy();
    const sparse = { count: 1, indices: { bufferView: 1, componentType: 5121 }, values: { bufferView: 0 } };
    const vertices = { componentType: 5126, count: 900_000, type: 'VEC3', sparse };
    json.accessors = [vertices, json.accessors[1], vertices];
    json.meshes[0].primitives = [0, 2].map((POSITION) => ({ attributes: { POSITION }, indices: 1 }));
    expect(await faultOf(fileOf({ json, data }))).toContain('says 1800000 vertices or more of 60 bytes');
  });

  it('is refused when many primitives use the same corners', async () => {
    const { json, data } = toy();
    json.meshes[0].primitives = Array(100_000).fill(json.meshes[0].primitives[0]);
    expect(await faultOf(fileOf({ json, data }))).toContain('says 1200000 corners of triangles');
  });

  it('is refused when there are more bodies than anybody models', async () => {
    const { json, data } = toy();
    json.nodes = Array.from({ length: 10_001 }, () => ({ mesh: 0 }));
    json.scenes[0].nodes = json.nodes.map((_: unknown, i: number) => i);
    expect(await faultOf(fileOf({ json, data }))).toContain('has more than 10000 bodies');
  });

  it('is read when nodes hang on one another as deep as they can', async () => {
    const { json, data } = toy();
    const depth = 200_000;
    json.nodes = Array.from({ length: depth }, (_, i) =>
      i + 1 < depth ? { children: [i + 1] } : { mesh: 0 },
    );
    expect((await readGlb(fileOf({ json, data }))).bodies).toHaveLength(1);
  });
});
