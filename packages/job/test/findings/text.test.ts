import type { NetworkSpecInput } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { type Asked, type Finding, lettered, planJob, withRemedy } from '../../src/index.ts';
import { SMALL } from '../asking.ts';

/** What is said of text, and whatever is refused. */
async function findingsOf(network: NetworkSpecInput): Promise<readonly Finding[]> {
  const { findings } = planJob(await lettered({ network: { ...SMALL, ...network } }));
  return findings.filter(({ level, code }) => level === 'refusal' || code === 'letters-made-smaller');
}

describe('text', () => {
  it.each(['upright', 'flat', 'halves', 'plaque'] as const)(
    'that is made smaller is said to be: %s',
    async (mode) => {
      expect(await findingsOf({ mode, text: 'A' })).toEqual([]);
      const [finding, ...others] = await findingsOf({ mode, text: 'A', textHeight: 300 });
      expect(others).toEqual([]);
      expect(finding).toMatchObject({
        code: 'letters-made-smaller',
        level: 'note',
        what: 'text',
        limit: 300,
      });
      const textHeight = (finding as { value: number }).value;
      expect(await findingsOf({ mode, text: 'A', textHeight })).toEqual([]);
    },
  );

  it.each([
    ['upright', 'baseRadius'],
    ['flat', 'layerSpacing'],
    ['halves', 'layerSpacing'],
    ['plaque', 'layerSpacing'],
  ] as const)(
    'that is too long is refused with the least length that gives it room: %s',
    async (mode, field) => {
      for (const scale of [1, 0.7]) {
        const asked = await lettered({ network: { ...SMALL, mode, text: 'M'.repeat(24) }, scale });
        const refusalsOf = (some: Asked) => planJob(some).findings.filter(({ level }) => level === 'refusal');
        const [finding, ...others] = refusalsOf(asked);
        expect(others).toEqual([]);
        expect(finding).toMatchObject({ code: 'text-too-long', remedies: [{ [field]: expect.any(Number) }] });
        const [remedy] = finding!.remedies!;
        expect(refusalsOf(withRemedy(asked, remedy!))).toEqual([]);
        const less = { [field]: remedy![field]! - 1 };
        expect(refusalsOf(withRemedy(asked, less))).toMatchObject([{ code: 'text-too-long' }]);
      }
    },
  );

  it('of thin strokes is refused with the height that brings them out, where there is room for that', async () => {
    const bar = (width: number) =>
      [
        [0, 0],
        [width, 0],
        [width, 1],
        [0, 1],
      ] as const;
    const network = { mode: 'plaque', text: 'l', outlines: { l: [bar(0.08)] } } as const;
    const [finding, ...others] = await findingsOf(network);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'strokes-too-thin', limit: 10, remedies: [{ textHeight: 10 }] });
    const after = await lettered(withRemedy({ network: { ...SMALL, ...network } }, { textHeight: 10 }));
    expect(planJob(after).findings.filter(({ level }) => level === 'refusal')).toEqual([]);

    const flat = { ...network, mode: 'flat', outlines: { l: [bar(0.02)] } } as const;
    const [roomless] = await findingsOf(flat);
    expect(roomless).toMatchObject({ code: 'strokes-too-thin', limit: 40 });
    expect(roomless).not.toHaveProperty('remedies');
  });
});
