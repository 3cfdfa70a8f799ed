import { devNull } from 'node:os';
import { layout, parseNetworkSpec, shells } from '@neurofab/core';
import { layerSizes } from '@neurofab/core/internal';
import type { RunContext } from '../contestant.ts';
import { pair } from '../networks.ts';
import { inProcess } from './in-process.ts';
import { median } from './median.ts';

export interface GrowthRow {
  readonly layers: readonly number[];
  readonly triangles: number;
  readonly milliseconds: number;
  readonly nanosecondsPerTriangle: number;
}

/** Nodes in each of two layers, for about 10³ … 10⁸ triangles. */
const SIZES = [1, 6, 28, 98, 324, 1037] as const;
/** Small sizes are over too soon to be measured once. */
const ROUNDS = [50, 20, 10, 5, 1, 1] as const;

/** Time of shells → STL, thrown away as it is made, over five powers of ten. */
export async function runGrowth(
  { quick, ...context }: RunContext & { readonly quick: boolean },
  say: (line: string) => void,
): Promise<GrowthRow[]> {
  const rows: GrowthRow[] = [];
  for (const [i, nodes] of SIZES.entries()) {
    if (quick && i > 3) break;
    const network = pair(nodes);
    const { triangles } = await shells(layout(parseNetworkSpec(network.input, { preset: network.preset })));
    const runner = await inProcess({
      name: 'Neurofab',
      task: 'neurofab shells to a file',
      network,
      file: devNull,
    }).start(context);
    try {
      const times: number[] = [];
      // The first rounds compile.
      for (let round = 0; round < ROUNDS[i]!; round++) await runner.round({ measure: false });
      for (let round = 0; round < ROUNDS[i]!; round++) {
        times.push((await runner.round({ measure: false })).milliseconds);
      }
      const milliseconds = median(times);
      const nanosecondsPerTriangle = (milliseconds * 1e6) / triangles;
      rows.push({
        layers: layerSizes(parseNetworkSpec(network.input)),
        triangles,
        milliseconds,
        nanosecondsPerTriangle,
      });
      say(`  ${triangles} triangles: ${nanosecondsPerTriangle.toFixed(1)} ns a triangle`);
    } finally {
      runner.stop();
    }
  }
  return rows;
}
