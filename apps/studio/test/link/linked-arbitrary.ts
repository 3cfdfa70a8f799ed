import { COLOR_BY, type NetworkSpecInput } from '@neurofab/core';
import { COLOR_NAMES } from '@neurofab/core/internal';
import { SHOW, SPLITS } from '@neurofab/job';
import { PRINTERS } from '@neurofab/printers';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import type { Linked } from '../../src/link/linked.ts';

const texts = fc.string({ unit: 'binary', maxLength: 30 });
/** Without what would be refused. */
const drawn = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((text) => `a${text.replace(/[\p{C}\u2028\u2029]/gu, '')}`);
const hexColors = fc.stringMatching(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/);
const colors = fc.oneof(hexColors, fc.constantFrom(...COLOR_NAMES, 'Orange'));

/** Fields of many kinds. A group without fields says nothing, and is not drawn. */
const embellished: fc.Arbitrary<NetworkSpecInput> = fc.record(
  {
    $schema: fc.constant('https://example.org/schema.json'),
    version: fc.constantFrom(1 as const, 2 as const),
    preset: fc.constantFrom('desk' as const, 'seed' as const),
    name: texts,
    layers: fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 9 }),
        fc.record({ size: fc.integer({ min: 10, max: 1e9 }), shown: fc.integer({ min: 1, max: 9 }) }),
        fc.record({ size: fc.integer({ min: 1, max: 9 }), name: texts }),
        fc.constantFrom({ size: 5, shown: [0, '…', 4] }, { shown: 2, size: 4 }),
      ),
      { minLength: 2, maxLength: 5 },
    ),
    trained: fc.record(
      { file: texts, format: texts, sha256: texts, biases: fc.boolean() },
      { requiredKeys: ['file'] },
    ),
    mode: fc.constantFrom('upright' as const, 'flat' as const, 'halves' as const, 'plaque' as const),
    colors: fc.record(
      { base: colors, connections: colors, layers: fc.array(colors, { minLength: 1, maxLength: 4 }) },
      { requiredKeys: ['layers'] },
    ),
  },
  { requiredKeys: [] },
);

const lettered: fc.Arbitrary<NetworkSpecInput> = fc.record(
  {
    text: drawn,
    textHeight: fc.double({ min: 1, max: 20, noNaN: true }),
    engraved: fc.boolean(),
    braille: drawn,
  },
  { requiredKeys: ['text'] },
);

/** What may be asked for on the page of a network that can be made. */
export const anythingLinked: fc.Arbitrary<Linked> = fc.record(
  {
    network: fc.oneof(
      embellished,
      lettered,
      networks({ maxLayers: 5, maxNodes: 8 }),
      weightedNetworks({ maxLayers: 3, maxNodes: 6 }),
    ),
    printer: fc.oneof(fc.constantFrom(...PRINTERS.map(({ id }) => id)), texts),
    slots: fc.integer({ min: -1, max: 20 }),
    colorBy: fc.constantFrom(...COLOR_BY),
    colorsByHeight: fc.boolean(),
    scale: fc.oneof(
      fc.constant('fit' as const),
      fc.double({ min: -1, max: 1e300, noNaN: true }),
      fc.constantFrom(0, 0.5, 1, 1e-300),
    ),
    flavor: fc.constantFrom('slicer' as const, 'assembly' as const),
    origin: fc.constantFrom('bed' as const, 'model' as const),
    show: fc.constantFrom(...SHOW),
    shells: fc.boolean(),
    split: fc.constantFrom(...SPLITS, false as const),
    partial: fc.boolean(),
    format: fc.constantFrom('3mf', 'stl', 'openscad', 'glb', 'obj'),
    fileName: texts,
  },
  { requiredKeys: [] },
);
