import { formatCount, shownSentences, touchSentences } from '@neurofab/core/internal';
import type { Plan } from '@neurofab/job';
import { alignedCells, planColors, planText, platesText } from '@neurofab/words';
import type { WrittenFile } from '../files/write-files.ts';
import type { Io } from '../io.ts';
import { colorTable } from './color-table.ts';
import { colorsFor, printable, say } from './messages.ts';

/**
 * Says what was written, for which printer, how large the model is, what it takes to print, which slot prints what or where to
 * change filament by hand, which colours had to be merged or may have to be, and last what of the network is drawn and to be felt.
 */
export function saySummary(
  io: Io,
  files: readonly WrittenFile[],
  plan: Plan,
  { prints, notes }: { readonly prints: readonly string[]; readonly notes: readonly string[] },
): void {
  if (files.length === 0) return;
  const { scene } = plan;
  sayFiles(io, files, plan);
  say(io, '');
  for (const line of [planText(plan), ...platesText(plan), ...prints]) say(io, printable(line));
  say(io, '');
  const { by, rows: colors, notes: ofColors } = planColors(plan);
  if (colors.length > 0) for (const line of colorTable(io, HEADINGS[by], colors)) say(io, line);
  for (const [i, note] of [...ofColors, ...notes].entries()) {
    if (colors.length > 0 || i > 0) say(io, '');
    say(io, note);
  }
  const shown = scene.share === undefined ? [] : shownSentences(scene.share);
  for (const sentences of [shown, touchSentences(scene)]) {
    if (sentences.length > 0) say(io, '');
    for (const sentence of sentences) say(io, printable(`${sentence}.`));
  }
}

/** Says what was written, a line a file. */
export function sayFiles(io: Io, files: readonly WrittenFile[], plan: Pick<Plan, 'files'>): void {
  const { bold, dim } = colorsFor(io);
  const rows = files.map((file) => [
    printable(file.path === '-' ? 'standard output' : file.path),
    `${formatCount(file.bytes)} bytes`,
    file.triangles === null ? heldBy(file, plan) : `${formatCount(file.triangles)} triangles`,
  ]);
  for (const [path, bytes, triangles] of alignedCells(rows, ['left', 'right', 'right'])) {
    say(io, `${bold(path!)}  ${bytes}  ${dim(triangles!)}`);
  }
}

const HEADINGS = { slot: 'slot', height: 'change filament' } as const;

/** What a file without triangles holds. */
function heldBy({ format }: WrittenFile, { files }: Pick<Plan, 'files'>): string {
  return files.find(({ backend }) => backend.id === format)!.backend.holds!;
}
