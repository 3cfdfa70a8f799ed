import { formatCount } from '@neurofab/core/internal';
import type { ComparedMode } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';
import { alignedRows, gramsText, plateText, timeText } from '@neurofab/words';
import pc from 'picocolors';
import type { Io } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { printable } from '../words/messages.ts';
import { recommendation } from './recommendation.ts';

export interface ComparisonContext {
  readonly io: Io;
  /** What is not as it should be in a mode, worst first. */
  readonly sentences: (compared: ComparedMode) => readonly string[];
  /** What was found out about the printer, if anything was, as a sentence. */
  readonly own: string | undefined;
}

/** A table of modes, what is not as it should be in each, and which takes least and why. */
export function comparisonText(
  compared: readonly ComparedMode[],
  { io, sentences, own }: ComparisonContext,
): string {
  const { bold } = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const isPriced = compared.some(({ print }) => print?.cost !== undefined);
  const rows = compared.map((each) => rowOf(each, { findings: sentences(each).length, isPriced }));
  const heads = ['mode', 'on the bed', 'filament', 'supports', 'purge', 'time', 'tool changes'];
  const head = [...heads, ...(isPriced ? ['cost'] : []), 'findings'];
  const [first, ...others] = alignedRows(
    [head, ...rows],
    head.map((_, column) => (column < 2 ? 'left' : 'right')),
  );
  const speedOf = compared.flatMap(({ print }) => print ?? [])[0]?.speedOf;
  const found = compared.flatMap((each) => findingLines(each.mode, sentences(each)));
  return [
    bold(first!),
    ...others,
    ...(speedOf === undefined ? [] : ['', `Times are at the speed of a ${speedOf}.`]),
    ...(own === undefined ? [] : ['', printable(own)]),
    ...(found.length > 0 ? ['', ...found] : []),
    '',
    recommendation(compared),
    '',
  ].join('\n');
}

const NOTHING = '–';

function rowOf(
  { mode, plan, print }: ComparedMode,
  { findings, isPriced }: { readonly findings: number; readonly isPriced: boolean },
): string[] {
  const numbers = (text: (print: PrintPlan) => string) => (print === undefined ? NOTHING : text(print));
  const weight = (grams: number) => (grams < LEAST_GRAMS ? NOTHING : gramsText(grams));
  return [
    mode,
    plan === undefined ? NOTHING : plateText(plan.scene),
    numbers(({ grams }) => gramsText(grams)),
    numbers(({ supportGrams }) => weight(supportGrams)),
    numbers(({ purgeGrams }) => weight(purgeGrams)),
    numbers(({ minutes }) => timeText(minutes)),
    numbers(({ toolChanges }) => formatCount(toolChanges)),
    ...(isPriced ? [numbers(({ cost }) => cost!.toFixed(2))] : []),
    findings === 0 ? NOTHING : String(findings),
  ];
}

/** Less is not worth a number. */
const LEAST_GRAMS = 0.05;

/** The worst, and how many others there are. */
function findingLines(mode: string, [worst, ...others]: readonly string[]): string[] {
  if (worst === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  return [`${mode}: ${printable(worst)}${more}`];
}
