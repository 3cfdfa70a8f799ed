import type { Scene } from '@neurofab/core';
import type { Layers } from '../../src/index.ts';

/** Cubic millimetres of each part of a scene, by its layers: cells times their height. */
export function partVolumes({ parts }: Pick<Scene, 'parts'>, layers: Layers): number[] {
  const { cell } = layers.grid;
  const volumes = parts.map(() => 0);
  for (const { cells } of layers) {
    for (const label of cells) {
      if (label > 0) volumes[layers.labels[label - 1]!.part]! += cell * cell * layers.layerHeight;
    }
  }
  return volumes;
}
