import {
  formatCount,
  formatMeasure,
  layerSizes,
  shortRecipe,
  shortRecipeKeeps,
} from '@neurofab/core/internal';
import type { BodyCounts, InspectedBody, Inspection } from '@neurofab/inspect';
import type pc from 'picocolors';
import { printable } from '../words/messages.ts';
import { alignedRows } from '../words/table.ts';

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
    ...notes(inspection).map((note) => `  ${note}`),
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
    verdict(body),
  ];
}

function verdict(body: InspectedBody): string {
  const { closed, overlapsItself, overlapsOthers } = body;
  const faults = faultsOf(body);
  const overlaps = [
    ...(overlapsItself === true ? [', its pieces overlap'] : []),
    ...(overlapsOthers === true ? [', overlaps other bodies'] : []),
  ];
  return [closed ? 'yes' : 'NO', ...(faults.length === 0 ? [] : [': ', faults.join(', ')]), ...overlaps].join(
    '',
  );
}

/** What is wrong with a body, in words. */
export function faultsOf(body: BodyCounts): string[] {
  const { openEdges, doubledEdges, reversedEdges, degenerateTriangles, volumeMm3 } = body;
  return [
    ...(openEdges > 0 ? [`${formatCount(openEdges)} open edges`] : []),
    ...(doubledEdges > 0 ? [`${formatCount(doubledEdges)} doubled edges`] : []),
    ...(reversedEdges > 0 ? [`${formatCount(reversedEdges)} reversed edges`] : []),
    ...(openEdges + doubledEdges + reversedEdges === 0 && volumeMm3 <= 0 ? ['inside out, or flat'] : []),
    ...(degenerateTriangles > 0 ? [`${formatCount(degenerateTriangles)} triangles without area`] : []),
  ];
}

/** A kilometre: nobody prints that, so it is a damaged coordinate or a wrong unit. */
const INCREDIBLE = 1e6;

/** What else there is to say. */
function notes({ sizeMm, bodies }: Inspection): string[] {
  const overlaps = bodies.flatMap(({ overlapsItself, overlapsOthers }) => [overlapsItself, overlapsOthers]);
  return [
    ...(sizeMm?.some((length) => length > INCREDIBLE)
      ? ['larger than a kilometre: a coordinate is damaged, or the unit is another']
      : []),
    ...(overlaps.includes(true)
      ? ['overlaps: mm³ counts what overlaps more than once, and each piece is closed or not by itself']
      : []),
    ...(overlaps.includes(null) ? ['overlaps: there is too much to look everywhere'] : []),
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
