import type { Io, OutputStream } from '../io.ts';

/** Bits of colour that words on a stream may use; 1 for none. NO_COLOR and FORCE_COLOR are obeyed (no-color.org, force-color.org). */
export function colorDepth(stream: OutputStream, env: Io['env']): number {
  if (env.NO_COLOR) return 1;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return FORCED_DEPTHS[forced] ?? 4;
  if (stream.isTTY !== true) return 1;
  return stream.getColorDepth?.(env) ?? 4;
}

const FORCED_DEPTHS: Readonly<Record<string, number>> = { 0: 1, false: 1, 1: 4, true: 4, 2: 8, 3: 24 };
