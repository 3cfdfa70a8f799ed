import { COLOR_BY, MODES, type NetworkSpecInput } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import { PRINTERS } from '@neurofab/printers';
import { networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { type Asked, SHOW, SPLITS } from '../src/index.ts';

/** A network that takes no time. */
export const SMALL: NetworkSpecInput = { layers: [2, 3], resolution: { segments: 8 } };

/** Sound networks: small ones of any proportions, weighted ones, and large ones with names and ellipses. */
const sound: fc.Arbitrary<NetworkSpecInput> = fc.oneof(
  networks({ maxLayers: 5, maxNodes: 12 }),
  fc.record({
    layers: fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 300 }),
        fc.record({ name: fc.string({ maxLength: 20 }), size: fc.integer({ min: 12, max: 800 }) }),
        fc.record({ size: fc.integer({ min: 12, max: 1e9 }), shown: fc.integer({ min: 1, max: 12 }) }),
      ),
      { minLength: 2, maxLength: 8 },
    ),
    preset: fc.constantFrom('desk' as const, 'seed' as const),
    nodeRadius: fc.double({ min: 0.5, max: 30, noNaN: true }),
  }),
  weightedNetworks({ maxLayers: 3, maxNodes: 14 }),
);

const LYING = MODES.filter((mode) => MODE_TRAITS[mode].lies);

/** The same, of which some are to lie. */
const inAnyMode = fc
  .tuple(sound, fc.constantFrom({}, {}, ...LYING.map((mode) => ({ mode }))))
  .map(([network, mode]): NetworkSpecInput => ({ ...network, ...mode }));

const numbers = (...usual: number[]) =>
  fc.oneof(fc.constantFrom(...usual, 0, -1, Number.NaN, Infinity, 1e-300, 1e300), fc.double());

/** What anybody may ask for, sense or not, of a sound network. */
export const anythingAsked: fc.Arbitrary<Asked> = fc.record(
  {
    network: inAnyMode,
    printer: fc.oneof(fc.constantFrom(...PRINTERS.map(({ id }) => id)), fc.string()),
    slots: numbers(1, 2, 4, 16, 17, 2.5),
    colorBy: fc.constantFrom(...COLOR_BY),
    colorsByHeight: fc.boolean(),
    scale: fc.oneof(fc.constant('fit' as const), numbers(1, 0.5, 0.001, 1000)),
    flavor: fc.constantFrom('slicer' as const, 'assembly' as const),
    origin: fc.constantFrom('bed' as const, 'model' as const),
    show: fc.constantFrom(...SHOW),
    size: numbers(1024, 16, 2048, 15, 2049, 99.5),
    shells: fc.boolean(),
    split: fc.constantFrom(...SPLITS, false as const),
    fileName: fc.string(),
    outputs: fc.array(
      fc.record(
        { name: fc.string(), format: fc.constantFrom('3mf', 'stl', 'openscad', 'glb', 'png', 'gif', 'obj') },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['network'] },
);
