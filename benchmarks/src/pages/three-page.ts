import { join } from 'node:path';
import type { Scene } from '@neurofab/core';
import { build } from 'vite';
import { inBenchmarks } from '../commands/paths.ts';
import { sceneOf, UPRIGHT } from '../networks.ts';

/** Builds a bare page of three.js that draws the default network, and gives its folder. */
export async function buildThreePage(folder: string): Promise<string> {
  const outDir = join(folder, 'three-page');
  await build({
    configFile: false,
    root: inBenchmarks('pages/three'),
    base: './',
    logLevel: 'error',
    define: { SCENE: JSON.stringify(drawnIn(sceneOf(UPRIGHT))) },
    build: { outDir, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  return outDir;
}

/** A scene as plain data, in colours. */
function drawnIn({ pieces: [piece], parts, bounds }: Scene): object {
  const { nodes, rods, others } = piece!;
  const painted = <Kind extends { readonly part: number }>(solid: Kind) => ({
    ...solid,
    color: parts[solid.part]!.color,
  });
  return {
    bounds,
    balls: nodes.map(painted),
    rods: rods.flatMap((some) => Array.from(some, (rod) => painted({ ...rod, part: some.part }))),
    cylinders: others.map(painted),
  };
}
