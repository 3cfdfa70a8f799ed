import { circleSegments, type Resolution } from '../../mesh/resolution.ts';
import { unitCircle } from '../../mesh/unit-circle.ts';
import type { Prism } from '../../scene/scene.ts';

/** A convex polygon in the plane, counter-clockwise. */
export type Polygon = readonly (readonly [x: number, y: number])[];

/** What stands on a polygon from one height to another; its upper end may be another polygon of as many corners. */
export function standing(
  polygon: Polygon,
  [from, to]: readonly [number, number],
  upper: Polygon = polygon,
): Prism {
  return {
    kind: 'prism',
    from: polygon.map(([x, y]) => [x, y, from]),
    to: upper.map(([x, y]) => [x, y, to]),
  };
}

export function rectangle(
  [minX, maxX]: readonly [number, number],
  [minY, maxY]: readonly [number, number],
): Polygon {
  return [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ];
}

/** A circle about the origin, with sides where it reaches farthest if their number is a multiple of four; or, from 0, with corners there. */
export function circle(radius: number, resolution: Resolution, start: 0 | 0.5 = 0.5): Polygon {
  const { cos, sin } = unitCircle(circleSegments(radius, resolution), start);
  return Array.from(cos, (x, i) => [radius * x, radius * sin[i]!]);
}

/** A rectangle with round corners: what a circle about the origin covers whose middle goes everywhere in a smaller one. */
export function rounded(
  circle: Polygon,
  [minX, maxX]: readonly [number, number],
  [minY, maxY]: readonly [number, number],
): Polygon {
  return circle.map(([x, y]) => [x + (x < 0 ? minX : maxX), y + (y < 0 ? minY : maxY)]);
}

/** The fewest sides of what would not hold what stands on it if it were any coarser. */
export const LEAST_SIDES = 24;

/** As fine as a plate has to be. */
export function roundEnough(resolution: Resolution): Resolution {
  return 'segments' in resolution ? { segments: Math.max(resolution.segments, LEAST_SIDES) } : resolution;
}

/** A polygon with left and right exchanged. */
export function mirrored(polygon: Polygon): Polygon {
  return polygon.map(([x, y]) => [-x, y] as const).reverse();
}

/** A polygon whose sides lie so much farther out. */
export function offset(polygon: Polygon, by: number): Polygon {
  const sides = polygon.map(([x, y], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    const length = Math.sqrt((nextX - x) ** 2 + (nextY - y) ** 2);
    const [outX, outY] = [(nextY - y) / length, (x - nextX) / length];
    return [outX, outY, outX * x + outY * y + by] as const;
  });
  return sides.map(([bx, by, b], i) => {
    const [ax, ay, a] = sides.at(i - 1)!;
    const determinant = ax * by - ay * bx;
    return [(a * by - b * ay) / determinant, (ax * b - bx * a) / determinant];
  });
}

/** What of a polygon has a y of at most so much. Corners that fall together are one. */
export function below(polygon: Polygon, most: number): Polygon {
  const corners = polygon.flatMap(([x, y], i): [number, number][] => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    const own: [number, number][] = y <= most ? [[x, y]] : [];
    if (y <= most === nextY <= most) return own;
    return [...own, [x + ((most - y) / (nextY - y)) * (nextX - x), most]];
  });
  return corners.filter(([x, y], i) => {
    const [lastX, lastY] = corners.at(i - 1)!;
    return Math.abs(x - lastX) + Math.abs(y - lastY) > SAME;
  });
}

/** Millimetres; far less than any printer tells. */
const SAME = 1e-6;
