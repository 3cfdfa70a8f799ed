import type { NetworkScene } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import { PROCESSES } from '@neurofab/printers';
import type { Check, Measured } from '../check.ts';
import { LIMITS } from '../limits.ts';
import { crossing, type Gap, gapsOf, type Line, networkPiece } from './lines.ts';
import { whereLines } from './where-lines.ts';

export const SLENDER_CONNECTION: Check = {
  code: 'slender-connection',
  path: ['network'],
  isBad: 'above',
  limit: () => LIMITS.slenderConnection,
  measure: (scene) => greatest(scene, ({ span, line }) => span / (2 * line.radius)),
  changes: ({ source }, { value, limit }) =>
    source.weights === undefined ? [{ connectionRadius: (source.connectionRadius * value) / limit }] : [],
};

export const BRIDGE: Check = {
  code: 'bridge',
  path: ['network', 'mode'],
  isBad: 'above',
  limit: ({ process }, { source }) =>
    process === 'fdm' && !MODE_TRAITS[source.mode].lies ? LIMITS.bridge : undefined,
  measure: (scene, { process }) =>
    greatest(scene, ({ span, line }) => (line.rise <= PROCESSES[process].layerHeight ? span : 0)),
  changes: () => [{ mode: 'flat' }],
};

/** The longest way along a connection between what holds it: nodes, and connections that cross it. */
interface Span {
  readonly line: Line;
  readonly span: number;
}

function greatest(scene: NetworkScene, sizeOf: (span: Span) => number): Measured | undefined {
  const piece = networkPiece(scene);
  if (piece === undefined) return undefined;
  let best: { readonly value: number; readonly line: Line } | undefined;
  for (const gap of gapsOf(scene, piece)) {
    for (const span of spansOf(gap)) {
      const value = sizeOf(span);
      if (value > (best?.value ?? 0)) best = { value, line: span.line };
    }
  }
  return best && { value: best.value, where: whereLines(scene, piece, [best.line]) };
}

function spansOf({ lines, isWhole, edges }: Gap): Span[] {
  if (!isWhole) return edges.map((line) => ({ line, span: line.length }));
  return lines.map((line) => {
    const { start, end, length } = line;
    const shares = [start, end];
    for (const other of lines) {
      const share = crossing(line, other);
      if (share !== undefined && share > start && share < end) shares.push(share);
    }
    shares.sort((a, b) => a - b);
    const widest = Math.max(...shares.slice(1).map((share, i) => share - shares[i]!));
    return { line, span: (widest * length) / (end - start) };
  });
}
