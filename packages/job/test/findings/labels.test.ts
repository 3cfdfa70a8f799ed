import { MODES, type NetworkSpecInput } from '@neurofab/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, type Finding, lettered, planJob, withRemedy } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

const NAMED: NetworkSpecInput = { ...SMALL, inputs: ['left', 'right'], outputs: ['a', 'b', 'c'] };

async function findingsOf(network: NetworkSpecInput): Promise<readonly Finding[]> {
  const findings = planJob(await lettered({ network: { ...NAMED, ...network } })).findings;
  return findings.filter(({ level }) => level === 'refusal');
}

describe('names', () => {
  it('are refused in modes that do not hold them, with modes that do', async () => {
    for (const mode of MODES) {
      const asked = await lettered({ network: { ...NAMED, mode, labels: 'all' } });
      const [finding, ...others] = planJob(asked).findings.filter(({ level }) => level === 'refusal');
      expect(others).toEqual([]);
      if (mode === 'flat' || mode === 'plaque') {
        expect(finding).toBeUndefined();
        continue;
      }
      expect(finding).toMatchObject({ code: 'labels-not-in-mode', value: mode });
      expect(finding!.remedies).toEqual([{ mode: 'plaque' }, { mode: 'flat' }]);
      for (const remedy of finding!.remedies!) {
        const after: Asked = await lettered(withRemedy(asked, remedy));
        expect(planJob(after).findings.filter(({ level }) => level === 'refusal')).toEqual([]);
      }
    }
  });

  it('that are not there are refused where they were asked for, and noted where all are', async () => {
    const without = { mode: 'flat', inputs: undefined } as const;
    expect(await findingsOf({ ...without, labels: 'inputs' })).toMatchObject([
      { code: 'no-names', value: 'inputs' },
    ]);
    const all = planJob(await lettered({ network: { ...NAMED, ...without, labels: 'all' } })).findings;
    expect(all.find(({ code }) => code === 'no-names')).toMatchObject({ level: 'note', value: 'inputs' });
  });

  it('that are given by hand and not put on the model are said to be missing there', async () => {
    const codes = async (network: NetworkSpecInput) =>
      planJob(await lettered({ network: { ...SMALL, ...network } })).findings.flatMap((finding) =>
        finding.code === 'names-not-drawn' ? finding.value : [],
      );
    const inputs = ['left', 'right'];
    expect(await codes({ mode: 'flat', inputs })).toEqual(['inputs']);
    expect(await codes({ mode: 'plaque', inputs, outputs: ['a', 'b', 'c'] })).toEqual(['all']);
    expect(await codes({ mode: 'flat', inputs, labels: 'layers' })).toEqual([]);
    expect(await codes({ mode: 'upright', inputs })).toEqual([]);
    expect(await codes({ mode: 'flat' })).toEqual([]);
  });

  it('name the characters that the font lacks', async () => {
    expect(await findingsOf({ mode: 'flat', labels: 'inputs', inputs: ['漢', 'ok'] })).toMatchObject([
      { code: 'characters-missing', path: ['network', 'labels'], value: '漢', characters: ['漢'] },
    ]);
  });

  it('are as high as their strokes ask for, or refused with the height or the length that would do', async () => {
    expect(await findingsOf({ mode: 'plaque', labels: 'outputs', textHeight: 4.1 })).toMatchObject([
      { code: 'strokes-too-thin', value: 4.1 },
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('flat' as const, 'plaque' as const),
        fc.constantFrom('layers' as const, 'inputs' as const, 'outputs' as const),
        fc.integer({ min: 9, max: 40 }),
        async (mode, labels, spacing) => {
          const spacings = { nodeSpacing: spacing, layerSpacing: spacing };
          const [finding, ...others] = await findingsOf({ mode, labels, ...spacings });
          expect(others).toEqual([]);
          if (finding === undefined) return;
          expect(finding.code).toBe(labels === 'layers' ? 'name-too-long' : 'names-too-near');
          const { value, limit } = finding as { value: number; limit: number };
          expect(value).toBeLessThan(limit);
          const larger = (spacing * limit * 1.001) / value;
          const wider = { nodeSpacing: larger, layerSpacing: larger };
          expect(await findingsOf({ mode, labels, ...wider })).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('whose saved outlines cross are as if the font had none of them', async () => {
    const cross = [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ] as const;
    const outlines = { left: [cross] };
    expect(await findingsOf({ mode: 'flat', labels: 'inputs', outlines })).toMatchObject([
      { code: 'characters-missing', value: 'left' },
    ]);
  });
});
