import { toJson } from '@neurofab/core/internal';
import { plateListText } from '@neurofab/words';
import { InputError } from '../errors.ts';
import { writeWhole } from '../files/drafts.ts';
import { inFolder } from '../files/outputs.ts';
import type { FileTarget } from '../files/target.ts';
import { type Io, writeStdout } from '../io.ts';
import { type FindingsContext, warnings } from '../words/findings.ts';
import { sayWarnings } from '../words/messages.ts';
import { withProgress } from '../words/progress.ts';
import { findOwnFile } from './batch-folder.ts';
import { sayBatch, totalsAsJson } from './batch-summary.ts';
import { earlierFiles, earlierText } from './earlier-files.ts';
import type { JudgedGroup, RowGroup } from './group-rows.ts';
import { judgeAll, refusalsOf, type SetContext } from './judge-rows.ts';
import { type PlannedPlate, planPlates } from './plan-plates.ts';
import { type JudgedPlate, platesAsJson, platesLines, printsOfPlates } from './plates-summary.ts';
import { ownNotes, rowsAsJson } from './rows-summary.ts';
import { smallerText } from './smaller-text.ts';
import { type BatchFile, type FileGroup, writeGroups } from './write-groups.ts';

/** The name of the file that says what lies where. */
const LIST = 'plates.txt';

/** Writes the plates of all rows: a file each, a picture of it, and a list of what lies where. */
export async function writePlates(
  groups: readonly RowGroup[],
  rows: readonly JudgedGroup[],
  context: SetContext,
): Promise<void> {
  const { batch, table, io } = context;
  const { quiet, json } = batch;
  const path = inFolder(context.folder.path, LIST);
  const target = await findOwnFile(path, io);
  const planned = await planPlates(groups, context);
  const judgements = await judgeAll(
    planned.map(({ task }) => task),
    context,
  );
  const plates = planned.map((plate, i): JudgedPlate => ({ planned: plate, ...judgements[i]! }));
  const faults = plates.flatMap(refused);
  if (faults.length > 0) throw new InputError(faults);
  if (!quiet) sayWarnings(io, plates.flatMap(warned));
  const fileGroups = planned.map(filesOfPlate);
  const written = await withProgress(quiet, io, (onProgress) =>
    writeGroups(fileGroups, { ...context, onProgress }),
  );
  const earlier = await earlierFiles(fileGroups, context.folder, io);
  const lines = platesLines(plates);
  const prints = printsOfPlates(plates);
  const list = await writeList(plateListText(lines, prints), { path, target, io });
  const files = [...written, list];
  if (json) {
    const about = {
      plates: platesAsJson(plates),
      rows: rowsAsJson(rows),
      totals: totalsAsJson(prints),
      earlier,
    };
    await writeStdout(io, toJson({ files, ...about }));
  } else if (!quiet) {
    const notes = [...ownNotes(groups), ...smallerText(rows, table), ...earlierText(earlier)];
    sayBatch(io, files, { prints, lines: [...lines, ...notes] });
  }
}

function filesOfPlate({ number, task, hash, rows, placed, files }: PlannedPlate): FileGroup {
  return {
    task,
    hash,
    rows: rows.map(({ row }) => row),
    copies: [{ owner: { plate: number }, placed, files }],
  };
}

function refused({ planned, findings }: JudgedPlate): string[] {
  return refusalsOf(findings, ofPlate(planned)).map((message) => `plate ${planned.number}: ${message}`);
}

function warned({ planned, findings }: JudgedPlate): string[] {
  return warnings(findings, ofPlate(planned)).map((message) => `plate ${planned.number}: ${message}`);
}

function ofPlate({ rows: [{ request, read }], placed }: PlannedPlate): FindingsContext {
  return { request, saved: read.saved, placed };
}

async function writeList(
  text: string,
  { path, target, io }: { readonly path: string; readonly target: FileTarget; readonly io: Io },
): Promise<BatchFile> {
  const bytes = new TextEncoder().encode(text);
  await writeWhole(bytes, { path, target, io });
  return { path, format: 'txt', bytes: bytes.length, kept: false };
}
