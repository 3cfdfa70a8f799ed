import {
  NETWORK_DEFAULTS,
  type NetworkSpecInput,
  type ParseOptions,
  parseNetworkSpec,
  writtenInFull,
} from '@neurofab/core';
import { planJob } from '@neurofab/job';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkOf } from '../../src/link/link-of.ts';
import type { Linked } from '../../src/link/linked.ts';
import { readLink } from '../../src/link/read-link.ts';
import { anythingLinked } from './linked-arbitrary.ts';

async function hashOf(asked: Linked): Promise<string> {
  const link = await linkOf(asked);
  if ('tooLong' in link) throw new Error('The link is too long.');
  return link.hash;
}

async function readBack(asked: Linked): Promise<Linked> {
  const read = await readLink(await hashOf(asked));
  if (read === undefined || 'fault' in read) throw new Error(read?.fault ?? 'The link is empty.');
  return read.asked;
}

/** What decides the bytes of files; as JSON, which knows no -0, like the recipes in files. */
function outcome(asked: Linked): string {
  const { spec, scale, scene, settings, files } = planJob(asked);
  const written = files.map(({ name, backend, bodies, portion }) => [name, backend.id, bodies, portion]);
  return JSON.stringify({ spec, scale, scene, settings, written });
}

describe('a link', () => {
  it('plans the same files again, whatever was asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anythingLinked, async (asked) => {
        expect(outcome(await readBack(asked))).toBe(outcome(asked));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same again after it was read', async () => {
    await fc.assert(
      fc.asyncProperty(anythingLinked, async (asked) => {
        const hash = await hashOf(asked);
        expect(await hashOf(await readBack(asked))).toBe(hash);
        expect(new URL(`https://example.org/${hash}`).hash).toBe(hash);
      }),
    );
  });

  it.each<[Linked, string]>([
    [{}, '#3,6,6,4,2'],
    [{ network: {}, scale: 1 }, '#3,6,6,4,2'],
    [
      { network: { nodeRadius: 3, name: "Anna's" }, printer: 'bambu-p1s-ams', scale: 'fit' },
      '#3,6,6,4,2&name=Anna%27s&r=3&printer=bambu-p1s-ams&scale=fit',
    ],
    [
      { network: { layers: [{ size: 784, shown: 9 }, 10], preset: 'seed' }, shells: true, format: 'stl' },
      '#preset=seed&784~9,10&shells&format=stl',
    ],
    [
      { network: { base: { shape: 'none' }, colors: { base: 'orange', layers: ['#f00', '#00FF00'] } } },
      '#3,6,6,4,2&base=none&cb=orange&cl=f00,00FF00',
    ],
    [{ network: { version: 1 }, fileName: 'a b' }, '#version=1&3,6,6,4,2&file-name=a%20b'],
    [
      { network: { trained: { file: 'iris.onnx', biases: true } } },
      '#3,6,6,4,2&trained.file=iris.onnx&trained.biases=yes',
    ],
  ])('says what can be said in words: %j', async (asked, hash) => {
    expect(await linkOf(asked)).toEqual({ hash });
  });

  it('is at most 112 characters long for the usual layers in colours of their own', async () => {
    const network = { colors: NETWORK_DEFAULTS.colors };
    expect((await hashOf({ network, printer: 'bambu-p1s-ams' })).length - 1).toBeLessThanOrEqual(112);
  });

  it.each<[string, NetworkSpecInput, ParseOptions]>([
    ['of preset seed', { preset: 'seed' }, {}],
    ['that lies flat', { resolution: { segments: 12, rings: 8 } }, { mode: 'flat' }],
    ['of a plaque', { name: 'Ünïcode 网络 & 100 %' }, { mode: 'plaque' }],
    [
      'with weights',
      {
        layers: [1, 2],
        weights: [[[0.5], [-1.25e-7]]],
        trained: { file: 'a', format: 'b', sha256: 'c', biases: false },
      },
      {},
    ],
  ])('holds every field of a network %s', async (_, input, options) => {
    const network = writtenInFull(parseNetworkSpec(input, options));
    const { version: __, ...fields } = network;
    expect((await readBack({ network })).network).toEqual(fields);
  });

  it('holds small weights, packed, and says that large ones are too long for it', async () => {
    const weights = (layers: readonly [number, number]) => [
      Array.from({ length: layers[1] }, (_, row) =>
        Array.from({ length: layers[0] }, (_, column) => Math.sin(1 + row * layers[0] + column)),
      ),
    ];
    const small = await hashOf({ network: { layers: [8, 16], weights: weights([8, 16]) } });
    expect(small).toMatch(/^#8,16&more=[\w-]+$/);
    for (const layers of [
      [40, 40],
      [300, 300],
    ] as const) {
      expect(await linkOf({ network: { layers, weights: weights(layers) } })).toEqual({ tooLong: true });
    }
    const repeated = [Array(200).fill(Array(300).fill(1))];
    expect(await linkOf({ network: { layers: [300, 200], weights: repeated } })).toEqual({ tooLong: true });
  });
});
