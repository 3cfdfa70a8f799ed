import { formatFault } from '@neurofab/core';
import type { Finding, Remedy } from '@neurofab/job';
import type { PrintFinding, PrintRemedy } from '@neurofab/printing';
import { problemText, quoted } from '@neurofab/words';

/** What words need beside a finding. */
export interface FindingContext {
  /** What named the printer, such as `--printer`. */
  readonly printerBy: string;
  /** Numbers as they were typed. */
  readonly typed: {
    readonly slots: string | undefined;
    readonly scale: string | undefined;
    readonly size: string | undefined;
  };
  /** Where the file of a finding goes. */
  readonly pathOf: (finding: FindingOfFile) => string;
}

/** A finding about one file of a plan. */
export type FindingOfFile = Extract<Finding, { readonly file: string }>;

/** A finding as a sentence, with the flags that help. */
export function findingText(finding: Finding, { printerBy, typed, pathOf }: FindingContext): string {
  const problem = problemText(finding);
  switch (finding.code) {
    case 'unknown-printer':
      return `${printerBy}: ${problem} "neurofab printers" lists them all.`;
    case 'slots-out-of-range':
      return `--slots: Must be a whole number from 1 to ${finding.limit}, but is ${quoted(typed.slots ?? String(finding.value))}.`;
    case 'one-color-process':
      return `--slots: ${problem}`;
    case 'no-filament':
      return `--colors-by-height: ${goingOn(problem, ': leave it out.')}`;
    case 'scale-out-of-range':
      return `--scale: Must be a number above 0, such as 0.5, but is ${quoted(typed.scale ?? String(finding.value))}.`;
    case 'fit-without-bed':
      return '--fit needs a printer with a bed: name it with --printer.';
    case 'size-out-of-range':
      return `--size: Must be a whole number of pixels from ${finding.limit.min} to ${finding.limit.max}, but is ${quoted(typed.size ?? String(finding.value))}.`;
    case 'length-out-of-limits':
      return `--scale ${finding.value}: ${formatFault({ path: finding.path.slice(1), message: finding.message })}`;
    case 'too-thin-to-fit':
      return `--fit: ${problem} --connection-radius says how thick they are.`;
    case 'characters-missing':
      return `--${finding.path[1] === 'text' ? 'text' : 'label'}: ${problem}`;
    case 'text-too-long':
      return `--text: ${roomText(finding, problem)}`;
    case 'cells-missing':
      return `--braille: ${problem}`;
    case 'braille-too-long':
      return `--braille: ${roomText(finding, problem)}`;
    case 'braille-too-coarse':
      return `${problem} ${flagsOf(finding)} mends it.`;
    case 'strokes-too-thin':
      return goingOn(
        `--text-height: ${problem}`,
        finding.remedies?.length
          ? `: --text-height ${finding.limit}, or a bolder --font, mends it.`
          : ': a bolder --font mends it.',
      );
    case 'letters-made-smaller':
      return `--${finding.what === 'text' ? 'text' : 'label'}: ${problem}`;
    case 'labels-not-in-mode':
      return `--label: ${goingOn(problem, ': say --mode plaque or --mode flat.')}`;
    case 'no-names':
      return `--label: ${goingOn(problem, finding.value === 'inputs' ? ': --inputs says them.' : ': --outputs says them.')}`;
    case 'names-not-drawn':
      return goingOn(problem, `: --label ${finding.value} puts them there.`);
    case 'name-too-long':
      return `--label: ${problem} A larger --layer-spacing makes room.`;
    case 'names-too-near':
      return `--label: ${problem} A larger --node-spacing or --scale makes room.`;
    case 'too-large':
      return tooLargeText(finding, problem);
    case 'no-common-bed':
      return [problem, ...(finding.remedies ?? []).map(fitText)].join(' ');
    case 'no-room-for-tower':
      return `${problem} A smaller --scale makes some.`;
    case 'more-colors-than-format':
      return goingOn(
        problem,
        '; --slots merges them, and --layer-colors with fewer colours makes layers share them.',
      );
    case 'many-colors':
      return goingOn(problem, `: --printer merges them for yours, --slots ${finding.limit} for any.`);
    case 'laid-flat':
      return goingOn(problem, '; --mode upright prints it standing.');
    case 'kept-upright':
      return goingOn(problem, ', which --mode flat would not.');
    case 'no-disc':
      return goingOn(problem, ': --mode upright prints it on its disc.');
    case 'mode-not-in-format':
      return `${pathOf(finding)}: ${goingOn(problem, `: add ${flagsOf(finding)}, or write STL, 3MF or GLB.`)}`;
    case 'shells-of-cut':
      return `--shells: ${goingOn(problem, ': leave out --shells, or say --mode upright.')}`;
    case 'loose-base':
      return `${problem} Posts join it to the network: --preset desk, or "posts": true in a spec${finding.value < finding.limit ? ` and a base radius of at least ${finding.limit} mm` : ''}.`;
    case 'loose-pieces':
      return `${problem} ${joiningPieces(finding)}`;
    case 'no-heights':
      return `--colors-by-height: ${goingOn(problem, ': say --mode plaque, or --mode flat for two colours.')}`;
    case 'heights-by-hand':
      return `--colors-by-height: ${problem} Leave it out for a colour a layer of nodes; --mode plaque has a slot for each height, and --slots 1 a change by hand.`;
    case 'many-changes':
      return goingOn(problem, ': --color-by role makes do with fewer.');
    case 'foot-changes-color':
      return `${problem} Print it by itself to keep it in one colour: -o network.stl --split pieces.`;
    case 'signs-alike':
      return goingOn(problem, ': --sign-shape gives negative ones four sides, to tell them apart by touch.');
    case 'slow-joining':
    case 'endless-joining':
      return quickerText(finding, problem);
    case 'recipe-cut':
    case 'large-file':
      return `${pathOf(finding)}: ${problem}`;
    case 'nothing-to-split':
      return `${pathOf(finding)}: --split writes STL; one ${finding.format} file holds all.`;
    case 'nothing-of-a-flavor':
      return '--flavor is for 3MF, but no output is one.';
    case 'nothing-to-show':
      return '--show is for GLB and pictures, but no output is one.';
    case 'nothing-to-size':
      return '--size is for PNG and GIF, but no output is one.';
    case 'unknown-format':
    case 'more-colors-than-slots':
    case 'dowels':
      return problem;
    default:
      return printFindingText(finding);
  }
}

