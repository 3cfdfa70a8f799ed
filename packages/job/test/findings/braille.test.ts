import type { NetworkSpecInput } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, type Finding, lettered, planJob, withRemedy } from '../../src/index.ts';

async function findingsOf(network: NetworkSpecInput, asked: Asked = {}): Promise<readonly Finding[]> {
  return planJob(await lettered({ ...asked, network })).findings;
}

const codes = (findings: readonly Finding[]) => findings.map(({ code }) => code);

describe('Braille', () => {
  it('names the characters that there are no cells for, each once', async () => {
    expect(await findingsOf({ braille: 'Юлія, ю' })).toContainEqual({
      code: 'cells-missing',
      level: 'refusal',
      path: ['network', 'braille'],
      value: 'Юлія, ю',
      characters: ['Ю', 'л', 'і', 'я', 'ю'],
    });
  });

  it('is refused where nobody has looked its cells up', () => {
    expect(codes(planJob({ network: { braille: 'a' } }).findings)).toContain('cells-missing');
  });

  it('says for how many cells a disc has room, and what would have room for all', async () => {
    const [finding, ...others] = (await findingsOf({ layers: [2, 3], braille: 'anna' })).filter(
      ({ level }) => level === 'refusal',
    );
    expect(finding).toMatchObject({ code: 'braille-too-long', value: 4, limit: 0 });
    expect(finding!.remedies).toEqual([{ baseRadius: 27 }, { mode: 'plaque' }]);
    expect(others).toEqual([]);
  });

  it('has remedies that mend, on discs of any size and at any scale, with text and without', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          braille: fc.integer({ min: 1, max: 20 }).map((length) => 'a'.repeat(length)),
          text: fc.constantFrom(undefined, 'Ann', 'Anna Müller'),
          radius: fc.integer({ min: 18, max: 60 }),
        }),
        fc.constantFrom(0.5, 1, 1.7),
        async ({ radius, ...lines }, scale) => {
          const asked = await lettered({
            network: { layers: [2, 1], ...lines, base: { radius } },
            scale,
          });
          for (const { code, remedies = [] } of planJob(asked).findings) {
            if (code !== 'braille-too-long') continue;
            expect(remedies.length).toBeGreaterThan(0);
            for (const remedy of remedies) {
              expect(codes(planJob(withRemedy(asked, remedy)).findings)).not.toContain(code);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is told to come out flat in layers that are too high for its dots', async () => {
    const about = { layers: [2, 3], braille: 'a', mode: 'flat' } as const;
    expect(codes(await findingsOf({ ...about, layerHeight: 0.3 }))).toContain('braille-too-coarse');
    expect(codes(await findingsOf({ ...about, layerHeight: 0.25 }))).not.toContain('braille-too-coarse');
  });
});
