import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { volume } from '@neurofab/core';
import {
  askSavitar,
  curaEngineGcode,
  inFolder,
  itAsks,
  prusaSlicerGcode,
  readThreeMf,
} from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { run } from './run-main.ts';

/** Has the command write files, and gives their bytes by name. */
function filesOf(args: readonly string[], names: readonly string[]): Promise<Uint8Array[]> {
  return inFolder(async (cwd) => {
    const { exitCode, stderr } = await run(args, { cwd });
    expect(exitCode, stderr).toBe(0);
    return names.map((name) => readFileSync(join(cwd, name)));
  });
}

describe('PrusaSlicer', () => {
  itAsks('prusa-slicer')(
    'prints one object, each part with the filament that its volume asks for',
    async () => {
      const args = ['2,3', '--connection-color', 'white', '-o', 'network.3mf'];
      const [bytes] = await filesOf(args, ['network.3mf']);
      const { volumes } = readThreeMf(bytes!);
      expect(volumes.map(({ extruder }) => extruder)).toEqual([1, 2, 3, 4]);

      const { tools, objects, volumesMm3 } = await prusaSlicerGcode(bytes!, 4, { infill: 'solid' });
      expect(tools).toEqual([0, 1, 2, 3]);
      expect(objects).toEqual(['Neural network 2-3 id:0 copy 0']);
      for (const { name, mesh, extruder } of volumes) {
        const deviation = volumesMm3[extruder - 1]! / volume(mesh) - 1;
        // The connections come out 0.5 % short, everything else within 0.02 %.
        expect(Math.abs(deviation), name).toBeLessThan(0.03);
      }
    },
  );
});

describe('Cura', () => {
  itAsks('cura-engine')('prints each of the split files with the extruder that it is given', async () => {
    const extruders = {
      'network-base.stl': 0,
      'network-connections.stl': 0,
      'network-layer-1.stl': 1,
      'network-layer-2.stl': 1,
    };
    const names = Object.keys(extruders);
    const files = await filesOf(['2,3', '-o', 'network.stl', '--split'], names);
    const parts = Object.entries(extruders).map(([name, extruder], i) => ({
      name,
      stl: files[i]!,
      extruder,
    }));

    const { tools, toolsOf } = await curaEngineGcode(parts);
    expect(tools).toEqual([0, 1]);
    expect(toolsOf).toEqual(Object.fromEntries(parts.map(({ name, extruder }) => [name, [extruder]])));
  });

  itAsks('python3-savitar')('has one group, and the extruder of each part, from an assembly', async () => {
    const [bytes] = await filesOf(['2,3', '-o', 'network.3mf', '--flavor', 'assembly'], ['network.3mf']);
    const nodes = await askSavitar(bytes!);
    expect(nodes.map(({ name }) => name)).toEqual(['Neural network 2-3']);
    expect(nodes[0]!.children.map(({ name, settings }) => [name, settings])).toEqual([
      ['base (slot 1, #444C56)', { extruder_nr: '0' }],
      ['connections (slot 1, #444C56)', { extruder_nr: '0' }],
      ['layer 1 (slot 2, #D55E00)', { extruder_nr: '1' }],
      ['layer 2 (slot 3, #56B4E9)', { extruder_nr: '2' }],
    ]);
    // Each has its own mesh, where it is and no other.
    const { volumes } = readThreeMf(bytes!);
    expect(nodes[0]!.children.map(({ transformation, triangles }) => [transformation, triangles])).toEqual(
      volumes.map(({ mesh }) => ['', mesh.indices.length / 3]),
    );
  });
});