/** What may go wrong with a print as a sentence, and another one of the flags that mend it. */
export function printFindingText(finding: PrintFinding): string {
  const flags = flagsOf(finding);
  return flags === '' ? problemText(finding) : `${problemText(finding)} ${flags} mends it.`;
}

type Of<Code extends Finding['code']> = Extract<Finding, { readonly code: Code }>;

/** A sentence that goes on where it ended. */
function goingOn(sentence: string, more: string): string {
  return sentence.replace(/\.$/, more);
}

function tooLargeText({ thin, scale, remedies = [] }: Of<'too-large'>, problem: string): string {
  const fact = thin === undefined ? goingOn(problem, `; --scale ${scale} (or --fit) would fit.`) : problem;
  return [fact, ...remedies.filter(({ layers }) => layers !== undefined).map(fitText)].join(' ');
}

/** What fits, as a sentence. */
function fitText({ layers, scale }: Remedy): string {
  if (layers === undefined) return `--scale ${scale} would fit.`;
  const smaller = scale === undefined ? '' : ` with --scale ${scale}`;
  return `${layers}${smaller} would fit: nine nodes and an ellipsis of each large layer.`;
}

function roomText(finding: Of<'text-too-long' | 'braille-too-long'>, problem: string): string {
  const flags = flagsOf(finding);
  return flags === '' ? problem : `${problem} ${flags} would have room.`;
}

function joiningPieces(finding: Of<'loose-pieces'>): string {
  const flags = flagsOf(finding);
  return flags === ''
    ? 'Weights that join them would help, or "shown" in a spec, to draw none but nodes that are joined.'
    : `${flags} would join them.`;
}

function quickerText({ remedies = [] }: Of<'slow-joining' | 'endless-joining'>, problem: string): string {
  return remedies.length === 0
    ? problem
    : goingOn(problem, `; ${remedies.map(quickerClause).join(', and ')}.`);
}

/** What is quicker to make, as a clause. */
function quickerClause({ layers, segments, shells, format }: Remedy): string {
  if (layers !== undefined) return `${layers} draws nine nodes and an ellipsis of each large layer`;
  if (segments !== undefined) return `--segments ${segments} makes it quick`;
  if (shells && format !== undefined)
    return `an ${format.toUpperCase()} with --shells holds balls and rods as they are`;
  return '--shells writes balls and rods as they are';
}

/** Changes to what was asked for, any of which helps, as flags. */
function flagsOf({ remedies = [] }: { readonly remedies?: readonly PrintRemedy[] }): string {
  const flags = remedies.map((remedy) =>
    FLAGS.flatMap(([field, flag]) => (remedy[field] === undefined ? [] : [`${flag} ${remedy[field]}`])),
  );
  return flags.map((all) => all.join(' ')).join(' or ');
}

const FLAGS: readonly (readonly [keyof PrintRemedy, string])[] = [
  ['segments', '--segments'],
  ['mode', '--mode'],
  ['slots', '--slots'],
  ['base', '--base'],
  ['baseRadius', '--base-radius'],
  ['connectionRadius', '--connection-radius'],
  ['thickest', '--thickest'],
  ['thinnest', '--thinnest'],
  ['layerSpacing', '--layer-spacing'],
  ['layerHeight', '--layer-height'],
  ['clearance', '--clearance'],
  ['scale', '--scale'],
];
