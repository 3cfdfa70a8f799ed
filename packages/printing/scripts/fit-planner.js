// Fits the planner's numbers to what PrusaSlicer said of cases/fit.jsonl (see slice-cases.js), writes them into src/plan/fitted.ts,
// and says how far the planner is off for cases/held-out.jsonl, which were not fitted to; docs/printing.md has that table. Build
// before and after, since it measures and judges by what is built:
//     node packages/printing/scripts/fit-planner.js && npx tsc -b && node packages/printing/scripts/fit-planner.js --judge
import { readFileSync, writeFileSync } from 'node:fs';
import { layout, MODES, parseNetworkSpec } from '@neurofab/core';
import { filamentChange, findPrinter } from '@neurofab/printers';
import { layersOf, plan } from '@neurofab/printing';
import { estimate } from '../dist/plan/estimate.js';
import { FITTED } from '../dist/plan/fitted.js';
import { measureLayers } from '../dist/plan/measure-layers.js';

const LAYER_HEIGHT = 0.2;
const DENSITY = 0.00124;

const HEADS = [
  '`--mode`',
  'networks',
  'filament: mean',
  'worst',
  'within 10 %',
  'time: mean',
  'worst',
  'within 12 %',
  'tool changes: exact',
  'worst',
];

if (process.argv.includes('--judge')) writeErrors();
else writeFitted();

