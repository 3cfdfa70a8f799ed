import { describe, expect, it } from 'vitest';
import { itAsks } from '../src/judge.ts';
import { type OpenScadEngine, openScadParameters, openScadTree, renderOpenScad } from '../src/openscad.ts';

const TWO_BODIES = 'size = 2; // [1:1:5]\ncube(size); translate([10, 0, 0]) cube([1, 2, 3]);';

const ENGINES: [OpenScadEngine, (name: string, test: () => Promise<void>) => void][] = [
  ['wasm', it],
  ['openscad', itAsks('openscad')],
];

describe.each(ENGINES)('OpenSCAD as %s', (engine, asks) => {
  asks('measures what it renders', async () => {
    const { complaints, shape } = await renderOpenScad(TWO_BODIES, { engine });
    expect(complaints).toEqual([]);
    expect(shape).toEqual({ triangles: 24, volumeMm3: 14, min: [0, 0, 0], max: [11, 2, 3], components: 2 });
  });

  asks('sets parameters', async () => {
    const { shape } = await renderOpenScad(TWO_BODIES, { engine, defines: { size: '3' } });
    expect(shape?.volumeMm3).toBeCloseTo(27 + 6, 9);
  });

  asks('passes on warnings, and gives no shape after an error', async () => {
    const warned = await renderOpenScad('cube(2); cuboid(2);', { engine });
    expect(warned.complaints[0]).toMatch(/^WARNING: .*cuboid/);
    expect(warned.shape?.volumeMm3).toBeCloseTo(8, 9);
    const refused = await renderOpenScad('assert(1 == 2, "no"); cube(1);', { engine });
    expect(refused.complaints[0]).toMatch(/^ERROR: Assertion .*"no"/);
    expect(refused).not.toHaveProperty('shape');
    const broken = await renderOpenScad('cube(1;', { engine });
    expect(broken.complaints[0]).toMatch(/^ERROR: Parser error/);
  });

  const ball = (points: string) =>
    `rotate(version_num() < 20250100 ? 180 : 0) rotate_extrude(angle = 360, $fn = 5) polygon(${points});`;

  asks('places balls and cylinders through nested transforms', async () => {
    const source = `color("#FF0000") translate([1, 2, 3]) {
      rotate([0, 90, 0]) cylinder(r = 1, h = 5, $fn = 6);
      translate([0, 1, 0]) ${ball('[[0, 2], [sqrt(3), 1], [sqrt(3), -1], [0, -2]]')}
    }`;
    const { primitives } = await openScadTree(source, { engine });
    expect(primitives).toEqual([
      { kind: 'cylinder', radius: 1, segments: 6, from: [1, 2, 3], to: [6, 2, 3], color: [1, 0, 0] },
      { kind: 'sphere', radius: 2, segments: 5, rings: 3, center: [1, 3, 3], color: [1, 0, 0] },
    ]);
  });

  asks('throws on what is no ball with a corner at +x', async () => {
    const dented = ball('[[0, 2], [1, 0], [0, -2]]');
    await expect(openScadTree(dented, { engine })).rejects.toThrow('half circle');
    const turned = `rotate(180) ${ball('[[0, 2], [2, 0], [0, -2]]')}`;
    await expect(openScadTree(turned, { engine })).rejects.toThrow('+x');
  });

  const wedge = (faces: string) =>
    `polyhedron([[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 2], [1, 0, 2], [0, 1, 2]], ${faces});`;
  const SIDES = '[0, 3, 4], [0, 4, 1], [1, 4, 5], [1, 5, 2], [2, 5, 3], [2, 3, 0]';

  asks('tells what is taken away from what, prisms too', async () => {
    const source = `cylinder(r = 1, h = 1, $fn = 6);
      difference() {
        union() { cylinder(r = 2, h = 1, $fn = 6); cylinder(r = 3, h = 1, $fn = 6); }
        translate([0, 5, 0]) ${wedge(`[[0, 1, 2], [5, 4, 3], ${SIDES}]`)}
      }
      difference() { group() {} cylinder(r = 6, h = 1, $fn = 6); }`;
    const { primitives } = await openScadTree(source, { engine });
    expect(primitives.map(({ difference, isTakenAway }) => [difference, isTakenAway])).toEqual([
      [undefined, undefined],
      [1, undefined],
      [1, undefined],
      [1, true],
      [2, true],
    ]);
    expect(primitives[3]).toEqual({
      kind: 'prism',
      from: [
        [0, 5, 0],
        [1, 5, 0],
        [0, 6, 0],
      ],
      to: [
        [0, 5, 2],
        [1, 5, 2],
        [0, 6, 2],
      ],
      difference: 1,
      isTakenAway: true,
    });
  });

  asks('places what stands on polygons with holes', async () => {
    const points = '[[0, 0], [4, 0], [0, 4], [1, 1], [1, 2], [2, 1]]';
    const source = (paths: string) =>
      `translate([0, 5, 1]) linear_extrude(height = 2, convexity = 10) polygon(${points}${paths});`;
    const { primitives } = await openScadTree(source(', [[0, 1, 2], [3, 4, 5]]'), { engine });
    expect(primitives).toEqual([
      {
        kind: 'extrusion',
        height: 2,
        outlines: [
          [
            [0, 5, 1],
            [4, 5, 1],
            [0, 9, 1],
          ],
          [
            [1, 6, 1],
            [1, 7, 1],
            [2, 6, 1],
          ],
        ],
      },
    ]);
    await expect(openScadTree(source(''), { engine })).rejects.toThrow('Not a polygon with paths');
  });

  asks('throws on what is no prism that is right side out', async () => {
    const open = wedge(`[[0, 1, 2], [5, 4, 3], ${SIDES.slice(0, -11)}]`);
    await expect(openScadTree(open, { engine })).rejects.toThrow('Not a prism');
    const reversed = wedge(`[[2, 1, 0], [3, 4, 5], ${SIDES}]`);
    await expect(openScadTree(reversed, { engine })).rejects.toThrow('Not a prism');
    const mirrored = `mirror([1, 0, 0]) ${wedge(`[[0, 1, 2], [5, 4, 3], ${SIDES}]`)}`;
    await expect(openScadTree(mirrored, { engine })).rejects.toThrow('inside out');
    await expect(
      openScadTree('difference() { difference() cylinder(r = 1, h = 1); }', { engine }),
    ).rejects.toThrow('must not hold another');
  });

  asks('throws on any other shape', async () => {
    await expect(openScadTree('hull() cube(1);', { engine })).rejects.toThrow('hull');
    await expect(openScadTree('sphere(1);', { engine })).rejects.toThrow('sphere');
    await expect(openScadTree('cylinder(h = 1, r1 = 1, r2 = 0);', { engine })).rejects.toThrow('plain');
    await expect(openScadTree('cube(1);', { engine })).rejects.toThrow('cube');
  });
});

describe('the Customizer', () => {
  it('lists parameters with their ranges', async () => {
    expect(await openScadParameters(TWO_BODIES)).toMatchObject([
      { name: 'size', initial: 2, min: 1, step: 1, max: 5 },
    ]);
  });
});
