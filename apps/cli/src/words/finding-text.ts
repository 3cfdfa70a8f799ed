import { formatFault } from '@neurofab/core';
import { formatCount, formatDecimal } from '@neurofab/core/internal';
import type { Finding, JoiningEstimate, Remedy } from '@neurofab/job';
import { PROCESSES } from '@neurofab/printers';
import { printerAdvice, quoted, shortSize } from '@neurofab/words';
import { printFindingText, thinText } from './print-finding-text.ts';

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

/** A finding as a sentence, in terms of flags. */
export function findingText(finding: Finding, { printerBy, typed, pathOf }: FindingContext): string {
  switch (finding.code) {
    case 'unknown-printer':
      return `${printerBy}: There is no printer ${quoted(finding.value)}. ${printerAdvice(finding.value)} "neurofab printers" lists them all.`;
    case 'unknown-format':
      return `There is no format ${quoted(finding.value)}.`;
    case 'slots-out-of-range':
      return `--slots: Must be a whole number from 1 to ${finding.limit}, but is ${quoted(typed.slots ?? String(finding.value))}.`;
    case 'one-color-process':
      return `--slots: ${PROCESSES[finding.process].label} prints in one colour, so there is 1, but ${finding.value} are asked for.`;
    case 'no-filament':
      return `--colors-by-height: ${PROCESSES[finding.process].label} has no filament to change between layers: leave it out.`;
    case 'scale-out-of-range':
      return `--scale: Must be a number above 0, such as 0.5, but is ${quoted(typed.scale ?? String(finding.value))}.`;
    case 'fit-without-bed':
      return '--fit needs a printer with a bed: name it with --printer.';
    case 'size-out-of-range':
      return `--size: Must be a whole number of pixels from ${finding.limit.min} to ${finding.limit.max}, but is ${quoted(typed.size ?? String(finding.value))}.`;
    case 'length-out-of-limits':
      return `--scale ${finding.value}: ${formatFault({ path: finding.path.slice(1), message: finding.message })}`;
    case 'too-thin-to-fit':
      return `--fit: At --scale ${finding.value}, which fits ${finding.printer}, ${thinText(finding.thin)} Use fewer layers or nodes, thicker connections (--connection-radius) or a larger printer.`;
    case 'too-large':
      return tooLargeText(finding);
    case 'no-common-bed':
      return noCommonBedText(finding);
    case 'no-room-for-tower':
      return `The model leaves less than ${finding.limit} mm beside it: the slicer's prime tower may find no room. A smaller --scale makes some.`;
    case 'more-colors-than-slots':
      return `The network has ${finding.value} colours, but ${finding.printer} has ${finding.limit} slots: slicers print the rest with the first.`;
    case 'more-colors-than-format':
      return `The network has ${finding.value} colours, but slicers take at most ${finding.limit}; --slots merges them, and --layer-colors with fewer colours makes layers share them.`;
    case 'many-colors':
      return `${finding.value} colours, and most colour units hold ${finding.limit}: --printer merges them for yours, --slots ${finding.limit} for any.`;
    case 'laid-flat':
      return `Laid flat for ${finding.printer}, so that nothing needs support; --mode upright prints it standing.`;
    case 'kept-upright':
      return `Kept upright for ${finding.printer}, ${KEPT_UPRIGHT[finding.value]}; it needs support, which --mode flat would not.`;
    case 'dowels':
      return dowelsText(finding);
    case 'no-disc':
      return `Sizes of the disc mean nothing to a network ${PRINTED[finding.value]}, since it has none: --mode upright prints it on its disc.`;
    case 'mode-not-in-format':
      return modeNotInFormatText(finding, pathOf(finding));
    case 'shells-of-cut':
      return `--shells: Nothing can be cut off balls and rods as they are, as --mode ${finding.value} does: leave out --shells, or say --mode upright.`;
    case 'loose-base':
      return looseBaseText(finding);
    case 'loose-pieces':
      return loosePiecesText(finding);
    case 'no-heights':
      return `--colors-by-height: Nothing of a network ${PRINTED[finding.value]} has a height of its own: say --mode plaque, or --mode flat for two colours.`;
    case 'heights-by-hand':
      return `--colors-by-height: In --mode ${finding.value} filament is changed by hand for that, and here are ${finding.limit} slots that change it. Leave it out for a colour a layer of nodes; --mode plaque has a slot for each height, and --slots 1 a change by hand.`;
    case 'many-changes':
      return `${finding.value} changes of filament by hand: --color-by role makes do with fewer.`;
    case 'foot-changes-color':
      return `The foot is printed along, so it changes colour at ${formatDecimal(finding.value, 3)} mm too. Print it by itself to keep it in one colour: -o network.stl --split pieces.`;
    case 'signs-alike':
      return 'Positive and negative connections come out in one colour: --sign-shape gives negative ones four sides, to tell them apart by touch.';
    case 'recipe-cut':
      return `${pathOf(finding)}: The header of an STL has no room for ${RECIPE_CUTS[finding.value]} A 3MF holds all.`;
    case 'slow-joining':
      return `To join this network may take ${estimateText(finding)}: ${joiningText(finding)}`;
    case 'endless-joining':
      return `To join this network would take ${finding.value.seconds > finding.limit.seconds ? 'more than an hour' : 'more memory than there can be'}: ${joiningText(finding)}`;
    case 'large-file':
      return `${pathOf(finding)}: Will hold ${shortSize(finding.value)}; FAT32 disks and many slicers take less than ${shortSize(finding.limit)}.`;
    case 'nothing-to-split':
      return `${pathOf(finding)}: --split writes STL; one ${finding.format} file holds all.`;
    case 'nothing-of-a-flavor':
      return '--flavor is for 3MF, but no output is one.';
    case 'nothing-to-show':
      return '--show is for GLB and pictures, but no output is one.';
    case 'nothing-to-size':
      return '--size is for PNG and GIF, but no output is one.';
    default:
      return printFindingText(finding);
  }
}

