import { checkMesh, collect, type Mesh, meshBounds } from '@neurofab/core';
import { fitBed, PRINTERS, type Printer } from '@neurofab/printers';
import { readThreeMfPieces, sliceMesh } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { COUPON_SIZES, planCoupon, renderPlan } from '../../src/index.ts';

const KINDS = (['fdm', 'resin', 'powder'] as const).map(
  (process) => PRINTERS.find((printer) => printer.process === process)!,
);

/** What stands in a file of a coupon, read by other code than ours. */
async function written(printer: Printer): Promise<[plate: Mesh, peg: Mesh]> {
  const plan = await planCoupon({ printer: printer.id, outputs: [{ format: '3mf' }] });
  for await (const { chunks } of renderPlan(plan)) {
    const { pieces } = readThreeMfPieces(await collect(chunks!));
    return pieces.flatMap(({ volumes }) => volumes.map(({ mesh }) => mesh)) as [Mesh, Mesh];
  }
  throw new Error('There is no file.');
}

interface Box {
  readonly min: readonly [number, number];
  readonly max: readonly [number, number];
  readonly size: readonly [number, number];
}

/** The outlines that a height cuts out of a mesh, as their boxes, from left to right. */
function sectionAt(mesh: Mesh, height: number): Box[] {
  const boxes = sliceMesh(mesh, 2 * height)[0]!.map((outline): Box => {
    const along = (axis: 0 | 1) => outline.map((corner) => corner[axis]);
    const min = [Math.min(...along(0)), Math.min(...along(1))] as const;
    const max = [Math.max(...along(0)), Math.max(...along(1))] as const;
    return { min, max, size: [max[0] - min[0], max[1] - min[1]] };
  });
  return boxes.sort((a, b) => a.min[0] - b.min[0]);
}

/** A mesh turned so that the axis of this number points up. */
function turned({ positions, indices }: Mesh, up: 0 | 1): Mesh {
  const order = [(up + 1) % 3, (up + 2) % 3, up];
  return { positions: positions.map((_, i) => positions[i - (i % 3) + order[i % 3]!]!), indices };
}

/** Of millimetres that marks and mesh have in common. */
const DIGITS = 2;

describe.each(KINDS)('a coupon for $name', (printer) => {
  let plate: Mesh;
  let peg: Mesh;

  beforeAll(async () => {
    [plate, peg] = await written(printer);
  });

  it('is two closed pieces that stand on the bed, side by side', () => {
    expect([plate, peg].map((mesh) => checkMesh(mesh))).toMatchObject([
      { closed: true, components: 1 },
      { closed: true, components: 1 },
    ]);
    expect([plate, peg].map((mesh) => meshBounds(mesh).min[2])).toEqual([0, 0]);
    expect(meshBounds(peg).min[0] - meshBounds(plate).max[0]).toBeGreaterThan(3);
  });

  it('fits every bed of its kind', () => {
    const { min } = meshBounds(plate);
    const [x] = meshBounds(peg).max;
    const [, y, z] = meshBounds(plate).max;
    const alike = PRINTERS.filter(({ process }) => process === printer.process);
    const beds = alike.flatMap((each) => fitBed([x - min[0], y - min[1], z], each) ?? []);
    expect(beds.flatMap(({ tooLong }) => tooLong)).toEqual([]);
  });

  it('leaves as much room around the peg in each socket as its mark says', () => {
    const [, ...sockets] = sectionAt(plate, 4).filter(({ min }) => min[1] > 0);
    const [plug] = sectionAt(turned(peg, 1), 3);
    // Turned, what was to the right is at the back.
    const [high, wide] = plug!.size;
    const rooms = sockets.map(({ size }) => [(size[0] - wide) / 2, (size[1] - high) / 2] as const);
    expect(rooms).toHaveLength(COUPON_SIZES.clearances.length);
    for (const [i, [aside, behind]] of rooms.entries()) {
      expect(aside).toBeCloseTo(COUPON_SIZES.clearances[i]!, DIGITS);
      expect(behind).toBeCloseTo(COUPON_SIZES.clearances[i]!, DIGITS);
    }
  });

  it('has rods as thick as their marks say, cut off under the bed', () => {
    const across = sectionAt(turned(plate, 0), meshBounds(plate).max[0] - 14);
    const rods = across.filter(({ size }) => size[0] < 2.5);
    expect(rods).toHaveLength(COUPON_SIZES.rods.length);
    for (const [i, { size, min }] of rods.entries()) {
      expect(size[0]).toBeCloseTo(COUPON_SIZES.rods[i]!, DIGITS);
      expect(size[1]).toBeLessThan(COUPON_SIZES.rods[i]!);
      expect(min[1]).toBeCloseTo(0, DIGITS);
    }
  });

  it('has capitals as high as their lines say', () => {
    const letters = sectionAt(plate, 1.1).filter(({ min, max }) => min[1] > 17 && max[0] < 30);
    for (const height of COUPON_SIZES.letters) {
      const nearest = Math.min(...letters.map(({ size }) => Math.abs(size[1] - height)));
      expect(nearest).toBeLessThan(0.01);
    }
  });

  it('has dots of Braille in the usual sizes', () => {
    const isThere = ({ min }: Box) => min[0] > 59 && min[1] < 16;
    const foot = sectionAt(plate, 1.001).filter(isThere);
    expect(foot).toHaveLength(5);
    for (const { size } of foot) expect(size[0]).toBeCloseTo(1.5, 1);
    const at = (axis: 0 | 1) => foot.map(({ min, max }) => (min[axis] + max[axis]) / 2);
    const [columns, rows] = [at(0), at(1)].map((places) =>
      [...new Set(places.map((place) => (place - Math.min(...places)).toFixed(2)))].sort(),
    );
    expect(columns).toEqual(['0.00', '2.50', '6.00']);
    expect(rows).toEqual(['0.00', '2.50', '5.00']);
    expect(sectionAt(plate, 1.49).filter(isThere)).toHaveLength(5);
    expect(sectionAt(plate, 1.51).filter(isThere)).toEqual([]);
  });
});
