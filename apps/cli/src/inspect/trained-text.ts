import { formatCount, shownSentences } from '@neurofab/core/internal';
import { alignedRows } from '@neurofab/words';
import type pc from 'picocolors';
import { printable } from '../words/messages.ts';
import type { TrainedInspection } from './inspect-trained.ts';

/** What is in a file of a trained network, in words: a table of its layers, what is to be known of it, and what would be drawn. */
export function trainedText(
  {
    path,
    format,
    producer,
    sizes,
    layers,
    parameters,
    inputNames,
    outputNames,
    notes,
    drawn,
  }: TrainedInspection,
  { bold, dim }: ReturnType<typeof pc.createColors>,
): string {
  const rows = layers.map((layer) => [
    printable(layer.name),
    `${formatCount(layer.inputs)} → ${formatCount(layer.outputs)}`,
    layer.activation ?? '–',
    formatCount(layer.parameters),
    String(Number(layer.largestWeight.toPrecision(3))),
  ]);
  const [head, ...table] = alignedRows([HEAD, ...rows], ['left', 'left', 'left', 'right', 'right']);
  return [
    `${bold(printable(path))}  ${printable([format, ...(producer === null ? [] : [producer]), sizes.join('-')].join(', '))}`,
    dim(`  ${head}`),
    ...table.map((row) => `  ${row}`),
    `  ${formatCount(parameters)} parameters`,
    ...namesText('inputs', inputNames),
    ...namesText('outputs', outputNames),
    ...notes.map(({ text }) => `  ${printable(text)}`),
    '  would be drawn:',
    ...shownSentences({ ...drawn, trained: { biases: drawn.trained?.biases } }).map(
      (sentence) => `    ${printable(sentence)}.`,
    ),
    '',
    '',
  ].join('\n');
}

const HEAD = ['layer', 'nodes', 'activation', 'parameters', 'largest weight'];

/** Of more nobody reads a list. */
const MOST_NAMES = 24;

function namesText(what: string, names: readonly string[] | null): string[] {
  if (names === null) return [];
  const more = names.length - MOST_NAMES;
  const list = names.slice(0, MOST_NAMES).join('; ');
  return [`  ${what}: ${printable(list)}${more > 0 ? ` … and ${formatCount(more)} more` : ''}`];
}
