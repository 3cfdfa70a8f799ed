import { describe, expect, it } from 'vitest';
import type { Case } from '../src/case.ts';
import { type Contestant, type Measured, MissingPeer, OverLimit } from '../src/contestant.ts';
import { type RunCaseOptions, runCase } from '../src/measure/run-case.ts';
import { judgeTarget } from '../src/report/judge-target.ts';
import { caseTable } from '../src/report/tables.ts';

/** Of work that takes seconds the first round warms up. */
const OPTIONS: RunCaseOptions = {
  folder: '',
  limitSeconds: 7,
  rounds: { milliseconds: 3, seconds: 3 },
  quick: false,
  say: () => {},
};

/** Takes these times, one a round, the first to warm up. */
function takes(
  name: string,
  times: readonly number[],
  measured: Measured = {},
  log: string[] = [],
): Contestant {
  let round = 0;
  return {
    name,
    async start() {
      return {
        round: async () => {
          log.push(name);
          return { milliseconds: times[round++]!, measured };
        },
        stop: () => log.push(`${name} stops`),
      };
    },
  };
}

function fails(name: string, error: Error): Contestant {
  return { name, start: async () => ({ round: async () => Promise.reject(error), stop: () => {} }) };
}

function caseOf(neurofab: Contestant, ...peers: readonly Contestant[]): Case {
  return {
    id: 'sums',
    work: 'adding up',
    network: '1,1',
    pace: 'seconds',
    agreement: { triangles: 0, volume: 0.01 },
    neurofab,
    peers,
    targets: [{ kind: 'faster', than: 'abacus', atLeast: 5, reachFor: 20 }],
  };
}

const own = () => takes('Neurofab', [900, 10, 30, 20], { triangles: 4, volumeMm3: 1 });

describe('a case', () => {
  it('takes the median of the rounds after the warm-up', async () => {
    const { neurofab } = await runCase(caseOf(own()), OPTIONS);
    expect(neurofab).toMatchObject({
      medianMilliseconds: 20,
      firstMilliseconds: 900,
      roundsMilliseconds: [10, 30, 20],
    });
  });

  it('runs all in turn, there and back, and stops all', async () => {
    const log: string[] = [];
    const times = [1, 1, 1, 1];
    await runCase(caseOf(takes('a', times, {}, log), takes('b', times, {}, log)), OPTIONS);
    expect(log).toEqual(['a', 'b', 'b', 'a', 'a', 'b', 'b', 'a', 'a stops', 'b stops']);
  });

  it('tells who is missing, failed or too slow, and goes on with the others', async () => {
    const missing: Contestant = { name: 'gone', start: () => Promise.reject(new MissingPeer('not here')) };
    const line = caseOf(own(), missing, fails('broken', new Error('oh')), fails('slow', new OverLimit()));
    const { neurofab, peers } = await runCase(line, OPTIONS);
    expect(neurofab.state).toBe('measured');
    expect(peers).toMatchObject([
      { state: 'missing', reason: 'not here' },
      { state: 'failed', reason: 'oh' },
      { state: 'over limit', limitSeconds: 7 },
    ]);
  });

  it('warns of a peer that did other work', async () => {
    const more = takes('more', [1, 1, 1, 1], { triangles: 5, volumeMm3: 1 });
    const alike = takes('alike', [1, 1, 1, 1], { triangles: 4, volumeMm3: 1.001 });
    const { warnings } = await runCase(caseOf(own(), more, alike), OPTIONS);
    expect(warnings).toEqual(['more has 5 triangles, Neurofab 4: not the same work.']);
  });
});

describe('a target', () => {
  it.each([
    [90, 'no', '4.5 ×'],
    [100, 'at least', '5.0 ×'],
    [400, 'reach for', '20 ×'],
  ])('is judged by medians: %d ms of a peer against 20 is %s', async (time, met, ratio) => {
    const result = await runCase(caseOf(own(), takes('abacus', [1, time, time, time])), OPTIONS);
    expect(judgeTarget(result.case.targets[0]!, result)).toMatchObject({ met, isLowerBound: false });
    const [head, row] = caseTable([result]);
    expect(row![head!.indexOf('ratio')]).toBe(ratio);
    expect(row![head!.indexOf('met')]).toBe(met);
  });

  it('is met by a lower bound, but not missed by one', async () => {
    for (const [limitSeconds, met] of [
      [7, 'reach for'],
      [0.05, 'unknown'],
    ] as const) {
      const line = caseOf(own(), fails('abacus', new OverLimit()));
      const result = await runCase(line, { ...OPTIONS, limitSeconds });
      expect(judgeTarget(line.targets[0]!, result)).toMatchObject({ met, isLowerBound: true });
    }
  });

  it('stays unknown without its peer', async () => {
    const result = await runCase(caseOf(own()), OPTIONS);
    expect(judgeTarget(result.case.targets[0]!, result).met).toBe('unknown');
  });
});
