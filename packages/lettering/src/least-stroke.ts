import { sum } from './grid.ts';
import type { Polygon } from './outline-of.ts';
import { partsOf } from './parts-of.ts';

/** How far apart the points of edges are that are looked at, in capital heights. */
const STEP = 0.02;
/** The cosine of the angle, 150°, at which a ball's two touching points are seen from its centre at least where it lies between facing edges. */
const FACING = -Math.sqrt(3) / 2;

/**
 * The thinnest stroke of what rings go around, in capital heights; infinite where there is none. It is the least diameter of a ball inside that touches
 * two edges that face each other within 30°, which tips and corners do not (medial axis, by J. Ma and others, 3D medial axis point
 * approximation, 2012). Of each part's edge a share may be thinner, such as where an arch springs from a stem: none, by default.
 */
export function leastStroke(
  rings: readonly Polygon[],
  { share = 0 }: { readonly share?: number } = {},
): number {
  return Math.min(Infinity, ...partsOf(rings).map((part) => thinnest(part, share)));
}

/** A point of an edge, the direction from it into the area, and how long a piece of the edge it stands for. */
interface Sample {
  readonly x: number;
  readonly y: number;
  readonly inX: number;
  readonly inY: number;
  readonly length: number;
}

function thinnest(rings: readonly Polygon[], share: number): number {
  const samples = rings.flatMap(samplesOf);
  let left = share * sum(samples.map(({ length }) => length));
  const strokes = samples
    .map((sample) => ({ stroke: strokeAt(sample, samples), length: sample.length }))
    .sort((one, other) => one.stroke - other.stroke || 0);
  for (const { stroke, length } of strokes) {
    left -= length;
    if (left < 0) return stroke;
  }
  return Infinity;
}

/** Infinite where nothing faces the edge. */
function strokeAt(sample: Sample, samples: readonly Sample[]): number {
  const { radius, touched } = largestBall(sample, samples);
  return touched && cosineBetween(sample, touched, radius) < FACING ? 2 * radius : Infinity;
}

function samplesOf(ring: Polygon): Sample[] {
  return ring.flatMap(([x, y], i) => {
    const [endX, endY] = ring[(i + 1) % ring.length]!;
    const length = Math.sqrt((endX - x) * (endX - x) + (endY - y) * (endY - y));
    const count = Math.ceil(length / STEP);
    return Array.from({ length: count }, (_, j) => {
      const share = (j + 0.5) / count;
      return {
        x: x + (endX - x) * share,
        y: y + (endY - y) * share,
        inX: (y - endY) / length,
        inY: (endX - x) / length,
        length: length / count,
      };
    });
  });
}

/** The largest ball that touches an edge at a sample from the inside, and where else it touches one. */
function largestBall(
  at: Sample,
  samples: readonly Sample[],
): { radius: number; touched: Sample | undefined } {
  let radius = Infinity;
  let touched: Sample | undefined;
  for (const other of samples) {
    const x = other.x - at.x;
    const y = other.y - at.y;
    const ahead = x * at.inX + y * at.inY;
    if (ahead > 0 && x * x + y * y < 2 * ahead * radius) {
      radius = (x * x + y * y) / (2 * ahead);
      touched = other;
    }
  }
  return { radius, touched };
}

/** The cosine of the angle between two points of a ball's surface as seen from its centre. */
function cosineBetween(a: Sample, b: Sample, radius: number): number {
  const x = b.x - a.x;
  const y = b.y - a.y;
  return 1 - (x * x + y * y) / (2 * radius * radius);
}
