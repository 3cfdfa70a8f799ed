import type { NetworkSpecInput } from '@neurofab/core';
import { type Asked, examined, type Finding, planJob, type Remedy, withRemedy } from '@neurofab/job';
import type { PrintFinding } from '@neurofab/printing';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemText, remedyText } from '../../src/index.ts';

const SMALL: NetworkSpecInput = { layers: [2, 3], resolution: { segments: 8 } };

/** What there is to find of jobs, a code a line. */
const FOUND: readonly (readonly [code: Finding['code'], asked: Asked])[] = [
  ['unknown-printer', { printer: 'laser' }],
  ['unknown-format', { outputs: [{ format: 'obj' }] }],
  ['slots-out-of-range', { slots: 99 }],
  ['one-color-process', { printer: 'generic-resin', slots: 3 }],
  ['no-filament', { printer: 'generic-resin', colorsByHeight: true }],
  ['scale-out-of-range', { scale: -1 }],
  ['fit-without-bed', { scale: 'fit' }],
  ['length-out-of-limits', { network: SMALL, scale: 90_000 }],
  ['too-thin-to-fit', { network: { layers: [784, 10] }, shells: true, scale: 'fit', printer: 'prusa-mk4s' }],
  ['too-large', { network: { layers: [784, 10] }, shells: true, printer: 'prusa-mk4s' }],
  ['too-large', { printer: 'prusa-mini', scale: 1.6 }],
  ['no-common-bed', { network: { layers: [784, 10] }, shells: true }],
  ['more-colors-than-format', { network: { layers: Array(18).fill(1), colors: { layers: colors(18) } } }],
  ['many-colors', { network: { layers: [1, 1, 1, 1, 1] } }],
  ['laid-flat', { network: SMALL, printer: 'prusa-mk4s' }],
  ['kept-upright', { network: SMALL, printer: 'prusa-mk4s', shells: true }],
  ['dowels', { network: { ...SMALL, mode: 'halves' } }],
  ['no-disc', { network: { ...SMALL, mode: 'flat', base: { radius: 30 } } }],
  ['mode-not-in-format', { network: { ...SMALL, mode: 'halves' }, format: 'openscad' }],
  ['shells-of-cut', { network: { ...SMALL, mode: 'flat' }, shells: true }],
  ['loose-base', { network: { ...SMALL, preset: 'seed' } }],
  [
    'loose-pieces',
    {
      network: {
        layers: [2, 2],
        weights: [
          [
            [1, 0],
            [0, 0],
          ],
        ],
      },
    },
  ],
  ['no-heights', { network: { ...SMALL, mode: 'upright' }, colorsByHeight: true }],
  ['heights-by-hand', { network: { ...SMALL, mode: 'flat' }, colorsByHeight: true, slots: 4 }],
  ['many-changes', { network: { layers: [1, 1, 1, 1, 1, 1], mode: 'plaque' }, colorsByHeight: true }],
  ['foot-changes-color', { network: { ...SMALL, mode: 'flat' }, colorsByHeight: true, slots: 1 }],
  ['signs-alike', { network: { layers: [2, 1], weights: [[[1, -1]]] }, slots: 1 }],
  ['recipe-cut', { network: { ...SMALL, name: 'n'.repeat(90) }, format: 'stl' }],
  ['slow-joining', { network: { layers: [48, 48] } }],
  ['endless-joining', { network: { layers: [200, 200] } }],
  ['large-file', { network: { layers: [1500, 1500] }, shells: true, format: 'stl' }],
  ['nothing-to-split', { network: SMALL, split: 'parts', outputs: [{ format: '3mf' }] }],
  ['nothing-of-a-flavor', { network: SMALL, flavor: 'slicer', format: 'stl' }],
  ['nothing-to-show', { network: SMALL, show: 'plate', format: 'stl' }],
];

function colors(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `#0000${(16 + i).toString(16)}`);
}

/** All codes of print findings: without one of them it does not compile. */
const OF_PRINTS = {
  'thin-connections': 1,
  'narrow-contact': 1,
  'few-sides': 3,
  'slender-connection': 50,
  bridge: 40,
  'fusing-connections': -0.1,
  'thin-posts': 0.4,
  'slender-post': 30,
  'loose-pegs': 4,
  'tight-pegs': 0,
  'high-layers': 0.6,
  'no-whole-layers': 2,
  islands: 1,
  overhang: 90.2,
  'little-contact': 3,
  'tips-over': 2,
  'much-purge': 80,
  'closed-hollows': 2,
  'thin-walls': 1.2,
} as const satisfies Record<PrintFinding['code'], number>;

