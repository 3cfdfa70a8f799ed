import { type NetworkSpecInput, SpecError } from '@neurofab/core';
import { parseNumber } from '@neurofab/core/internal';
import type { Show, TrainedNetwork } from '@neurofab/import';

/** A trained network that the worker keeps, and what is drawn of it. */
export interface TrainedModel {
  /** By which it is known. */
  readonly sha256: string;
  /** Most rows of a layer, as text. */
  readonly nodes: string;
  /** `strongest`, `first`, or numbers of nodes with commas. */
  readonly show: string;
  /** Why what was asked for last draws nothing. */
  readonly fault?: string | undefined;
}

/** What of a trained network is drawn, as a spec; or why nothing is. */
export interface Reduced {
  readonly network?: NetworkSpecInput;
  readonly fault?: string;
}

/** The most rows where nobody says it, as `reduce` has it. */
const USUAL_NODES = '10';

/** How much of a trained network is drawn where nobody says it. */
export function modelOf({ source }: TrainedNetwork): TrainedModel {
  return { sha256: source.sha256, nodes: USUAL_NODES, show: 'strongest' };
}

/** Draws so much of a trained network. */
export async function reduced(
  network: TrainedNetwork,
  { nodes, show }: Pick<TrainedModel, 'nodes' | 'show'>,
): Promise<Reduced> {
  const { specOf } = await import('@neurofab/import');
  const rows = parseNumber(nodes.trim() || USUAL_NODES);
  const which = showIn(show);
  if (rows === undefined) return { fault: `Rows must be a whole number, but are ${JSON.stringify(nodes)}.` };
  if (which === undefined) {
    return { fault: `Nodes must be numbers with commas, such as 3,17,42, but are ${JSON.stringify(show)}.` };
  }
  try {
    return { network: specOf(network, { nodes: rows, show: which }) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { fault: error.faults.map(({ message }) => message).join(' ') };
  }
}

function showIn(text: string): Show | undefined {
  if (text === 'strongest' || text === 'first') return text;
  const nodes = text.split(',').map((number) => parseNumber(number.trim()));
  return nodes.every((node) => node !== undefined) ? { nodes } : undefined;
}
