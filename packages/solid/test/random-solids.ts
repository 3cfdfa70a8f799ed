import type { Bounds, Cylinder, Prism, Solid, Sphere, Vec3 } from '@neurofab/core';
import { crossAxes } from '@neurofab/core/internal';
import fc from 'fast-check';
import { bury, type Owned } from '../src/convex/bury.ts';
import { convexes } from '../src/convex/convexes.ts';
import type { SceneSolids } from '../src/scene-solids.ts';

export interface RandomOptions {
  /** Whether all lie in one plane, as networks do. */
  readonly isFlat: boolean;
  /** Of nodes, in all. */
  readonly parts: number;
}

/**
 * Nodes on a grid that is not quite one, rods of all kinds between them, a disc and posts: thin and thicker than their nodes,
 * odd and even, few sides and many, past other nodes and through them, ending in flat faces where they are thicker.
 */
export function randomSolids({ isFlat, parts }: RandomOptions): fc.Arbitrary<readonly Owned[]> {
  const place = fc.integer({ min: 0, max: 3 });
  const size = (min: number, max: number) =>
    fc.double({ min, max, noNaN: true }).map((value) => Number(value.toFixed(3)));
  const rank = fc.integer({ min: 0, max: parts - 1 });
  const node = fc
    .record({
      at: fc.tuple(place, isFlat ? fc.constant(0) : place, place),
      off: fc.constantFrom(0, 0, 0.37),
      radius: fc.constantFrom(1, 1, 1.4, 2),
      segments: fc.integer({ min: 3, max: 14 }),
      rings: fc.integer({ min: 2, max: 7 }),
      rank,
    })
    .map(({ at: [x, y, z], off, radius, segments, rings, rank }): { solid: Sphere; rank: number } => ({
      solid: { kind: 'sphere', center: [6 * x + off, 5 * y, 4 * z], radius, segments, rings },
      rank,
    }));
  const rod = fc.record({
    ends: fc.tuple(fc.nat(), fc.nat()),
    radius: size(0.05, 2.2),
    segments: fc.integer({ min: 3, max: 13 }),
    rank,
  });
  const disc = fc.record({ thickness: size(0.2, 5), segments: fc.integer({ min: 3, max: 24 }), rank });
  return fc
    .record({
      nodes: fc.array(node, { minLength: 2, maxLength: 8 }),
      rods: fc.array(rod, { minLength: 1, maxLength: 14 }),
      disc: fc.option(disc),
    })
    .map(({ nodes, rods, disc }) => {
      const unique = [...new Map(nodes.map((item) => [item.solid.center.join(), item])).values()];
      // One from node to node: rods that share an axis touch along lines.
      const pairs = new Map(
        rods.map((rod) => {
          const ends = rod.ends.map((end) => end % unique.length).sort((a, b) => a - b);
          return [ends.join(), { ...rod, ends: ends.map((end) => unique[end]!.solid) as [Sphere, Sphere] }];
        }),
      );
      const between = [...pairs.values()].flatMap(({ ends: nodes, radius, segments, rank }): Owned[] => {
        const [from, to] = [nodes[0].center, nodes[1].center];
        return from === to ? [] : [{ solid: { kind: 'cylinder', from, to, radius, segments }, rank, nodes }];
      });
      if (disc === null) return [...unique, ...between];
      const { thickness, segments, rank } = disc;
      const base: Cylinder = {
        kind: 'cylinder',
        from: [9, 0, -1 - thickness / 2],
        to: [9, 0, -1 + thickness / 2],
        radius: 11,
        segments,
      };
      const post: Cylinder = {
        kind: 'cylinder',
        from: [unique[0]!.solid.center[0], 0, -1],
        to: unique[0]!.solid.center,
        radius: 0.5,
        segments,
      };
      const standing: Owned = { solid: post, rank, nodes: [undefined, unique[0]!.solid] };
      return [...unique, ...between, { solid: base, rank }, ...(isFlat ? [standing] : [])];
    });
}

/** Prisms and frusta of three to nine corners where `randomSolids` has its grid, along any direction. */
export function randomPrisms(): fc.Arbitrary<Prism> {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  return fc
    .record({
      from: fc.tuple(number(-2, 20), number(-2, 16), number(-2, 14)),
      along: fc.tuple(number(0.5, 6), number(-6, 6), number(-6, 6)),
      radius: number(0.5, 5),
      turns: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 3, maxLength: 9 }),
      taper: fc.constantFrom(1, 1, 0.5, 1.3),
    })
    .map(({ from, along, radius, turns, taper }): Prism => {
      const to: Vec3 = [from[0] + along[0], from[1] + along[1], from[2] + along[2]];
      const [across, up] = crossAxes(from, to);
      const corners = ([x, y, z]: Vec3, size: number) =>
        turns
          .toSorted((a, b) => a - b)
          .map((turn): Vec3 => {
            const [u, v] = [size * Math.cos((turn * Math.PI) / 12), size * Math.sin((turn * Math.PI) / 12)];
            return [
              x + u * across[0] + v * up[0],
              y + u * across[1] + v * up[1],
              z + u * across[2] + v * up[2],
            ];
          });
      return { kind: 'prism', from: corners(from, radius), to: corners(to, taper * radius) };
    });
}

/** The same many times as large: beside it a crumb, which has a size in millimetres, is nothing. */
export function enlarged(solids: readonly Owned[]): Owned[] {
  return solids.map(({ solid, rank, nodes }) => ({
    solid: enlargedSolid(solid),
    rank,
    ...(nodes && { nodes: [enlargedNode(nodes[0]), enlargedNode(nodes[1])] }),
  }));
}

function enlargedSolid(solid: Solid): Solid {
  const times = (value: number) => 128 * value;
  const moved = ([x, y, z]: Vec3): Vec3 => [times(x), times(y), times(z)];
  switch (solid.kind) {
    case 'sphere':
      return { ...solid, radius: times(solid.radius), center: moved(solid.center) };
    case 'cylinder':
      return { ...solid, radius: times(solid.radius), from: moved(solid.from), to: moved(solid.to) };
    case 'prism':
      return { ...solid, from: solid.from.map(moved), to: solid.to.map(moved) };
  }
}

function enlargedNode(node: Sphere | undefined): Sphere | undefined {
  return node && (enlargedSolid(node) as Sphere);
}

/** What bodies are made of, from solids; `plane` is the y that mirrors them, if it does. */
export function sceneOf(solids: readonly Owned[], plane: number | undefined): SceneSolids {
  const placed = solids.map(bury);
  const ranks = Math.max(...solids.map(({ rank }) => rank)) + 1;
  return {
    placed,
    labels: Array.from({ length: ranks }, (_, rank) => rank),
    plane,
    bounds: boundsOf(convexes(placed, false).points),
  };
}

function boundsOf(points: Float64Array): Bounds {
  const ends = (pick: (a: number, b: number) => number, start: number): Vec3 => {
    const found = [start, start, start];
    points.forEach((value, i) => {
      found[i % 3] = pick(found[i % 3]!, value);
    });
    return [found[0]!, found[1]!, found[2]!];
  };
  return { min: ends(Math.min, Infinity), max: ends(Math.max, -Infinity) };
}
