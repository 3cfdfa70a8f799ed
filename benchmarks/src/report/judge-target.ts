import type { Target } from '../case.ts';
import type { CaseResult, Performance } from '../measure/run-case.ts';

export interface Verdict {
  readonly target: Target;
  /** What the target speaks of: times as fast, times the time, milliseconds, or times as large. */
  readonly value?: number;
  /** The peer was stopped at the limit, so the value is at least this. */
  readonly isLowerBound: boolean;
  readonly met: 'reach for' | 'at least' | 'no' | 'unknown';
}

/** Holds a case's results to one of its targets. */
export function judgeTarget(target: Target, { neurofab, peers }: CaseResult): Verdict {
  const unknown: Verdict = { target, isLowerBound: false, met: 'unknown' };
  if (neurofab.state !== 'measured') return unknown;
  switch (target.kind) {
    case 'faster': {
      const peer = peers.find(({ name }) => name === target.than);
      const ratio = timesAsFast(neurofab, peer);
      if (ratio === undefined) return unknown;
      const { value, isLowerBound } = ratio;
      const met = grade(value >= target.atLeast, value >= target.reachFor);
      // More than a limit that is too small says nothing.
      return { target, value, isLowerBound, met: isLowerBound && met === 'no' ? 'unknown' : met };
    }
    case 'within': {
      const peer = peers.find(({ name }) => name === target.of);
      if (peer?.state !== 'measured') return unknown;
      const value = neurofab.medianMilliseconds / peer.medianMilliseconds;
      return {
        target,
        value,
        isLowerBound: false,
        met: grade(value <= target.atLeast, value <= target.reachFor),
      };
    }
    case 'under': {
      const value = neurofab.medianMilliseconds;
      return {
        target,
        value,
        isLowerBound: false,
        met: grade(value < target.atLeast, value < target.reachFor),
      };
    }
    case 'smaller': {
      const peer = peers.find(({ name }) => name === target.than);
      if (peer?.state !== 'measured' || peer.measured.bytes === undefined) return unknown;
      const value = peer.measured.bytes / (neurofab.measured.bytes ?? Number.NaN);
      return { target, value, isLowerBound: false, met: value > 1 ? 'at least' : 'no' };
    }
    default:
      throw unknownTarget(target);
  }
}

/** How many times as fast as a peer; a lower bound where the peer was stopped at the limit. */
export function timesAsFast(
  neurofab: Performance,
  peer: Performance | undefined,
): { readonly value: number; readonly isLowerBound: boolean } | undefined {
  if (neurofab.state !== 'measured' || peer === undefined) return undefined;
  if (peer.state === 'measured') {
    return { value: peer.medianMilliseconds / neurofab.medianMilliseconds, isLowerBound: false };
  }
  if (peer.state !== 'over limit') return undefined;
  return { value: (peer.limitSeconds * 1000) / neurofab.medianMilliseconds, isLowerBound: true };
}

function grade(atLeast: boolean, reachFor: boolean): Verdict['met'] {
  if (reachFor) return 'reach for';
  return atLeast ? 'at least' : 'no';
}

function unknownTarget(target: never): Error {
  return new Error(`Unknown target: ${JSON.stringify(target)}`);
}
