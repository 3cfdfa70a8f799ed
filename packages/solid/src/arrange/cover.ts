import { INSIDE } from './clip.ts';

/** The rank of the air, weaker than any. */
export const NO_RANK = 0x7fff_ffff;

/** Receives a piece of a line: from where to where, the planes that end it, and what rank lies around it. */
export type TakePiece = (
  from: number,
  fromPlane: number,
  to: number,
  toPlane: number,
  around: number,
) => void;

/** What hides a line from share 0 to share 1 of it, and what lies around the rest. */
export interface Cover {
  clear(): void;
  /**
   * Hides a piece of it: two shares and the planes there, from `i` on in columns of such. Says whether all is hidden now.
   */
  hide(shares: Float64Array, planes: Int32Array, i: number): boolean;
  /** Has something of a rank lie around such a piece; the lowest rank counts. */
  surround(shares: Float64Array, planes: Int32Array, i: number, rank: number): void;
  /** Gives all pieces that are not hidden, in order. */
  pieces(take: TakePiece): void;
}

/** Starts with nothing hidden. */
export function cover(): Cover {
  // Hidden pieces, apart from each other and in order. Few, so that rows are moved up and down.
  const froms: number[] = [];
  const tos: number[] = [];
  const fromPlanes: number[] = [];
  const toPlanes: number[] = [];
  let hidden = 0;
  const around: Around[] = [];
  let surrounding = 0;

  return {
    clear() {
      hidden = 0;
      surrounding = 0;
    },
    hide(shares, planes, i) {
      const from = shares[i]!;
      const to = shares[i + 1]!;
      const fromPlane = planes[i]!;
      const toPlane = planes[i + 1]!;
      let first = 0;
      while (first < hidden && tos[first]! < from) first++;
      let end = first;
      while (end < hidden && froms[end]! <= to) end++;
      if (first === end) {
        for (let k = hidden++; k > first; k--) {
          froms[k] = froms[k - 1]!;
          tos[k] = tos[k - 1]!;
          fromPlanes[k] = fromPlanes[k - 1]!;
          toPlanes[k] = toPlanes[k - 1]!;
        }
        froms[first] = from;
        tos[first] = to;
        fromPlanes[first] = fromPlane;
        toPlanes[first] = toPlane;
      } else {
        if (from < froms[first]! || fromPlane === INSIDE) {
          froms[first] = from;
          fromPlanes[first] = fromPlane;
        }
        const last = end - 1;
        const goesFarther = (to > tos[last]! && toPlanes[last] !== INSIDE) || toPlane === INSIDE;
        tos[first] = goesFarther ? to : tos[last]!;
        toPlanes[first] = goesFarther ? toPlane : toPlanes[last]!;
        const gone = last - first;
        if (gone > 0) {
          hidden -= gone;
          for (let k = first + 1; k < hidden; k++) {
            froms[k] = froms[k + gone]!;
            tos[k] = tos[k + gone]!;
            fromPlanes[k] = fromPlanes[k + gone]!;
            toPlanes[k] = toPlanes[k + gone]!;
          }
        }
      }
      return hidden === 1 && fromPlanes[0] === INSIDE && toPlanes[0] === INSIDE;
    },
    surround(shares, planes, i, rank) {
      const [from, to] = [shares[i]!, shares[i + 1]!];
      const [fromPlane, toPlane] = [planes[i]!, planes[i + 1]!];
      const found = around[surrounding];
      if (found === undefined) around.push({ from, fromPlane, to, toPlane, rank });
      else {
        found.from = from;
        found.fromPlane = fromPlane;
        found.to = to;
        found.toPlane = toPlane;
        found.rank = rank;
      }
      surrounding++;
    },
    pieces(take) {
      let from = 0;
      let fromPlane = INSIDE;
      for (let i = 0; i < hidden; i++) {
        if (fromPlanes[i] !== INSIDE) split(from, fromPlane, froms[i]!, fromPlanes[i]!, take);
        from = tos[i]!;
        fromPlane = toPlanes[i]!;
        if (fromPlane === INSIDE) return;
      }
      split(from, fromPlane, 1, INSIDE, take);
    },
  };

  /** Gives a piece, cut where the rank around it changes. */
  function split(from: number, fromPlane: number, to: number, toPlane: number, take: TakePiece): void {
    let at = from;
    let atPlane = fromPlane;
    if (surrounding > 0) {
      let rank = rankAfter(from);
      while (true) {
        // The next place where another rank begins.
        let next = Infinity;
        let nextPlane = INSIDE;
        let search = at;
        let nextRank = rank;
        while (nextRank === rank) {
          next = Infinity;
          for (let i = 0; i < surrounding; i++) {
            const other = around[i]!;
            if (other.from > search && other.from < next) {
              next = other.from;
              nextPlane = other.fromPlane;
            }
            if (other.to > search && other.to < next) {
              next = other.to;
              nextPlane = other.toPlane;
            }
          }
          if (next >= to) break;
          search = next;
          nextRank = rankAfter(next);
        }
        if (next >= to) break;
        take(at, atPlane, next, nextPlane, rank);
        at = next;
        atPlane = nextPlane;
        rank = nextRank;
      }
      take(at, atPlane, to, toPlane, rank);
      return;
    }
    take(at, atPlane, to, toPlane, NO_RANK);
  }

  /** The lowest rank around the line just past a place. */
  function rankAfter(place: number): number {
    let rank = NO_RANK;
    for (let i = 0; i < surrounding; i++) {
      const other = around[i]!;
      if (other.from <= place && other.to > place && other.rank < rank) rank = other.rank;
    }
    return rank;
  }
}

interface Around {
  from: number;
  fromPlane: number;
  to: number;
  toPlane: number;
  rank: number;
}
