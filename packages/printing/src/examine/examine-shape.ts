import type { NetworkScene } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { type Check, type ExamineOptions, findingOf } from './check.ts';
import type { PrintFinding } from './print-finding.ts';
import { NARROW_CONTACT, THIN_CONNECTIONS } from './shape/connections.ts';
import { FEW_SIDES } from './shape/few-sides.ts';
import { FUSING_CONNECTIONS } from './shape/fusing.ts';
import { HIGH_LAYERS } from './shape/high-layers.ts';
import { LOOSE_PEGS, SLENDER_POST, THIN_POSTS, TIGHT_PEGS } from './shape/posts.ts';
import { BRIDGE, SLENDER_CONNECTION } from './shape/spans.ts';
import { NO_WHOLE_LAYERS } from './shape/whole-layers.ts';

/** What is so whatever it is printed with. */
const OF_ANY_PRINTER: readonly Check[] = [NO_WHOLE_LAYERS];

const CHECKS: readonly Check[] = [
  THIN_CONNECTIONS,
  NARROW_CONTACT,
  FEW_SIDES,
  FUSING_CONNECTIONS,
  SLENDER_CONNECTION,
  BRIDGE,
  THIN_POSTS,
  SLENDER_POST,
  LOOSE_PEGS,
  TIGHT_PEGS,
  HIGH_LAYERS,
];

/** What a scene's lengths say of how it prints, in closed form: a few milliseconds, whatever its size. Without a printer what is so with any. */
export function examineShape(
  scene: NetworkScene,
  printer: Printer | undefined,
  options: ExamineOptions = {},
): PrintFinding[] {
  const checks = printer === undefined ? OF_ANY_PRINTER : [...CHECKS, ...OF_ANY_PRINTER];
  return checks.flatMap((check) => findingOf(check, scene, { ...options, printer }));
}
