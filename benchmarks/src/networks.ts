import { layout, type NetworkSpecInput, type PresetName, parseNetworkSpec, type Scene } from '@neurofab/core';

/** A network as plain data, so that it can be sent to another process. */
export interface Network {
  readonly preset: PresetName;
  readonly input: NetworkSpecInput;
}

/** The network of the original Blender script, as fine as there: 489,852 triangles. */
export const SEED: Network = { preset: 'seed', input: {} };

/** The seed network with 24 sides a circle, its base too. */
export const SEED_24: Network = { preset: 'seed', input: { resolution: { segments: 24 } } };

/** The seed network as fine as Neurofab makes networks by default. */
export const SEED_FINE: Network = { preset: 'seed', input: { resolution: { tolerance: 0.02 } } };

/** 43,200 crossings of connections. */
export const DENSE: Network = {
  preset: 'seed',
  input: { layers: [16, 16, 16, 16], resolution: { segments: 24 } },
};

/** Three layers of ten nodes, joined by 200 connections of one thickness. */
export const WEIGHTED_UNIFORM: Network = {
  preset: 'seed',
  input: { layers: [10, 10, 10], resolution: { segments: 24 } },
};

/** The same with weights of both signs, no two alike, all of them thick enough to be drawn. */
export const WEIGHTED: Network = {
  preset: 'seed',
  input: { ...WEIGHTED_UNIFORM.input, weights: [0, 1].map(someWeights) },
};

/** 14,400 crossings of connections with an odd number of sides. */
export const ODD: Network = { preset: 'seed', input: { layers: [16, 16], resolution: { segments: 25 } } };

/** 109,184 connections, as fine as the Blender script: 62.8 million triangles. */
export const LARGE: Network = { preset: 'seed', input: { layers: [784, 128, 64, 10] } };

/** The default network, on its disc and laid flat. */
export const UPRIGHT: Network = { preset: 'desk', input: {} };
export const FLAT: Network = { preset: 'desk', input: { mode: 'flat' } };

/** As wide as networks for a bed are. */
export const DENSE_UPRIGHT: Network = { preset: 'desk', input: { layers: [16, 16, 16] } };

/** Two layers of so many nodes with 24 sides: about `92 n² + 1,056 n` triangles. */
export function pair(nodes: number): Network {
  return { preset: 'seed', input: { layers: [nodes, nodes], resolution: { segments: 24 } } };
}

/** A matrix of 10 × 10 different weights between 0.2 and 1, half of them negative, in no order. */
function someWeights(gap: number): number[][] {
  return Array.from({ length: 10 }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => {
      const place = (37 * (100 * gap + 10 * row + column) + 11) % 200;
      return (0.2 + 0.004 * place) * (place % 2 === 0 ? 1 : -1);
    }),
  );
}

/** Where everything stands, with the seed's origin so that coordinates are those of the Blender script. */
export function sceneOf({ preset, input }: Network): Scene {
  return layout(parseNetworkSpec(input, { preset }), { origin: 'model' });
}

/** The flags that give the `neurofab` command the same network. */
export function flagsOf({ preset, input }: Network): string[] {
  const { layers, resolution } = input;
  return [
    ...(layers === undefined ? [] : [layers.join()]),
    '--preset',
    preset,
    ...(resolution?.segments === undefined ? [] : ['--segments', String(resolution.segments)]),
    ...(resolution?.tolerance === undefined ? [] : ['--tolerance', String(resolution.tolerance)]),
    '--origin',
    'model',
  ];
}
