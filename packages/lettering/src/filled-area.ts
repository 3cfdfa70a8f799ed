import triangulate from 'cdt2d';
import { Clipper64, ClipType, FillRule, type Paths64 } from 'clipper2-ts';
import { FontError } from './font-error.ts';
import { type Ring, sum, turn } from './grid.ts';

/** An area by its edges, counter-clockwise around it and clockwise around holes, and by counter-clockwise triangles that share whole edges. */
export interface Area {
  readonly rings: readonly Ring[];
  readonly triangles: readonly Ring[];
}

/** The grid's steps to be tried: one letter of 15,000 in many fonts needed the second. */
const STEPS = [1, 2, 4];

/** What closed lines go around, more often one way than the other, as TrueType and PostScript fill it. Throws a FontError where they are too tangled to say. */
export function filledArea(contours: readonly Ring[]): Area {
  for (const step of STEPS) {
    const rings = joined(contours.map((ring) => snapped(ring, step)));
    const area = areaWithin(rings);
    if (area !== undefined) return area;
  }
  throw new FontError('The font is damaged: the outline of a letter crosses itself too often.');
}

/** The same of rings that go around an area already, and do not cross: they stay as they are. */
export function ringedArea(rings: readonly Ring[]): Area {
  return areaWithin(rings) ?? filledArea(rings);
}

/** `undefined` for rings that go around no area. Rounding may make new crossings, which a triangulation cannot bear: then the sums differ. */
function areaWithin(rings: readonly Ring[]): Area | undefined {
  const triangles = trianglesOf(rings);
  return sum(triangles.map(doubleArea)) === sum(rings.map(doubleArea)) ? { rings, triangles } : undefined;
}

function snapped(ring: Ring, step: number): Ring {
  return ring.map(({ x, y }) => ({ x: Math.round(x / step) * step, y: Math.round(y / step) * step }));
}

function joined(contours: readonly Ring[]): Ring[] {
  const clipper = new Clipper64();
  clipper.preserveCollinear = false;
  clipper.addSubject(contours.map((ring) => [...ring]));
  const rings: Paths64 = [];
  clipper.execute(ClipType.Union, FillRule.NonZero, rings);
  return rings;
}

function trianglesOf(rings: readonly Ring[]): Ring[] {
  const numbers = new Map<string, number>();
  const corners = rings.flat().filter(({ x, y }) => {
    const key = `${x},${y}`;
    const isNew = !numbers.has(key);
    if (isNew) numbers.set(key, numbers.size);
    return isNew;
  });
  const edges = rings.flatMap((ring) => {
    const indices = ring.map(({ x, y }) => numbers.get(`${x},${y}`)!);
    return indices.map((from, i) => [from, indices[(i + 1) % indices.length]!] as const);
  });
  const points = corners.map(({ x, y }) => [x, y] as const);
  return triangulate(points, edges, { exterior: false })
    .map(([a, b, c]) => [corners[a]!, corners[b]!, corners[c]!] as const)
    .map(([a, b, c]) => (turn(a, b, c) > 0 ? [a, b, c] : [a, c, b]));
}

function doubleArea(ring: Ring): number {
  return sum(
    ring.map(({ x, y }, i) => {
      const next = ring[(i + 1) % ring.length]!;
      return x * next.y - next.x * y;
    }),
  );
}
