import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { allCases } from './cases/all-cases.ts';
import { inBenchmarks } from './commands/paths.ts';
import { type CaseResult, runCase } from './measure/run-case.ts';
import { runGrowth } from './measure/run-growth.ts';
import { runMemory } from './measure/run-memory.ts';
import { HELP, OptionError, type Options, readOptions } from './options.ts';
import { json } from './report/json.ts';
import { describeMachine } from './report/machine.ts';
import { markdown } from './report/markdown.ts';
import { plainTable } from './report/plain-table.ts';
import type { Results } from './report/results.ts';
import { caseTable, growthSentence, growthTable, memoryTable } from './report/tables.ts';

const ROUNDS = { milliseconds: 15, seconds: 5 };
const QUICK_ROUNDS = { milliseconds: 5, seconds: 2 };

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(`${HELP}  ${idsOf(allCases({})).join(', ')}\n`);
  else await bench(options);
} catch (error) {
  if (!(error instanceof OptionError)) throw error;
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 2;
}

async function bench(options: Options): Promise<void> {
  const results = await measure(options);
  process.stdout.write(options.json ? json(results) : words(results));
  if (options.quick || options.only.length > 0) return;
  writeFileSync(inBenchmarks('RESULTS.md'), markdown(results));
  say('benchmarks/RESULTS.md is written.');
}

async function measure({
  rounds,
  quick,
  large,
  limitSeconds,
  only,
  seedDocument,
}: Options): Promise<Results> {
  const all = allCases({ seedDocument });
  const wanted = (id: string) => only.length === 0 || only.some((word) => id.includes(word));
  const unknown = only.filter((word) => !idsOf(all).some((id) => id.includes(word)));
  if (unknown.length > 0) {
    throw new OptionError(`--only ${unknown.join()} fits none of ${idsOf(all).join(', ')}.`);
  }
  if (seedDocument !== undefined && !existsSync(seedDocument)) {
    throw new OptionError(`--seed-document: There is no file ${seedDocument}.`);
  }
  const folder = scratchFolder();
  const context = { folder, limitSeconds };
  const machine = describeMachine();
  const chosen = quick ? QUICK_ROUNDS : ROUNDS;
  const hasChromium = machine.versions.chromium !== 'missing';
  if (!hasChromium && all.some(({ id, isOnPage }) => isOnPage && wanted(id))) {
    say('page: skipped: chromium is not installed');
  }
  const cases: CaseResult[] = [];
  for (const line of all) {
    if (!wanted(line.id) || (line.isOnPage && !hasChromium)) continue;
    const counts = rounds === undefined ? chosen : { milliseconds: rounds, seconds: rounds };
    cases.push(await runCase(line, { ...context, rounds: counts, quick, say }));
  }
  if (wanted('growth')) say('growth: time per triangle');
  const growth = wanted('growth') ? await runGrowth({ ...context, quick }, say) : [];
  if (wanted('memory')) say('memory: peak of the whole command');
  const memory = wanted('memory') ? await runMemory({ ...context, quick, large, say }) : [];
  const blenderScript = seedDocument === undefined ? 'ours, with its operators' : 'of the seed document';
  return { date: new Date().toISOString().slice(0, 10), machine, blenderScript, cases, growth, memory };
}

/** An empty folder that goes when the run does, after Ctrl-C too: it can hold gigabytes. */
function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'neurofab-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.on('SIGINT', () => process.exit(130));
  return folder;
}

function idsOf(cases: readonly { readonly id: string }[]): string[] {
  return [...cases.map(({ id }) => id), 'growth', 'memory'];
}

function words({ cases, growth, memory }: Results): string {
  const sections = [
    ...(cases.length === 0 ? [] : [plainTable(caseTable(cases))]),
    ...(growth.length === 0 ? [] : [plainTable(growthTable(growth)), growthSentence(growth)]),
    ...(memory.length === 0 ? [] : [plainTable(memoryTable(memory))]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
