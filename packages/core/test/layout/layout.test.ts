import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Cylinder,
  layout,
  meshBounds,
  type NetworkSpec,
  type Node,
  type Prism,
  parseNetworkSpec,
  type Rod,
  type Rods,
  type Scene,
  type Solid,
  tessellate,
  volume,
} from '../../src/index.ts';
import { isBaseLoose, joinBounds, partSolids, triangleCount } from '../../src/internal.ts';
import { networkInputs } from '../arbitraries.ts';

const reference = JSON.parse(
  readFileSync(new URL('../../../../test-fixtures/seed-reference.json', import.meta.url), 'utf8'),
);
const specs = networkInputs.map((input) => parseNetworkSpec(input));

/** The disc and its posts. */
function baseOf({ pieces }: Scene): Cylinder[] {
  return pieces.flatMap(({ others }) => others.filter((other) => other.kind === 'cylinder'));
}

function connectionsOf({ pieces }: Scene): Rod[] {
  return pieces.flatMap(({ rods }) => rods.flatMap((some) => [...(some as Rods<Rod>)]));
}

/** The nodes, layer by layer. */
function nodesOf({ parts, pieces }: Scene): Node[][] {
  const nodes = pieces.flatMap((piece) => piece.nodes);
  return parts.flatMap(({ name }, part) =>
    name.startsWith('layer') ? [nodes.filter((node) => node.part === part)] : [],
  );
}

/** Balls and cylinders, of which what stands upright is made. */
function solidsOf({ parts, pieces }: Scene): Exclude<Solid, Prism>[] {
  const solids: Solid[] = pieces.flatMap((piece) => parts.flatMap((_, part) => [...partSolids(piece, part)]));
  return solids.filter((solid) => solid.kind !== 'prism');
}

describe('the seed network', () => {
  const scene = layout(parseNetworkSpec({}, { preset: 'seed' }), { origin: 'model' });

  it('has its nodes where the seed document has them', () => {
    const nodes = nodesOf(scene).flatMap((layer, l) =>
      layer.map(({ center }, index) => ({ layer: l, index, center: [...center] })),
    );
    expect(nodes).toStrictEqual(reference.nodes);
  });

  it('has the counts, sizes and sides that Blender measured', () => {
    const [base] = baseOf(scene);
    const connections = connectionsOf(scene);
    expect(baseOf(scene)).toHaveLength(reference.objects.bases);
    expect(connections).toHaveLength(reference.objects.connections);
    expect(nodesOf(scene).flat()).toHaveLength(reference.objects.nodes);
    const [x, , z] = reference.base.center;
    expect(base).toStrictEqual({
      kind: 'cylinder',
      from: [x, 0, z - reference.base.thickness / 2],
      to: [x, 0, z + reference.base.thickness / 2],
      radius: reference.base.radius,
      segments: reference.base.segments,
      part: 0,
    });
    for (const { radius, segments } of connections) {
      expect({ radius, segments }).toStrictEqual({
        radius: reference.connectionRadius,
        segments: reference.cylinder.segments,
      });
    }
    for (const { radius, segments, rings } of nodesOf(scene).flat()) {
      expect(radius).toBe(reference.nodeRadius);
      expect({ segments, rings }).toMatchObject({
        segments: reference.sphere.segments,
        rings: reference.sphere.rings,
      });
    }
  });

  it('has the bounds, triangles and shell volume that Blender measured', () => {
    for (const axis of [0, 1, 2]) {
      expect(scene.bounds.min[axis]).toBeCloseTo(reference.bounds.min[axis], 6);
      expect(scene.bounds.max[axis]).toBeCloseTo(reference.bounds.max[axis], 6);
    }
    const solids = solidsOf(scene);
    expect(solids.reduce((sum, solid) => sum + triangleCount(solid), 0)).toBe(reference.triangles);
    const shellVolume = solids.reduce((sum, solid) => sum + volume(tessellate(solid)), 0);
    expect(Math.abs(shellVolume / reference.shellVolume - 1)).toBeLessThan(1e-4);
  });
});

