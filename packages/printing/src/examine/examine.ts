import type { NetworkScene } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import type { ExamineOptions } from './check.ts';
import { examineLayers } from './examine-layers.ts';
import { examinePurge } from './examine-purge.ts';
import { examineShape } from './examine-shape.ts';
import type { PrintFinding } from './print-finding.ts';

/** What a maker should know of a scene that a printer is to print: from its lengths, its layers, and what changing colours takes. */
export function examine(scene: NetworkScene, printer: Printer, options: ExamineOptions = {}): PrintFinding[] {
  return [
    ...examineShape(scene, printer, options),
    ...examineLayers(scene, printer, options),
    ...examinePurge(scene, printer, options),
  ];
}
