import { equallyFar, type Meeting, type Side } from './side.ts';

/** What happens to a front next. */
export interface Vanishing {
  /** From the sides of the face; Infinity when no side is left. */
  readonly distance: number;
  readonly runs: readonly Run[];
  /** The sides that go on. None when the front closes in a point or along a line. */
  readonly rest: readonly number[];
}

/** Neighbouring sides that vanish in one place. */
export interface Run {
  /** With the sides before and after them that go on, if there are any. */
  readonly sides: readonly number[];
  readonly meeting: Meeting;
}

/** Which of the sides in a front, given in their order, vanish first. Distances that differ by no more than `tie` are equal. */
export function nextVanishing(sides: readonly Side[], front: readonly number[], tie: number): Vanishing {
  const count = front.length;
  if (count < 3) return NOTHING_LEFT;
  const at = (k: number) => front[k % count]!;
  const meetingOf = (k: number) => equallyFar(sides[at(k + count - 1)]!, sides[at(k)]!, sides[at(k + 1)]!);
  if (count === 3) return closeIn(front, meetingOf(1));

  const meetings: Meeting[] = [];
  let first = 0;
  for (let k = 0; k < count; k++) {
    meetings.push(meetingOf(k));
    if (meetings[k]!.distance < meetings[first]!.distance) first = k;
  }
  const { distance } = meetings[first]!;
  const vanishes = (k: number) => meetings[k % count]!.distance <= distance + tie;
  const rest: number[] = [];
  const starts: number[] = [];
  for (let k = 0; k < count; k++) {
    if (!vanishes(k)) rest.push(front[k]!);
    else if (!vanishes(k + count - 1)) starts.push(k);
  }
  // What two sides alone go on with has no width: they meet in the same place, or along a line between two.
  const isOnePlace = starts.length === 0 || (starts.length === 1 && rest.length < 3);
  if (isOnePlace) return closeIn(front, meetings[first]!);

  const runs = starts.map((start): Run => {
    const run = [at(start + count - 1)];
    for (let k = start; run.length === 1 || vanishes(k - 1); k++) run.push(at(k));
    return { sides: run, meeting: meetings[start]! };
  });
  return { distance, runs, rest: rest.length < 3 ? [] : rest };
}

const NOTHING_LEFT: Vanishing = { distance: Infinity, runs: [], rest: [] };

function closeIn(front: readonly number[], meeting: Meeting): Vanishing {
  return { distance: meeting.distance, runs: [{ sides: [...front, front[0]!], meeting }], rest: [] };
}
