import { collect, type FileBody, FileError, type ModelFile, shells } from '@neurofab/core';
import { byteMutations, type Mutation, mutate, xmlMutations } from '@neurofab/test-kit';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, describe, it } from 'vitest';
import { readThreeMf, threeMf } from '../../src/index.ts';
import { readPackage } from '../../src/read/read-package.ts';
import { sceneOf } from '../scenes.ts';
import {
  ASSEMBLY_TOY,
  BAMBU_TOY,
  bytesOf,
  type Members,
  PRUSA_EXPORT,
  PRUSA_TOY,
  unpackedPackage,
  zipOf,
} from './toy-packages.ts';

// The same cases each time: a fuzzer that fails now and then stops everybody but who can mend it.
const SEED = 20_261_122;

/** Packages unpacked, by name. */
const corpus = new Map<string, Members>();

beforeAll(async () => {
  const toys: Record<string, Members> = { PRUSA_TOY, ASSEMBLY_TOY, BAMBU_TOY, PRUSA_EXPORT };
  for (const [name, members] of Object.entries(toys)) {
    corpus.set(name, members);
  }
  const scene = sceneOf({ layers: [1, 1], base: { shape: 'none' }, resolution: { segments: 3 } });
  for (const flavor of ['slicer', 'assembly'] as const) {
    const ours = await collect(threeMf({ flavor }).render(scene, { bodies: shells }));
    corpus.set(flavor, unzipSync(ours));
  }
});

const files = fc.constantFrom('PRUSA_TOY', 'ASSEMBLY_TOY', 'BAMBU_TOY', 'PRUSA_EXPORT', 'slicer', 'assembly');

describe('whatever is done to a file, it is read or refused', () => {
  it('when its archive is changed', async () => {
    const archives = new Map([...corpus].map(([name, members]) => [name, zipOf(members)]));
    const property = fc.asyncProperty(
      files,
      fc.array(byteMutations, { minLength: 1, maxLength: 3 }),
      async (file, mutations) => {
        await checkSoundOrRefused(readThreeMf(mutate(archives.get(file)!, mutations)));
      },
    );
    await fc.assert(property, { seed: SEED, numRuns: 3000 });
  });

  it('when the bytes of a member are changed', async () => {
    await fc.assert(memberProperty(byteMutations), { seed: SEED, numRuns: 6000 });
  });

  it('when the XML of a member is changed', async () => {
    await fc.assert(memberProperty(xmlMutations), { seed: SEED, numRuns: 14_000 });
  });
});

function memberProperty(mutations: fc.Arbitrary<Mutation>) {
  return fc.asyncProperty(
    files,
    fc.nat(),
    fc.array(mutations, { minLength: 1, maxLength: 3 }),
    // Pieces of any length, so that every tag is cut somewhere.
    fc.integer({ min: 1, max: 400 }),
    async (file, member, changes, pieceBytes) => {
      const members = corpus.get(file)!;
      const names = Object.keys(members).filter((name) => /\.(rels|model|config)$/.test(name));
      const name = names[member % names.length]!;
      const changed = { ...members, [name]: mutate(bytesOf(members[name]!), changes) };
      await checkSoundOrRefused(readPackage(unpackedPackage(changed, pieceBytes)));
    },
  );
}

async function checkSoundOrRefused(reading: Promise<ModelFile>): Promise<void> {
  let file: ModelFile;
  try {
    file = await reading;
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

function faultOf({ name, color, slot, mesh, placement }: FileBody): string | undefined {
  const { positions, indices } = mesh;
  if (name === '') return 'no name';
  if (color !== undefined && !/^#[0-9A-F]{6}$/.test(color)) return `the colour ${color}`;
  if (slot !== undefined && !(Number.isInteger(slot) && slot > 0)) return `the slot ${slot}`;
  if (positions.length % 3 !== 0 || indices.length % 3 !== 0) return 'a piece of a vertex or triangle';
  if (indices.length === 0) return 'no triangles';
  if (!indices.every((index) => 3 * index < positions.length)) return 'a corner that does not exist';
  if (!positions.every(Number.isFinite)) return 'a coordinate that is no number';
  if (placement !== undefined && (placement.length !== 12 || !placement.every(Number.isFinite))) {
    return `the placement ${placement}`;
  }
  return undefined;
}
