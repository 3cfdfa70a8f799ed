import type { Finding, Format } from '@neurofab/job';
import type { BatchRequest } from '../arguments/command-line.ts';
import { InputError } from '../errors.ts';
import type { Io } from '../io.ts';
import { type FindingsContext, refuse, warnings } from '../words/findings.ts';
import { sayWarnings } from '../words/messages.ts';
import { withProgress } from '../words/progress.ts';
import type { BatchFolder } from './batch-folder.ts';
import { faultsText } from './faults-text.ts';
import { type JudgedGroup, type RowGroup, taskOf } from './group-rows.ts';
import { messagesOf } from './plan-rows.ts';
import type { RowFault, Table } from './table.ts';
import type { EachInThreads } from './with-threads.ts';
import type { Judgement, Task } from './work.ts';

/** What a set is made with. */
export interface SetContext {
  readonly batch: BatchRequest;
  readonly table: Table;
  readonly folder: BatchFolder;
  readonly io: Io;
  readonly formats: readonly Format[];
  readonly each: EachInThreads;
}

/** What printing shows of all rows, with a word of what is amiss; none where nobody wants to know. Throws an InputError for what `--strict` refuses. */
export async function judgeRows(groups: readonly RowGroup[], context: SetContext): Promise<JudgedGroup[]> {
  const { batch, table, io } = context;
  const { quiet, json, strict, plates } = batch;
  if (quiet && !json && !strict) return [];
  const judgements = await judgeAll(groups.map(taskOf), context);
  const judged = groups.map((group, i): JudgedGroup => {
    const { findings, print } = judgements[i]!;
    return { group, print, findings: plates ? findings.filter(isOfAnyPlace) : findings };
  });
  const faults = judged.flatMap(refused);
  if (faults.length > 0) throw new InputError(faultsText(faults, table));
  if (!quiet) sayWarnings(io, faultsText(judged.flatMap(warned), table));
  return judged;
}

/** What printing shows of each. */
export function judgeAll(
  tasks: readonly Task[],
  { each, io, batch: { quiet } }: SetContext,
): Promise<Judgement[]> {
  return withProgress(quiet, io, async (onProgress) => {
    const judgements: Judgement[] = [];
    let done = 0;
    for await (const { index, result } of each('judge', tasks)) {
      judgements[index] = result;
      onProgress(++done / tasks.length);
    }
    return judgements;
  });
}

/** What is true of a network alone: it has another file on a plate, where a change of filament is for all that lie there. */
const OF_ONE_NETWORK: readonly Finding['code'][] = [
  'recipe-cut',
  'large-file',
  'no-room-for-tower',
  'much-purge',
];

function isOfAnyPlace({ code }: Finding): boolean {
  return !OF_ONE_NETWORK.includes(code);
}

/** What cannot be made, and what `--strict` refuses, in sentences. */
export function refusalsOf(findings: readonly Finding[], context: FindingsContext): readonly string[] {
  try {
    refuse(findings, context);
    return [];
  } catch (error) {
    return messagesOf(error);
  }
}

function refused({ group, findings }: JudgedGroup): RowFault[] {
  return inEachRow(group, refusalsOf(findings, ofGroup(group)));
}

function warned({ group, findings }: JudgedGroup): RowFault[] {
  const [{ read }] = group.rows;
  return inEachRow(group, [...read.warnings, ...warnings(findings, ofGroup(group))]);
}

function ofGroup({ rows: [{ request, read, placed }] }: RowGroup): FindingsContext {
  return { request, saved: read.saved, placed };
}

function inEachRow({ rows }: RowGroup, messages: readonly string[]): RowFault[] {
  return messages.flatMap((message) => rows.map(({ row }) => ({ row, message })));
}
