import type { NetworkScene, NetworkSpec, Settings } from '@neurofab/core';
import { isBaseLoose, MODE_TRAITS, minBaseRadius } from '@neurofab/core/internal';
import type { Printer } from '@neurofab/printers';
import { examineShape } from '@neurofab/printing';
import type { Asked } from '../asked/asked.ts';
import { noCommonBedFindings, tooLargeFindings } from '../findings/bed.ts';
import { brailleFindings } from '../findings/braille.ts';
import { colorFindings } from '../findings/colors.ts';
import type { JoiningEstimate } from '../findings/estimate-joining.ts';
import { idleFindings, largeFileFindings, recipeFindings } from '../findings/files.ts';
import { type Finding, refusals } from '../findings/finding.ts';
import { heightFindings } from '../findings/heights.ts';
import { joiningEstimate, joiningFindings } from '../findings/joining.ts';
import { labelFindings } from '../findings/labels.ts';
import { loosePieceFindings } from '../findings/loose-pieces.ts';
import { modeFindings } from '../findings/mode.ts';
import { printerFindings } from '../findings/printer.ts';
import { signFindings } from '../findings/signs.ts';
import { withSoundRemedies } from '../findings/sound-remedies.ts';
import { textFindings } from '../findings/text.ts';
import { FORMATS, type Format } from '../formats.ts';
import { type MergedPart, mergedParts } from './merged-parts.ts';
import { type PlannedFile, planFiles } from './plan-files.ts';
import { type Standing, standing } from './standing.ts';
import { usualName } from './usual-name.ts';

/** What will come of what was asked for. */
export interface Plan {
  readonly asked: Asked;
  /** The network in force. */
  readonly spec: NetworkSpec;
  /** How many times as large as it was asked for. */
  readonly scale: number;
  readonly scene: NetworkScene;
  readonly printer?: Printer;
  /** The parts whose colours were merged, because there are too few slots. */
  readonly merged: readonly MergedPart[];
  readonly files: readonly PlannedFile[];
  /** What goes into the recipe of each file. */
  readonly settings: Settings;
  /** What it takes to join the bodies; left out where nothing is joined. */
  readonly joining?: JoiningEstimate;
  /** What is to be known of it. A plan with a refusal cannot be run. */
  readonly findings: readonly Finding[];
}

export interface PlanOptions {
  /** What can be written, the usual format first; `FORMATS` if left out. */
  readonly formats?: readonly Format[] | undefined;
}

/**
 * Plans what was asked for: which files, with which bodies, and all that can be known before the work begins. What cannot be made
 * is a refusal among the findings, beside a plan of what comes nearest. Throws a SpecError for the faults of the network itself.
 */
export function planJob(asked: Asked, options: PlanOptions = {}): Plan {
  const plan = draftJob(asked, options);
  const known = plan.findings;
  const findingsOf = (other: Asked) => draftJob(other, options).findings;
  return { ...plan, findings: withSoundRemedies(known, { asked, known, findingsOf }) };
}

/** The same in less time, with remedies that nobody tried. */
export function draftJob(asked: Asked, { formats = FORMATS }: PlanOptions = {}): Plan {
  const stand = standing(asked);
  const { settled, spec, scale, scene } = stand;
  const stem = usualName(spec, { asked: asked.fileName, printer: settled.printer?.id });
  const { files, findings } = planFiles(asked, { settled, scene, stem, formats });
  const joining = joiningEstimate(scene, files);
  return {
    asked,
    spec,
    scale,
    scene,
    ...(settled.printer !== undefined && { printer: settled.printer }),
    merged: scene.colorBands === undefined ? mergedParts(scene) : [],
    files,
    settings: settled.settings,
    ...(joining !== undefined && { joining }),
    findings: [
      ...settled.findings,
      ...findings,
      ...modeFindings(scene, files, { asked, settled }),
      ...sizeFindings(stand),
      ...baseFindings(stand),
      ...textFindings(scene, scale),
      ...brailleFindings(scene, scale),
      ...labelFindings(scene),
      ...loosePieceFindings(scene, stand.unscaled),
      ...shapeFindings(stand),
      ...(settled.printer === undefined ? [] : printerFindings(scene, files, settled.printer)),
      ...colorFindings(scene, files, settled.slots),
      ...heightFindings(scene, files, settled),
      ...signFindings(scene, files),
      ...recipeFindings(scene, files, settled.settings),
      ...joiningFindings(scene, files, formats),
      ...largeFileFindings(files),
      ...idleFindings(files, asked),
    ],
  };
}

function sizeFindings(stand: Standing): readonly Finding[] {
  const { findings, settled } = stand;
  // A model that cannot have its size is not judged by another one.
  if (refusals(findings).length > 0) return findings;
  return [
    ...(settled.printer === undefined ? [] : tooLargeFindings(stand, settled.printer)),
    ...noCommonBedFindings(stand),
  ];
}

/** What the same lengths say of how it prints. */
function shapeFindings({ scene, scale, findings, settled }: Standing): readonly Finding[] {
  return refusals(findings).length > 0 ? [] : examineShape(scene, settled.printer, { scale });
}

function baseFindings({ spec, unscaled }: Standing): Finding[] {
  if (MODE_TRAITS[spec.mode].lies || spec.base.shape === 'none' || !isBaseLoose(spec)) return [];
  const value = spec.base.radius;
  const limit = minBaseRadius(spec);
  const remedy = { posts: true, ...(value < limit && { baseRadius: minBaseRadius(unscaled) }) } as const;
  return [
    { code: 'loose-base', level: 'warning', path: ['network', 'base'], value, limit, remedies: [remedy] },
  ];
}
