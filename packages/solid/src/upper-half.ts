import type { Mesh } from '@neurofab/core';

/** The half with y ≥ 0 of a closed convex mesh, closed by a floor in the plane y = 0. */
export function upperHalf({ positions, indices }: Mesh): Mesh {
  const y = (vertex: number) => positions[3 * vertex + 1]!;
  const points: number[] = [];
  const corners: number[] = [];
  // From 1, for 0 is none.
  const numbers = new Int32Array(positions.length / 3);
  const keep = (vertex: number) => {
    if (numbers[vertex] === 0) {
      numbers[vertex] = points.push(positions[3 * vertex]!, y(vertex), positions[3 * vertex + 2]!) / 3;
    }
    return numbers[vertex]! - 1;
  };
  const crossings = new Map<number, number>();
  /** The point where an edge passes through the plane. */
  const cross = (from: number, to: number) => {
    const [low, high] = from < to ? [from, to] : [to, from];
    const edge = low * numbers.length + high;
    const found = crossings.get(edge);
    if (found !== undefined) return found;
    const share = y(low) / (y(low) - y(high));
    const at = (axis: number) =>
      positions[3 * low + axis]! + share * (positions[3 * high + axis]! - positions[3 * low + axis]!);
    const point = points.push(at(0), 0, at(2)) / 3 - 1;
    crossings.set(edge, point);
    return point;
  };

  /** Any point of the rim; from there the floor spreads to the rest of it. */
  let hub: number | undefined;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [indices[i]!, indices[i + 1]!, indices[i + 2]!];
    if (y(a) > 0 && y(b) > 0 && y(c) > 0) {
      corners.push(keep(a), keep(b), keep(c));
      continue;
    }
    const kept: number[] = [];
    const rim: number[] = [];
    for (let corner = 0; corner < 3; corner++) {
      const [from, to] = [indices[i + corner]!, indices[i + ((corner + 1) % 3)]!];
      if (y(from) >= 0) kept.push(keep(from));
      if (y(from) === 0) rim.push(kept.at(-1)!);
      if (y(from) * y(to) < 0) {
        kept.push(cross(from, to));
        rim.push(kept.at(-1)!);
      }
    }
    for (let n = 2; n < kept.length; n++) corners.push(kept[0]!, kept[n - 1]!, kept[n]!);
    if (rim.length !== 2 || kept.length < 3) continue;
    const [p, q] = isNext(kept, rim[0]!, rim[1]!) ? [rim[1]!, rim[0]!] : [rim[0]!, rim[1]!];
    hub ??= p;
    if (p !== hub && q !== hub) corners.push(hub, p, q);
  }
  return { positions: Float32Array.from(points), indices: Uint32Array.from(corners) };
}

function isNext(row: readonly number[], before: number, after: number): boolean {
  return row[(row.indexOf(before) + 1) % row.length] === after;
}
