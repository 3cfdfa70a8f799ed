import { NEAR } from '../surface.ts';
import { bridgeHoles, type Stretch } from './bridge.ts';
import type { Loops } from './loops.ts';
import { type FlatPoints, turn } from './triangulate.ts';

/** The rings around regions without holes that loops bound. */
export function joinHoles(points: FlatPoints, loops: Loops): readonly Int32Array[] | undefined {
  const outers: Stretch[] = [];
  const holes: Stretch[] = [];
  for (let n = 0; n < loops.count; n++) {
    const stretch = { from: loops.starts[n]!, to: loops.starts[n + 1]! };
    const { area, around } = measure(points, loops.row, stretch);
    // What rounding may have turned over is its own region.
    if (area < -NEAR * around) holes.push(stretch);
    else outers.push(stretch);
  }
  if (holes.length === 0) return outers.map(({ from, to }) => loops.row.subarray(from, to));
  const owned = outers.map((): Stretch[] => []);
  for (const hole of holes) {
    const owner = outers.findIndex((outer) => contains(points, loops.row, outer, hole));
    if (owner < 0) return undefined;
    owned[owner]!.push(hole);
  }
  const rings: Int32Array[] = [];
  for (const [n, outer] of outers.entries()) {
    const ring =
      owned[n]!.length === 0
        ? loops.row.slice(outer.from, outer.to)
        : bridgeHoles(points, loops, outer, owned[n]!);
    if (ring === undefined) return undefined;
    rings.push(ring);
  }
  return rings;
}

/** Twice the area of a loop, and about how long it is. */
function measure(points: FlatPoints, row: Int32Array, { from, to }: Stretch) {
  const { x, y } = points;
  const origin = row[from]!;
  let area = 0;
  let around = 0;
  for (let i = from, before = row[to - 1]!; i < to; i++) {
    const here = row[i]!;
    area += turn(points, origin, before, here);
    around += Math.abs(x[here]! - x[before]!) + Math.abs(y[here]! - y[before]!);
    before = here;
  }
  return { area, around };
}

/** Whether a hole lies within a loop: a ray from one of its corners crosses the loop an odd number of times. Corners that touch it may seem outside. */
function contains(points: FlatPoints, row: Int32Array, outer: Stretch, hole: Stretch): boolean {
  const { y } = points;
  for (let corner = hole.from; corner < hole.to; corner++) {
    const point = row[corner]!;
    let isInside = false;
    for (let i = outer.from, before = row[outer.to - 1]!; i < outer.to; i++) {
      const here = row[i]!;
      const [low, high] = y[here]! < y[before]! ? [here, before] : [before, here];
      if (y[low]! <= y[point]! && y[point]! < y[high]! && turn(points, low, high, point) > 0)
        isInside = !isInside;
      before = here;
    }
    if (isInside) return true;
  }
  return false;
}
