import type { NetworkScene, Piece } from '@neurofab/core';
import { nodeNames } from '../name-node.ts';
import type { Where } from '../print-finding.ts';
import type { Line } from './lines.ts';

/** Connections by the nodes that they join. */
export function whereLines(scene: NetworkScene, piece: Piece, lines: readonly Line[]): Where {
  const name = nodeNames(scene, piece);
  return { connections: lines.map(({ ends }) => [name(ends[0])!, name(ends[1])!]) };
}
