import { toJson } from '@neurofab/core/internal';
import type { Format } from '@neurofab/job';
import { priceIn } from '../arguments/ask.ts';
import type { BatchRequest } from '../arguments/command-line.ts';
import { InputError } from '../errors.ts';
import { type Io, writeStdout } from '../io.ts';
import { refuse, warnings } from '../words/findings.ts';
import { sayWarnings } from '../words/messages.ts';
import { withProgress } from '../words/progress.ts';
import { findBatchFolder } from './batch-folder.ts';
import { batchAsJson, sayBatch } from './batch-summary.ts';
import { faultsText } from './faults-text.ts';
import { groupRows, type JudgedGroup, type RowGroup, taskOf } from './group-rows.ts';
import { messagesOf, planRows } from './plan-rows.ts';
import { readTable } from './read-table.ts';
import type { RowFault } from './table.ts';
import { type EachInThreads, withThreads } from './with-threads.ts';
import type { Judgement } from './work.ts';
import { writeGroups } from './write-groups.ts';

/**
 * Writes the files of a table, a network a row: refuses all that cannot be made before it makes anything, makes equal rows once, and keeps
 * what an earlier run has made.
 */
export async function writeBatch(batch: BatchRequest, io: Io, formats: readonly Format[]): Promise<void> {
  const { quiet, json, strict } = batch;
  priceIn(batch);
  const folder = await findBatchFolder(batch, io);
  const table = await readTable(batch.table, io);
  const groups = groupRows(await planRows(table, { batch, folder, io, formats }));
  const [files, judged] = await withThreads({ cores: io.cores, formats }, async (each) => {
    // Who wants to know nothing of it need not wait for it.
    const judgements = quiet && !json && !strict ? [] : await judge(groups, { each, io, quiet });
    const results = groups.flatMap((group, i) =>
      judgements[i] === undefined ? [] : { group, ...judgements[i] },
    );
    const faults = results.flatMap(refused);
    if (faults.length > 0) throw new InputError(faultsText(faults, table));
    if (!quiet) sayWarnings(io, faultsText(results.flatMap(warned), table));
    const written = await withProgress(quiet, io, (onProgress) =>
      writeGroups(groups, { table, folder, io, each, onProgress }),
    );
    return [written, results] as const;
  });
  if (json) await writeStdout(io, toJson(batchAsJson(files, judged)));
  else if (!quiet) sayBatch(io, files, judged);
}

function judge(
  groups: readonly RowGroup[],
  { each, io, quiet }: { readonly each: EachInThreads; readonly io: Io; readonly quiet: boolean },
): Promise<Judgement[]> {
  return withProgress(quiet, io, async (onProgress) => {
    const judgements: Judgement[] = [];
    let done = 0;
    for await (const { index, result } of each('judge', groups.map(taskOf))) {
      judgements[index] = result;
      onProgress(++done / groups.length);
    }
    return judgements;
  });
}

/** What `--strict` refuses. */
function refused({ group: { rows }, findings }: JudgedGroup): RowFault[] {
  const [{ request, read, placed }] = rows;
  try {
    refuse(findings, { request, saved: read.saved, placed });
    return [];
  } catch (error) {
    return messagesOf(error).flatMap((message) => rows.map(({ row }) => ({ row, message })));
  }
}

function warned({ group: { rows }, findings }: JudgedGroup): RowFault[] {
  const [{ request, read, placed }] = rows;
  const messages = [...read.warnings, ...warnings(findings, { request, saved: read.saved, placed })];
  return messages.flatMap((message) => rows.map(({ row }) => ({ row, message })));
}
