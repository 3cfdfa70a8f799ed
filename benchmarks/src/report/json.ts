import { judgeTarget } from './judge-target.ts';
import type { Results } from './results.ts';

/** The results for programs: every round, every target. */
export function json({ cases, ...results }: Results): string {
  const all = {
    ...results,
    cases: cases.map((result) => {
      const { case: line, neurofab, peers, warnings } = result;
      const { id, work, network, targets } = line;
      return {
        id,
        work,
        network,
        neurofab,
        peers,
        targets: targets.map((target) => judgeTarget(target, result)),
        warnings,
      };
    }),
  };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}
