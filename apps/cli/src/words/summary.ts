import { assembledBounds, type Scene } from '@neurofab/core';
import { countPlates, countSlots, formatCount, shownSentences } from '@neurofab/core/internal';
import { type MergedPart, type Plan, pieceName } from '@neurofab/job';
import { SLICERS } from '@neurofab/printers';
import type { WrittenFile } from '../files/write-files.ts';
import type { Io } from '../io.ts';
import { bandTable, inShort, slotTable } from './color-table.ts';
import { colorsFor, printable, say } from './messages.ts';
import { plateText, sizeText } from './size-text.ts';
import { alignedCells } from './table.ts';

/**
 * Says what was written, for which printer, how large the model is, what it takes to print, which slot prints what or where to
 * change filament by hand, which colours had to be merged or may have to be, and last what of the network is drawn.
 */
export function saySummary(
  io: Io,
  files: readonly WrittenFile[],
  plan: Plan,
  { prints, notes }: { readonly prints: readonly string[]; readonly notes: readonly string[] },
): void {
  if (files.length === 0) return;
  const { scene, merged } = plan;
  const { bold, dim } = colorsFor(io);
  const rows = files.map((file) => [
    printable(file.path === '-' ? 'standard output' : file.path),
    `${formatCount(file.bytes)} bytes`,
    file.triangles === null ? heldBy(file, plan) : `${formatCount(file.triangles)} triangles`,
  ]);
  for (const [path, bytes, triangles] of alignedCells(rows, ['left', 'right', 'right'])) {
    say(io, `${bold(path!)}  ${bytes}  ${dim(triangles!)}`);
  }
  say(io, '');
  for (const line of [sizeLine(plan), ...platesText(plan), ...prints]) say(io, printable(line));
  say(io, '');
  const isColorless =
    countSlots(scene.parts) > 1 && plan.files.every(({ backend }) => backend.holds === 'body');
  const isSplit = plan.files.some(({ portion }) => (portion?.part ?? portion?.slot) !== undefined);
  const hasSlots = !isColorless || isSplit;
  if (scene.colorBands !== undefined) for (const line of bandTable(io, scene.colorBands)) say(io, line);
  else if (hasSlots) for (const line of slotTable(io, scene)) say(io, line);
  else {
    const isOneBody = files.length === 1 && files[0]!.bodies.length === 1;
    say(io, `${isOneBody ? 'One body: an' : 'An'} STL holds no colours, a 3MF does.`);
  }
  if (isColorless && isSplit)
    say(io, '\nAn STL holds no colours: the slicer has to be told which slot prints each file.');
  const merge = hasSlots && merged.length > 0 ? [mergeNote(scene, merged)] : [];
  for (const note of [...merge, ...notes]) {
    say(io, '');
    say(io, note);
  }
  if (scene.share === undefined) return;
  say(io, '');
  for (const sentence of shownSentences(scene.share)) say(io, printable(`${sentence}.`));
}

/** What a file without triangles holds. */
function heldBy({ format }: WrittenFile, { files }: Plan): string {
  return files.find(({ backend }) => backend.id === format)!.backend.holds!;
}

function sizeLine({ scene, files, scale, printer }: Plan): string {
  const isLying = files.some(({ isAssembled }) => !isAssembled);
  const isAssembled = files.some((file) => file.isAssembled);
  return [
    ...(isLying ? [plateText(scene)] : []),
    ...(isAssembled ? [`${sizeText(assembledBounds(scene))} put together`] : []),
    ...(scale === 1 ? [] : [`scaled by ${scale}`]),
    ...(printer === undefined ? [] : [`for ${printer.name} (${SLICERS[printer.slicer].name})`]),
  ].join(', ');
}

/** What lies on each plate, where there are several. */
function platesText({ scene: { title, pieces }, files }: Plan): string[] {
  const plates = countPlates(pieces);
  if (plates === 1 || files.every(({ isAssembled }) => isAssembled)) return [];
  return Array.from({ length: plates }, (_, number) => {
    const names = pieces.filter(({ plate = 0 }) => plate === number).map((piece) => pieceName(piece, title));
    return `plate ${number + 1}: ${names.join(', ')}`;
  });
}

function mergeNote({ parts }: Scene, merged: readonly MergedPart[]): string {
  const slots = countSlots(parts);
  if (slots === 1) return `One slot, so everything is printed in ${parts[0]!.color}.`;
  const groups = new Map<string, string[]>();
  for (const { name, color, printedColor } of merged) {
    const change = `${color} → ${printedColor}`;
    groups.set(change, [...(groups.get(change) ?? []), name]);
  }
  const moved = [...groups].map(([change, names]) => `${inShort(names)} ${change}`);
  return `More colours than slots, so they share ${slots}: ${moved.join(', ')}.`;
}
