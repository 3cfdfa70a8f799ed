import type { Backend, Lettering } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import type { Asked } from '../asked/asked.ts';
import { settle } from '../asked/settle.ts';
import { largeFileFindings } from '../findings/files.ts';
import { printerFindings } from '../findings/printer.ts';
import { FORMATS } from '../formats.ts';
import { type PlannedFile, planFiles } from '../plan/plan-files.ts';
import type { PlanOptions } from '../plan/plan-job.ts';
import type { RunnablePlan } from '../render/render-plan.ts';
import { platePicture } from './plate-picture.ts';
import type { PlateScene } from './plate-scene.ts';

/** What is made of a plate, for `renderPlan` and `estimatePrint`. */
export interface PlatePlan extends RunnablePlan {
  readonly printer: Printer;
}

export interface PlanPlateOptions extends PlanOptions {
  /** What was asked for one of its networks. */
  readonly asked: Asked;
  /** What its files are called, without extension. */
  readonly name: string;
  /** What `plateNumbers` gives, if there is to be a picture. */
  readonly numbers?: Lettering | undefined;
}

/** The file of a plate in the format that was asked for or that the printer wants, and a picture; and what is to be known of all networks together. */
export function planPlate(
  { scene, networks }: PlateScene,
  { asked, name, numbers, formats = FORMATS }: PlanPlateOptions,
): PlatePlan {
  const settled = settle(asked);
  const { printer, settings } = settled;
  const outputs = asked.outputs?.map(({ format }) => ({ format }));
  const { files } = planFiles({ outputs }, { settled, scene, stem: name, formats });
  const [{ bodies }] = files as [PlannedFile];
  const backend = numbers && platePicture({ networks, bed: printer!.bed!, numbers });
  return {
    scene,
    printer: printer!,
    files: [
      ...files,
      ...(backend === undefined ? [] : [{ name: `${name}.png`, output: files.length, backend, bodies }]),
    ],
    settings,
    findings: [...printerFindings(scene, files, printer!), ...largeFileFindings(files)],
  };
}

/** Whether a format holds several networks as they are printed: pictures and source do not. */
export function holdsPlates({ isToShow, holds }: Backend): boolean {
  return !isToShow && holds !== 'source';
}
