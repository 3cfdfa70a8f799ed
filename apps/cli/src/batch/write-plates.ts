import { toJson } from '@neurofab/core/internal';
import { CommandError, InputError } from '../errors.ts';
import { once, withDrafts } from '../files/drafts.ts';
import { inFolder } from '../files/outputs.ts';
import { findTarget, type Target } from '../files/target.ts';
import { writeStdout } from '../io.ts';
import { refuse, warnings } from '../words/findings.ts';
import { sayWarnings } from '../words/messages.ts';
import { withProgress } from '../words/progress.ts';
import { sayBatch, totalsAsJson } from './batch-summary.ts';
import type { JudgedGroup, RowGroup } from './group-rows.ts';
import { judgeAll, type SetContext } from './judge-rows.ts';
import { type PlannedPlate, planPlates } from './plan-plates.ts';
import { messagesOf } from './plan-rows.ts';
import { type JudgedPlate, platesAsJson, platesLines, printsOfPlates } from './plates-summary.ts';
import { ownNotes, rowsAsJson } from './rows-summary.ts';
import { type BatchFile, type FileGroup, writeGroups } from './write-groups.ts';

/** The name of the file that says what lies where. */
const LIST = 'plates.txt';

/** Writes the plates of all rows: a file each, a picture of it, and a list of what lies where. */
export async function writePlates(
  groups: readonly RowGroup[],
  rows: readonly JudgedGroup[],
  context: SetContext,
): Promise<void> {
  const { batch, io } = context;
  const { quiet, json } = batch;
  const list = await findList(context);
  const planned = await planPlates(groups, context);
  const judgements = await judgeAll(
    planned.map(({ task }) => task),
    context,
  );
  const plates = planned.map((plate, i): JudgedPlate => ({ planned: plate, ...judgements[i]! }));
  const faults = plates.flatMap(refused);
  if (faults.length > 0) throw new InputError(faults);
  if (!quiet) sayWarnings(io, plates.flatMap(warned));
  const written = await withProgress(quiet, io, (onProgress) =>
    writeGroups(planned.map(filesOfPlate), { ...context, onProgress }),
  );
  const lines = platesLines(plates);
  const files = [...written, await writeList(lines, list, context)];
  const prints = printsOfPlates(plates);
  if (json) {
    const about = { plates: platesAsJson(plates), rows: rowsAsJson(rows), totals: totalsAsJson(prints) };
    await writeStdout(io, toJson({ files, ...about }));
  } else if (!quiet) sayBatch(io, files, { prints, lines: [...lines, ...ownNotes(groups)] });
}

function filesOfPlate({ number, task, hash, rows, placed, files }: PlannedPlate): FileGroup {
  return { task, hash, rows: rows.map(({ row }) => row), copies: [{ plate: number, placed, files }] };
}

/** What `--strict` refuses of a plate, and what cannot be made of it. */
function refused({ planned: { number, rows, placed }, findings }: JudgedPlate): string[] {
  const [{ request, read }] = rows;
  try {
    refuse(findings, { request, saved: read.saved, placed });
    return [];
  } catch (error) {
    return messagesOf(error).map((message) => `plate ${number}: ${message}`);
  }
}

function warned({ planned: { number, rows, placed }, findings }: JudgedPlate): string[] {
  const [{ request, read }] = rows;
  const messages = warnings(findings, { request, saved: read.saved, placed });
  return messages.map((message) => `plate ${number}: ${message}`);
}

interface List {
  readonly path: string;
  readonly target: Target & { readonly kind: 'file' };
}

async function findList({ folder, io }: SetContext): Promise<List> {
  const path = inFolder(folder.path, LIST);
  const target = await findTarget(path, io.cwd, { makesFolders: true });
  if (target.kind !== 'file')
    throw new CommandError(`${path}: Is no file. Name another folder with --output.`);
  return { path, target };
}

async function writeList(
  lines: readonly string[],
  { path, target }: List,
  { io }: SetContext,
): Promise<BatchFile> {
  const bytes = new TextEncoder().encode(lines.join('\n'));
  await withDrafts(io, async (drafts) => {
    await drafts.write(path, target, once(bytes));
    drafts.commit();
  });
  return { path, format: 'txt', bytes: bytes.length, kept: false };
}
