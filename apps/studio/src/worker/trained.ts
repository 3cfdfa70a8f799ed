import { type NetworkSpecInput, SpecError } from '@neurofab/core';
import { parseNumber } from '@neurofab/core/internal';
import type { Show, TrainedNetwork } from '@neurofab/import';

/** A trained network that the worker keeps, and what is drawn of it. */
export interface TrainedModel {
  readonly name: string;
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

/** How much of a trained network is drawn where nobody says it, as `reduce` has it. */
export function modelOf({ source }: TrainedNetwork): TrainedModel {
  return { name: source.name, nodes: '10', show: 'strongest' };
}

/** Draws so much of a trained network. */
export async function reduced(
  network: TrainedNetwork,
  { nodes, show }: Pick<TrainedModel, 'nodes' | 'show'>,
): Promise<Reduced> {
  const { specOf } = await import('@neurofab/import');
  try {
    return { network: specOf(network, { nodes: parseNumber(nodes) ?? Number.NaN, show: showIn(show) }) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { fault: error.faults.map(({ message }) => message).join(' ') };
  }
}

function showIn(text: string): Show {
  if (text === 'strongest' || text === 'first') return text;
  return { nodes: text.split(',').map((number) => parseNumber(number.trim()) ?? Number.NaN) };
}
