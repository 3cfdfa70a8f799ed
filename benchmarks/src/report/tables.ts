import type { Target } from '../case.ts';
import type { CaseResult, Performance } from '../measure/run-case.ts';
import type { GrowthRow } from '../measure/run-growth.ts';
import type { MemoryRow } from '../measure/run-memory.ts';
import { judgeTarget, timesAsFast, type Verdict } from './judge-target.ts';

/** A table as text; the first row is its head. */
export type Table = readonly (readonly string[])[];

const NONE = '–';
/** From here on a cost per triangle counts as settled: before, what a run costs at all is in it. */
const SETTLED_TRIANGLES = 1e5;
/** How much dearer a triangle may be at the largest size for growth to count as linear. */
const LINEAR_FACTOR = 1.5;

/** One row a peer and target. */
export function caseTable(cases: readonly CaseResult[]): Table {
  return [
    ['work', 'network', 'Neurofab', 'against', 'its own', 'ratio', 'at least', 'reach for', 'met'],
    ...cases.flatMap((result) => {
      const { targets, work, network } = result.case;
      const own = timeOf(result.neurofab);
      const judged = targets.map((target) => ({ target, verdict: judgeTarget(target, result) }));
      const rows = result.peers.flatMap((peer) => {
        const aimed = judged.filter(({ target }) => peerOf(target) === peer.name);
        if (aimed.length > 0) return aimed.map(({ verdict }) => targetRow(verdict, result, peer));
        const ratio = timesAsFast(result.neurofab, peer);
        return [
          [
            own,
            peer.name,
            timeOf(peer),
            ratio === undefined ? NONE : `${bound(ratio)}${times(ratio.value)}`,
            NONE,
            NONE,
            NONE,
          ],
        ];
      });
      const absolute = judged.filter(({ target }) => peerOf(target) === undefined);
      return [...rows, ...absolute.map(({ verdict }) => absoluteRow(verdict, own))].map((row) => [
        work,
        network,
        ...row,
      ]);
    }),
  ];
}

/** Time per triangle over sizes. */
export function growthTable(rows: readonly GrowthRow[]): Table {
  return [
    ['layers', 'triangles', 'time', 'ns a triangle'],
    ...rows.map(({ layers, triangles, milliseconds, nanosecondsPerTriangle }) => [
      layers.join(),
      triangles.toLocaleString('en'),
      duration(milliseconds),
      nanosecondsPerTriangle.toFixed(1),
    ]),
  ];
}

/** Whether time is linear in triangles, in a sentence; empty where too little was measured. */
export function growthSentence(rows: readonly GrowthRow[]): string {
  const settled = rows.filter(({ triangles }) => triangles >= 0.9 * SETTLED_TRIANGLES);
  const [first, last] = [settled[0], settled.at(-1)];
  if (first === undefined || last === undefined || first === last) return '';
  const factor = last.nanosecondsPerTriangle / first.nanosecondsPerTriangle;
  return (
    `A triangle of ${last.triangles.toLocaleString('en')} costs ${factor.toFixed(2)} × one of ` +
    `${first.triangles.toLocaleString('en')}: ${factor <= LINEAR_FACTOR ? 'linear' : 'not linear'} ` +
    `(up to ${LINEAR_FACTOR} × counts as linear).`
  );
}

/** Peak memory of the whole command. */
export function memoryTable(rows: readonly MemoryRow[]): Table {
  return [
    ['command', 'triangles', 'peak memory', 'time', 'limit', 'met'],
    ...rows.map(({ what, triangles, maxRssBytes, seconds, limitBytes }) => [
      what,
      triangles.toLocaleString('en'),
      typeof maxRssBytes === 'string' ? maxRssBytes : megabytes(maxRssBytes),
      seconds === undefined ? NONE : `${seconds.toFixed(1)} s`,
      megabytes(limitBytes),
      typeof maxRssBytes === 'string' ? 'unknown' : maxRssBytes < limitBytes ? 'yes' : 'no',
    ]),
  ];
}

function targetRow(verdict: Verdict, { neurofab }: CaseResult, peer: Performance): string[] {
  const { target } = verdict;
  switch (target.kind) {
    case 'faster':
      return [
        timeOf(neurofab),
        peer.name,
        timeOf(peer),
        verdict.value === undefined ? NONE : `${bound(verdict)}${times(verdict.value)}`,
        `${target.atLeast} ×`,
        `${target.reachFor} ×`,
        verdict.met,
      ];
    case 'within':
      return [
        timeOf(neurofab),
        peer.name,
        timeOf(peer),
        verdict.value === undefined ? NONE : `${verdict.value.toFixed(2)} × its time`,
        `within ${target.atLeast} ×`,
        `within ${target.reachFor} ×`,
        verdict.met,
      ];
    case 'smaller':
      return [
        sizeOf(neurofab),
        peer.name,
        sizeOf(peer),
        verdict.value === undefined ? NONE : `${verdict.value.toFixed(2)} × the size`,
        'a smaller file',
        NONE,
        verdict.met === 'at least' ? 'yes' : verdict.met,
      ];
    case 'under':
      return absoluteRow(verdict, timeOf(neurofab));
    default:
      throw unknownTarget(target);
  }
}

function absoluteRow({ target, met }: Verdict, own: string): string[] {
  const [atLeast, reachFor] =
    target.kind === 'under' ? [`under ${target.atLeast} ms`, `${target.reachFor} ms`] : [NONE, NONE];
  return [own, NONE, NONE, NONE, atLeast, reachFor, met];
}

function peerOf(target: Target): string | undefined {
  switch (target.kind) {
    case 'faster':
    case 'smaller':
      return target.than;
    case 'within':
      return target.of;
    case 'under':
      return undefined;
    default:
      throw unknownTarget(target);
  }
}

function timeOf(performance: Performance): string {
  switch (performance.state) {
    case 'measured':
      return duration(performance.medianMilliseconds);
    case 'over limit':
      return `more than ${performance.limitSeconds} s`;
    default:
      return performance.state;
  }
}

function sizeOf(performance: Performance): string {
  const bytes = performance.state === 'measured' ? performance.measured.bytes : undefined;
  return bytes === undefined ? NONE : `${(bytes / 1e3).toFixed(0)} kB`;
}

function duration(milliseconds: number): string {
  if (milliseconds < 10) return `${milliseconds.toFixed(2)} ms`;
  if (milliseconds < 10_000) return `${milliseconds.toFixed(0)} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function times(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ×`;
}

function bound({ isLowerBound }: { readonly isLowerBound: boolean }): string {
  return isLowerBound ? 'more than ' : '';
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function unknownTarget(target: never): Error {
  return new Error(`Unknown target: ${JSON.stringify(target)}`);
}
