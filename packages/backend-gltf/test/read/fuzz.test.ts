import { type FileBody, FileError, type ModelFile, shells } from '@neurofab/core';
import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { readGlb } from '../../src/index.ts';
import { render, sceneOf } from '../scenes.ts';
import { byteMutations, glbJsonMutations } from './mutations.ts';
import { fileOf, joinData, type Toy, toy } from './toy-files.ts';

// The same cases each time: a fuzzer that fails now and then stops everybody but who can mend it.
const SEED = 20_261_126;

const corpus: Toy[] = [toy(), richToy()];

beforeAll(async () => {
  const scene = sceneOf({ layers: [1, 1], base: { shape: 'none' }, resolution: { segments: 3 } });
  const bytes = await render(scene, { bodies: shells });
  const jsonBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  corpus.push({
    json: JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + jsonBytes))),
    data: bytes.slice(28 + jsonBytes),
  });
});

/** A toy with all that a reader knows: nodes in nodes, a matrix, strips, replacements and whole numbers. */
function richToy(): Toy {
  const { json, data } = toy();
  json.nodes = [
    { children: [1, 2], rotation: [0, 0.6, 0, 0.8], scale: [1, 2, 1], translation: [1, 2, 3] },
    { mesh: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] },
    { mesh: 1, name: 'b' },
  ];
  const sparse = {
    count: 2,
    indices: { bufferView: 1, byteOffset: 1, componentType: 5121 },
    values: { bufferView: 0 },
  };
  json.accessors.push(
    { bufferView: 0, componentType: 5126, count: 4, type: 'VEC3', sparse },
    { bufferView: 2, componentType: 5122, count: 3, type: 'VEC3', normalized: true },
  );
  json.bufferViews.push({ buffer: 0, byteOffset: 60, byteLength: 24, byteStride: 8 });
  json.meshes.push({
    name: 'second',
    primitives: [
      { attributes: { POSITION: 2, NORMAL: 0 }, indices: 1, mode: 5 },
      { attributes: { POSITION: 3 }, mode: 6, material: 0 },
    ],
  });
  json.extensionsRequired = ['KHR_mesh_quantization'];
  json.asset.extras = { neurofab: '0', spec: { layers: [1, 1] }, settings: {} };
  return { json, data: joinData(data, new Int16Array([0, 0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0])) };
}

const toys = fc.nat(2).map((number) => corpus[number]!);

describe('whatever is done to a file, it is read or refused', () => {
  it('when its bytes are changed', async () => {
    const changes = fc.array(byteMutations, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(toys, changes, async (toy, mutations) => {
      await checkSoundOrRefused(mutations.reduce((bytes, mutate) => mutate(bytes), fileOf(toy)));
    });
    await fc.assert(property, { seed: SEED, numRuns: 6000 });
  });

  it('when its data is changed, and nothing else', async () => {
    const changes = fc.array(byteMutations, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(toys, changes, async ({ json, data }, mutations) => {
      const changed = mutations.reduce((bytes, mutate) => mutate(bytes), data as Uint8Array);
      await checkSoundOrRefused(fileOf({ json, data: changed }));
    });
    await fc.assert(property, { seed: SEED, numRuns: 4000 });
  });

  it('when its document is changed', async () => {
    const changes = fc.array(glbJsonMutations, { minLength: 1, maxLength: 3 });
    const property = fc.asyncProperty(toys, changes, async ({ json, data }, mutations) => {
      const changed = structuredClone(json);
      for (const mutate of mutations) mutate(changed);
      await checkSoundOrRefused(fileOf({ json: changed, data }));
    });
    await fc.assert(property, { seed: SEED, numRuns: 8000 });
  });
});

async function checkSoundOrRefused(bytes: Uint8Array): Promise<void> {
  let file: ModelFile;
  try {
    file = await readGlb(bytes);
  } catch (error) {
    // Everything else is a fault of ours, and the stack says where.
    if (!(error instanceof FileError)) throw error;
    if (!/^.{10,1000}\.$/u.test(error.message)) throw error;
    return;
  }
  if (file.bodies.length === 0) throw new Error('The file has no bodies.');
  for (const body of file.bodies) {
    const fault = faultOf(body);
    if (fault !== undefined) throw new Error(`A body of the file has ${fault}.`);
  }
}

function faultOf({ name, color, mesh, placement }: FileBody): string | undefined {
  const { positions, indices } = mesh;
  if (name === '') return 'no name';
  if (color !== undefined && !/^#[0-9A-F]{6}$/.test(color)) return `the colour ${color}`;
  if (positions.length % 3 !== 0 || indices.length % 3 !== 0) return 'a piece of a vertex or triangle';
  if (indices.length === 0) return 'no triangles';
  if (!indices.every((index) => 3 * index < positions.length)) return 'a corner that does not exist';
  if (!positions.every(Number.isFinite)) return 'a coordinate that is no number';
  if (placement !== undefined && (placement.length !== 12 || !placement.every(Number.isFinite))) {
    return `the placement ${placement}`;
  }
  return undefined;
}
