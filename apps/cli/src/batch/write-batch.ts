import { toJson } from '@neurofab/core/internal';
import type { Format } from '@neurofab/job';
import { priceIn } from '../arguments/ask.ts';
import type { BatchRequest } from '../arguments/command-line.ts';
import { type Io, writeStdout } from '../io.ts';
import { withProgress } from '../words/progress.ts';
import { findBatchFolder } from './batch-folder.ts';
import { sayBatch, totalsAsJson } from './batch-summary.ts';
import { earlierFiles, earlierText } from './earlier-files.ts';
import { filesOfRows, groupRows } from './group-rows.ts';
import { judgeRows } from './judge-rows.ts';
import { planRows } from './plan-rows.ts';
import { refuseFlagsOfOne } from './plate-rules.ts';
import { readTable } from './read-table.ts';
import { ownNotes, printsOfRows, rowsAsJson } from './rows-summary.ts';
import { smallerText } from './smaller-text.ts';
import { withThreads } from './with-threads.ts';
import { writeGroups } from './write-groups.ts';
import { writePlates } from './write-plates.ts';

/**
 * Writes the files of a table, a network a row, or plates of them: refuses all that cannot be made before it makes anything, makes equal rows once, and keeps
 * what an earlier run has made.
 */
export async function writeBatch(batch: BatchRequest, io: Io, formats: readonly Format[]): Promise<void> {
  const { quiet, json, plates } = batch;
  priceIn(batch);
  if (plates) refuseFlagsOfOne(batch);
  const folder = await findBatchFolder(batch, io);
  const table = await readTable(batch.table, io);
  const groups = groupRows(await planRows(table, { batch, folder, io, formats }));
  await withThreads({ cores: io.cores, formats }, async (each) => {
    const context = { batch, table, folder, io, formats, each };
    const judged = await judgeRows(groups, context);
    if (plates) return writePlates(groups, judged, context);
    const fileGroups = groups.map(filesOfRows);
    const files = await withProgress(quiet, io, (onProgress) =>
      writeGroups(fileGroups, { ...context, onProgress }),
    );
    const earlier = await earlierFiles(fileGroups, folder, io);
    const prints = printsOfRows(judged);
    if (json) {
      const about = { rows: rowsAsJson(judged), totals: totalsAsJson(prints), earlier };
      await writeStdout(io, toJson({ files, ...about }));
    } else if (!quiet) {
      const lines = [...ownNotes(groups), ...smallerText(judged, table), ...earlierText(earlier)];
      sayBatch(io, files, { prints, lines });
    }
  });
}
