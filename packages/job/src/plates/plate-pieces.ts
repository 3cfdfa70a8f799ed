import type { Bounds, HexColor, Scene } from '@neurofab/core';
import { countPlates, joinBounds, pieceBounds, QUARTER_TURN, rememberOf } from '@neurofab/core/internal';
import { movedPiece } from './moved-piece.ts';
import type { Ways } from './pack.ts';

/** What of a network has to lie on one plate. */
export interface PlatePieces {
  /** Which of the plates that it would take alone. */
  readonly plate: number;
  /** The numbers of its pieces. */
  readonly pieces: readonly number[];
  /** What it takes of the bed, turned by a quarter or not; along x and y in whole steps of the grid. */
  readonly bounds: readonly [straight: Bounds, turned: Bounds];
  /** Those that take a slot each; none where filament is changed by hand. */
  readonly colors: readonly HexColor[];
}

/** What of a scene has to lie on one plate: all of it where a bed holds it. */
export const platePieces: (scene: Scene) => readonly PlatePieces[] = rememberOf((scene: Scene) =>
  Array.from({ length: countPlates(scene.pieces) }, (_, plate) => {
    const pieces = [...scene.pieces.keys()].filter((piece) => (scene.pieces[piece]!.plate ?? 0) === plate);
    const boundsOf = (isTurned: boolean) =>
      pieces
        .map((number) => scene.pieces[number]!)
        .map((piece) => pieceBounds(isTurned ? movedPiece(piece, QUARTER_TURN) : piece))
        .reduce(joinBounds);
    return {
      plate,
      pieces,
      bounds: [onGrid(boundsOf(false), scene), onGrid(boundsOf(true), scene)],
      colors: scene.colorBands === undefined ? [...new Set(scene.parts.map(({ color }) => color))] : [],
    };
  }),
);

/** What some pieces take, for `pack`. */
export function waysOf({ bounds: [straight, turned] }: PlatePieces): Ways {
  const size = ({ min, max }: Bounds) => [max[0] - min[0], max[1] - min[1]] as const;
  return [size(straight), size(turned)];
}

/** Steps in a millimetre: a power of two, so that what is moved by whole steps keeps its corners to the last bit. */
const STEPS = 16;

/** What is rounded off is no step. */
const ROUNDED = 1e-6;

/** What a cut takes away lies under the bed of the scene. */
function onGrid({ min, max }: Bounds, { bounds }: Scene): Bounds {
  const down = (value: number) => Math.floor(value * STEPS + ROUNDED) / STEPS;
  const up = (value: number) => Math.ceil(value * STEPS - ROUNDED) / STEPS;
  return {
    min: [down(min[0]), down(min[1]), bounds.min[2]],
    max: [up(max[0]), up(max[1]), max[2]],
  };
}
