import type { Bounds, HexColor, Vec3 } from '@neurofab/core';
import { packedColor } from './packed-color.ts';
import { VERTEX } from './triangles.ts';

/** What a printer prints on, in millimetres. */
export interface Bed {
  readonly x: number;
  readonly y: number;
}

/** A mark of the ruler. */
export interface Mark {
  readonly millimetres: number;
  readonly at: Vec3;
}

export interface GroundOptions {
  readonly box: Bounds;
  readonly bed: Bed | undefined;
  readonly plates: number;
  readonly pitch: number;
  readonly color: HexColor;
}

/** Just under what stands on it. */
const DEPTH = -0.05;
/** How far apart lines are, and how opaque. */
const GRID = { fine: 0.12, every: 10, strong: 0.3, coarse: 50 };
const EDGE = 0.8;
/** From the model to the ruler, and how long its marks are. */
const RULER = { away: 5, mark: 2, longMark: 4 };
/** How far apart the numbers of a ruler are: the least with which there are so few. */
const NUMBERS = { most: 8, every: [10, 50, 100, 500, 1000, 5000, 10_000] };

/** Lines of the bed with a grid, in the middle of which the model stands, and of the ruler in front of the model: vertices like those of triangles. */
export function groundOf({ box, bed, plates, pitch, color }: GroundOptions): Float32Array {
  const lines: Vertex[] = [];
  for (let plate = 0; bed !== undefined && plate < plates; plate++) {
    const { left, right, front, back } = bedEdges(box, bed, { plates, pitch, plate });
    for (let x = left; x < right + GRID.every; x += GRID.every) {
      lines.push(...line([Math.min(x, right), front], [Math.min(x, right), back], strength(x - left, bed.x)));
    }
    for (let y = front; y < back + GRID.every; y += GRID.every) {
      lines.push(...line([left, Math.min(y, back)], [right, Math.min(y, back)], strength(y - front, bed.y)));
    }
  }
  const [start, y] = [box.min[0], box.min[1] - RULER.away];
  const { length, every } = rulerOf(box);
  for (const millimetres of steps(length, every > GRID.coarse ? every / 10 : GRID.every)) {
    const mark = millimetres % every === 0 ? RULER.longMark : RULER.mark;
    lines.push(...line([start + millimetres, y], [start + millimetres, y - mark], EDGE));
  }
  lines.push(...line([start, y], [box.max[0], y], EDGE));
  const vertices = new Float32Array(lines.length * VERTEX);
  const colors = new Uint32Array(vertices.buffer);
  for (const [i, [x, y, opacity]] of lines.entries()) {
    vertices.set([x, y, DEPTH], i * VERTEX);
    colors[i * VERTEX + 3] = packedColor(color, opacity);
  }
  return vertices;
}

/** Whether something does not fit on a bed. */
export function isTooLarge({ min, max }: Bounds, { x, y }: Bed): boolean {
  return max[0] - min[0] > x || max[1] - min[1] > y;
}

/** Where the ruler begins and ends. */
export function rulerEnds({ min, max }: Bounds): Vec3[] {
  const y = min[1] - RULER.away - RULER.longMark;
  return [min[0], max[0]].map((x): Vec3 => [x, y, 0]);
}

/** The marks of the ruler that have numbers. */
export function rulerMarks(box: Bounds): Mark[] {
  const { length, every } = rulerOf(box);
  const y = box.min[1] - RULER.away - RULER.longMark;
  return steps(length, every).map((millimetres) => ({ millimetres, at: [box.min[0] + millimetres, y, 0] }));
}

function rulerOf({ min, max }: Bounds): { readonly length: number; readonly every: number } {
  const length = max[0] - min[0];
  return { length, every: NUMBERS.every.find((every) => length / every < NUMBERS.most) ?? length };
}

function steps(length: number, every: number): number[] {
  return Array.from({ length: Math.floor(length / every) + 1 }, (_, i) => i * every);
}

type Vertex = readonly [x: number, y: number, opacity: number];

function line(from: readonly [number, number], to: readonly [number, number], opacity: number): Vertex[] {
  return [
    [...from, opacity],
    [...to, opacity],
  ];
}

function strength(at: number, length: number): number {
  if (at === 0 || at >= length) return EDGE;
  return at % GRID.coarse === 0 ? GRID.strong : GRID.fine;
}

/** The plates' boxes are alike but for their places. */
function bedEdges(
  { min, max }: Bounds,
  bed: Bed,
  { plates, pitch, plate }: Pick<GroundOptions, 'plates' | 'pitch'> & { readonly plate: number },
) {
  const x = (min[0] + max[0] - (plates - 1) * pitch) / 2 + plate * pitch;
  const y = (min[1] + max[1]) / 2;
  return { left: x - bed.x / 2, right: x + bed.x / 2, front: y - bed.y / 2, back: y + bed.y / 2 };
}
