import { type Mesh, tessellate, type Vec3 } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineMeshes, type PrintFinding } from '../../src/index.ts';
import { FILAMENT, POWDER, RESIN, sceneOf } from './examining.ts';

/** A block from one corner to the other. */
function block([x, y, z]: Vec3, [toX, toY, toZ]: Vec3): Mesh {
  const outline = (height: number): Vec3[] => [
    [x, y, height],
    [toX, y, height],
    [toX, toY, height],
    [x, toY, height],
  ];
  return tessellate({ kind: 'prism', from: outline(z), to: outline(toZ) });
}

function insideOut({ positions, indices }: Mesh): Mesh {
  return { positions, indices: indices.toReversed() };
}

/** As one mesh, in which what lies in two of them is counted twice, and what lies in one that is inside out not at all. */
function together(...meshes: readonly Mesh[]): Mesh {
  let first = 0;
  const indices = meshes.flatMap((mesh) => {
    const moved = [...mesh.indices].map((index) => index + first);
    first += mesh.positions.length / 3;
    return moved;
  });
  return {
    positions: Float32Array.from(meshes.flatMap(({ positions }) => [...positions])),
    indices: Uint32Array.from(indices),
  };
}

function codes(meshes: readonly Mesh[], printer = FILAMENT): string[] {
  return examineMeshes(meshes, { printer })!.findings.map(({ code }) => code);
}

const PLATE = block([0, 0, 0], [20, 20, 2]);
const TOWER = [block([0, 0, 0], [10, 10, 60])];
const TABLE = [PLATE, block([8, 8, 2], [12, 12, 10]), block([0, 0, 10], [20, 20, 12])];
const HOVERING = [PLATE, block([5, 5, 6], [15, 15, 9])];

/** Where a finding is after a move along the bed. */
function movedPlace({ where }: PrintFinding, [x, y]: readonly [number, number]): Pick<PrintFinding, 'where'> {
  if (where?.at === undefined) return {};
  const [atX, atY, atZ] = where.at;
  return { where: { at: [expect.closeTo(atX + x, 3), expect.closeTo(atY + y, 3), atZ] } };
}

