import {
  byteMutations,
  coordinateMutations,
  type Mutation,
  mutate,
  textMutations,
  xmlMutations,
} from '@neurofab/test-kit';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../src/errors.ts';
import { run } from './run-main.ts';

// The same cases each time: a fuzzer that fails now and then stops everybody but who can mend it.
const SEED = 20_261_126;

const files = new Map<string, Uint8Array>();

beforeAll(async () => {
  const written = (...args: string[]) =>
    run(['1,2', '--segments', '4', '-q', '-o', '-', ...args], { cwd: '.' }).then(({ bytes }) => bytes);
  files.set('STL', await written('-f', 'stl'));
  files.set('shells', await written('-f', 'stl', '--shells'));
  files.set('slicer', await written('-f', '3mf'));
  files.set('assembly', await written('-f', '3mf', '--flavor', 'assembly'));
  files.set('text STL', textStl(await written('-f', 'stl')));
});

describe('whatever is done to a file, the command says what is in it or why it cannot', () => {
  it('when the bytes of an STL are changed', async () => {
    await holds(['STL', 'shells'], fc.oneof(byteMutations, coordinateMutations), 300);
  });

  it('when a coordinate of an STL is changed', async () => {
    await holds(['STL', 'shells'], coordinateMutations, 300);
  });

  it('when the words of a text STL are changed', async () => {
    await holds(['text STL'], fc.oneof(textMutations, byteMutations), 300);
  });

  it('when the XML of a 3MF is changed', async () => {
    await holds(['slicer', 'assembly'], xmlMutations, 300, inModel);
  });

  it('when a body of a 3MF is placed as far away, and as large, as it can be', async () => {
    await holds(['slicer', 'assembly'], transforms, 200, inModel);
  });
});

/** Runs the command on mutated files: text, JSON, and the network that the file was made from. */
async function holds(
  names: readonly string[],
  mutations: fc.Arbitrary<Mutation>,
  numRuns: number,
  within: (file: Uint8Array, change: (part: Uint8Array) => Uint8Array) => Uint8Array = (file, change) =>
    change(file),
): Promise<void> {
  let models = 0;
  const property = fc.asyncProperty(
    fc.constantFrom(...names),
    fc.array(mutations, { minLength: 1, maxLength: 3 }),
    async (name, changes) => {
      const stdin = within(files.get(name)!, (part) => mutate(part, changes));
      const text = await run(['inspect', '-'], { cwd: '.', stdin });
      expect(text.exitCode, text.stderr).not.toBe(EXIT_CODES.bug);
      expect(text.stdout).not.toMatch(/NaN|Infinity|undefined/);
      const json = await run(['inspect', '-', '--json'], { cwd: '.', stdin });
      expect([json.exitCode, json.stderr]).toEqual([text.exitCode, text.stderr]);
      const doctor = await run(['doctor', '-', '--json'], { cwd: '.', stdin });
      expect(doctor.exitCode, doctor.stderr).not.toBe(EXIT_CODES.bug);
      expect(doctor.stderr).toBe(text.stderr);
      if (json.exitCode === EXIT_CODES.command) return;
      expect(doctor.stdout).not.toMatch(/NaN|Infinity|undefined/);
      models++;
      for (const { volumeMm3, sizeMm, bodies } of JSON.parse(json.stdout)) {
        const numbers = [volumeMm3, ...sizeMm, ...bodies.map((body: (typeof bodies)[0]) => body.volumeMm3)];
        // JSON has no infinities and no NaN, and says null.
        expect(numbers.every(Number.isFinite)).toBe(true);
      }
      const from = await run(['--from', '-', '--print-spec'], { cwd: '.', stdin });
      expect(from.exitCode, from.stderr).not.toBe(EXIT_CODES.bug);
    },
  );
  await fc.assert(property, { seed: SEED, numRuns });
  // The damage is not total.
  expect(models).toBeGreaterThan(numRuns / 20);
}

/** Changes the model of a 3MF. */
function inModel(file: Uint8Array, change: (part: Uint8Array) => Uint8Array): Uint8Array {
  const members = unzipSync(file);
  const name = Object.keys(members).find((each) => each.endsWith('.model'))!;
  return zipSync({ ...members, [name]: change(members[name]!) }, { level: 0 });
}

/** Other sizes and places, nearly all of them such as float32 can hold. */
const transforms: fc.Arbitrary<Mutation> = fc
  .tuple(
    fc.integer({ min: -50, max: 37 }),
    fc.array(fc.oneof(fc.constantFrom(0, 1, -1), fc.double({ min: -1, max: 1, noNaN: true })), {
      minLength: 12,
      maxLength: 12,
    }),
  )
  .map(([power, matrix]): Mutation => {
    const transform = matrix.map((value) => value * 10 ** power).join(' ');
    return (bytes) =>
      new TextEncoder().encode(
        new TextDecoder()
          .decode(bytes)
          .replace(/(<(?:item|component) objectid="\d+")[^>]*?(\/?>)/, `$1 transform="${transform}"$2`),
      );
  });

/** A binary STL as text. */
function textStl(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const facets = Array.from({ length: view.getUint32(80, true) }, (_, facet) => {
    const vertices = [0, 1, 2].map((corner) => {
      const at = 84 + 50 * facet + 12 + 12 * corner;
      return `      vertex ${[0, 4, 8].map((offset) => view.getFloat32(at + offset, true)).join(' ')}\n`;
    });
    return `  facet normal 0 0 0\n    outer loop\n${vertices.join('')}    endloop\n  endfacet\n`;
  });
  return new TextEncoder().encode(`solid a\n${facets.join('')}endsolid a\n`);
}
