import type { Case, Pace } from '../case.ts';
import {
  type Contestant,
  type Measured,
  MissingPeer,
  OverLimit,
  type RunContext,
  type Runner,
} from '../contestant.ts';
import { median } from './median.ts';

/** Rounds that do not count, so that engines have compiled what they will: they do so by how often code ran. */
const WARM_UP: Readonly<Record<Pace, number>> = { milliseconds: 20, seconds: 1 };

/** A round that takes longer is not repeated: what it would tell more is not worth the wait. */
const LONG_MILLISECONDS = 20_000;

export interface CaseResult {
  readonly case: Case;
  readonly neurofab: Performance;
  readonly peers: readonly Performance[];
  /** Where a peer's result is not what Neurofab's is. */
  readonly warnings: readonly string[];
}

/** How a contestant did. */
export type Performance =
  | {
      readonly state: 'measured';
      readonly name: string;
      readonly medianMilliseconds: number;
      /** The first round of the warm-up, with code to compile and WebAssembly to load. */
      readonly firstMilliseconds: number;
      /** After the warm-up; of who runs once, the first. */
      readonly roundsMilliseconds: readonly number[];
      readonly measured: Measured;
    }
  | { readonly state: 'over limit'; readonly name: string; readonly limitSeconds: number }
  | { readonly state: 'missing' | 'failed' | 'skipped'; readonly name: string; readonly reason: string };

export interface RunCaseOptions extends RunContext {
  readonly rounds: Readonly<Record<Pace, number>>;
  /** Leave out who takes minutes. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
}

interface Runs {
  readonly contestant: Contestant;
  runner?: Runner | undefined;
  /** Set as soon as there is nothing more to run. */
  end?: Performance | undefined;
  measured?: Measured | undefined;
  first?: number | undefined;
  readonly milliseconds: number[];
}

/** Runs all contestants of a case in turn, round after round, so that whatever slows the machine down slows all of them down. */
export async function runCase(line: Case, options: RunCaseOptions): Promise<CaseResult> {
  options.say(`${line.id}: ${line.work}, ${line.network}`);
  const all: Runs[] = [line.neurofab, ...line.peers].map((contestant) => ({ contestant, milliseconds: [] }));
  try {
    for (const runs of all) await start(runs, line, options);
    const warmUp = WARM_UP[line.pace];
    for (let round = -warmUp; round < options.rounds[line.pace]; round++) {
      // There and back: nobody always runs after the same one.
      for (const runs of (round + warmUp) % 2 === 0 ? all : all.toReversed())
        await runOnce(runs, round, options);
    }
  } finally {
    for (const { runner } of all) runner?.stop();
  }
  const [neurofab, ...peers] = all.map(conclude);
  for (const performance of [neurofab!, ...peers]) options.say(`  ${sentence(performance)}`);
  const warnings = disagreements(line, neurofab!, peers);
  for (const warning of warnings) options.say(`  warning: ${warning}`);
  return { case: line, neurofab: neurofab!, peers, warnings };
}

async function start(runs: Runs, line: Case, options: RunCaseOptions): Promise<void> {
  const { name, once } = runs.contestant;
  if (options.quick && once && line.neurofab !== runs.contestant) {
    runs.end = { state: 'skipped', name, reason: 'takes minutes' };
    return;
  }
  try {
    runs.runner = await runs.contestant.start(options);
  } catch (error) {
    runs.end = ending(error, name, options);
  }
}

async function runOnce(runs: Runs, round: number, options: RunCaseOptions): Promise<void> {
  const { contestant, runner } = runs;
  if (runner === undefined || runs.end !== undefined) return;
  const long = contestant.once === true || (runs.first ?? 0) > LONG_MILLISECONDS;
  if (long && runs.first !== undefined) return;
  try {
    const isFirst = runs.first === undefined;
    const { milliseconds, measured } = await runner.round({ measure: isFirst });
    if (isFirst) {
      runs.first = milliseconds;
      runs.measured = measured;
    }
    if (round >= 0) runs.milliseconds.push(milliseconds);
  } catch (error) {
    runs.end = ending(error, contestant.name, options);
  }
}

function ending(error: unknown, name: string, { limitSeconds }: RunContext): Performance {
  if (error instanceof OverLimit) return { state: 'over limit', name, limitSeconds };
  if (error instanceof MissingPeer) return { state: 'missing', name, reason: error.message };
  return { state: 'failed', name, reason: error instanceof Error ? error.message : String(error) };
}

function conclude({ contestant: { name }, end, first, measured, milliseconds }: Runs): Performance {
  if (end !== undefined) return end;
  if (first === undefined) return { state: 'failed', name, reason: 'It was never run.' };
  const rounds = milliseconds.length > 0 ? milliseconds : [first];
  return {
    state: 'measured',
    name,
    medianMilliseconds: median(rounds),
    firstMilliseconds: first,
    roundsMilliseconds: rounds,
    measured: measured ?? {},
  };
}

function sentence(performance: Performance): string {
  const { name } = performance;
  switch (performance.state) {
    case 'measured': {
      const { medianMilliseconds, roundsMilliseconds } = performance;
      const [least, most] = [Math.min(...roundsMilliseconds), Math.max(...roundsMilliseconds)];
      return `${name}: ${medianMilliseconds.toFixed(1)} ms (${least.toFixed(1)} to ${most.toFixed(1)} in ${roundsMilliseconds.length})`;
    }
    case 'over limit':
      return `${name}: more than ${performance.limitSeconds} s`;
    default:
      return `${name}: ${performance.state}: ${performance.reason}`;
  }
}

function disagreements(line: Case, neurofab: Performance, peers: readonly Performance[]): string[] {
  if (neurofab.state !== 'measured') return [];
  const ours = neurofab.measured;
  return peers.flatMap((peer) => {
    if (peer.state !== 'measured') return [];
    const compare = (what: string, own: number | undefined, other: number | undefined, share?: number) => {
      if (share === undefined) return [];
      if (own !== undefined && other !== undefined && Math.abs(other - own) <= share * Math.abs(own))
        return [];
      return [`${peer.name} has ${other ?? 'no'} ${what}, Neurofab ${own ?? 'none'}: not the same work.`];
    };
    return [
      ...compare('triangles', ours.triangles, peer.measured.triangles, line.agreement.triangles),
      ...compare('mm³', ours.volumeMm3, peer.measured.volumeMm3, line.agreement.volume),
    ];
  });
}
