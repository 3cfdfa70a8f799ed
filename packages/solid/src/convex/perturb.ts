import type { Solid, Vec3 } from '@neurofab/core';
import { moveSolid } from '@neurofab/core/internal';
import type { Placed } from './placed.ts';
import { growPrism } from './prism.ts';

export interface PerturbOptions {
  /** The most by which anything moves. */
  readonly reach: number;
  /** Draws other movements. */
  readonly seed: number;
  /** Whether y = 0 mirrors all solids and has to go on doing so. */
  readonly isHalf: boolean;
}

/** The golden ratio less 1. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Moves every solid by a little of its own, far less than the lattice tells but far more than rounding: no faces in one plane,
 * no edges through one point, as regular networks have them everywhere. All grow more than they shift, so that what touched
 * overlaps. Equal solids, seeds and places in the list give equal movements.
 */
export function perturb(placed: readonly Placed[], { reach, seed, isHalf }: PerturbOptions): Placed[] {
  const ranks = 1 + placed.reduce((most, { rank }) => Math.max(most, rank), 0);
  return placed.map((item, i) => {
    const draw = (what: number) => noise(i, 8 * seed + what);
    // From 0.4 to 0.8 of the reach, more for a lower rank: where two parts have faces in one plane, the stronger one's lies
    // outside, and the weaker one is not left as a film on it.
    const grown = (share: number) =>
      (reach * (0.4 * ranks + 0.4 * (ranks - 1 - item.rank + 0.7 * share))) / ranks;
    // Equal rods that cross have all their ridges cross, so no two of a rank may grow by nearly the same: multiples of the
    // golden ratio keep apart.
    const out = grown((i * GOLDEN + noise(-1, seed)) % 1);
    const shifted = (what: number) => reach * 0.02 * (2 * draw(what) - 1);
    const shift: Vec3 = [shifted(1), isHalf ? 0 : shifted(2), shifted(3)];
    return { ...item, solid: grow(moveSolid(item.solid, shift), out, [grown(draw(4)), grown(draw(5))]) };
  });
}

function grow(solid: Solid, out: number, [back, ahead]: readonly [number, number]): Solid {
  if (solid.kind === 'prism') return growPrism(solid, out, [back, ahead]);
  const radius = solid.radius + out;
  if (solid.kind === 'sphere') return { ...solid, radius };
  const { from, to } = solid;
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length = Math.sqrt(x * x + y * y + z * z);
  const along = ([px, py, pz]: Vec3, distance: number): Vec3 => {
    const share = distance / length;
    return [px + share * x, py + share * y, pz + share * z];
  };
  return { ...solid, radius, from: along(from, -back), to: along(to, ahead) };
}

/** A number from 0 to 1 that looks drawn but follows from two whole numbers, by the last steps of MurmurHash3. */
function noise(i: number, k: number): number {
  let bits = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(k + 1, 0x85ebca77);
  for (let round = 0; round < 2; round++) {
    bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    bits ^= bits >>> 16;
  }
  return (bits >>> 0) / 2 ** 32;
}
