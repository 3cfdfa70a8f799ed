import {
  formatCount,
  formatMeasure,
  layerSizes,
  shortRecipe,
  shortRecipeKeeps,
} from '@neurofab/core/internal';
import type { InspectedBody, Inspection } from '@neurofab/inspect';
import { alignedRows, closedText, inspectionNotes } from '@neurofab/words';
import type pc from 'picocolors';
import { printable } from '../words/messages.ts';

/** What is in a file; `--json` prints it as it is. */
export interface InspectedFile extends Inspection {
  readonly path: string;
  readonly bytes: number;
}

/** The same in words: a line for the file, a table of its bodies, and its recipe. */
export function inspectionText(
  inspection: InspectedFile,
  { bold, dim, red }: ReturnType<typeof pc.createColors>,
): string {
  const { path, format, bytes, triangles, volumeMm3, sizeMm, bodies } = inspection;
  const totals = [
    format,
    `${formatCount(bytes)} bytes`,
    ...(sizeMm === null
      ? []
      : [
          `${sizeMm.map((length) => formatMeasure(length, 2)).join(' × ')} mm`,
          `${formatCount(triangles)} triangles`,
          `${formatMeasure(volumeMm3, 2)} mm³`,
        ]),
  ];
  const [head, ...rows] =
    bodies.length === 0
      ? []
      : alignedRows([HEAD, ...bodies.map(bodyRow)], ['left', 'left', 'right', 'right', 'right', 'left']);
  return [
    `${bold(printable(path))}  ${totals.join(', ')}`,
    ...(head === undefined ? [] : [dim(`  ${head}`)]),
    ...rows.map((row, i) => (bodies[i]!.closed ? `  ${row}` : red(`  ${row}`))),
    ...inspectionNotes(inspection).map((note) => `  ${note}`),
    `  ${recipeLine(inspection)}`,
    '',
    '',
  ].join('\n');
}

const HEAD = ['body', 'colour', 'slot', 'triangles', 'mm³', 'closed'];

function bodyRow(body: InspectedBody): string[] {
  return [
    printable(body.name),
    body.color ?? '–',
    body.slot === null ? '–' : String(body.slot),
    formatCount(body.triangles),
    formatMeasure(body.volumeMm3, 2),
    closedText(body),
  ];
}

function recipeLine({ recipe, recipeFault }: Inspection): string {
  if (recipeFault !== undefined) return `recipe: ${printable(recipeFault)}`;
  if (recipe === null) return 'recipe: none';
  const short = shortRecipe(recipe, Number.POSITIVE_INFINITY);
  if (shortRecipeKeeps(short) !== 'nothing') return printable(`recipe: ${short}`);
  const layers = layerSizes(recipe.spec).join(',');
  return printable(
    `recipe: Neurofab ${recipe.neurofab} ${layers}, and more than a line holds: --from reads it`,
  );
}
