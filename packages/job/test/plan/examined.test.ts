import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, examined, planJob, withRemedy } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

const UPRIGHT = { ...SMALL, mode: 'upright' } as const;

function found(asked: Asked) {
  return examined(planJob({ network: UPRIGHT, printer: 'prusa-xl', ...asked })).findings;
}

describe('an examined plan', () => {
  it('says what its layers show beside what its lengths do', () => {
    const network = { ...UPRIGHT, nodeRadius: 2.9 };
    const codes = found({ network }).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['thin-posts', 'islands', 'overhang']));
    expect(planJob({ network, printer: 'prusa-xl' }).findings.map(({ code }) => code)).toEqual([
      'thin-posts',
    ]);
  });

  it('is the plan as it was without a printer, and where it is refused', () => {
    const plan = planJob({ network: UPRIGHT });
    expect(examined(plan)).toBe(plan);
    const refused = planJob({ network: UPRIGHT, printer: 'prusa-xl', scale: 20 });
    expect(examined(refused)).toBe(refused);
  });

  it('offers no mode that one of the files cannot hold', () => {
    const remediesOf = (asked: Asked) => found(asked).find(({ code }) => code === 'islands')?.remedies;
    expect(remediesOf({})).toEqual([{ mode: 'flat' }]);
    expect(remediesOf({ shells: true })).toBeUndefined();
  });

  it('is examined as large as it comes out, and mended as large as it was asked for', () => {
    const remedies = found({ network: { layers: [16, 16], mode: 'upright' }, scale: 0.5 }).flatMap(
      (finding) => finding.remedies ?? [],
    );
    expect(remedies).toContainEqual({ scale: 0.75 });
  });

  it('has remedies that mend', { timeout: 300_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(drawn, (asked) => {
        for (const { code, remedies = [] } of found(asked)) {
          for (const remedy of remedies) {
            seen.add(`${code} ${Object.keys(remedy)}`);
            const after = found(withRemedy(asked, remedy)).map((finding) => finding.code);
            expect(after, `${code}: ${JSON.stringify(remedy)}`).not.toContain(code);
          }
        }
      }),
      { numRuns: 40 },
    );
    const often = [
      'islands mode',
      'overhang mode',
      'bridge mode',
      'thin-posts scale',
      'thin-connections scale',
    ];
    expect([...seen]).toEqual(expect.arrayContaining(often));
  });
});

const drawn: fc.Arbitrary<Asked> = fc.record({
  network: fc
    .tuple(networks({ maxLayers: 3, maxNodes: 5 }), fc.constantFrom('upright', 'upright', 'flat'))
    .map(([network, mode]) => ({ ...network, resolution: { tolerance: 0.05 }, mode })),
  printer: fc.constantFrom('prusa-xl', 'prusa-xl', 'generic-resin', 'generic-powder'),
  scale: fc.constantFrom(1, 0.5, 1.3),
});
