import type { Mode, NetworkSpec } from '@neurofab/core';
import type { Asked } from '../asked/asked.ts';
import type { Settled } from '../asked/settle.ts';
import type { Format } from '../formats.ts';

/**
 * How a network lies on the bed where that is not said: flat for filament, since nothing hangs in the air then. Upright where there is
 * nothing to plug into a foot, where sizes of the disc are given, and where something else that was asked for is only there upright.
 */
export function usualMode(
  { base, given }: NetworkSpec,
  { outputs = [] }: Asked,
  { printer, shells, origin, format }: Settled,
  formats: readonly Format[],
): Mode {
  const isOfDisc = ['radius', 'thickness', 'segments'].some((field) => field in (given.base ?? {}));
  const stands = base.shape === 'disc' && base.posts && !isOfDisc;
  const wanted = outputs.length === 0 ? [format] : outputs.map((output) => output.format ?? format);
  const isHeld = formats
    .map((make) => make())
    .every(({ id, modes }) => modes?.includes('flat') !== false || !wanted.includes(id));
  return printer?.process === 'fdm' && stands && !shells && origin === 'bed' && isHeld ? 'flat' : 'upright';
}
