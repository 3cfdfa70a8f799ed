import { judgeLayers } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { ball, box, cone, joined } from './toy-shapes.ts';

const LAYER = 0.2;

/** What hangs over by more than 45° of something round, whose radius at a height is given: rings, one a layer. */
function rings(layers: number, radiusAt: (height: number) => number): number {
  const radii = Array.from({ length: layers }, (_, layer) => radiusAt((layer + 0.5) * LAYER));
  return radii.slice(1).reduce((sum, radius, i) => {
    const carried = radii[i]! + LAYER;
    return sum + Math.PI * Math.max(0, radius ** 2 - carried ** 2);
  }, 0);
}

/** A cone that stands on its tip, with flanks so far from the vertical. */
function funnel(degrees: number) {
  const radiusAt = (height: number) => 1 + height * Math.tan((degrees * Math.PI) / 180);
  return { mesh: joined(cone(6, radiusAt(0), radiusAt(6))), radiusAt };
}

const TOWER = box([4, 4, 10]);
const OTHER_TOWER = box([4, 4, 10], [16, 0, 0]);
const BEAM = box([20, 4, 2], [0, 0, 10]);

describe('the judge of layers', () => {
  it('has nothing to say of what widens downwards', async () => {
    const verdict = await judgeLayers([joined(box([10, 10, 1]), cone(5, 4, 1))]);
    expect(verdict).toEqual({ layers: 25, islands: [], overhangs: [], overhangMm2: 0 });
  });

  it('calls an island what begins in the air, and all of its first layer an overhang', async () => {
    const { islands, overhangs, overhangMm2 } = await judgeLayers([joined(TOWER, box([3, 2, 1], [8, 5, 4]))]);
    expect(islands).toHaveLength(1);
    expect(islands[0]!.height).toBeCloseTo(4.1, 9);
    expect(islands[0]!.areaMm2).toBeCloseTo(6, 6);
    expect(islands[0]).toMatchObject({ min: [8, 5], max: [11, 7] });
    expect(overhangs).toEqual(islands);
    expect(overhangMm2).toBeCloseTo(6, 6);
  });

  it('calls nothing that lies on the bed an island, not even the point of a ball', async () => {
    expect((await judgeLayers([joined(ball(5, 0))])).islands).toEqual([]);
    expect((await judgeLayers([joined(ball(5, 1))])).islands).toHaveLength(1);
  });

  it('measures what of a ball hangs over by more than 45°, on the bed and on a stick', async () => {
    const radiusAt = (bottom: number) => (height: number) =>
      Math.sqrt(Math.max(0, 5 ** 2 - (height - bottom - 5) ** 2));
    const onBed = await judgeLayers([joined(ball(5, 0))]);
    expect(onBed.overhangMm2 / rings(50, radiusAt(0))).toBeCloseTo(1, 1);

    const onStick = await judgeLayers([joined(cone(12, 1), ball(5, 10))]);
    const expected = rings(100, (height) => Math.max(radiusAt(10)(height), height < 12 ? 1 : 0));
    expect(onStick.islands).toEqual([]);
    expect(onStick.overhangMm2 / expected).toBeCloseTo(1, 1);
  });

  it('measures what the bar of a T has in the air on either side', async () => {
    const { islands, overhangs, overhangMm2 } = await judgeLayers([joined(BEAM, box([4, 4, 10], [8, 0, 0]))]);
    expect(islands).toEqual([]);
    expect(overhangs.map(({ areaMm2 }) => areaMm2.toFixed(3))).toEqual(['31.200', '31.200']);
    expect(overhangMm2).toBeCloseTo(4 * (16 - 2 * LAYER), 3);
  });

  it('sees a bridge between two towers as one overhang, from end to end', async () => {
    const { islands, overhangs } = await judgeLayers([joined(TOWER, OTHER_TOWER, BEAM)]);
    expect(islands).toEqual([]);
    expect(overhangs).toHaveLength(1);
    const [{ height, areaMm2, min, max }] = overhangs as [(typeof overhangs)[0]];
    expect(height).toBeCloseTo(10.1, 9);
    expect(areaMm2).toBeCloseTo(4 * (12 - 2 * LAYER), 3);
    expect([min[0], max[0]].map((x) => x.toFixed(3))).toEqual(['4.200', '15.800']);
  });

  it('tells a cone on its tip at 46° from one at 44°', async () => {
    expect(await judgeLayers([funnel(44).mesh])).toMatchObject({
      islands: [],
      overhangs: [],
      overhangMm2: 0,
    });
    const { mesh, radiusAt } = funnel(46);
    const { islands, overhangMm2 } = await judgeLayers([mesh]);
    expect(islands).toEqual([]);
    expect(overhangMm2 / rings(30, radiusAt)).toBeCloseTo(1, 1);
    expect(await judgeLayers([mesh], { steepestDegrees: 47 })).toMatchObject({ overhangMm2: 0 });
  });

  it('goes by the height of the layers', async () => {
    const { overhangMm2 } = await judgeLayers([joined(TOWER, OTHER_TOWER, BEAM)], { layerHeight: 0.5 });
    expect(overhangMm2).toBeCloseTo(4 * (12 - 2 * 0.5), 3);
  });

  it('judges parts together that touch or overlap', async () => {
    const [lower, upper] = [joined(TOWER), joined(box([4, 4, 10], [0, 0, 10]))];
    expect(await judgeLayers([lower, upper])).toMatchObject({ islands: [], overhangMm2: 0 });
    expect(await judgeLayers([lower, joined(box([3, 3, 12], [0.5, 0.5, 8]))])).toMatchObject({ islands: [] });
    expect((await judgeLayers([upper])).islands).toHaveLength(1);
  });
});