describe('the problem of a finding', () => {
  it.each(FOUND)('is in sentences that know no flags: %s', (code, asked) => {
    const found = planJob(asked).findings.find((finding) => finding.code === code);
    expect(found).toBeDefined();
    expectSentences(problemText(found!));
    found!.remedies?.forEach(expectButton);
  });

  it.each(Object.entries(OF_PRINTS))('is in sentences wherever it is in a print: %s', (code, value) => {
    const about = { level: 'warning', path: [], value, limit: 1, source: '', process: 'fdm' } as const;
    const node = { layer: 0, node: 1 };
    for (const where of [undefined, { node, at: [1, 2, 3] as const, connections: [[node, node] as const] }]) {
      const finding = { ...about, code, ...(where !== undefined && { where }) };
      expectSentences(problemText(finding as PrintFinding));
    }
  });

  it('counts the characters that a font or Braille has not', () => {
    const missing = (code: 'characters-missing' | 'cells-missing', characters: readonly string[]) =>
      problemText({ code, level: 'refusal', path: ['network', 'text'], value: 'Anna', characters });
    expect(missing('characters-missing', ['A', 'n'])).toBe(
      'The font has no “A”, “n”, which stand in the text “Anna”.',
    );
    expect(missing('characters-missing', ['A'])).toContain('“A”, which stands in');
    expect(missing('cells-missing', ['A', 'n'])).toContain('“A”, “n”, which stand in');
  });

  it('is in sentences, and what mends it fits a button, of whatever is printed', () => {
    const network = fc.oneof(
      networks({ maxLayers: 4, maxNodes: 6 }),
      weightedNetworks({ maxLayers: 3, maxNodes: 6 }),
    );
    const printer = fc.constantFrom(undefined, 'bambu-p1s-ams', 'prusa-mk4s', 'generic-resin');
    const mode = fc.constantFrom(undefined, 'upright', 'flat', 'halves', 'plaque');
    fc.assert(
      fc.property(network, printer, mode, (given, name, lying) => {
        const asked = { network: { ...given, mode: lying }, printer: name } as Asked;
        const { findings } = examined(planJob(asked));
        for (const finding of findings) {
          expectSentences(problemText(finding));
          finding.remedies?.forEach(expectButton);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the button of a remedy', () => {
  it.each<[Remedy, string]>([
    [{ mode: 'flat' }, 'Print it flat'],
    [{ mode: 'flat', slots: 2 }, 'Print it flat and use 2 slots'],
    [{ slots: 1 }, 'Use one slot'],
    [{ segments: 24 }, 'Give circles 24 sides'],
    [{ connectionRadius: 0.6 }, 'Make connections 1.2 mm thick'],
    [{ shells: true, format: 'stl' }, 'Choose STL and leave balls and rods as they are'],
    [
      { layers: '784~9,10', scale: 0.5, mode: 'plaque' },
      'Draw nine nodes and an ellipsis of each large layer, print it as a plaque and set the scale to 0.5',
    ],
  ])('says all that it changes: %j', (remedy, text) => {
    expect(remedyText(remedy)).toBe(text);
  });

  it('tells remedies of a finding apart', () => {
    for (const [, asked] of FOUND) {
      for (const { remedies = [] } of planJob(asked).findings) {
        expect(new Set(remedies.map(remedyText)).size).toBe(remedies.length);
        for (const remedy of remedies) expect(withRemedy(asked, remedy)).not.toEqual(asked);
      }
    }
  });
});

function expectSentences(text: string): void {
  expect(text).toMatch(/^[A-Z0-9].*\.$/s);
  expect(text).not.toMatch(/--|undefined|\[object|NaN|neurofab /);
}

function expectButton(remedy: Remedy): void {
  expect(remedyText(remedy)).toMatch(/^[A-Z].{3,}[^.]$/);
  expect(remedyText(remedy)).not.toMatch(/--|undefined|\[object|NaN/);
}
