import { NETWORK_DEFAULTS, type NetworkScene } from '@neurofab/core';
import { MODE_TRAITS, pegLengthOf, postRadius } from '@neurofab/core/internal';
import type { Check } from '../check.ts';
import { LIMITS } from '../limits.ts';
import { nodeNames } from '../name-node.ts';

export const THIN_POSTS: Check = {
  code: 'thin-posts',
  path: ['network', 'nodeRadius'],
  isBad: 'below',
  limit: ({ process }) => (process === 'fdm' ? LIMITS.thinPosts : undefined),
  measure: ({ source }) => (hasPosts(source) ? { value: 2 * postRadius(source) } : undefined),
  changes: (_, { value, limit }) => [{ scale: limit / value }],
};

export const SLENDER_POST: Check = {
  code: 'slender-post',
  path: ['network', 'mode'],
  isBad: 'above',
  limit: ({ process }) => (process === 'fdm' ? LIMITS.slenderPost : undefined),
  measure: (scene) => {
    const posts = scene.pieces.flatMap((piece) => {
      const name = nodeNames(scene, piece);
      return piece.others.flatMap((other) => {
        if (other.kind !== 'cylinder' || other.holds === undefined) return [];
        const node = piece.nodes[other.holds]!;
        const length = node.center[2] - node.radius - other.from[2];
        return [{ value: length / (2 * other.radius), where: { node: name(other.holds)! } }];
      });
    });
    return posts.toSorted((a, b) => b.value - a.value)[0];
  },
  changes: () => [{ mode: 'flat' }],
};

export const LOOSE_PEGS: Check = {
  code: 'loose-pegs',
  path: ['network', 'clearance'],
  isBad: 'above',
  limit: () => LIMITS.loosePegs,
  measure: ({ source }) =>
    source.clearance === undefined || !hasPosts(source)
      ? undefined
      : { value: Math.atan((2 * source.clearance) / pegLengthOf(source)) * DEGREES },
  changes: ({ source }, { limit }) => {
    const tight = (pegLengthOf(source) * Math.tan(limit / DEGREES)) / 2;
    const less = Math.floor(tight * 100) / 100;
    return [
      ...(less >= LIMITS.tightPegs.value ? [{ clearance: less }] : []),
      { scale: source.clearance! / tight },
    ];
  },
};

export const TIGHT_PEGS: Check = {
  code: 'tight-pegs',
  path: ['network', 'clearance'],
  isBad: 'below',
  limit: ({ process }) => (process === 'fdm' ? LIMITS.tightPegs : undefined),
  measure: ({ source: { clearance } }) => (clearance === undefined ? undefined : { value: clearance }),
  changes: () => [{ clearance: NETWORK_DEFAULTS.clearance }],
};

const DEGREES = 180 / Math.PI;

/** Posts of a network that stands, or pegs of one that lies. */
function hasPosts({ base, mode }: NetworkScene['source']): boolean {
  const { lies, hasPegs } = MODE_TRAITS[mode];
  return base.shape === 'disc' && base.posts && (!lies || hasPegs);
}
