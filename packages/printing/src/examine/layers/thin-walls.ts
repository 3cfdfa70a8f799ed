import type { Grid, Layer } from '../../layers/layers.ts';
import { outsideCircles, type Rows } from './rows.ts';
import { type Spot, spotOf } from './spot.ts';
import { stackOf } from './stack.ts';

/** What hangs together of walls that are too thin. */
export interface ThinWall {
  readonly volumeMm3: number;
  /** Where most of it is. */
  readonly most: Spot;
}

/** Walls while layers come, from below. */
export interface ThinWalls {
  readonly add: (rows: Rows, layer: Layer) => void;
  readonly walls: () => ThinWall[];
}

export interface WallOptions {
  readonly layerHeight: number;
  /** How many cells across the circle is that has room in every wall. */
  readonly wall: number;
}

/** In layers: what is lower is the edge of a roof or of a floor. */
const LEAST_HEIGHT = 4;

/** In squares around the circle: no circle reaches into a corner of 60°, and a layer of an upright edge leaves that out and no more. */
const EDGE = 1 / 4;

interface Growing extends ThinWall {
  readonly from: number;
  readonly to: number;
}

export function startThinWalls(grid: Grid, { layerHeight, wall }: WallOptions): ThinWalls {
  const stack = stackOf<Growing>({ corners: true, join });
  return {
    add(rows, { index, z }) {
      stack.add(outsideCircles(rows, wall), ({ regions }) =>
        regions.map((region) => {
          const most = spotOf(region, grid, z);
          const isEdge = region.area <= EDGE * wall ** 2;
          return { volumeMm3: isEdge ? 0 : most.areaMm2 * layerHeight, most, from: index, to: index };
        }),
      );
    },
    walls: () => stack.bodies().filter(({ from, to }) => to - from + 1 >= LEAST_HEIGHT),
  };
}

function join(one: Growing, other: Growing): Growing {
  return {
    volumeMm3: one.volumeMm3 + other.volumeMm3,
    most: one.most.areaMm2 < other.most.areaMm2 ? other.most : one.most,
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
  };
}
