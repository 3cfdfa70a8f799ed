// Has PrusaSlicer slice networks that are drawn from a fixed seed, and writes what it says into cases/: those that the planner's
// numbers are fitted to (fit.jsonl), and others that they are judged by (held-out.jsonl), a case a line. What is there already stays
// and is not sliced again. Takes an hour, since there is one slicer at a time. Run it after a build:
//     node packages/printing/scripts/slice-cases.js
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { threeMf } from '@neurofab/backend-3mf';
import { collect, layout, MODES, parseNetworkSpec } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { prusaSlicerPrint } from '@neurofab/test-kit';

/** Of each mode so many that are drawn, and some by name. Halves and plaques are laid down as what lies flat is. */
const SETS = [
  { file: 'fit', seed: 1, drawn: { upright: 24, flat: 24, halves: 8, plaque: 8 }, named: [] },
  {
    file: 'held-out',
    seed: 2,
    drawn: { upright: 12, flat: 12, halves: 12, plaque: 12 },
    named: [
      [3, 6, 6, 4, 2],
      [8, 4, 2, 4, 8],
      [2, 3, 1],
    ],
  },
  {
    file: 'fit-quick',
    pace: 'quick',
    seed: 3,
    drawn: { upright: 6, flat: 12, halves: 0, plaque: 2 },
    named: [],
  },
  {
    file: 'held-out-quick',
    pace: 'quick',
    seed: 4,
    drawn: { upright: 3, flat: 5, halves: 1, plaque: 1 },
    named: [[2, 3, 1]],
  },
];

for (const { file, seed, drawn, named, pace } of SETS) {
  const path = new URL(`../cases/${file}.jsonl`, import.meta.url);
  const known = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const cases = MODES.flatMap((mode) => [
    ...named.map((layers) => ({ network: { layers, mode }, slots: 4 })),
    ...drawCases(mode, { seed, count: drawn[mode] }),
  ]);
  for (const { network, slots } of cases) {
    const asked = JSON.stringify({ network, slots }).slice(0, -1);
    if (known.some((line) => line.startsWith(asked))) continue;
    const { grams, supportGrams, minutes, toolChanges } = await slice(network, { slots, pace });
    const found = {
      grams: grams.map(rounded),
      supportGrams: rounded(supportGrams),
      minutes: rounded(minutes),
      toolChanges,
    };
    appendFileSync(path, `${JSON.stringify({ network, slots, ...found })}\n`);
  }
}

async function slice(network, { slots, pace }) {
  const scene = layout(parseNetworkSpec(network), { slots });
  const extruders = Math.max(...scene.parts.map(({ slot }) => slot));
  return prusaSlicerPrint(await collect(threeMf().render(scene, { bodies: solids })), { extruders, pace });
}

/** Networks of all sizes that a maker prints; those that get supports are smaller, since they take minutes to slice. */
function drawCases(mode, { seed, count }) {
  const random = generator(seed * 100 + MODES.indexOf(mode));
  const among = (values) => values[Math.floor(random() * values.length)];
  const between = (min, max) => min + Math.floor(random() * (max - min + 1));
  const [maxLayers, maxNodes] = mode === 'upright' ? [4, 4] : [5, 7];
  return Array.from({ length: count }, (_, i) => {
    const layers = Array.from({ length: between(2, maxLayers) }, () => between(1, maxNodes));
    const nodeRadius = among([2.8, 3, 3.5, 4, 4, 4.5, 5]);
    const isWeighted = i % 5 < 2;
    const connectionRadius = among([undefined, undefined, 0.7, 0.8, 1, 1.2, 1.5]);
    const weight = () => (random() < 0.15 ? null : Math.round(200 * random() - 100) / 100);
    const weights = layers
      .slice(1)
      .map((rows, gap) => Array.from({ length: rows }, () => Array.from({ length: layers[gap] }, weight)));
    const network = {
      layers,
      mode,
      nodeRadius,
      ...(isWeighted ? { weights } : { connectionRadius }),
      nodeSpacing: among([undefined, undefined, nodeRadius * 3, nodeRadius * 5]),
      base: among([undefined, undefined, undefined, undefined, undefined, { shape: 'none' }]),
    };
    return { network: JSON.parse(JSON.stringify(network)), slots: 1 + (i % 4) };
  });
}

/** Numbers from 0 up to 1 that look random and are always the same (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function rounded(value) {
  return Number(value.toFixed(3));
}
