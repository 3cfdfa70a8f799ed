import type { TrainedSpec } from '../spec/network-spec.ts';
import type { DrawnShare } from './drawn-share.ts';

/** What is drawn of a network, in sentences, the last without a full stop at the end. */
export function shownInWords(share: DrawnShare): string {
  return shownSentences(share).join('. ');
}

/** The same sentences, all without a full stop. */
export function shownSentences(share: DrawnShare): string[] {
  return [
    ...sourceInWords(share.trained),
    ...nodesInWords(share),
    ...labelsInWords(share),
    ...connectionsInWords(share),
    ...(share.trained?.biases === true ? ['Biases are not shown'] : []),
  ];
}

function sourceInWords({ file, format }: TrainedSpec = {}): string[] {
  return file === undefined ? [] : [`Read from ${file}${format === undefined ? '' : ` (${format})`}`];
}

function nodesInWords({ layers }: DrawnShare): string[] {
  const partly = layers.flatMap(({ label, size, drawn, flow }) => {
    if (drawn === size) return [];
    return [
      `${drawn} of ${size} of ${named(label)}${flow === undefined ? '' : `, carrying ${percent(flow)} of the flow`}`,
    ];
  });
  return partly.length === 0 ? [] : [`Nodes drawn: ${partly.join('; ')}`];
}

/** Of more nodes nobody reads a list. */
const MOST_LABELS = 24;

function labelsInWords({ layers }: DrawnShare): string[] {
  return layers.flatMap(({ label, labels = [] }) =>
    labels.length === 0 || labels.length > MOST_LABELS
      ? []
      : [`Nodes of ${named(label)} from below: ${labels.join('; ')}`],
  );
}

function connectionsInWords({ gaps, lone, thicknessBy }: DrawnShare): string[] {
  if (gaps === undefined) return [];
  if (gaps.every(({ strongest }) => strongest === 0))
    return ['No connection is drawn, since all have the weight 0'];
  const counts = gaps.map(({ drawn, connections }) => `${drawn} of ${connections}`).join(', ');
  const shares = gaps.map(({ shareOfWeight }) => Math.round(100 * shareOfWeight)).join(', ');
  const measure = thicknessBy === 'linear' ? 'diameter' : 'area';
  const thickest = gaps.map(({ atThickest }) => threeDigits(atThickest)).join(', ');
  const [clamped, spared] = [gaps.map((gap) => gap.clamped), gaps.map((gap) => gap.spared)].map(sum);
  return [
    `Connections drawn: ${counts} (${shares} % of their weight)`,
    `Twice the weight is twice the ${measure}, compared within one gap; the thickest stand for ${thickest}`,
    ...(clamped === 0
      ? []
      : [`${clamped} clamped: with more weight than that, but no thicker, so that others show`]),
    ...(spared === 0 ? [] : [`${spared} drawn thicker than the weight asks, so that no node stands alone`]),
    ...(lone === 0 ? [] : [`Nodes without any connection: ${lone}`]),
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** A name such as `2` would be taken for a number. */
export function named(label: string): string {
  return /\p{L}/u.test(label) ? label : `"${label}"`;
}

function threeDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A share of less than a half per cent has one digit. */
function percent(share: number): string {
  const value = 100 * share;
  if (value >= 0.5 || value === 0) return `${Math.round(value)} %`;
  return value < 0.01 ? 'less than 0.01 %' : `${value.toPrecision(1)} %`;
}
