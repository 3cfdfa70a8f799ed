import type { Mode, NetworkSpec } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import type { Settled } from '../asked/settle.ts';

/** What keeps a network upright that filament would have lie flat: sizes of its disc, a base without posts, or what is only there upright. */
export type KeptUpright = 'disc' | 'no-posts' | 'shells' | 'origin';

/** How a network lies on the bed where that is not said: flat for filament, since nothing hangs in the air then; or why it does not. */
export function usualMode(
  spec: NetworkSpec,
  settled: Settled,
): { readonly mode: Mode; readonly keptUpright?: KeptUpright } {
  if (settled.printer?.process !== 'fdm') return { mode: 'upright' };
  const reason = keptUpright(spec, settled);
  return reason === undefined ? { mode: 'flat' } : { mode: 'upright', keptUpright: reason };
}

/** Why a network is not laid flat; `undefined` where it is for filament. */
function keptUpright({ base, given }: NetworkSpec, { shells, origin }: Settled): KeptUpright | undefined {
  if (isOfDisc(given)) return 'disc';
  if (base.shape === 'disc' && !base.posts) return 'no-posts';
  if (shells) return 'shells';
  return origin === 'model' ? 'origin' : undefined;
}

/** Whether sizes of a disc are given. A plate has a thickness too. */
export function isOfDisc({ base = {}, mode = 'upright' }: NetworkSpec['given']): boolean {
  const isThick = base.thickness !== undefined && !MODE_TRAITS[mode].hasPlate;
  return base.radius !== undefined || base.segments !== undefined || isThick;
}
