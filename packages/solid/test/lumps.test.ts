import { checkMesh, layout, parseNetworkSpec, partSolids } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { planLumps } from '../src/lumps.ts';

function plansOf(segments: number, isMirrored = true) {
  const scene = layout(parseNetworkSpec({ layers: [2, 3, 1], resolution: { segments } }), {
    origin: 'model',
  });
  const roles = ['layer', 'connections', 'base'] as const;
  const parts = scene.parts.map(({ rank }, part) => ({
    role: roles[rank]!,
    solids: [...partSolids(scene.pieces[0]!, part)],
  }));
  return planLumps(parts, isMirrored);
}

describe('the lumps of a network', () => {
  it('take no booleans with an even number of sides, and with an odd one those of the gaps', () => {
    expect(plansOf(8).booleans).toBe(0);
    expect(plansOf(7).booleans).toBe(2 * 3 - 1 + 3 * 1 - 1);
    expect(plansOf(8, false).booleans).toBe(plansOf(7).booleans);
  });

  it.each([7, 8])(
    'are closed, one a gap, and their plan counts their booleans: %i sides',
    async (segments) => {
      let booleans = 0;
      const plans = plansOf(segments);
      const lumps = await plans.make({ onBoolean: () => booleans++ });
      expect(booleans).toBe(plans.booleans);
      const gaps = lumps.filter(({ role }) => role === 'connections');
      expect(gaps).toHaveLength(2);
      for (const { mesh, bounds, isRoof } of gaps) {
        expect(checkMesh(mesh)).toMatchObject({ openEdges: 0, components: 1 });
        expect(bounds.min[1]).toBe(0);
        expect(isRoof).toBe(segments === 8);
      }
    },
  );

  it('stop being made when the job is aborted', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(plansOf(7).make({ signal })).rejects.toThrow('enough');
    await expect(plansOf(8).make({ signal })).rejects.toThrow('enough');
  });
});
