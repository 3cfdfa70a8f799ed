import type { Mesh } from '@neurofab/core';

/** A closed line through a layer; what is solid lies to its left. */
export type Outline = readonly (readonly [x: number, y: number])[];

/**
 * The outlines of each layer of a closed mesh, from the bed at z = 0 on, half-way up the layer, where slicers cut as well.
 * Corners that have the same coordinates are one, as in an STL. Throws on a mesh that is open where a layer cuts it.
 */
export function sliceMesh({ positions, indices }: Mesh, layerHeight: number): Outline[][] {
  const corners = weld(positions);
  const layers: Steps[] = [];
  for (let i = 0; i < indices.length; i += 3) {
    const triangle = [indices[i]!, indices[i + 1]!, indices[i + 2]!] as const;
    const heights = triangle.map((corner) => positions[3 * corner + 2]!);
    const lowest = Math.min(...heights);
    const highest = Math.max(...heights);
    for (let k = Math.max(0, Math.floor(lowest / layerHeight)); middle(k) <= highest; k++) {
      if (lowest < middle(k)) addStep(k, triangle);
    }
  }
  return Array.from(layers, (steps = new Map()) => closeOutlines(steps));

  function middle(layer: number): number {
    return (layer + 0.5) * layerHeight;
  }

  /** The line in which a layer cuts a triangle, from the side that comes down to the side that goes up. */
  function addStep(layer: number, triangle: readonly [number, number, number]): void {
    const height = middle(layer);
    const isAbove = triangle.map((corner) => positions[3 * corner + 2]! >= height);
    let [from, to] = [NONE, NONE];
    for (const i of [0, 1, 2] as const) {
      const next = ((i + 1) % 3) as 0 | 1 | 2;
      if (isAbove[i] && !isAbove[next]) from = crossing(triangle[next], triangle[i], height);
      if (!isAbove[i] && isAbove[next]) to = crossing(triangle[i], triangle[next], height);
    }
    layers[layer] ??= new Map();
    const leaving = layers[layer].get(from.edge);
    const step = { point: from.point, to: to.edge };
    if (leaving === undefined) layers[layer].set(from.edge, [step]);
    else leaving.push(step);
  }

  /** Always reckoned from the lower end, so that both triangles of an edge have the same point. */
  function crossing(lower: number, upper: number, height: number): Crossing {
    const [x, y, z] = [positions[3 * lower]!, positions[3 * lower + 1]!, positions[3 * lower + 2]!];
    const share = (height - z) / (positions[3 * upper + 2]! - z);
    return {
      edge: corners[lower]! * corners.length + corners[upper]!,
      point: [x + share * (positions[3 * upper]! - x), y + share * (positions[3 * upper + 1]! - y)],
    };
  }
}

/** Where a layer cuts an edge. */
interface Crossing {
  /** A number of the edge's own. */
  readonly edge: number;
  readonly point: readonly [x: number, y: number];
}

/** The lines of a layer by the edge that they start from: one, or more where surfaces touch. */
type Steps = Map<number, { readonly point: Crossing['point']; readonly to: number }[]>;

const NONE: Crossing = { edge: -1, point: [0, 0] };

/** For each vertex the first that has its coordinates. */
function weld(positions: Float32Array): Uint32Array {
  const firsts = new Map<string, number>();
  return Uint32Array.from({ length: positions.length / 3 }, (_, i) => {
    const place = `${positions[3 * i]} ${positions[3 * i + 1]} ${positions[3 * i + 2]}`;
    const first = firsts.get(place) ?? i;
    firsts.set(place, first);
    return first;
  });
}

function closeOutlines(steps: Steps): Outline[] {
  const outlines: Outline[] = [];
  for (const [start, leaving] of steps) {
    while (leaving.length > 0) outlines.push(walk(steps, start));
  }
  return outlines;
}

/** Takes the steps of one outline out of those of its layer. */
function walk(steps: Steps, start: number): Outline {
  const outline: Crossing['point'][] = [];
  let at = start;
  do {
    const step = steps.get(at)?.pop();
    if (step === undefined) throw new Error(`The mesh is open near ${outline.at(-1)}.`);
    outline.push(step.point);
    at = step.to;
  } while (at !== start);
  return outline;
}
