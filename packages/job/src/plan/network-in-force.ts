import {
  NETWORK_DEFAULTS,
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
import { FORMATS, type Format } from '../formats.ts';
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
export function networkInForce(
  asked: Asked,
  settled: Settled,
  formats: readonly Format[] = FORMATS,
): NetworkInForce {
  const { printer } = settled;
  const unscaled = asked.spec ?? parsed(asked, settled, formats);
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
function parsed(asked: Asked, settled: Settled, formats: readonly Format[]): NetworkSpec {
  const { network = {} } = asked;
  const process = settled.printer && PROCESSES[settled.printer.process];
  const parse = (input: NetworkSpecInput) => parseNetworkSpec(input, { tolerance: process?.tolerance });
  if (!isObject(network as unknown)) return parse(network);
  // Where nobody has said yet whether it is cut, sizes of cuts mean nothing yet.
  const { layerHeight, clearance, ...uncut } = network;
  const isOpen = network.mode === undefined;
  const spec = parse(isOpen ? uncut : network);
  const mode = network.mode ?? usualMode(spec, asked, settled, formats);
  const height = MODE_TRAITS[mode].lies ? process?.layerHeight : undefined;
  // As if they had been given, so that files say them whatever printer they are read for.
  const wanted: NetworkSpecInput = {
    ...(mode !== spec.mode && { mode }),
    ...(layerHeight === undefined && height !== NETWORK_DEFAULTS.layerHeight && { layerHeight: height }),
  };
  const isWhole = !isOpen || (layerHeight === undefined && clearance === undefined);
  const isAsWanted = wanted.mode === undefined && wanted.layerHeight === undefined;
  return isWhole && isAsWanted ? spec : parse({ ...network, ...wanted });
}
