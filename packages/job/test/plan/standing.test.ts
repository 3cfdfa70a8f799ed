import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planJob, standing } from '../../src/index.ts';
import { anythingAsked } from '../asking.ts';

it('stands as it is planned, whatever was asked for', () => {
  fc.assert(
    fc.property(anythingAsked, (asked) => {
      const plan = planJob(asked);
      const { scene, spec, scale, settled } = standing(asked);
      expect({ scene, spec, scale }).toEqual({ scene: plan.scene, spec: plan.spec, scale: plan.scale });
      expect(settled.printer).toBe(plan.printer);
    }),
    { numRuns: 30 },
  );
});
