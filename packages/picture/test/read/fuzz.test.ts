import { collect, FileError, type ModelFile } from '@neurofab/core';
import { byteMutations, mutate } from '@neurofab/test-kit';
import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import { gif, png, readGif, readPng } from '../../src/index.ts';
import { SMALL, sceneOf } from '../scenes.ts';
import { gifComment, toyGif, toyPng } from './files.ts';

// The same cases each time: a fuzzer that fails now and then stops everybody but who can mend it.
const SEED = 20_261_127;

const RECIPE = '{"neurofab":"1","spec":{},"settings":{}}';

describe.each([
  ['PNG', readPng, png({ size: 16 }), toyPng(['tEXt', `neurofab\0${RECIPE}`], ['IDAT', 'x'])],
  ['GIF', readGif, gif({ size: 16 }), toyGif({ before: gifComment(RECIPE) })],
] as const)('whatever is done to a %s', (_, read, backend, toy) => {
  const corpus: Uint8Array[] = [toy];

  beforeAll(async () => {
    corpus.push(await collect(backend.render(sceneOf(SMALL))));
  });

  it('is a picture or refused', () => {
    const changes = fc.array(byteMutations, { minLength: 1, maxLength: 3 });
    const property = fc.property(fc.nat(1), changes, (number, mutations) => {
      checkSoundOrRefused(read, mutate(corpus[number]!, mutations));
    });
    fc.assert(property, { seed: SEED, numRuns: 6000 });
  });
});

function checkSoundOrRefused(read: (bytes: Uint8Array) => ModelFile, bytes: Uint8Array): void {
  try {
    const { bodies, recipe = '' } = read(bytes);
    if (bodies.length > 0 || recipe.length > bytes.length) throw new Error('More was read than there is.');
  } catch (error) {
    // Everything else is a fault of ours, and the stack says where.
    if (!(error instanceof FileError)) throw error;
    if (!/^.{10,200}\.$/u.test(error.message)) throw error;
  }
}
