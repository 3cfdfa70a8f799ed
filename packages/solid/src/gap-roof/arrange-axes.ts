/**
 * The axes of a gap, all nodes of the left layer joined to all of the right one, and what they cut the gap into. With
 * equally spaced nodes, axis (i, j) meets axis (i + p, j − q) at p / (p + q) of the way, so everything follows from whole
 * numbers, and axes that cross in one point do so exactly.
 */
export interface Arrangement {
  readonly left: number;
  readonly right: number;
  /** Nodes of the left layer, then of the right one, then crossings. */
  readonly points: readonly ArrangedPoint[];
  /** The point where the face between two neighbouring nodes of the left layer, the lower one given, comes to its end. */
  leftApex(lower: number): number;
  /** Likewise for the right layer. */
  rightApex(lower: number): number;
  /** The faces with axes all around, each from its leftmost point. */
  closedFaces(): Generator<AxisFace>;
}

export interface ArrangedPoint {
  /** Share of the way from the left layer to the right one. */
  readonly way: number;
  /** Height over the middle of the layers, in node spacings. */
  readonly row: number;
}

/** A convex face of the plane: point, side, point, side … counter-clockwise from the leftmost point, x to the right and z up. */
export interface AxisFace {
  readonly points: readonly number[];
  /** The axis of each side, number `left node · right nodes + right node`. */
  readonly axes: readonly number[];
  /** How many of the sides, from the first on, have the face above them; the others have it below. */
  readonly lower: number;
}

export function arrangeAxes(left: number, right: number): Arrangement {
  const stops = crossingStops(left, right);
  const { points, first, numbers } = numberPoints(left, right, stops);
  const last = stops.length;
  const pointAt = (stop: number, i: number, j: number) => {
    if (stop === last) return left + j;
    const { p, q } = stops[stop]!;
    return numbers[first[stop]! + q * i + p * j]!;
  };
  /** How many steps there are from an axis to less steeply rising ones through the same crossing. */
  const flatter = ({ p, q }: Stop, i: number, j: number) =>
    Math.min(Math.floor((left - 1 - i) / p), Math.floor(j / q));
  const steeper = ({ p, q }: Stop, i: number, j: number) =>
    Math.min(Math.floor(i / p), Math.floor((right - 1 - j) / q));
  const nextStop = (stop: number, i: number, j: number) => {
    let next = stop + 1;
    while (next < last) {
      const { p, q } = stops[next]!;
      if ((i + p < left && j >= q) || (i >= p && j + q < right)) break;
      next++;
    }
    return next;
  };

  /** The face right of a point, where `stop` lies, between the axis (i, j) below it and the axis (k, l) above. */
  const face = (start: number, stop: number, i: number, j: number, k: number, l: number): AxisFace => {
    const facePoints = [start];
    const axes: number[] = [];
    for (let at = stop; ; ) {
      axes.push(i * right + j);
      at = nextStop(at, i, j);
      facePoints.push(pointAt(at, i, j));
      const here = stops[at];
      // Another axis comes from below: here the face ends.
      if (here === undefined || flatter(here, i, j) > 0) break;
      const steps = steeper(here, i, j);
      i -= here.p * steps;
      j += here.q * steps;
    }
    const lower = axes.length;
    const above: number[] = [];
    const aboveAxes: number[] = [];
    for (let at = stop; ; ) {
      aboveAxes.push(k * right + l);
      at = nextStop(at, k, l);
      const here = stops[at];
      if (here === undefined || steeper(here, k, l) > 0) break;
      above.push(pointAt(at, k, l));
      const steps = flatter(here, k, l);
      k += here.p * steps;
      l -= here.q * steps;
    }
    for (let n = above.length - 1; n >= 0; n--) facePoints.push(above[n]!);
    for (let n = aboveAxes.length - 1; n >= 0; n--) axes.push(aboveAxes[n]!);
    return { points: facePoints, axes, lower };
  };

  return {
    left,
    right,
    points,
    leftApex: (lower) => (right === 1 ? left : pointAt(firstOf(stops, 1, right - 1), lower, right - 1)),
    rightApex: (lower) => (left === 1 ? 0 : pointAt(firstOf(stops, left - 1, 1), 0, lower + 1)),
    *closedFaces() {
      for (let i = 0; left > 1 && i < left; i++) {
        for (let j = 0; j + 1 < right; j++) yield face(i, -1, i, j, i, j + 1);
      }
      for (let stop = 0; stop < last; stop++) {
        const { p, q } = stops[stop]!;
        // The faces right of these crossings have no end before the right layer.
        if (p === left - 1 && q === 1) continue;
        for (let i = 0; i + p < left; i++) {
          for (let j = q; j < right; j++) yield face(pointAt(stop, i, j), stop, i + p, j - q, i, j);
        }
      }
    },
  };
}

/** A place p / (p + q) of the way from left to right, in lowest terms, where axes cross that are p nodes apart on the left and q on the right. */
interface Stop {
  readonly p: number;
  readonly q: number;
}

/** From left to right. */
function crossingStops(left: number, right: number): Stop[] {
  const stops: Stop[] = [];
  for (let p = 1; p < left; p++) {
    for (let q = 1; q < right; q++) if (greatestDivisor(p, q) === 1) stops.push({ p, q });
  }
  return stops.sort((a, b) => a.p * b.q - b.p * a.q);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function firstOf(stops: readonly Stop[], p: number, q: number): number {
  return stops.findIndex((stop) => stop.p === p && stop.q === q);
}

/** All points, and the number of a crossing at `first[stop] + q · i + p · j`, which all axes (i, j) through it have in common. */
function numberPoints(left: number, right: number, stops: readonly Stop[]) {
  const points: ArrangedPoint[] = [];
  for (let i = 0; i < left; i++) points.push({ way: 0, row: i - (left - 1) / 2 });
  for (let j = 0; j < right; j++) points.push({ way: 1, row: j - (right - 1) / 2 });
  const first: number[] = [];
  let length = 0;
  for (const { p, q } of stops) {
    first.push(length);
    length += q * (left - 1) + p * (right - 1) + 1;
  }
  const numbers = new Int32Array(length);
  stops.forEach(({ p, q }, stop) => {
    const middle = (q * (left - 1) + p * (right - 1)) / 2;
    for (let i = 0; i + p < left; i++) {
      for (let j = q; j < right; j++) {
        // The steepest axis through a crossing stands for all of them.
        if (i >= p && j + q < right) continue;
        const row = q * i + p * j;
        numbers[first[stop]! + row] = points.length;
        points.push({ way: p / (p + q), row: (row - middle) / (p + q) });
      }
    }
  });
  return { points, first, numbers };
}