function casesOf(file) {
  const lines = readFileSync(new URL(`../cases/${file}.jsonl`, import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

function sceneOf({ network, slots }) {
  return layout(parseNetworkSpec(network), { slots });
}

function writeFitted() {
  const cases = measured('fit');
  const seconds = { steady: fitSeconds(cases, 'steady'), quick: fitSeconds(measured('fit-quick'), 'quick') };
  const filled = { ...fitModel(cases), ...fitSupport(cases) };
  writeFileSync(new URL('../src/plan/fitted.ts', import.meta.url), fittedSource(filled, seconds));
}

function measured(file) {
  return casesOf(file).map((sliced) => {
    const scene = sceneOf(sliced);
    const slots = scene.parts.map(({ slot }) => slot);
    const layers = layersOf(scene, { layerHeight: LAYER_HEIGHT, cell: 0.2 });
    return { ...sliced, layers: measureLayers(layers, { slots }) };
  });
}

function fittedSource(filled, { steady, quick }) {
  const types = (values) => Object.keys(values).map((name) => `  readonly ${name}: number;`);
  const lines = (values) =>
    Object.entries(values).map(([name, value]) => `${name}: ${Number(value.toPrecision(4))},`);
  return `// Written by scripts/fit-planner.js.
import type { PaceId } from '@neurofab/printers';

/** For each square millimetre, contour, millimetre and change of tools; and how many times as long a layer may take to cool. */
interface Seconds {
${types(steady).join('\n')}
}

export interface Fitted {
  /** How much of an area is filament, and how wide a line around supports is in millimetres. */
  readonly filled: {
  ${types(filled).join('\n  ')}
  };
  readonly seconds: Readonly<Record<PaceId, Seconds>>;
}

/** What fits best what PrusaSlicer says of the cases in cases/fit.jsonl and cases/fit-quick.jsonl. */
export const FITTED: Fitted = {
  filled: {
    ${lines(filled).join('\n    ')}
  },
  seconds: {
    steady: {
      ${lines(steady).join('\n      ')}
    },
    quick: {
      ${lines(quick).join('\n      ')}
    },
  },
};
`;
}

/** Of all layers, and of all slots in them, what a function says. */
function sumOf(layers, of) {
  return layers.reduce((sum, layer) => sum + of(layer), 0);
}

function slotSum(layer, name) {
  return layer.slots.reduce((sum, slot) => sum + slot[name], 0);
}

/** How much of walls, solid and sparse fill is filament. */
function fitModel(cases) {
  const names = ['walls', 'solid', 'bridges', 'sparse'];
  const rows = cases.map(({ layers, grams, supportGrams }) => ({
    inputs: names.map((name) => DENSITY * LAYER_HEIGHT * sumOf(layers, (layer) => slotSum(layer, name))),
    output: grams.reduce((sum, some) => sum + some, 0) - supportGrams,
  }));
  return named(names, leastSquares(relative(rows)));
}

function fitSupport(cases) {
  const rows = cases
    .filter(({ supportGrams }) => supportGrams > 0.5)
    .map(({ layers, supportGrams }) => ({
      inputs: ['support', 'supportOutline'].map(
        (name) => DENSITY * LAYER_HEIGHT * sumOf(layers, (layer) => layer[name]),
      ),
      output: supportGrams,
    }));
  const [support, supportOutline] = leastSquares(relative(rows));
  return { support, supportOutline };
}

/** Seconds are no sum of what is measured, since slicers slow down what is done soon: so they are fitted in steps (Gauss and Newton). */
function fitSeconds(cases, pace) {
  const names = [
    'walls',
    'solid',
    'bridges',
    'turns',
    'contour',
    'support',
    'supportOutline',
    'toolChange',
    'slowest',
  ];
  const secondsOf = ({ slots, layers }, values) =>
    estimate(layers, {
      slots,
      layerHeight: LAYER_HEIGHT,
      layersEach: 1,
      pace,
      fitted: { ...FITTED, seconds: { [pace]: named(names, values) } },
    }).seconds;
  let values = names.map((name) => FITTED.seconds[pace][name]);
  for (let step = 0; step < 60; step++) {
    const rows = cases.map((sliced) => {
      const found = secondsOf(sliced, values);
      const inputs = values.map((value, i) => {
        const more = values.with(i, value * 1.001);
        return (secondsOf(sliced, more) - found) / (value * 0.001);
      });
      return { inputs, output: 60 * sliced.minutes - found, scale: 60 * sliced.minutes };
    });
    const change = leastSquares(
      rows.map(({ inputs, output, scale }) => ({
        inputs: inputs.map((input) => input / scale),
        output: output / scale,
      })),
    );
    // Half a step at a time, and never below zero.
    values = values.map((value, i) => Math.max(0.5 * value, value + 0.5 * change[i]));
  }
  return named(names, values);
}

/** Rows in which each case counts for as much as any other, however large it is. */
function relative(rows) {
  return rows.map(({ inputs, output }) => ({ inputs: inputs.map((input) => input / output), output: 1 }));
}

/** Of rows of inputs the factors whose sums are nearest to the outputs, by the normal equations. */
function leastSquares(rows) {
  const count = rows[0].inputs.length;
  const matrix = Array.from({ length: count }, (_, i) => [
    ...Array.from({ length: count }, (_, k) =>
      rows.reduce((sum, { inputs }) => sum + inputs[i] * inputs[k], 0),
    ),
    rows.reduce((sum, { inputs, output }) => sum + inputs[i] * output, 0),
  ]);
  for (let i = 0; i < count; i++) {
    // What makes no difference stays as it is.
    matrix[i][i] += 1e-12;
    const pivot = matrix[i].map((value) => value / matrix[i][i]);
    for (let k = 0; k < count; k++) {
      const factor = matrix[k][i];
      matrix[k] = k === i ? pivot : matrix[k].map((value, column) => value - factor * pivot[column]);
    }
  }
  return matrix.map((row) => row[count]);
}

function named(names, values) {
  return Object.fromEntries(names.map((name, i) => [name, values[i]]));
}

/** Writes into docs/printing.md how far the planner is off. */
function writeErrors() {
  const errors = errorsOf('held-out', 'prusa-mk3s');
  const rows = [
    ...MODES.map((mode) =>
      errorRow(
        `\`${mode}\``,
        errors.filter((error) => error.mode === mode),
      ),
    ),
    errorRow('all', errors),
    errorRow('as fast as a P1S', errorsOf('held-out-quick', 'bambu-p1s')),
  ];
  const path = new URL('../../../docs/printing.md', import.meta.url);
  const before = readFileSync(path, 'utf8');
  const table = /^\| `--mode` +\| networks .*\n(\|.*\n)+/m;
  if (!table.test(before)) throw new Error('docs/printing.md has no table of errors.');
  writeFileSync(path, before.replace(table, aligned([HEADS, ...rows])));
}

/** In shares of what PrusaSlicer says, which was told of no time to change tools. */
function errorsOf(file, id) {
  const printer = findPrinter(id);
  return casesOf(file).map((sliced) => {
    const { grams, minutes, toolChanges } = plan(sceneOf(sliced), printer);
    const printing = minutes - (filamentChange(printer).seconds * toolChanges) / 60;
    return {
      mode: sliced.network.mode,
      grams: Math.abs(grams / sliced.grams.reduce((sum, some) => sum + some, 0) - 1),
      minutes: Math.abs(printing / sliced.minutes - 1),
      toolChanges: Math.abs(toolChanges - sliced.toolChanges) / Math.max(1, sliced.toolChanges),
    };
  });
}

function errorRow(name, errors) {
  const percent = (share) => `${Number((100 * share).toFixed(1))} %`;
  const mean = (of) => percent(errors.reduce((sum, error) => sum + error[of], 0) / errors.length);
  const worst = (of) => percent(Math.max(...errors.map((error) => error[of])));
  const within = (of, limit) => String(errors.filter((error) => error[of] <= limit).length);
  return [
    ...[name, String(errors.length)],
    ...[mean('grams'), worst('grams'), within('grams', 0.1)],
    ...[mean('minutes'), worst('minutes'), within('minutes', 0.12)],
    ...[within('toolChanges', 0), worst('toolChanges')],
  ];
}

/** Rows of cells as a table of Markdown. */
function aligned([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length)));
  const lines = [head, widths.map((width) => '-'.repeat(width)), ...rows].map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |\n`,
  );
  return lines.join('');
}
