import { volume } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { askGltfLoader, askGltfValidator, readGlb } from '../src/index.ts';
import { bytesOf, type ToyGlb, toyGlb } from './toy-glb.ts';

const FAULTS: readonly (readonly [string, (toy: ToyGlb) => void, RegExp])[] = [
  [
    'a field that nobody writes',
    ({ json }) => Object.assign(json, { animations: [] }),
    /the fields .*animations/,
  ],
  ['another version', ({ json }) => Object.assign(json.asset, { version: '1.0' }), /version 1\.0/],
  [
    'a root that is turned',
    ({ json }) => Object.assign(json.nodes[0], { rotation: [0, 0, 0, 1] }),
    /rotation/,
  ],
  [
    'a node that stands aside',
    ({ json }) => Object.assign(json.nodes[1], { translation: [1, 0, 0] }),
    /translation/,
  ],
  ['a scale that stretches', ({ json }) => json.nodes[0].scale.fill(1, 0, 1), /the scale/],
  [
    'a material of another part',
    ({ json }) => Object.assign(json.materials[0], { name: 'other' }),
    /the material other/,
  ],
  [
    'a colour beyond the range',
    ({ json }) => json.materials[0].pbrMetallicRoughness.baseColorFactor.fill(1.5, 0, 1),
    /the colour/,
  ],
  [
    'bounds that are not those of the vertices',
    ({ json }) => json.accessors[0].max.fill(4, 1, 2),
    /the bounds/,
  ],
  [
    'a vertex without a triangle',
    ({ corners }) => corners.fill(1, 5),
    /4 vertices, of which triangles use 3/,
  ],
  ['a corner without a vertex', ({ corners }) => corners.fill(4, 11), /vertices|corner/],
  ['a coordinate that is no number', ({ positions }) => positions.fill(Number.NaN, 0, 1), /coordinate/],
  ['a negative zero', ({ positions }) => positions.fill(-0, 0, 1), /coordinate/],
  [
    'bytes between views',
    ({ json }) => Object.assign(json.bufferViews[1], { byteOffset: 52 }),
    /at 52 instead of 48/,
  ],
  [
    'bytes that no accessor uses',
    ({ json }) => Object.assign(json.accessors[1], { count: 9 }),
    /24 bytes with 18 in use/,
  ],
  ['normals', ({ json }) => Object.assign(json.meshes[0].primitives[0].attributes, { NORMAL: 0 }), /NORMAL/],
];

describe('readGlb', () => {
  it('reads a tetrahedron, in millimetres and +Z up', async () => {
    const { title, generator, extras, parts } = readGlb(bytesOf(toyGlb()));
    expect([title, generator, extras]).toEqual(['Toy', 'toy', { neurofab: '0.1.0' }]);
    expect(parts).toHaveLength(1);
    const [{ mesh, ...part }] = parts as [(typeof parts)[number]];
    expect(part).toEqual({ name: 'base', color: [1, 0.5, 0], metallic: 0, roughness: 0.6, cornerBytes: 2 });
    expect([...mesh.positions]).toEqual([0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3]);
    expect(volume(mesh)).toBeCloseTo(1, 12);
  });

  it.each(FAULTS)('throws on %s', (_, spoil, message) => {
    const toy = toyGlb();
    spoil(toy);
    expect(() => readGlb(bytesOf(toy))).toThrow(message);
  });

  it('throws on a wrong length and on what is padded with anything but blanks', () => {
    const bytes = bytesOf(toyGlb());
    expect(() => readGlb(bytes.subarray(0, bytes.length - 4))).toThrow(/header/);
    expect(() => readGlb(bytes.subarray(0, bytes.length - 1))).toThrow(/bytes/);
  });
});

describe('the judges of glTF', () => {
  it('take the tetrahedron as it is', async () => {
    const bytes = bytesOf(toyGlb());
    expect(await askGltfValidator(bytes)).toMatchObject({ errors: 0, warnings: 0, infos: 0, triangles: 4 });
    const [loaded] = await askGltfLoader(bytes);
    expect(loaded).toMatchObject({ name: 'base', color: '#FFBC00', flatShading: true, triangles: 4 });
    expect(loaded!.max.map(Math.fround)).toEqual([0.001, 0.003, 0].map(Math.fround));
  });

  it('say what is wrong with another', async () => {
    const toy = toyGlb();
    toy.json.accessors[0].max[0] = 7;
    const { errors, messages } = await askGltfValidator(bytesOf(toy));
    expect(errors).toBe(1);
    expect(messages[0]).toContain('ACCESSOR_MAX_MISMATCH /accessors/0/max/0');
  });
});
