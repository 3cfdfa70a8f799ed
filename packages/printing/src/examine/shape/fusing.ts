import type { NetworkScene } from '@neurofab/core';
import { shownCount, thickestConnection } from '@neurofab/core/internal';
import type { Check, Measured } from '../check.ts';
import { LEAST_GAPS } from '../limits.ts';
import type { PrintRemedy } from '../print-finding.ts';
import { crossing, gapsOf, type Line, networkPiece } from './lines.ts';
import { whereLines } from './where-lines.ts';

export const FUSING_CONNECTIONS: Check = {
  code: 'fusing-connections',
  path: ['network', 'layerSpacing'],
  isBad: 'below',
  limit: ({ process }) => LEAST_GAPS[process],
  measure: leastGap,
  changes: ({ source }, { value, limit }) => [
    ...(source.weights === undefined
      ? [{ connectionRadius: source.connectionRadius - (limit - value) / 2 }]
      : []),
    ...widerApart(source, limit),
  ],
};

/** To draw a network out farther makes another one of it. */
const MOST_WIDER = 3;

/** Layers so far apart that parallel connections from neighbours to neighbours are, however steep; nothing where no distance is enough. */
function widerApart(spec: NetworkScene['source'], gap: number): PrintRemedy[] {
  const { layers, nodeSpacing, layerSpacing } = spec;
  const share = (thickestConnection(spec) + gap) / nodeSpacing;
  if (share >= 1) return [];
  const highest = Math.max(...layers.map(shownCount)) * nodeSpacing;
  const spacing = (highest * share) / Math.sqrt(1 - share ** 2);
  return spacing <= MOST_WIDER * layerSpacing ? [{ layerSpacing: spacing }] : [];
}

/** Of connections that neither cross nor share a node, as parallel ones, which near no node may run together. */
function leastGap(scene: NetworkScene): Measured | undefined {
  const piece = networkPiece(scene);
  if (piece === undefined) return undefined;
  let best: { readonly value: number; readonly lines: readonly [Line, Line] } | undefined;
  for (const { lines } of gapsOf(scene, piece)) {
    for (const [i, line] of lines.entries()) {
      for (let j = 0; j < i; j++) {
        const other = lines[j]!;
        if (line.ends[0] === other.ends[0] || line.ends[1] === other.ends[1]) continue;
        if (crossing(line, other) !== undefined) continue;
        const value = between(line, other) - line.radius - other.radius;
        if (value < (best?.value ?? Infinity)) best = { value, lines: [other, line] };
      }
    }
  }
  return best && { value: best.value, where: whereLines(scene, piece, best.lines) };
}

/** From skin to skin of their nodes; between lines that do not cross it is least at an end of one of them. */
function between(line: Line, other: Line): number {
  return Math.min(
    toLine(line, line.start, other),
    toLine(line, line.end, other),
    toLine(other, other.start, line),
    toLine(other, other.end, line),
  );
}

/** How far a point of one line is from another line. */
function toLine({ fromX, fromY, toX, toY }: Line, share: number, other: Line): number {
  const x = fromX + share * (toX - fromX) - other.fromX;
  const y = fromY + share * (toY - fromY) - other.fromY;
  const alongX = other.toX - other.fromX;
  const alongY = other.toY - other.fromY;
  const foot = (x * alongX + y * alongY) / (alongX ** 2 + alongY ** 2);
  const nearest = Math.min(other.end, Math.max(other.start, foot));
  return Math.sqrt((x - nearest * alongX) ** 2 + (y - nearest * alongY) ** 2);
}
