import { type Mode, type NetworkScene, type Piece, type Rod, type Rods, SpecError } from '@neurofab/core';
import { moveSolid } from '@neurofab/core/internal';
import { describe, expect, it } from 'vitest';
import { LINES, sceneOf, sourceOf } from './support.ts';

const WEIGHTED = {
  layers: [2, { size: 9, shown: 2 }],
  weights: [
    [
      [1, -0.5],
      [0.3, 0.8],
    ],
  ],
};

describe('a scene that its spec does not lay out', () => {
  const scene = sceneOf(WEIGHTED);
  const piece = scene.pieces[0]!;
  const [rods, ...otherRods] = piece.rods;
  const withPiece = (change: Partial<typeof piece>): NetworkScene => ({
    ...scene,
    pieces: [{ ...piece, ...change }],
  });

  it.each<[string, string, NetworkScene]>([
    ['in two pieces', 'pieces', { ...scene, pieces: [piece, piece] }],
    ['in no piece', 'pieces', { ...scene, pieces: [] }],
    ['with another part', 'parts', { ...scene, parts: [...scene.parts, scene.parts[0]!] }],
    [
      'with a part of another name',
      'parts',
      { ...scene, parts: scene.parts.with(0, { ...scene.parts[0]!, name: 'foot' }) },
    ],
    ['with a node less', 'nodes', withPiece({ nodes: piece.nodes.slice(1) })],
    [
      'with a larger node',
      'nodes',
      withPiece({ nodes: piece.nodes.with(1, { ...piece.nodes[1]!, radius: 5 }) }),
    ],
    [
      'with a moved node',
      'nodes',
      withPiece({ nodes: piece.nodes.with(1, { ...piece.nodes[1]!, center: [0, 1, 0] }) }),
    ],
    [
      'with nodes of more bands',
      'nodes',
      withPiece({ nodes: piece.nodes.map((node) => ({ ...node, rings: 50 })) }),
    ],
    ['without its connections', 'connections', withPiece({ rods: otherRods })],
    [
      'with connections left out',
      'connections',
      withPiece({ rods: [{ ...rods!, count: 1, *[Symbol.iterator]() {} }, ...otherRods] }),
    ],
    [
      'with a thicker connection',
      'connections',
      withPiece({
        rods: [
          {
            ...rods!,
            *[Symbol.iterator]() {
              for (const rod of rods as Rods<Rod>) yield { ...rod, radius: 1.01 * rod.radius };
            },
          },
          ...otherRods,
        ],
      }),
    ],
    ['without its posts', 'solids of the base or text', withPiece({ others: piece.others.slice(0, 1) })],
    ['of another spec', 'nodes', { ...scene, source: sceneOf({ ...WEIGHTED, nodeSpacing: 20 }).source }],
    ['that stands elsewhere', 'nodes', { ...scene, bounds: { ...scene.bounds, min: [0, 0, 1] } }],
  ])('is refused by name: %s', async (_, what, other) => {
    const writing = sourceOf(other);
    await expect(writing).rejects.toThrow(SpecError);
    await expect(writing).rejects.toThrow(`this scene has other ${what} than its spec gives`);
  });

  it('may have other colours', async () => {
    const colored = { ...scene, parts: scene.parts.map((part) => ({ ...part, color: '#123456' as const })) };
    const source = await sourceOf(colored);
    expect(source.match(/_color(_\d)? = "#123456"/g)).toHaveLength(4);
  });
});

describe('a scene with text', () => {
  it.each<[Mode, boolean, string]>([
    ['upright', false, 'solids of the base or text'],
    ['upright', true, 'cuts'],
    ['flat', false, 'solids of the base or text'],
    ['flat', true, 'cuts'],
  ])(
    'is refused by name where a piece of a letter is missing: %s, cut in: %s',
    async (mode, engraved, what) => {
      const scene = sceneOf({ ...WEIGHTED, mode, text: LINES[0], engraved });
      const { others, voids, ...piece } = scene.pieces.at(-1)!;
      const less = engraved
        ? { ...piece, others, voids: voids!.slice(0, -1) }
        : { ...piece, others: others.slice(0, -1), ...(voids && { voids }) };
      const pieces = scene.pieces.with(-1, less);
      await expect(sourceOf({ ...scene, pieces })).rejects.toThrow(
        `this scene has other ${what} than its spec gives`,
      );
    },
  );
});

describe('a scene in two pieces', () => {
  const scene = sceneOf({ ...WEIGHTED, mode: 'flat' });
  const elsewhere = sceneOf({ ...WEIGHTED, mode: 'flat' }, { bed: [60, 300] });
  const [network, foot] = scene.pieces as [Piece, Piece];
  const [turned, moved] = elsewhere.pieces as [Piece, Piece];

  it('may lie on the plate in another way, as long as its pieces go together as its spec says', async () => {
    expect(turned.nodes[0]).not.toEqual(network.nodes[0]);
    expect(await sourceOf(elsewhere)).toBe(await sourceOf(scene));
  });

  it.each<[string, string, readonly Piece[]]>([
    ['without its foot', 'pieces', [network]],
    ['that do not go together', 'nodes', [{ ...turned, assembled: network.assembled! }, foot]],
    [
      'with a foot elsewhere',
      'solids of the base or text',
      [network, { ...moved, assembled: foot.assembled! }],
    ],
    ['that are not cut', 'cuts', [{ ...network, voids: [] }, foot]],
    ['with a socket less', 'cuts', [network, { ...foot, voids: foot.voids!.slice(1) }]],
    [
      'cut at another height',
      'cuts',
      [{ ...network, voids: network.voids!.map((solid) => moveSolid(solid, [0, 0, 0.1])) }, foot],
    ],
  ])('is refused by name %s', async (_, what, pieces) => {
    await expect(sourceOf({ ...scene, pieces })).rejects.toThrow(
      `this scene has other ${what} than its spec gives`,
    );
  });
});
