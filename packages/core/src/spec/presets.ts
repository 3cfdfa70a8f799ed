import type { Resolution } from '../mesh/resolution.ts';
import type { ThicknessBy } from '../network/thickness.ts';
import type { HexColor } from './color.ts';
import type { Mode } from './modes.ts';
import type { OwnValues } from './own-values.ts';

/** What a preset says of sizes; all other defaults follow from the node radius. */
export interface Preset {
  readonly description: string;
  readonly nodeRadius: number;
  readonly resolution: Resolution;
  readonly base: {
    /** Whether the disc reaches as far as the layers do; otherwise it has the seed's radius, whatever their spacing. */
    readonly grows: boolean;
    readonly posts: boolean;
    readonly segments?: number;
  };
}

/** A preset, and what whoever knows the printer says of how it is put on the bed and how high its layers are. */
export interface Defaults extends Preset {
  readonly mode?: Mode | undefined;
  readonly layerHeight?: number | undefined;
  readonly own?: OwnValues | undefined;
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
  readonly thicknessBy: ThicknessBy;
  /** Diameter of the strongest of weighted connections. */
  readonly thickestRatio: number;
  /** Least diameter of weighted connections, in those of the strongest. */
  readonly thinnestRatio: number;
  /** Radii of the balls of an ellipsis and of the rod that holds them. */
  readonly dotRatio: number;
  readonly dotRodRatio: number;
  /** Millimetres. */
  readonly layerHeight: number;
  readonly clearance: number;
  /** What a network lies on in relief, in millimetres at the least. */
  readonly plate: { readonly thickness: number; readonly color: HexColor };
  /** Height of capital letters, in millimetres at the least. */
  readonly text: { readonly ratio: number; readonly least: number };
  readonly colors: {
    readonly base: HexColor;
    readonly connections: HexColor;
    readonly layers: readonly HexColor[];
  };
  /** Colours in place of these where connections differ in sign. */
  readonly signedColors: {
    readonly positive: HexColor;
    readonly negative: HexColor;
    readonly layers: readonly HexColor[];
  };
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
  // Half a node; below 16 % of the largest weight, where 1.6 mm at the usual size would be too thin for filament.
  thicknessBy: 'area',
  thickestRatio: 1,
  thinnestRatio: 0.4,
  dotRatio: 0.4,
  dotRodRatio: 0.2,
  layerHeight: 0.2,
  clearance: 0.2,
  // As thick as stays flat on a wall, however small the network is; and light, so that connections show on it, since a thin layer of
  // dark filament covers light filament, but not the other way round.
  plate: { thickness: 2, color: '#F0F0F0' },
  // So that strokes of letters are as wide as two lines of filament, and a little more.
  text: { ratio: 1.5, least: 6 },
  // Vermilion, sky blue and yellow come first: with this gray, the three of Okabe and Ito's palette that stay farthest apart
  // for every kind of colour vision, and four slots in all, as one AMS holds. The other five were searched for: of all nine, no
  // two come nearer than 33 in CIELAB for any colour vision (a test measures it), but for the first four, which were chosen alone.
  colors: {
    base: '#444C56',
    connections: '#444C56',
    layers: ['#D55E00', '#56B4E9', '#F0E442', '#A55AFF', '#D2FFE1', '#690F00', '#C38769', '#690087'],
  },
  // Blue and orange keep a CIELAB distance of 79 for every colour vision, where red and green fall to 11.
  signedColors: { positive: '#0072B2', negative: '#E69F00', layers: ['#F0F0F0'] },
};
