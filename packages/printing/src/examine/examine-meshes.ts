import { type Mesh, meshBounds } from '@neurofab/core';
import { joinBounds, NO_BOUNDS } from '@neurofab/core/internal';
import { PROCESSES } from '@neurofab/printers';
import { layersOfMeshes } from '../layers/layers-of-meshes.ts';
import type { Machine } from './check.ts';
import { type Survey, survey } from './layers/survey.ts';
import { surveyFindings } from './layers/survey-findings.ts';
import { LIMITS } from './limits.ts';
import type { PrintFinding } from './print-finding.ts';
import { rounded } from './rounded.ts';
import { nozzleOf } from './shape/nozzle-of.ts';

export interface ExamineMeshesOptions {
  /** What it is to be printed with; a nozzle of 0.4 mm and filament if left out. */
  readonly printer?: Machine | undefined;
  /** Of the layers in which it is looked at, in millimetres; the usual one of the printer's process if left out. */
  readonly layerHeight?: number | undefined;
}

/** What meshes say of how they print. */
export interface MeshesExamined {
  /** What hangs together. */
  readonly pieces: number;
  /** How finely it was looked at, in millimetres: more coarsely than asked for where that would take too long. */
  readonly layerHeight: number;
  readonly cell: number;
  /** Whether walls were looked for: not where cells are too large to see them. */
  readonly hasWalls: boolean;
  readonly findings: readonly PrintFinding[];
}

/** In cells. */
const SAME = 1e-9;

/** Larger is no model in millimetres, and smaller than a layer nothing is printed. */
const LARGEST = 2000;

/** With fewer cells side by side a wall is not told from a gap in the raster. */
const LEAST_WALL = 3;
/** At least, so that overhang is told from flanks that are steep enough. */
const LEAST_LAYER = 2;

/**
 * Looks at meshes that are printed together, standing as they stand, the lowest point on the bed: in a few seconds, whatever their
 * size. `undefined` for what is no model in millimetres: larger than two metres, or lower than a layer.
 */
export function examineMeshes(
  meshes: readonly Mesh[],
  {
    printer = { process: 'fdm' },
    layerHeight: wanted = PROCESSES[printer.process].layerHeight,
  }: ExamineMeshesOptions = {},
): MeshesExamined | undefined {
  const bounds = meshes.map(meshBounds).reduce(joinBounds, NO_BOUNDS);
  const sizes = [0, 1, 2].map((axis) => bounds.max[axis]! - bounds.min[axis]!);
  const nozzle = nozzleOf(printer);
  const cellsPerLayer = Math.max(LEAST_LAYER, Math.ceil((LEAST_WALL * wanted) / nozzle - SAME));
  const isModel = sizes.every((size) => size > wanted / 2 && size <= LARGEST) && meshes.length <= MOST_MESHES;
  if (!isModel) return undefined;
  const cell = cellFor(meshes, sizes, { fine: wanted / cellsPerLayer, cellsPerLayer });
  const layerHeight = cellsPerLayer * cell;
  const labelled = meshes.map((mesh, part) => ({ mesh, piece: 0, part }));
  const wall = Math.floor(nozzle / cell + SAME);
  const hasWalls = printer.process === 'fdm' && wall >= LEAST_WALL;
  const [first] = layersOfMeshes(labelled, { layerHeight: PROCESSES[printer.process].layerHeight, cell });
  const surveyed = survey(layersOfMeshes(labelled, { layerHeight, cell }), {
    first,
    wall: hasWalls ? wall : undefined,
    hollows: printer.process !== 'fdm',
  });
  const findings = [
    ...surveyFindings(surveyed, {
      printer,
      standing: printer.process === 'fdm' ? surveyed.pieces.filter(({ contact }) => contact.length > 0) : [],
      pieces: surveyed.pieces,
      whereAt: (at) => ({ at: [rounded(at[0]), rounded(at[1]), rounded(at[2])] }),
      whereOf: () => ({}),
    }).map((finding) => ({ ...finding, path: [] })),
    ...wallFindings(surveyed, nozzle),
  ];
  return {
    pieces: surveyed.pieces.length,
    layerHeight: rounded(layerHeight),
    cell: rounded(cell),
    hasWalls,
    findings,
  };
}

/** Cells hold the number of a mesh in 16 bits. */
const MOST_MESHES = 65_535;
const MOST_CELLS_PER_LAYER = 4_000_000;
/** Of the box around the model, which most models leave empty. */
const MOST_CELLS = 1_500_000_000;
/** Rows that triangles cross in all layers: some ten seconds. */
const MOST_CROSSINGS = 100_000_000;

/** Cells, the least that are looked at, and how many of them a layer is high. */
interface Fineness {
  readonly fine: number;
  readonly cellsPerLayer: number;
}

function cellFor(
  meshes: readonly Mesh[],
  [x, y, z]: readonly number[],
  { fine, cellsPerLayer }: Fineness,
): number {
  const perLayer = Math.sqrt((x! * y!) / MOST_CELLS_PER_LAYER);
  const all = Math.cbrt((x! * y! * z!) / (cellsPerLayer * MOST_CELLS));
  const cell = Math.max(fine, perLayer, all);
  const crossings = meshes.reduce(
    (sum, mesh) => sum + crossingsOf(mesh, { cell, layerHeight: cellsPerLayer * cell }),
    0,
  );
  return cell * Math.max(1, Math.sqrt(crossings / MOST_CROSSINGS));
}

/** How often the triangles of a mesh cross the rows of all layers. */
function crossingsOf(
  { positions, indices }: Mesh,
  { cell, layerHeight }: Pick<MeshesExamined, 'cell' | 'layerHeight'>,
): number {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    const length = (axis: number) =>
      Math.max(positions[a + axis]!, positions[b + axis]!, positions[c + axis]!) -
      Math.min(positions[a + axis]!, positions[b + axis]!, positions[c + axis]!);
    sum += (length(2) / layerHeight) * (1 + length(1) / cell);
  }
  return sum;
}

function wallFindings({ thinWalls }: Survey, nozzle: number): PrintFinding[] {
  const volume = thinWalls.reduce((sum, { volumeMm3 }) => sum + volumeMm3, 0);
  if (volume <= LIMITS.thinWalls.value) return [];
  const [x, y, z] = thinWalls.toSorted((a, b) => b.volumeMm3 - a.volumeMm3)[0]!.most.at;
  return [
    {
      code: 'thin-walls',
      level: 'warning',
      path: [],
      where: { at: [rounded(x), rounded(y), rounded(z)] },
      value: rounded(volume),
      limit: nozzle,
      source: LIMITS.thinWalls.source,
      process: 'fdm',
    },
  ];
}
