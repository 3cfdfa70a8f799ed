import { type Body, collect, parseRecipe, type Scene } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { readThreeMf as readOneObject, readThreeMfPieces } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FLAVORS, readThreeMf, threeMf } from '../src/index.ts';
import { digest, modelText, type Rendering, render, renderAndRead } from './rendering.ts';
import { bodiesOf, pieceByPiece, SMALL, sceneOf, tetrahedron, trianglesOf, twice } from './scenes.ts';

const scene = sceneOf(SMALL);
const two = twice(scene, 60);
const bodies = pieceByPiece(solids);

async function readPieces(of: Scene, options: Rendering) {
  return readThreeMfPieces(await render(of, options));
}

describe.each(FLAVORS)('the pieces of a file of the flavour %s', (flavor) => {
  it('are an object each, named as in the scene, which has its own title', async () => {
    const { title, pieces } = await readPieces({ ...two, title: 'Both' }, { flavor, bodies });
    expect(title).toBe('Both');
    expect(pieces.map(({ object }) => object.name)).toEqual([
      'Neural network 2-3',
      'Neural network 2-3 again',
    ]);
  });

  it('are two to a reader that wants one', async () => {
    const bytes = await render(two, { flavor, bodies });
    expect(() => readOneObject(bytes)).toThrow('number of objects is 2 instead of 1');
  });

  it('have each the parts, slots and meshes of their own bodies', async () => {
    const { pieces, materials } = await readPieces(two, { flavor, bodies });
    const made: Body[] = [];
    for await (const body of await bodies(two)) made.push(body);
    expect(materials).toHaveLength(4);
    for (const [piece, { volumes }] of pieces.entries()) {
      expect(volumes.map(({ name, extruder, material }) => [name, extruder, material.color])).toEqual(
        two.parts.map(({ name, slot, color }) => [`${name} (slot ${slot}, ${color})`, slot, `${color}FF`]),
      );
      expect(volumes.map(({ mesh }) => trianglesOf(mesh))).toEqual(
        made.filter((body) => body.piece === piece).map(({ mesh }) => trianglesOf(mesh)),
      );
    }
  });

  it('keep their places: their items move all of them alike, the middle of them all over that of the bed', async () => {
    const { min, max } = two.bounds;
    const { pieces } = await readPieces(two, { flavor, bodies, bedCenter: [125, 105] });
    expect(pieces).toHaveLength(2);
    for (const { translation } of pieces) {
      expect(translation[0]).toBeCloseTo(125 - (min[0] + max[0]) / 2, 3);
      expect(translation[1]).toBeCloseTo(105 - (min[1] + max[1]) / 2, 3);
      expect(translation[2]).toBe(0);
    }
  });

  it('have together no id twice', async () => {
    const { files } = await readPieces(two, { flavor, bodies });
    const ids = [...new TextDecoder().decode(files[2]!.bytes).matchAll(/ id="(\d+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(ids.map((_, i) => String(i + 1)));
  });

  it('share slots, and close up those of parts that are nowhere, in all of them together', async () => {
    const made = bodiesOf(
      { name: 'base', color: '#111111', slot: 1, mesh: tetrahedron() },
      { name: 'layer 1', color: '#333333', slot: 3, mesh: tetrahedron(5) },
      { name: 'layer 1', color: '#333333', slot: 3, mesh: tetrahedron(9), piece: 1 },
    );
    const { pieces, materials } = await readPieces(two, { flavor, bodies: made });
    expect(pieces.map(({ volumes }) => volumes.map(({ name, extruder }) => [name, extruder]))).toEqual([
      [
        ['base (slot 1, #111111)', 1],
        ['layer 1 (slot 2, #333333)', 2],
      ],
      // Of a piece that is one part, the list says which piece it is.
      [['Neural network 2-3 again (slot 2, #333333)', 2]],
    ]);
    expect(materials.map(({ name }) => name)).toEqual(['slot 1: base', 'slot 2: layer 1']);
  });

  it('are on the slot of their only part as a whole too, for Bambu Studio goes by that', async () => {
    const made = bodiesOf(
      { name: 'base', color: '#111111', slot: 1, mesh: tetrahedron() },
      { name: 'layer 1', color: '#333333', slot: 2, mesh: tetrahedron(2), piece: 1 },
    );
    const { files } = await readPieces(two, { flavor, bodies: made });
    const config = new TextDecoder().decode(files[3]!.bytes);
    const extruders = [...config.matchAll(/key="extruder" value="(\d)"/g)].map(([, slot]) => slot);
    expect(extruders).toEqual(['1', '1', '2', '2']);
  });

  it('are left out where they have no triangle, and the rest is as it would be alone', async () => {
    const [piece] = scene.pieces;
    const nothing = { name: 'nothing', nodes: [], rods: [], others: [] };
    const second: typeof bodies = (_, options) =>
      solids(scene, options).then((stream) => ({
        ...stream,
        async *[Symbol.asyncIterator]() {
          for await (const body of stream) yield { ...body, piece: 1 };
        },
      }));
    const withNothing = await render({ ...scene, pieces: [nothing, piece!] }, { flavor, bodies: second });
    expect(digest(withNothing)).toBe(digest(await render(scene, { flavor })));
  });

  it('are all drawn in the picture, and beside one model in the recipe', async () => {
    const [one, both] = [await renderAndRead(scene, { flavor }), await readPieces(two, { flavor, bodies })];
    expect(digest(both.thumbnail.pixels)).not.toBe(digest(one.thumbnail.pixels));
    expect(both.recipe).toBe(one.recipe);
    expect(parseRecipe(both.recipe).spec).toEqual(scene.source);
    expect(modelText(one)).toContain('<build>');
  });

  it('come out of our own reader as they went in', async () => {
    const file = await readThreeMf(
      await collect(threeMf({ flavor, bedCenter: [125, 105] }).render(two, { bodies })),
    );
    const { pieces } = await readPieces(two, { flavor, bodies, bedCenter: [125, 105] });
    expect(file.bodies).toHaveLength(8);
    expect(
      file.bodies.map(({ name, slot, color, mesh, placement }) => ({
        name,
        slot,
        color,
        triangles: trianglesOf(mesh),
        placement,
      })),
    ).toEqual(
      pieces.flatMap(({ volumes, translation }) =>
        volumes.map(({ name, extruder, material, mesh }) => ({
          name,
          slot: extruder,
          color: material.color.slice(0, 7),
          triangles: trianglesOf(mesh),
          placement: [1, 0, 0, 0, 1, 0, 0, 0, 1, ...translation],
        })),
      ),
    );
  });
});
