import type { NetworkSpecInput } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { type Finding, lettered, planJob, withRemedy } from '../../src/index.ts';
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
