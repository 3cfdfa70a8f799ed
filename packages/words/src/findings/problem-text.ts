import { formatFault, type Mode } from '@neurofab/core';
import { formatCount, formatDecimal } from '@neurofab/core/internal';
import type { Finding, JoiningEstimate } from '@neurofab/job';
import { PROCESSES } from '@neurofab/printers';
import { capitalized } from '../capitalized.ts';
import { lowHeight } from '../low-height.ts';
import { millimetres } from '../millimetres.ts';
import { printerAdvice } from '../printer-advice.ts';
import { quoted } from '../quoted.ts';
import { shortSize } from '../short-size.ts';
import { printProblemText, thinText } from './print-problem-text.ts';
import { PRINTED_AS } from './printed-as.ts';

/** What is so, in sentences for who has other words for what helps: flags, or buttons (`remedyText`). */
export function problemText(finding: Finding): string {
  switch (finding.code) {
    case 'unknown-printer':
      return `There is no printer ${quoted(finding.value)}. ${printerAdvice(finding.value)}`;
    case 'unknown-format':
      return `There is no format ${quoted(finding.value)}.`;
    case 'slots-out-of-range':
      return `The number of slots must be a whole number from 1 to ${finding.limit}, but is ${finding.value}.`;
    case 'one-color-process':
      return `${capitalized(PROCESSES[finding.process].label)} prints in one colour, so there is 1 slot, but ${finding.value} are asked for.`;
    case 'no-filament':
      return `${capitalized(PROCESSES[finding.process].label)} has no filament to change between layers.`;
    case 'scale-out-of-range':
      return `The scale must be a number above 0, such as 0.5, but is ${finding.value}.`;
    case 'fit-without-bed':
      return 'There is no bed to fit: that needs a printer that has one.';
    case 'size-out-of-range':
      return `A picture must have a whole number of pixels from ${finding.limit.min} to ${finding.limit.max} a side, but is to have ${finding.value}.`;
    case 'characters-missing':
      return `The font has no ${standing(finding)} in the text “${finding.value}”.`;
    case 'text-too-long':
      return `The text has room only with capitals ${lowHeight(finding.value)} high, and its strokes come out from ${formatDecimal(finding.limit, 1)} mm on${finding.characters === 0 ? '' : `: about ${counted(finding.characters)} would fit`}.`;
    case 'cells-missing':
      return `There is no Braille for ${standing(finding)} in “${finding.value}”.`;
    case 'braille-too-long':
      return `The Braille has ${formatCount(finding.value)} cells, and the disc has room for ${finding.limit === 0 ? 'none' : formatCount(finding.limit)}: cells are as large on any model.`;
    case 'braille-too-coarse':
      return `Dots of Braille come out flat in layers of ${millimetres(finding.value)}: it takes two layers to make one that is felt as round.`;
    case 'strokes-too-thin':
      return `Capitals are to be ${lowHeight(finding.value)} high, and in this font strokes come out from ${formatDecimal(finding.limit, 1)} mm on${finding.remedies?.length ? '' : ', for which there is no room'}.`;
    case 'letters-made-smaller':
      return `The ${finding.what === 'text' ? 'text has' : `names of ${finding.what} have`} room with capitals ${lowHeight(finding.value)} high, and not ${formatDecimal(finding.limit, 1)} mm.`;
    case 'labels-not-in-mode':
      return `Nothing of ${printed(finding.value)} holds names of layers and nodes.`;
    case 'no-names':
      return `There are no names of ${finding.value} to stand beside them.`;
    case 'names-not-drawn':
      return 'The names of nodes are in the description, and not on the model.';
    case 'name-too-long':
      return `The names of layers have room only with capitals ${lowHeight(finding.value)} high, and their strokes come out from ${formatDecimal(finding.limit, 1)} mm on: “${finding.name}” is too long, and about ${counted(finding.characters)} would fit.`;
    case 'names-too-near':
      return `The names of ${finding.kind} have room between nodes only with capitals ${lowHeight(finding.value)} high, and their strokes come out from ${formatDecimal(finding.limit, 1)} mm on.`;
    case 'length-out-of-limits':
      return `At a scale of ${finding.value}: ${formatFault({ path: finding.path.slice(1), message: finding.message })}`;
    case 'too-thin-to-fit':
      return `At a scale of ${finding.value}, which fits ${finding.printer}, ${thinText(finding.thin)} Use fewer layers or nodes, thicker connections or a larger printer.`;
    case 'too-large':
      return tooLargeText(finding);
    case 'no-common-bed':
      return noCommonBedText(finding);
    case 'no-room-for-tower':
      return `The model leaves less than ${finding.limit} mm beside it: the slicer's prime tower may find no room.`;
    case 'more-colors-than-slots':
      return `The network has ${finding.value} colours, but ${finding.printer} has ${finding.limit} slots: slicers print the rest with the first.`;
    case 'more-colors-than-format':
      return `The network has ${finding.value} colours, but slicers take at most ${finding.limit}.`;
    case 'many-colors':
      return `${finding.value} colours, and most colour units hold ${finding.limit}.`;
    case 'laid-flat':
      return `Laid flat for ${finding.printer}, so that nothing needs support.`;
    case 'kept-upright':
      return `Kept upright for ${finding.printer}, ${KEPT_UPRIGHT[finding.value]}; it needs support.`;
    case 'dowels':
      return dowelsText(finding);
    case 'no-disc':
      return `Sizes of the disc mean nothing to ${printed(finding.value)}, since it has none.`;
    case 'mode-not-in-format':
      return `${finding.format} cannot hold ${printed(finding.value)}.`;
    case 'shells-of-cut':
      return `Nothing can be cut off balls and rods as they are, as printing it ${PRINTED_AS[finding.value]} does.`;
    case 'loose-base':
      return `The base touches nothing: it reaches ${finding.value} mm from the middle, and the nodes over it are higher or farther.`;
    case 'loose-pieces':
      return loosePiecesText(finding);
    case 'no-heights':
      return `Nothing of ${printed(finding.value)} has a height of its own.`;
    case 'heights-by-hand':
      return `Printed ${PRINTED_AS[finding.value]}, a network has colours by height from filament that is changed by hand, and here are ${finding.limit} slots that change it.`;
    case 'many-changes':
      return `${finding.value} changes of filament by hand.`;
    case 'foot-changes-color':
      return `The foot is printed along, so it changes colour at ${formatDecimal(finding.value, 3)} mm too.`;
    case 'signs-alike':
      return 'Positive and negative connections come out in one colour.';
    case 'recipe-cut':
      return `The header of an STL has no room for ${RECIPE_CUTS[finding.value]}. A 3MF holds all.`;
    case 'slow-joining':
      return `To join this network may take ${estimateText(finding)}: ${joiningText(finding)}`;
    case 'endless-joining':
      return `To join this network would take ${finding.value.seconds > finding.limit.seconds ? 'more than an hour' : 'more memory than there can be'}: ${joiningText(finding)}`;
    case 'large-file':
      return `The file will hold ${shortSize(finding.value)}; FAT32 disks and many slicers take less than ${shortSize(finding.limit)}.`;
    case 'nothing-to-split':
      return `There is nothing to split: one ${finding.format} file holds all.`;
    case 'nothing-of-a-flavor':
      return 'Flavours are of 3MF, but no file is one.';
    case 'nothing-to-show':
      return 'How pieces are shown is for GLB and pictures, but no file is one.';
    case 'nothing-to-size':
      return 'Pixels are of pictures, but no file is one.';
    default:
      return printProblemText(finding);
  }
}

