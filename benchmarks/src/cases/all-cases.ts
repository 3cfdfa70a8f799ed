import type { Case } from '../case.ts';
import { FLAT_3MF } from './flat-3mf.ts';
import { FUSED_DENSE } from './fused-dense.ts';
import { FUSED_ODD } from './fused-odd.ts';
import { FUSED_SEED } from './fused-seed.ts';
import { FUSED_WEIGHTED, SOLIDS_WEIGHTED, WEIGHTED_AND_UNIFORM } from './fused-weighted.ts';
import { OPENSCAD_SOURCE } from './openscad-source.ts';
import { PAGE_FIRST_PICTURE } from './page-first-picture.ts';
import { PAGE_FILE, PAGE_FILE_AGAIN } from './page-saving.ts';
import { PAGE_DRAG, PAGE_SLIDER, PAGE_SLIDER_LARGE } from './page-sliding.ts';
import { PLAN_DENSE, PLAN_FLAT, PLAN_UPRIGHT } from './plan-print.ts';
import { PREVIEW } from './preview.ts';
import { shellsCommand } from './shells-command.ts';
import { SHELLS_IN_PROCESS } from './shells-in-process.ts';
import { SOLIDS_3MF } from './solids-3mf.ts';
import { TRAINED_COMMAND } from './trained-command.ts';

/** All lines of the table, in its order. `seedDocument` is the file with the original Blender script. */
export function allCases(options: { readonly seedDocument?: string | undefined }): readonly Case[] {
  return [
    shellsCommand(options),
    SHELLS_IN_PROCESS,
    FUSED_SEED,
    FUSED_DENSE,
    FUSED_WEIGHTED,
    SOLIDS_WEIGHTED,
    WEIGHTED_AND_UNIFORM,
    FUSED_ODD,
    SOLIDS_3MF,
    FLAT_3MF,
    TRAINED_COMMAND,
    PLAN_FLAT,
    PLAN_UPRIGHT,
    PLAN_DENSE,
    PREVIEW,
    OPENSCAD_SOURCE,
    PAGE_FIRST_PICTURE,
    PAGE_SLIDER,
    PAGE_SLIDER_LARGE,
    PAGE_DRAG,
    PAGE_FILE,
    PAGE_FILE_AGAIN,
  ];
}
