import { formatCount, MODE_TRAITS } from '@neurofab/core/internal';
import type { ComparedMode } from '@neurofab/job';
import type { PrintPlan } from '@neurofab/printing';
import pc from 'picocolors';
import type { Io } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { printable } from '../words/messages.ts';
import { gramsText, timeText } from '../words/print-text.ts';
import { plateText } from '../words/size-text.ts';
import { alignedRows } from '../words/table.ts';

export interface ComparisonContext {
  readonly io: Io;
  /** The mode that takes least. */
  readonly least: ComparedMode | undefined;
  /** What is not as it should be in a mode, worst first. */
  readonly sentences: (compared: ComparedMode) => readonly string[];
  readonly isPriced: boolean;
}

/** A table of modes, what is not as it should be in each, and which takes least and why. */
export function comparisonText(
  compared: readonly ComparedMode[],
  { io, least, sentences, isPriced }: ComparisonContext,
): string {
  const { bold } = pc.createColors(colorDepth(io.stdout, io.env) > 1);
  const rows = compared.map((each) => rowOf(each, { findings: sentences(each).length, isPriced }));
  const heads = ['mode', 'on the bed', 'filament', 'supports', 'purge', 'time', 'tool changes'];
  const head = [...heads, ...(isPriced ? ['cost'] : []), 'findings'];
  const [first, ...others] = alignedRows(
    [head, ...rows],
    head.map((_, column) => (column < 2 ? 'left' : 'right')),
  );
  const found = compared.flatMap((each) => findingLines(each.mode, sentences(each)));
  return [
    bold(first!),
    ...others,
    ...(found.length > 0 ? ['', ...found] : []),
    '',
    recommendation(compared, least),
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
    ...(isPriced ? [numbers(({ cost }) => cost.toFixed(2))] : []),
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

function recommendation(compared: readonly ComparedMode[], least: ComparedMode | undefined): string {
  if (least?.print === undefined) {
    return compared.some(({ plan }) => plan?.printer?.process === 'fdm')
      ? 'None of these can be printed as asked.'
      : 'Filament and time can be estimated for printers of filament only.';
  }
  const stands = ({ mode }: ComparedMode) => !MODE_TRAITS[mode].hasPlate;
  const prints = compared.filter(stands).flatMap(({ print }) => print ?? []);
  const isLeast = (of: (print: PrintPlan) => number) => of(least.print!) <= Math.min(...prints.map(of));
  const best = [
    ...(isLeast(({ grams, purgeGrams }) => grams + purgeGrams) ? ['filament'] : []),
    ...(isLeast(({ minutes }) => minutes) ? ['time'] : []),
  ];
  const reason = best.length === 0 ? 'filament and time together' : best.join(' and ');
  return `Recommended: ${least.mode}, which takes least ${reason} of what stands.`;
}
