import { type NetworkSpec, parseNetworkSpec, SpecError, scaleSpec } from '@neurofab/core';
import { PROCESSES } from '@neurofab/printers';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import { fitting } from '../findings/bed.ts';
import type { Finding } from '../findings/finding.ts';

/** The network of the size that was asked for. */
export interface NetworkInForce {
  readonly spec: NetworkSpec;
  /** How many times as large as the network says. */
  readonly scale: number;
  /** The same network as large as it says. */
  readonly unscaled: NetworkSpec;
  /** Why it cannot have the size that was asked for; then it has one that it can have. */
  readonly findings: readonly Finding[];
}

/** The network that was asked for, in the size that was. Throws a SpecError for the faults of the network itself. */
export function networkInForce(
  { network = {}, spec: complete }: Asked,
  { printer, scale: asked }: Settled,
): NetworkInForce {
  const tolerance = printer && PROCESSES[printer.process].tolerance;
  const unscaled = complete ?? parseNetworkSpec(network, { tolerance });
  const { scale, thin } = asked === 'fit' ? fitting(unscaled, printer!)! : { scale: asked };
  const findings: Finding[] = [];
  if (thin !== undefined) {
    const about = { level: 'refusal', path: ['scale'], printer: printer!.name } as const;
    findings.push({ ...about, code: 'too-thin-to-fit', value: scale, thin });
  }
  if (scale === 1) return { spec: unscaled, scale, unscaled, findings };
  try {
    return { spec: scaleSpec(unscaled, scale), scale, unscaled, findings };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const about = { code: 'length-out-of-limits', level: 'refusal', value: scale } as const;
    const faults = error.faults.map(({ path, message }) => ({
      ...about,
      path: ['network', ...path],
      message,
    }));
    return { spec: unscaled, scale: 1, unscaled, findings: [...findings, ...faults] };
  }
}
