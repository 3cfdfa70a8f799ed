import type { Piece, Scene, Solid, Vec3 } from '@neurofab/core';
import { cross, dot, minus } from '@neurofab/core/internal';

/** Where a view looks from: its matrix, column by column, and the canvas. */
export interface Eye {
  readonly matrix: readonly number[];
  readonly width: number;
  readonly height: number;
  /** From edge to edge of the canvas's shorter side. */
  readonly angleDegrees: number;
}

/**
 * How many of the pixels show each colour, found by a ray each through what the scene says: nothing of it is shared with what draws.
 * Under the bed a piece that is cut is not.
 */
export function castRays({ pieces, parts }: Scene, eye: Eye): Map<string, number> {
  const solids = pieces.flatMap((piece) => {
    const lowest = (piece.voids ?? []).length > 0 && piece.nodes.length > 0 ? 0 : -Infinity;
    return solidsOf(piece).map(({ part, ...solid }) => ({
      meets: meeting(solid),
      lowest,
      rank: parts[part]!.rank,
      color: parts[part]!.color,
    }));
  });
  const counts = new Map<string, number>();
  const { from, through } = raysOf(eye);
  for (let row = 0; row < eye.height; row++) {
    for (let column = 0; column < eye.width; column++) {
      const ray = through(column + 0.5, row + 0.5);
      let nearest = { at: Infinity, rank: Infinity, color: '' };
      for (const { meets, lowest, rank, color } of solids) {
        const [start, end] = above(lowest, from, ray);
        const [enters, leaves] = meets(from, ray);
        const at = Math.max(start, enters);
        if (at > Math.min(end, leaves) || at < 0) continue;
        const isNearer = at < nearest.at - 1e-6 || (at < nearest.at + 1e-6 && rank < nearest.rank);
        if (isNearer) nearest = { at, rank, color };
      }
      if (nearest.color !== '') counts.set(nearest.color, (counts.get(nearest.color) ?? 0) + 1);
    }
  }
  return counts;
}

function solidsOf({ nodes, rods, others }: Piece): (Solid & { readonly part: number })[] {
  const ofRods = rods.flatMap((some) => Array.from(some, (rod) => ({ ...rod, part: some.part })));
  return [...nodes, ...others, ...ofRods];
}

function raysOf({ matrix, width, height, angleDegrees }: Eye) {
  const row = (i: number): Vec3 => [matrix[i]!, matrix[i + 4]!, matrix[i + 8]!];
  const [right, up, near] = [row(0), row(1), row(2)];
  const along = (x: number, y: number, z: number): Vec3 =>
    [0, 1, 2].map((i) => x * right[i]! + y * up[i]! + z * near[i]!) as unknown as Vec3;
  const pixel = (2 * Math.tan((angleDegrees * Math.PI) / 360)) / Math.min(width, height);
  return {
    from: along(-matrix[12]!, -matrix[13]!, -matrix[14]!),
    through: (x: number, y: number) => along((x - width / 2) * pixel, (height / 2 - y) * pixel, -1),
  };
}

/** Between which multiples of a ray it is inside. */
type Meets = (from: Vec3, ray: Vec3) => readonly [enters: number, leaves: number];

const NEVER = [Infinity, -Infinity] as const;

function meeting(solid: Solid): Meets {
  switch (solid.kind) {
    case 'sphere':
      return (from, ray) => inBall(minus(from, solid.center), ray, solid.radius);
    case 'cylinder':
      return inCylinder(solid.from, solid.to, solid.radius);
    case 'prism':
      return inPlanes(sidesOf(solid.from, solid.to));
  }
}

function inBall(from: Vec3, ray: Vec3, radius: number): readonly [number, number] {
  return roots(dot(ray, ray), dot(from, ray), dot(from, from) - radius * radius);
}

function inCylinder(start: Vec3, end: Vec3, radius: number): Meets {
  const axis = minus(end, start);
  const length = Math.hypot(...axis);
  const unit = axis.map((value) => value / length) as unknown as Vec3;
  const across = (vector: Vec3) => minus(vector, unit.map((u) => u * dot(vector, unit)) as unknown as Vec3);
  return (from, ray) => {
    const offset = minus(from, start);
    const [a, b] = [across(ray), across(offset)];
    const [enters, leaves] = roots(dot(a, a), dot(b, a), dot(b, b) - radius * radius);
    const ends = [0, length].map((at) => (at - dot(offset, unit)) / dot(ray, unit));
    return [Math.max(enters, Math.min(...ends)), Math.min(leaves, Math.max(...ends))];
  };
}

/** The sides of a prism: a point and the direction outward. */
function sidesOf(from: readonly Vec3[], to: readonly Vec3[]): [point: Vec3, outward: Vec3][] {
  const sides = from.map((corner, i): [Vec3, Vec3] => {
    const next = (i + 1) % from.length;
    return [corner, cross(minus(from[next]!, corner), minus(to[i]!, corner))];
  });
  const out = cross(minus(from[1]!, from[0]!), minus(from[2]!, from[0]!));
  return [...sides, [to[0]!, out], [from[0]!, out.map((value) => -value) as unknown as Vec3]];
}

function inPlanes(sides: readonly (readonly [Vec3, Vec3])[]): Meets {
  return (from, ray) => {
    let [enters, leaves] = [-Infinity, Infinity];
    for (const [point, outward] of sides) {
      const [ahead, speed] = [dot(minus(point, from), outward), dot(ray, outward)];
      if (speed < 0) enters = Math.max(enters, ahead / speed);
      else if (speed > 0) leaves = Math.min(leaves, ahead / speed);
      else if (ahead < 0) return NEVER;
    }
    return [enters, leaves];
  };
}

function above(height: number, from: Vec3, ray: Vec3): readonly [number, number] {
  if (height === -Infinity) return [-Infinity, Infinity];
  const at = (height - from[2]) / ray[2];
  return ray[2] > 0 ? [at, Infinity] : [-Infinity, at];
}

/** Where a·t² + 2·b·t + c is negative. */
function roots(a: number, b: number, c: number): readonly [number, number] {
  const rest = b * b - a * c;
  return rest < 0 ? NEVER : [(-b - Math.sqrt(rest)) / a, (-b + Math.sqrt(rest)) / a];
}
