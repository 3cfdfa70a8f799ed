import type { Resolution } from '../mesh/resolution.ts';
import type { ColorsSpec } from './network-spec.ts';

/** What a preset says of sizes; all other defaults follow from the node radius. */
export interface Preset {
  readonly description: string;
  readonly nodeRadius: number;
  readonly resolution: Resolution;
  readonly base: {
    /** Whether the disc grows until every layer stands on it. */
    readonly grows: boolean;
    readonly posts: boolean;
    readonly segments?: number;
  };
}

export type PresetName = 'desk' | 'seed';

/** The presets. `seed` is the Blender script that Neurofab grew from, `desk` its proportions at a size that prints well. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  desk: {
    description: 'prints well: connections 2 mm thick, a base that every layer stands on',
    nodeRadius: 4,
    resolution: { tolerance: 0.02 },
    base: { grows: true, posts: true },
  },
  seed: {
    description: 'the original Blender script: half the size, 100 segments, no posts',
    nodeRadius: 2,
    resolution: { segments: 100, rings: 100 },
    base: { grows: false, posts: false, segments: 10_000 },
  },
};

interface NetworkDefaults {
  readonly layers: readonly number[];
  readonly preset: PresetName;
  /** Ratios are multiples of the node radius. */
  readonly connectionRatio: number;
  readonly nodeSpacingRatio: number;
  readonly layerSpacingRatio: number;
  readonly baseThicknessRatio: number;
  /** Times the square of the number of layers. */
  readonly baseRadiusRatio: number;
  readonly postRatio: number;
  readonly colors: ColorsSpec;
}

/** Defaults that no preset changes, in the seed's proportions. */
export const NETWORK_DEFAULTS: NetworkDefaults = {
  layers: [3, 6, 6, 4, 2],
  preset: 'desk',
  connectionRatio: 1 / 4,
  nodeSpacingRatio: 4,
  layerSpacingRatio: 8,
  baseThicknessRatio: 1 / 2,
  // The seed's radius is the square of the number of layers, at its node radius of 2.
  baseRadiusRatio: 1 / 2,
  // Thicker than connections, since the whole network stands on its posts.
  postRatio: 1 / 2,
  // Four slots in all, as one AMS holds. Vermilion, sky blue and yellow: with this gray, the three of Okabe and Ito's palette
  // that stay farthest apart for every kind of colour vision (a test measures it).
  colors: {
    base: '#444C56',
    connections: '#444C56',
    layers: ['#D55E00', '#56B4E9', '#F0E442'],
  },
};

/** The default title of a network. */
export function defaultName(layers: readonly number[]): string {
  return `Neural network ${layers.join('-')}`;
}