const PRINTED = {
  upright: 'that is printed upright',
  flat: 'that is printed flat',
  halves: 'that is printed in halves',
  plaque: 'that is printed as a plaque',
} as const;

type Of<Code extends Finding['code']> = Extract<Finding, { readonly code: Code }>;

const KEPT_UPRIGHT = {
  disc: 'since sizes of its disc are given',
  'no-posts': 'since its base has no posts to make pegs of',
  shells: 'since nothing can be cut off --shells',
  origin: 'since --origin model is where it stands',
} as const;

const RECIPE_CUTS = {
  shape: 'title and colours, so --from will not give them back.',
  nothing: 'this network, so --from will not read it back.',
} as const;

function modeNotInFormatText({ format, value, remedies = [] }: Of<'mode-not-in-format'>, path: string) {
  const modes = remedies.map(({ mode }) => `--mode ${mode}`).join(' or ');
  return `${path}: ${format} cannot hold --mode ${value}: add ${modes}, or write STL, 3MF or GLB.`;
}

function tooLargeText({ axis, value, limit, printer, scale, thin, remedies = [] }: Of<'too-large'>): string {
  const advice =
    thin === undefined
      ? `--scale ${scale} (or --fit) would fit.`
      : `--scale ${scale} would fit, but ${thinText(thin)}`;
  const less = remedies.filter(({ layers }) => layers !== undefined).map((remedy) => ` ${fitText(remedy)}`);
  return `The model is ${millimetres(value)} along ${axis}, but ${printer} takes ${millimetres(limit)}; ${advice}${less.join('')}`;
}

function noCommonBedText({ value, limit: { x, y, z }, remedies = [] }: Of<'no-common-bed'>): string {
  const size = value.map((length) => formatCount(Math.round(length))).join(' × ');
  const advice = remedies.map((remedy) => ` ${fitText(remedy)}`);
  return `The model is ${size} mm, and no common bed holds it; the largest for it is ${x} × ${y} × ${z} mm.${advice.join('')}`;
}

/** What fits, as a sentence. */
function fitText({ layers, scale }: Remedy): string {
  if (layers === undefined) return `--scale ${scale} would fit.`;
  const smaller = scale === undefined ? '' : ` with --scale ${scale}`;
  return `${layers}${smaller} would fit: nine nodes and an ellipsis of each large layer.`;
}

function dowelsText({ value, length, limit }: Of<'dowels'>): string {
  return value === 0
    ? `Glue the halves together: nodes hold dowels of filament from a radius of ${millimetres(limit)} on.`
    : `Put the halves together with ${value} pieces of filament, 1.75 mm thick and ${millimetres(length)} long, and glue.`;
}

function looseBaseText({ value, limit }: Of<'loose-base'>): string {
  return (
    `The base touches nothing: it reaches ${value} mm from the middle, and the nodes over it are higher or farther. ` +
    `Posts join it to the network: --preset desk, or "posts": true in a spec${value < limit ? ` and a base radius of at least ${limit} mm` : ''}.`
  );
}

function loosePiecesText({ value, lone, remedies = [] }: Of<'loose-pieces'>): string {
  const nodes =
    lone === 0 ? '' : `, ${lone === 1 ? 'one of them a node' : `${lone} of them nodes`} that nothing reaches`;
  const advice = remedies.map(({ base, thinnest }) => (base ? `--base ${base}` : `--thinnest ${thinnest}`));
  const help =
    advice.length > 0
      ? `${advice.join(' or ')} would join them.`
      : 'Weights that join them would help, or "shown" in a spec, to draw none but nodes that are joined.';
  return `The model is ${value} loose pieces${nodes}. ${capitalized(help)}`;
}

function joiningText({ nodes, sides, value, remedies = [] }: Of<'slow-joining' | 'endless-joining'>): string {
  const because = `it has ${formatCount(nodes)} nodes with circles of ${formatCount(sides)} sides, and its connections cross ${formatCount(value.crossings)} times`;
  const advice = remedies.map(quickerText).join(', and ');
  return `${because}; ${advice === '' ? 'fewer nodes take less' : advice}.`;
}

/** What is quicker to make, as a clause. */
function quickerText({ layers, segments, shells, format }: Remedy): string {
  if (layers !== undefined) return `${layers} draws nine nodes and an ellipsis of each large layer`;
  if (segments !== undefined) return `--segments ${segments} makes it quick`;
  if (shells && format !== undefined)
    return `an ${format.toUpperCase()} with --shells holds balls and rods as they are`;
  return '--shells writes balls and rods as they are';
}

function estimateText({ value: { seconds, bytes }, limit }: Of<'slow-joining'>): string {
  const memory = bytes > limit.bytes ? [`about ${Math.round(bytes / 1e9)} GB of memory`] : [];
  return [...(seconds > limit.seconds ? [duration(seconds)] : []), ...memory].join(' and ');
}

function duration(seconds: JoiningEstimate['seconds']): string {
  if (seconds < 50) return `about ${Math.round(seconds / 10) * 10} seconds`;
  if (seconds < 90) return 'about a minute';
  return seconds < 1200 ? 'some minutes' : 'the better part of an hour';
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function millimetres(length: number): string {
  return `${formatDecimal(length, 2)} mm`;
}