describe('every network', () => {
  it('has its parts in order, each with name, rank and colour', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { parts } = layout(spec);
        const layers = spec.layers.map((_, layer) => ({
          name: `layer ${layer + 1}`,
          rank: 0,
          color: spec.colors.layers[layer % spec.colors.layers.length],
        }));
        const base = { name: 'base', rank: 3, color: spec.colors.base };
        expect(parts.map(({ name, rank, color }) => ({ name, rank, color }))).toStrictEqual([
          ...(spec.base.shape === 'none' ? [] : [base]),
          { name: 'connections', rank: 1, color: spec.colors.connections },
          ...layers,
        ]);
      }),
    );
  });

  it('has slots that are dense from 1 in order of parts and shared by equal colours alone', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { parts } = layout(spec);
        const colors = [...new Set(parts.map(({ color }) => color))];
        expect(parts.map(({ slot }) => slot)).toStrictEqual(
          parts.map(({ color }) => colors.indexOf(color) + 1),
        );
      }),
    );
  });

  it('has every layer centred, its nodes a spacing apart along z, and layers a spacing apart along x', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const layers = nodesOf(layout(spec, { origin: 'model' }));
        expect(layers.map((nodes) => nodes.length)).toStrictEqual(spec.layers);
        layers.forEach((nodes, layer) => {
          const heights = nodes.map(({ center }) => center[2]);
          expect(heights[0]! + heights.at(-1)!).toBe(0);
          for (let i = 1; i < heights.length; i++) {
            expect((heights[i]! - heights[i - 1]!) / spec.nodeSpacing).toBeCloseTo(1, 12);
          }
          for (const { center, radius } of nodes) {
            expect(center[0]).toBe(layer * spec.layerSpacing);
            expect(center[1]).toBe(0);
            expect(radius).toBe(spec.nodeRadius);
          }
        });
      }),
    );
  });

  it('joins every node to every node of the next layer, centre to centre, once', () => {
    fc.assert(
      fc.property(specs, fc.constantFrom('bed', 'model'), (spec, origin) => {
        const scene = layout(spec, { origin: origin as 'bed' | 'model' });
        const layers = nodesOf(scene);
        const wanted = layers
          .slice(1)
          .flatMap((to, layer) =>
            layers[layer]!.flatMap((left) => to.map((right) => [left.center, right.center])),
          );
        const connections = connectionsOf(scene);
        expect(connections.map(({ from, to }) => [from, to])).toStrictEqual(wanted);
        expect(connections.every(({ radius }) => radius === spec.connectionRadius)).toBe(true);
      }),
    );
  });

  it('stands with its bounds at the origin, or where the seed has it on request', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const bed = layout(spec);
        const model = layout(spec, { origin: 'model' });
        expect(bed.bounds.min).toStrictEqual([0, 0, 0]);
        expect(nodesOf(model)[0]![0]!.center.slice(0, 2)).toStrictEqual([0, 0]);
        const size = Math.max(...model.bounds.max.map((max, axis) => max - model.bounds.min[axis]!));
        solidsOf(model).forEach((solid, i) => {
          const moved = solidsOf(bed)[i]!;
          const before = solid.kind === 'sphere' ? solid.center : solid.from;
          const after = moved.kind === 'sphere' ? moved.center : moved.from;
          for (const axis of [0, 1, 2] as const) {
            expect(Math.abs(after[axis] - before[axis] + model.bounds.min[axis])).toBeLessThan(size * 1e-14);
          }
          expect(triangleCount(moved)).toBe(triangleCount(solid));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is one piece, titled for the network and described by its layers', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const { title, description, pieces, source } = layout(spec);
        expect([title, pieces.map(({ name }) => name)]).toStrictEqual([spec.name, [spec.name]]);
        expect(description).toBe(`Neural network with layers ${spec.layers.join(',')}`);
        expect(source).toBe(spec);
      }),
    );
  });

  it('has all solids in a part, others before rods before nodes', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const scene = layout(spec);
        const piece = scene.pieces[0]!;
        const everything = [...piece.others, ...connectionsOf(scene), ...piece.nodes];
        expect(solidsOf(scene)).toStrictEqual(everything);
        const onePart = { ...piece, others: piece.others.map((other) => ({ ...other, part: 1 })) };
        const mixed = {
          ...onePart,
          rods: piece.rods.map((some) => ({ ...some, part: 1 })),
          nodes: piece.nodes.map((node) => ({ ...node, part: 1 })),
        };
        expect([...partSolids(mixed, 1)]).toStrictEqual([
          ...mixed.others,
          ...connectionsOf(scene),
          ...mixed.nodes,
        ]);
        expect([...partSolids(mixed, 0)]).toStrictEqual([]);
      }),
    );
  });

  it('has rods that know their nodes by number, and says how many they are and that they are alike', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        for (const { nodes, rods } of layout(spec).pieces) {
          for (const some of rods) {
            const all = [...(some as Rods<Rod>)];
            expect(some.count).toBe(all.length);
            for (const { from, to, ends } of all) {
              expect([from, to]).toStrictEqual(ends.map((end) => nodes[end]!.center));
            }
            const shapes = all.map(({ radius, segments }) => `${radius} ${segments}`);
            expect(some.alike).toBe(new Set(shapes).size === 1);
          }
        }
      }),
    );
  });

  it('declares the plane that mirrors it, in which all of its axes lie', () => {
    fc.assert(
      fc.property(specs, fc.constantFrom('bed', 'model'), (spec, origin) => {
        const scene = layout(spec, { origin: origin as 'bed' | 'model' });
        const { mirror } = scene.pieces[0]!;
        for (const solid of solidsOf(scene)) {
          const axis = solid.kind === 'sphere' ? [solid.center] : [solid.from, solid.to];
          for (const [, y] of axis) expect(y).toBe(mirror);
        }
      }),
    );
  });

  it('remembers the colours that parts had before they were merged', () => {
    fc.assert(
      fc.property(specs, fc.integer({ min: 1, max: 4 }), (spec, slots) => {
        const own = layout(spec).parts;
        const merged = layout(spec, { slots }).parts;
        expect(own.map(({ ownColor }) => ownColor)).toStrictEqual(own.map(({ color }) => color));
        expect(merged.map(({ ownColor }) => ownColor)).toStrictEqual(own.map(({ color }) => color));
      }),
    );
  });

  it('has the bounds of its tessellated solids', () => {
    fc.assert(
      fc.property(specs, fc.constantFrom('bed', 'model'), (spec, origin) => {
        const scene = layout(spec, { origin: origin as 'bed' | 'model' });
        const bounds = solidsOf(scene)
          .map((solid) => meshBounds(tessellate(solid)))
          .reduce(joinBounds);
        const size = Math.max(...[...bounds.min, ...bounds.max].map(Math.abs));
        for (const axis of [0, 1, 2] as const) {
          expect(Math.abs(bounds.min[axis] - scene.bounds.min[axis])).toBeLessThanOrEqual(size * 2 ** -23);
          expect(Math.abs(bounds.max[axis] - scene.bounds.max[axis])).toBeLessThanOrEqual(size * 2 ** -23);
        }
      }),
    );
  });

  it('can be walked again and again, its connections made anew', () => {
    fc.assert(
      fc.property(specs, (spec) => {
        const scene = layout(spec);
        const first = connectionsOf(scene);
        const second = connectionsOf(scene);
        expect(second).toStrictEqual(first);
        expect(first.length).toBeGreaterThan(0);
        first.forEach((rod, i) => {
          expect(second[i]).not.toBe(rod);
        });
        expect(solidsOf(scene)).toStrictEqual(solidsOf(scene));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the base', () => {
  const withBase = specs.filter(({ base }) => base.shape === 'disc');

  it('lies under the middle of the network, its middle as low as the lowest nodes reach', () => {
    fc.assert(
      fc.property(withBase, (spec) => {
        const scene = layout(spec, { origin: 'model' });
        const [disc] = baseOf(scene);
        const centers = nodesOf(scene).map(([node]) => node!.center);
        const z = Math.min(...centers.map((center) => center[2])) - spec.nodeRadius;
        const x = (centers[0]![0] + centers.at(-1)![0]) / 2;
        expect(disc!.from[0]).toBeCloseTo(x, 9);
        expect(disc!.to[0]).toBe(disc!.from[0]);
        expect([disc!.from[1], disc!.to[1]]).toStrictEqual([0, 0]);
        expect((disc!.from[2] + disc!.to[2]) / 2).toBeCloseTo(z, 9);
        expect(disc!.to[2] - disc!.from[2]).toBeCloseTo((spec.base as { thickness: number }).thickness, 9);
        expect(disc!.radius).toBe((spec.base as { radius: number }).radius);
      }),
    );
  });

  it('has a post under the lowest node of every layer that it reaches, and nowhere else', () => {
    fc.assert(
      fc.property(withBase, (spec) => {
        const scene = layout(spec);
        const [disc, ...posts] = baseOf(scene) as [Cylinder, ...Cylinder[]];
        const middle = (disc.from[2] + disc.to[2]) / 2;
        const lowest = nodesOf(scene).map(
          (nodes) => nodes.toSorted((a, b) => a.center[2] - b.center[2])[0]!.center,
        );
        const radius = Math.max(spec.nodeRadius / 2, spec.connectionRadius);
        // Where a post ends at the very rim, rounding decides.
        const slack = (center: readonly number[]) =>
          disc.radius - radius - Math.abs(center[0]! - disc.from[0]);
        fc.pre(lowest.every((center) => Math.abs(slack(center)) > disc.radius * 1e-9));
        const { posts: wanted } = spec.base as { posts: boolean };
        const reached = lowest.filter((center) => wanted && slack(center) > 0);
        expect(posts.map(({ to }) => to)).toStrictEqual(reached);
        for (const post of posts) {
          expect(post.radius).toBe(radius);
          expect(post.from.slice(0, 2)).toStrictEqual(post.to.slice(0, 2));
          expect(post.from[2]).toBeCloseTo(middle, 9);
          expect(post.to[2]).toBeGreaterThan(post.from[2]);
        }
        if (wanted) expect(posts.length).toBeGreaterThan(0);
      }),
    );
  });

  it('has posts that know the node they hold by number', () => {
    fc.assert(
      fc.property(withBase, (spec) => {
        const { nodes, others } = layout(spec).pieces[0]!;
        for (const post of others.slice(1)) expect((post as Cylinder).to).toBe(nodes[post.holds!]!.center);
      }),
    );
  });

  it.each([
    [[2, 2]],
    [[1, 1, 1, 1]],
    [[8, 4, 2, 4, 8]],
    [[2, 8, 2]],
    [Array(10).fill(3)],
    [Array(70).fill(1)],
  ])('of the desk preset holds every layer of %j by a post', (layers) => {
    expect(baseOf(layout(parseNetworkSpec({ layers })))).toHaveLength(1 + layers.length);
  });
});

describe('a base', () => {
  it.each<[number[], boolean]>([
    [[3, 6, 6, 4, 2], false],
    [[2, 2], true],
    [[2, 2, 2], false],
    // The disc of three layers reaches 9 mm, and the outer layers, 16 mm from the middle, alone reach down to it.
    [[8, 2, 8], true],
    [[2, 8, 2], false],
    [[8, 4, 2, 4, 8], true],
  ])('of the seed touches nothing of %j: %j', (layers, isLoose) => {
    expect(isBaseLoose(parseNetworkSpec({ layers }, { preset: 'seed' }))).toBe(isLoose);
  });

  it('is never loose where there are posts, or none', () => {
    const fine = specs.filter(({ base }) => base.shape === 'none' || base.posts);
    fc.assert(
      fc.property(fine, (spec) => {
        expect(isBaseLoose(spec)).toBe(false);
      }),
    );
  });

  it('is loose by the distances between the disc and every node and connection', () => {
    const thickness = fc.double({ min: 0.1, max: 2, noNaN: true });
    const radius = fc.double({ min: 0.3, max: 12, noNaN: true });
    const either = fc.property(specs, radius, thickness, (spec, r, t) => {
      const { nodeRadius } = spec;
      const base = {
        shape: 'disc',
        radius: r * nodeRadius,
        thickness: t * nodeRadius,
        posts: false,
      } as const;
      const bare: NetworkSpec = { ...spec, base };
      const gap = smallestGap(layout(bare, { origin: 'model' }));
      fc.pre(Math.abs(gap) > 0.01 * nodeRadius);
      expect(isBaseLoose(bare)).toBe(gap > 0);
    });
    fc.assert(either, { numRuns: 300 });
  });

  it('that is thick can touch connections alone', () => {
    const base = { shape: 'disc', radius: 1, thickness: 8, posts: false } as const;
    const spec = parseNetworkSpec({ layers: [4, 4], base });
    expect(smallestGap(layout(spec))).toBeLessThan(0);
    expect(isBaseLoose(spec)).toBe(false);
    expect(isBaseLoose(parseNetworkSpec({ layers: [4, 4], base: { ...base, thickness: 5 } }))).toBe(true);
  });
});

/** How far the disc is from the nearest surface of the network; negative where they overlap. */
function smallestGap(scene: Scene): number {
  const [disc] = baseOf(scene) as [Cylinder];
  const distance = (x: number, y: number, z: number) => {
    const outside = Math.max(0, Math.hypot(x - disc.from[0], y - disc.from[1]) - disc.radius);
    return Math.hypot(outside, Math.max(0, z - disc.to[2], disc.from[2] - z));
  };
  const gaps = solidsOf(scene).flatMap((solid) => {
    if (solid.kind === 'sphere') return [distance(...solid.center) - solid.radius];
    if (solid.to[0] === solid.from[0]) return [];
    const along = (t: number) => {
      const at = (axis: 0 | 1 | 2) => solid.from[axis] + (solid.to[axis] - solid.from[axis]) * t;
      return distance(at(0), at(1), at(2)) - solid.radius;
    };
    // Convex along the axis, so the least is found by narrowing.
    let [low, high] = [0, 1];
    for (let i = 0; i < 40; i++) {
      const third = (high - low) / 3;
      if (along(low + third) < along(high - third)) high -= third;
      else low += third;
    }
    return [along(low)];
  });
  return Math.min(...gaps);
}
