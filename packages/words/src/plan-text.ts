import { assembledBounds } from '@neurofab/core';
import { countPlates } from '@neurofab/core/internal';
import { type Plan, pieceName } from '@neurofab/job';
import { SLICERS } from '@neurofab/printers';
import { plateText, sizeText } from './size-text.ts';

/** How large the model of a plan is, at which scale, and for which printer. */
export function planText({ scene, files, scale, printer }: Plan): string {
  const isLying = files.some(({ isAssembled }) => !isAssembled);
  const isAssembled = files.some((file) => file.isAssembled);
  return [
    ...(isLying ? [plateText(scene)] : []),
    ...(isAssembled ? [`${sizeText(assembledBounds(scene))} put together`] : []),
    ...(scale === 1 ? [] : [`scaled by ${scale}`]),
    ...(printer === undefined ? [] : [`for ${printer.name} (${SLICERS[printer.slicer].name})`]),
  ].join(', ');
}

/** What lies on each plate, a line each, where there are several. */
export function platesText({ scene: { title, pieces }, files }: Plan): string[] {
  const plates = countPlates(pieces);
  if (plates === 1 || files.every(({ isAssembled }) => isAssembled)) return [];
  return Array.from({ length: plates }, (_, number) => {
    const names = pieces.filter(({ plate = 0 }) => plate === number).map((piece) => pieceName(piece, title));
    return `plate ${number + 1}: ${names.join(', ')}`;
  });
}