describe('what a mesh says of its print', () => {
  it('is nothing of a block, one piece', () => {
    expect(examineMeshes([block([0, 0, 0], [20, 20, 10])])).toEqual({
      pieces: 1,
      layerHeight: 0.2,
      cell: 0.1,
      hasWalls: true,
      findings: [],
    });
  });

  it('is the same wherever it stands, for the lowest point lies on the bed', () => {
    const quarters = fc.integer({ min: -400, max: 400 }).map((count) => count / 4);
    fc.assert(
      fc.property(fc.tuple(quarters, quarters, quarters), ([x, y, z]) => {
        const moved = (mesh: Mesh): Mesh => ({
          ...mesh,
          positions: mesh.positions.map((value, i) => value + [x, y, z][i % 3]!),
        });
        for (const meshes of [TOWER, TABLE, HOVERING]) {
          const there = examineMeshes(meshes, { printer: FILAMENT })!;
          const findings = there.findings.map((finding) => ({ ...finding, ...movedPlace(finding, [x, y]) }));
          expect(examineMeshes(meshes.map(moved), { printer: FILAMENT })).toEqual({ ...there, findings });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is a table top that hangs over, by its area, and powder minds it not', () => {
    const [overhang, ...others] = examineMeshes(TABLE, { printer: FILAMENT })!.findings;
    expect(others).toEqual([]);
    expect(overhang).toMatchObject({
      code: 'overhang',
      path: [],
      where: { at: [10, 10, expect.closeTo(10.1, 0)] },
    });
    expect(overhang!.value).toBeGreaterThan(370);
    expect(overhang!.value).toBeLessThan(384);
    expect(codes(TABLE, POWDER)).toEqual([]);
  });

  it('is no overhang at 40°, and one at 50°', () => {
    const leaning = (outwards: number) =>
      tessellate({
        kind: 'prism',
        from: [
          [0, 0, 0],
          [20, 0, 0],
          [20, 20, 0],
          [0, 20, 0],
        ],
        to: [
          [0, 0, 10],
          [20 + outwards, 0, 10],
          [20 + outwards, 20, 10],
          [0, 20, 10],
        ],
      });
    expect(codes([leaning(8.4)])).toEqual([]);
    expect(codes([leaning(11.9)])).toEqual(['overhang']);
  });

  it('is a block in mid-air, of resin too, as a piece of its own', () => {
    expect(examineMeshes(HOVERING, { printer: FILAMENT })).toMatchObject({ pieces: 2 });
    expect(codes(HOVERING)).toEqual(['islands', 'overhang']);
    expect(codes(HOVERING, RESIN)).toEqual(['islands']);
  });

  it('is a tower that tips over, from 10° on none', () => {
    expect(codes([block([0, 0, 0], [20, 20, 120])])).toEqual(['tips-over']);
    expect(codes([block([0, 0, 0], [20, 20, 110])])).toEqual([]);
    // It falls over the nearest edge, however far the others are.
    expect(codes([block([0, 0, 0], [90, 20, 120])])).toEqual(['tips-over']);
    // Two of them side by side stand no better.
    expect(codes([block([0, 0, 0], [20, 20, 120]), block([50, 0, 0], [70, 20, 120])])).toEqual(['tips-over']);
  });

  it('is little that touches the bed', () => {
    expect(codes([block([0, 0, 0], [9.9, 9.9, 5])])).toEqual(['little-contact']);
    expect(codes([block([0, 0, 0], [10.2, 10.2, 5])])).toEqual([]);
  });

  it('is a wall thinner than the nozzle, upright or leaning, and not the top of a ball or of a rod that lies, or an upright edge', () => {
    const wall = (width: number, lean: number) =>
      tessellate({
        kind: 'prism',
        from: [
          [5, 5, 2],
          [5 + width, 5, 2],
          [5 + width, 15, 2],
          [5, 15, 2],
        ],
        to: [
          [5 + lean, 5, 10],
          [5 + lean + width, 5, 10],
          [5 + lean + width, 15, 10],
          [5 + lean, 15, 10],
        ],
      });
    for (const lean of [0, 3]) {
      expect(codes([PLATE, wall(0.25, lean)])).toEqual(['thin-walls']);
      expect(codes([PLATE, wall(0.45, lean)])).toEqual([]);
    }
    const edges = { kind: 'cylinder', from: [0, 0, 0], to: [0, 0, 90], radius: 12 } as const;
    for (const segments of [3, 4]) {
      expect(codes([tessellate({ ...edges, segments })])).not.toContain('thin-walls');
    }
    const ball = { kind: 'sphere', center: [10, 10, 4], radius: 4, segments: 60, rings: 30 } as const;
    const rod = { kind: 'cylinder', from: [2, 10, 3], to: [18, 10, 3], radius: 1, segments: 40 } as const;
    expect(codes([PLATE, tessellate(ball), tessellate(rod)])).not.toContain('thin-walls');
  });

  it('is a hollow that keeps resin or powder, until something leads into it', () => {
    const hollow = together(block([0, 0, 0], [20, 20, 20]), insideOut(block([2, 2, 2], [18, 18, 18])));
    for (const printer of [RESIN, POWDER]) expect(codes([hollow], printer)).toContain('closed-hollows');
    const drained = together(
      block([0, 0, 0], [20, 20, 20]),
      insideOut(block([2, 2, 2], [18, 18, 18])),
      insideOut(block([9, 9, 0], [12, 12, 2])),
    );
    for (const printer of [RESIN, POWDER]) expect(codes([drained], printer)).not.toContain('closed-hollows');
  });

  it('is what the scene itself says', async () => {
    const scene = sceneOf({ layers: [2, 3, 1] });
    const bodies: Mesh[] = [];
    for await (const { mesh } of await solids(scene)) bodies.push(mesh);
    expect(codes(bodies)).toEqual(['islands', 'overhang']);
  });

  it('is looked at more coarsely where it is large, and not at all where it is no model in millimetres', () => {
    const large = examineMeshes([block([0, 0, 0], [1000, 1000, 1000])])!;
    expect(large.hasWalls).toBe(false);
    expect(large.layerHeight).toBeGreaterThan(1);
    expect(examineMeshes([block([0, 0, 0], [2001, 1, 1])])).toBeUndefined();
    expect(examineMeshes([block([0, 0, 0], [10, 10, 0.09])])).toBeUndefined();
    expect(examineMeshes([])).toBeUndefined();
  });
});
