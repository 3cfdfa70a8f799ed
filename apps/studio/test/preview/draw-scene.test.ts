import { layout, MODES, parseNetworkSpec, type Scene } from '@neurofab/core';
import { weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawScene } from '../../src/preview/draw-scene.ts';
import { type Drawing, INSTANCE, type Room } from '../../src/preview/drawing.ts';
import { reachOf } from '../../src/preview/reach-of.ts';
import { noTriangles, VERTEX } from '../../src/preview/triangles.ts';

const scenes = fc
  .tuple(weightedNetworks({ maxLayers: 4, maxNodes: 5 }), fc.constantFrom(...MODES))
  .map(([{ resolution: _, ...input }, mode]) => layout(parseNetworkSpec({ ...input, mode })));

describe('a scene as buffers', () => {
  it('holds each ball and rod once, where it stands and in its colour', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { batches, instances, ...drawing } = read(drawn(scene, noRoom()));
        const wanted = scene.pieces.flatMap(({ nodes, rods }) => [
          ...nodes.map(({ center, radius, part }) => ({ ends: [center], radius, part })),
          ...rods.flatMap((some) =>
            Array.from(some, (rod) =>
              rod.kind === 'cylinder'
                ? [{ ends: [rod.from, rod.to], radius: rod.radius, part: some.part }]
                : [],
            ).flat(),
          ),
        ]);
        expect(drawing.instanceCount).toBe(wanted.length);
        for (const [i, { ends, radius, part }] of wanted.entries()) {
          const [x, y, z, thick, ...rest] = instances.subarray(INSTANCE * i, INSTANCE * (i + 1));
          expect([x, y, z, thick]).toEqual([...ends[0]!, radius].map(Math.fround));
          if (ends.length > 1) expect(rest.slice(0, 3)).toEqual(ends[1]!.map(Math.fround));
          expect(colorAt(instances, INSTANCE * i + 7)).toBe(scene.parts[part]!.color);
        }
        const counted = batches.filter(({ kind }) => kind !== 'triangles');
        expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(wanted.length);
      }),
      { numRuns: 40 },
    );
  });

  it('has no corner of a prism under the bed where a piece is cut off', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const { vertices, vertexCount } = drawn(scene, noRoom()).triangles;
        for (let i = 0; i < vertexCount; i++) expect(vertices[VERTEX * i + 2]).toBeGreaterThanOrEqual(-1e-3);
      }),
      { numRuns: 40 },
    );
  });

  it('reaches as far as the scene', () => {
    fc.assert(
      fc.property(scenes, (scene) => {
        const drawing = drawn(scene, noRoom());
        const { min, max } = scene.bounds;
        const size = Math.max(...max);
        for (const axis of [0, 1] as const) {
          const along = [0, 1, 2].map((i) => (i === axis ? 1 : 0)) as [number, number, number];
          // Balls are drawn round where they are printed with sides.
          expect(Math.abs(reachOf(drawing, along) - max[axis])).toBeLessThan(0.1 * size);
          expect(Math.abs(-reachOf(drawing, [-along[0]!, -along[1]!, 0]) - min[axis])).toBeLessThan(
            0.1 * size,
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is the same in the room of any drawing before', () => {
    fc.assert(
      fc.property(scenes, scenes, (before, scene) => {
        const used = noRoom();
        drawn(before, used);
        expect(numbersOf(drawn(scene, used))).toEqual(numbersOf(drawn(scene, noRoom())));
      }),
      { numRuns: 40 },
    );
  });

  it('puts plates side by side, and pieces together on request', () => {
    const scene = layout(parseNetworkSpec({ mode: 'halves', layers: [4, 9, 9, 4] }), { bed: [180, 180] });
    const plates = scene.pieces.map(({ plate = 0 }) => plate).reverse();
    const pitch = 200;
    const apart = drawScene(scene, { pitch, room: noRoom() });
    expect(apart.pieces.map(({ placement }) => placement[9])).toEqual(plates.map((plate) => plate * pitch));
    const together = drawScene(scene, { pitch, room: noRoom(), isAssembled: true });
    expect(together.pieces.map(({ placement }) => placement)).toEqual(
      scene.pieces.map(({ assembled }) => assembled).reverse(),
    );
    expect(together.box.max[2]).toBeGreaterThan(4 * apart.box.max[2]);
  });
});

function noRoom(): Room {
  return { instances: new Float32Array(0), triangles: noTriangles() };
}

function drawn(scene: Scene, room: Room): Drawing {
  return drawScene(scene, { pitch: 0, room });
}

function read({ pieces, ...drawing }: Drawing) {
  return { ...drawing, batches: pieces.flatMap(({ batches }) => batches) };
}

/** What of the buffers is drawn; the rest may be anything. */
function numbersOf({ pieces, instances, instanceCount, triangles }: Drawing) {
  // A ball has one end, and what the other is does not matter.
  const balls = pieces.flatMap(({ batches }) => batches.filter(({ kind }) => kind === 'balls'));
  const kept = instances.slice(0, INSTANCE * instanceCount);
  for (const { first, count } of balls) {
    for (let i = first; i < first + count; i++) kept.fill(0, INSTANCE * i + 4, INSTANCE * i + 7);
  }
  return {
    pieces,
    instances: bytes(kept),
    vertices: bytes(triangles.vertices.subarray(0, VERTEX * triangles.vertexCount)),
    indices: triangles.indices.slice(0, triangles.indexCount),
  };
}

function bytes(numbers: Float32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength).slice();
}

function colorAt(numbers: Float32Array, at: number): string {
  const [red, green, blue] = new Uint8Array(numbers.buffer, 4 * at, 3);
  return `#${[red!, green!, blue!].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
}
