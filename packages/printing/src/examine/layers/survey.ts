import type { Layer, Layers } from '../../layers/layers.ts';
import { startHollows } from './hollows.ts';
import { grownPiece, joinPieces, piecesIn, type SurveyedPiece } from './pieces.ts';
import { regionsOf } from './regions.ts';
import { beyond, NO_ROWS, type Rows, solidRows } from './rows.ts';
import { type Spot, spotOf } from './spot.ts';
import { stackOf } from './stack.ts';
import { startThinWalls, type ThinWall } from './thin-walls.ts';

/** What the layers of a model say of how it prints. */
export interface Survey {
  /** Regions with nothing under them, from below. */
  readonly islands: readonly Spot[];
  readonly overhangMm2: number;
  /** The largest overhang of one layer; `undefined` where there is none. */
  readonly worstOverhang: Spot | undefined;
  /** What hangs together. */
  readonly pieces: readonly SurveyedPiece[];
  /** What is too thin; none where it was not looked for. */
  readonly thinWalls: readonly ThinWall[];
  /** Room that nothing leads into, each in cubic millimetres; none where it was not looked for. */
  readonly hollows: readonly number[];
}

export interface SurveyOptions {
  /** The first of as many layers as a printer makes, of the same grid: it lies on the bed. */
  readonly first?: Layer | undefined;
  /** How many cells across walls are at least; thinner ones are not looked for if left out. */
  readonly wall?: number | undefined;
  readonly hollows?: boolean | undefined;
}

/** Of the steepest flank that needs no support: as far out as a layer is high. */
const STEEPEST = 1;

/** Goes through layers once, from below. */
export function survey(layers: Layers, { first, wall, hollows: wanted = false }: SurveyOptions = {}): Survey {
  const { grid, layerHeight } = layers;
  // Middles of cells are half a cell farther apart than skins are, in the mean.
  const reach = (STEEPEST * layerHeight) / grid.cell + 0.5;
  const pieces = stackOf({ corners: true, join: joinPieces });
  const thinWalls = wall === undefined ? undefined : startThinWalls(grid, { layerHeight, wall });
  const hollows = wanted ? startHollows(grid, layerHeight) : undefined;
  const islands: Spot[] = [];
  let overhangMm2 = 0;
  let worstOverhang: Spot | undefined;
  let below = NO_ROWS;
  const take = (layer: Layer, height: number) => {
    const rows = solidRows(layer, grid);
    const begun = pieces.add(rows, (regions) => piecesIn(regions, rows, { layer, grid, height }));
    return { rows, begun };
  };
  if (first !== undefined) below = take(first, 0).rows;
  for (const layer of layers) {
    const { rows, begun } = take(layer, layerHeight);
    const spots = (some: Rows) =>
      regionsOf(some, { corners: true }).regions.map((region) => spotOf(region, grid, layer.z));
    if (layer.index > 0 || first !== undefined) {
      islands.push(...begun.map((region) => spotOf(region, grid, layer.z)));
    }
    if (layer.index > 0) {
      const hanging = spots(beyond(rows, below, reach));
      overhangMm2 += hanging.reduce((sum, { areaMm2 }) => sum + areaMm2, 0);
      worstOverhang = largest([worstOverhang, ...hanging]);
    }
    thinWalls?.add(rows, layer);
    hollows?.add(rows);
    below = rows;
  }
  return {
    islands,
    overhangMm2,
    worstOverhang,
    pieces: pieces.bodies().map(grownPiece),
    thinWalls: thinWalls?.walls() ?? [],
    hollows: hollows?.volumes() ?? [],
  };
}

/** Two surveys of one model, on a plate each. */
export function joinSurveys(one: Survey, other: Survey): Survey {
  return {
    islands: [...one.islands, ...other.islands],
    overhangMm2: one.overhangMm2 + other.overhangMm2,
    worstOverhang: largest([one.worstOverhang, other.worstOverhang]),
    pieces: [...one.pieces, ...other.pieces],
    thinWalls: [...one.thinWalls, ...other.thinWalls],
    hollows: [...one.hollows, ...other.hollows],
  };
}

function largest(spots: readonly (Spot | undefined)[]): Spot | undefined {
  let most: Spot | undefined;
  for (const spot of spots) if (spot !== undefined && spot.areaMm2 > (most?.areaMm2 ?? 0)) most = spot;
  return most;
}
