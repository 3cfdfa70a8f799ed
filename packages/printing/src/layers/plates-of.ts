import type { Scene } from '@neurofab/core';
import { countPlates } from '@neurofab/core/internal';

/** What lies on each plate; plates are printed one after the other. */
export function platesOf(scene: Scene): Scene[] {
  return Array.from({ length: countPlates(scene.pieces) }, (_, number) => ({
    ...scene,
    pieces: scene.pieces.filter(({ plate = 0 }) => plate === number),
  }));
}
