import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, examined, type Finding, planJob, refusals, withRemedy } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

const UPRIGHT = { ...SMALL, mode: 'upright' } as const;
const HAIR: Asked['network'] = {
  layers: [3, 1],
  nodeRadius: 0.5,
  resolution: { tolerance: 0.05 },
  base: { shape: 'disc', thickness: 0.025 },
  mode: 'flat',
};

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

  it('offers no remedy that is refused or an error', () => {
    const fusing = found({ network: { layers: [25, 25], mode: 'upright' }, printer: 'elegoo-neptune-4-max' });
    expect(fusing.find(({ code }) => code === 'fusing-connections')).not.toHaveProperty('remedies');
    const loose = found({ network: { layers: [3, 6, 6], mode: 'flat', clearance: 0.9 }, printer: 'mk4s' });
    expect(loose).toMatchObject([{ code: 'loose-pegs', remedies: [{ clearance: 0.2 }] }]);
  });

  it('offers one number for all that it mends', () => {
    const thin = found({
      network: { layers: [3, 6, 6], mode: 'flat', connectionRadius: 0.3 },
      printer: 'mk4s',
    });
    expect(thin.map(({ code, remedies }) => [code, remedies?.[0]])).toEqual([
      ['thin-connections', { connectionRadius: 0.8 }],
      ['narrow-contact', { connectionRadius: 0.8 }],
      ['slender-connection', { connectionRadius: 0.8 }],
    ]);
  });

  it('has remedies that mend, and bring nothing that is refused or an error', { timeout: 300_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(drawn, (asked) => {
        const before = found(asked);
        for (const { code, remedies = [] } of before) {
          for (const remedy of remedies) {
            seen.add(`${code} ${Object.keys(remedy)}`);
            const changed = withRemedy(asked, remedy);
            // Of what is refused nothing was examined, so what its layers would have shown is not the remedy's doing.
            const after = refusals(before).length > 0 ? planJob(changed).findings : found(changed);
            const name = `${code}: ${JSON.stringify(remedy)}`;
            expect(codesOf(after), name).not.toContain(code);
            expect(codesOf(before.filter(isGrave)), name).toEqual(
              expect.arrayContaining(codesOf(after.filter(isGrave))),
            );
          }
        }
      }),
      {
        numRuns: 40,
        // On a disc as thick as a hair it would tip over.
        examples: [[{ network: HAIR, printer: 'prusa-xl', scale: 1 }]],
      },
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

function codesOf(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

function isGrave({ level }: Finding): boolean {
  return level === 'refusal' || level === 'error';
}

const drawn: fc.Arbitrary<Asked> = fc.record({
  network: fc
    .tuple(networks({ maxLayers: 3, maxNodes: 5 }), fc.constantFrom('upright', 'upright', 'flat'))
    .map(([network, mode]) => ({ ...network, resolution: { tolerance: 0.05 }, mode })),
  printer: fc.constantFrom('prusa-xl', 'prusa-xl', 'generic-resin', 'generic-powder'),
  scale: fc.constantFrom(1, 0.5, 1.3),
});
