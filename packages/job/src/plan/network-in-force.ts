import {
  type Mode,
  type NetworkSpec,
  type NetworkSpecInput,
  parseNetworkSpec,
  SpecError,
  scaleSpec,
} from '@neurofab/core';
import { isObject, MODE_TRAITS } from '@neurofab/core/internal';
import { PROCESSES } from '@neurofab/printers';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import { fitting } from '../findings/bed.ts';
import type { Finding } from '../findings/finding.ts';
import { usualMode } from './usual-mode.ts';

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

/** The network that was asked for, in the size and mode that was. Throws a SpecError for the faults of the network itself. */
export function networkInForce(asked: Asked, settled: Settled): NetworkInForce {
  const { printer } = settled;
  const unscaled = asked.spec ?? parsed(asked, settled);
  const { scale, thin } = settled.scale === 'fit' ? fitting(unscaled, printer!)! : { scale: settled.scale };
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

/** The network as a person writes it, with the defaults that a printer wants. */
function parsed(asked: Asked, settled: Settled): NetworkSpec {
  const { network = {}, lettering, own } = asked;
  const process = settled.printer && PROCESSES[settled.printer.process];
  const parse = (input: NetworkSpecInput, mode?: Mode) =>
    parseNetworkSpec(input, {
      tolerance: process?.tolerance,
      layerHeight: process?.layerHeight,
      mode,
      lettering,
      own,
    });
  if (!isObject(network as unknown) || network.mode !== undefined) return parse(network);
  // Where nobody has said yet whether it is cut, sizes of cuts mean nothing yet.
  const { layerHeight, clearance, ...uncut } = network;
  const spec = parse(uncut);
  const { mode } = usualMode(spec, settled);
  const isSized = layerHeight !== undefined || clearance !== undefined;
  // A file says it as if it had been given where sizes of cuts would mean nothing without.
  if (isSized && MODE_TRAITS[mode].lies) return parse({ ...network, mode });
  return isSized || mode !== spec.mode ? parse(network, mode) : spec;
}