type Of<Code extends Finding['code']> = Extract<Finding, { readonly code: Code }>;

function printed(mode: Mode): string {
  return `a network that is printed ${PRINTED_AS[mode]}`;
}

const KEPT_UPRIGHT = {
  disc: 'since sizes of its disc are given',
  'no-posts': 'since its base has no posts to make pegs of',
  shells: 'since nothing can be cut off balls and rods as they are',
  origin: 'since it is to keep the coordinates of the model',
} as const;

const RECIPE_CUTS = {
  shape: 'title and colours, so that they do not come back from it',
  nothing: 'this network, so that it does not come back from it',
} as const;

/** `“A”, “n”, which stand` */
function standing({ characters }: Of<'characters-missing' | 'cells-missing'>): string {
  const named = characters.map((character) => `“${character}”`).join(', ');
  return `${named}, which ${characters.length === 1 ? 'stands' : 'stand'}`;
}

function tooLargeText({ axis, value, limit, printer, scale, thin }: Of<'too-large'>): string {
  const fact = `The model is ${millimetres(value)} along ${axis}, but ${printer} takes ${millimetres(limit)}`;
  return thin === undefined ? `${fact}.` : `${fact}; a scale of ${scale} would fit, but ${thinText(thin)}`;
}

function noCommonBedText({ value, limit: { x, y, z } }: Of<'no-common-bed'>): string {
  const size = value.map((length) => formatCount(Math.round(length))).join(' × ');
  return `The model is ${size} mm, and no common bed holds it; the largest for it is ${x} × ${y} × ${z} mm.`;
}

function dowelsText({ value, length, limit }: Of<'dowels'>): string {
  return value === 0
    ? `Glue the halves together: nodes hold dowels of filament from a radius of ${millimetres(limit)} on.`
    : `Put the halves together with ${value} pieces of filament, 1.75 mm thick and ${millimetres(length)} long, and glue.`;
}

function loosePiecesText({ value, lone }: Of<'loose-pieces'>): string {
  const nodes =
    lone === 0 ? '' : `, ${lone === 1 ? 'one of them a node' : `${lone} of them nodes`} that nothing reaches`;
  return `The model is ${value} loose pieces${nodes}.`;
}

function joiningText({ nodes, sides, value, remedies }: Of<'slow-joining' | 'endless-joining'>): string {
  const because = `it has ${formatCount(nodes)} nodes with circles of ${formatCount(sides)} sides, and its connections cross ${formatCount(value.crossings)} times`;
  return remedies === undefined ? `${because}; fewer nodes take less.` : `${because}.`;
}

function estimateText({ value: { seconds, bytes }, limit }: Of<'slow-joining'>): string {
  const memory = bytes > limit.bytes ? [`about ${Math.round(bytes / 1e9)} GB of memory`] : [];
  return [...(seconds > limit.seconds ? [duration(seconds)] : []), ...memory].join(' and ');
}

function counted(characters: number): string {
  return `${formatCount(characters)} ${characters === 1 ? 'character' : 'characters'}`;
}

function duration(seconds: JoiningEstimate['seconds']): string {
  if (seconds < 50) return `about ${Math.round(seconds / 10) * 10} seconds`;
  if (seconds < 90) return 'about a minute';
  return seconds < 1200 ? 'some minutes' : 'the better part of an hour';
}
