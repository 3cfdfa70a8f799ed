import { byteMutations, type Mutation, mutate, textMutations } from '@neurofab/test-kit';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ImportError,
  readTrained,
  reduce,
  TRAINED_FORMATS,
  type TrainedNetwork,
  trainedFormatOf,
} from '../src/index.ts';
import { FIXTURES, type Fixture } from './fixtures.ts';
import { innerMutations } from './inner-mutations.ts';

// The same cases each time: a fuzzer that fails now and then stops everybody but who can mend it.
const SEED = 20_261_211;
const RUNS = 2000;
const MOST_BYTES = 2 ** 30;

const mutations = fc.oneof({ weight: 2, arbitrary: byteMutations }, { weight: 1, arbitrary: textMutations });
const changes = fc.oneof(
  fc.array(mutations, { minLength: 1, maxLength: 3 }),
  // First, since only what is sound can be unpacked and packed again.
  fc.tuple(innerMutations, fc.array(mutations, { maxLength: 1 })).map(([inner, outer]) => [inner, ...outer]),
);

let keys: string;
let memory: number;

beforeAll(() => {
  keys = keysOfGlobals();
  memory = process.memoryUsage().rss;
});

afterAll(() => {
  expect(keysOfGlobals()).toBe(keys);
  expect(process.memoryUsage().rss - memory).toBeLessThan(MOST_BYTES);
});

describe('the fixtures', () => {
  it('have two files and more of each format', () => {
    const labels = FIXTURES.map(({ bytes }) => trainedFormatOf(bytes)?.label);
    const rare = TRAINED_FORMATS.filter(({ label }) => labels.filter((other) => other === label).length < 2);
    expect(rare.map(({ label }) => label)).toEqual([]);
  });
});

describe.each([...new Set(FIXTURES.map(({ folder }) => folder))])(
  'whatever is done to a file of %s',
  (folder) => {
    const fixtures = FIXTURES.filter((fixture) => fixture.folder === folder);

    it('gives a network, or a sentence says why not', async () => {
      const before = await readAll(fixtures);
      const property = fc.asyncProperty(
        fc.constantFrom(...fixtures),
        changes,
        // Mostly the files beside it are sound.
        fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, changes),
        async (fixture, first, others) => {
          await checkSoundOrRefused(changed(fixture, first, others));
        },
      );
      await fc.assert(property, { seed: SEED, numRuns: RUNS });
      expect(await readAll(fixtures)).toEqual(before);
    });

    it('some files of it give one where nothing is done to them', async () => {
      const results = await readAll(fixtures);
      expect(results.filter((result) => typeof result !== 'string').length).toBeGreaterThan(0);
    });
  },
);

function changed(fixture: Fixture, first: readonly Mutation[], others: readonly Mutation[]): Fixture {
  return {
    ...fixture,
    bytes: mutate(fixture.bytes, first),
    beside: async (name) => {
      const bytes = await fixture.beside(name);
      return bytes === undefined ? undefined : mutate(bytes, others);
    },
  };
}

/** What each file gives: a network, or the message of its refusal. */
function readAll(fixtures: readonly Fixture[]): Promise<(TrainedNetwork | string)[]> {
  return Promise.all(fixtures.map((fixture) => read(fixture).catch((error: unknown) => String(error))));
}

function read({ name, bytes, beside }: Fixture): Promise<TrainedNetwork> {
  return readTrained([{ name, bytes }], { beside });
}

async function checkSoundOrRefused(fixture: Fixture): Promise<void> {
  let network: TrainedNetwork;
  try {
    network = await read(fixture);
  } catch (error) {
    // Everything else is a fault of ours, and the stack says where.
    if (!(error instanceof ImportError)) throw error;
    // The last net, for what a reader did not think of.
    if (error.message.includes('cannot be read as such')) throw error.cause;
    if (!/^\P{Cc}{10,499}\.$/u.test(error.message)) throw error;
    return;
  }
  const fault = faultOf(network);
  if (fault !== undefined) throw new Error(`The network has ${fault}.`);
  // Which nodes are drawn can be said of every network that is read.
  reduce(network);
}

function faultOf({ layers, inputNames, outputNames, notes }: TrainedNetwork): string | undefined {
  if (layers.length === 0) return 'no layers';
  for (const [number, { name, inputs, outputs, weights, bias }] of layers.entries()) {
    if (typeof name !== 'string') return `the name ${name}`;
    if (!(inputs > 0 && outputs > 0)) return 'a layer without nodes';
    if (number > 0 && layers[number - 1]!.outputs !== inputs) return 'layers that do not fit together';
    if (weights.length !== inputs * outputs || !weights.every(Number.isFinite)) return 'unsound weights';
    if (bias !== undefined && (bias.length !== outputs || !bias.every(Number.isFinite)))
      return 'unsound biases';
  }
  for (const name of [...(inputNames ?? []), ...(outputNames ?? [])]) {
    if (typeof name !== 'string') return `the name ${name} of a node`;
  }
  return notes.find(({ text }) => !/^\P{Cc}{3,499}$/u.test(text))?.text;
}

/** Whoever can add to these runs code, or changes what all objects have. */
function keysOfGlobals(): string {
  return [globalThis, Object, Object.prototype, Array.prototype, Function.prototype]
    .map((object) => Reflect.ownKeys(object).map(String).sort().join())
    .join('\n');
}
