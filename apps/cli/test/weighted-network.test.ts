import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { volume } from '@neurofab/core';
import {
  ask,
  askGltfLoader,
  askGltfValidator,
  askLib3mf,
  askSavitar,
  inFolder,
  itAsks,
  prusaSlicerGcode,
  prusaSlicerInfo,
  prusaSlicerRoundTrip,
  readThreeMf,
  renderOpenScad,
} from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run-main.ts';
import { WEIGHTED } from './weighted.ts';

const PARTS = ['base', 'connections +', 'connections −', 'conv1/kernel:0', 'layer 2', 'layer 3'];
const SLOTS = [1, 2, 3, 4, 4, 4];

const files = new Map<string, Uint8Array>();
const file = (name: string) => files.get(name)!;

beforeAll(async () => {
  await inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'weights.json'), JSON.stringify(WEIGHTED));
    const write = async (...args: readonly string[]) => {
      const { exitCode, stderr } = await run(['--spec', 'weights.json', ...args], { cwd });
      expect(exitCode, stderr).toBe(0);
    };
    await write('-o', 'net.3mf', '-o', 'net.stl', '-o', 'net.glb', '-o', 'net.scad');
    await write('-o', 'assembly.3mf', '--flavor', 'assembly');
    for (const name of ['net.3mf', 'net.stl', 'net.glb', 'net.scad', 'assembly.3mf']) {
      files.set(name, readFileSync(join(cwd, name)));
    }
  });
});

describe('a network with weights and an ellipsis, written by the command,', () => {
  it('has its connections as two parts on two slots of a 3MF that lib3mf has no fault to find with', async () => {
    for (const name of ['net.3mf', 'assembly.3mf']) {
      const { volumes } = readThreeMf(file(name));
      expect(volumes.map((part) => part.name.replace(/ \(slot.*/, ''))).toEqual(PARTS);
      expect(volumes.map(({ extruder }) => extruder)).toEqual(SLOTS);
      const verdict = await askLib3mf(file(name));
      expect(verdict.warnings).toBe(0);
      expect(new Set(verdict.meshes.map((mesh) => mesh.manifoldAndOriented))).toEqual(new Set([true]));
      expect(verdict.metadata.Description).toContain('Nodes drawn: 3 of 784 of conv1/kernel:0');
    }
  });

  itAsks('prusa-slicer')('has nothing for PrusaSlicer to repair, and prints with four tools', async () => {
    const [object] = await prusaSlicerRoundTrip(file('net.3mf'));
    expect(object!.volumes.map(({ extruder }) => extruder)).toEqual(SLOTS);
    for (const { repairs } of object!.volumes) {
      expect(Object.values(repairs).every((count) => count === 0)).toBe(true);
    }
    expect((await prusaSlicerGcode(file('net.3mf'), 4)).tools).toEqual([0, 1, 2, 3]);
  });

  itAsks('python3-savitar')('has an extruder a part for Cura', async () => {
    const [group] = await askSavitar(file('assembly.3mf'));
    const extruders = group!.children.map(({ settings }) => settings.extruder_nr);
    expect(extruders).toEqual(SLOTS.map((slot) => String(slot - 1)));
  });

  itAsks('prusa-slicer')('is one closed body of an STL, as large as its parts together', async () => {
    const info = await prusaSlicerInfo(file('net.stl'), '.stl');
    expect(info).toMatchObject({ manifold: true, shells: 1 });
    const parts = readThreeMf(file('net.3mf')).volumes.reduce((sum, { mesh }) => sum + volume(mesh), 0);
    expect(info.volume / parts).toBeCloseTo(1, 4);
  });

  itAsks('admesh')('leaves admesh nothing to repair', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'net.stl'), file('net.stl'));
      const { stdout } = await ask('admesh', [join(folder, 'net.stl')]);
      expect(stdout).toMatch(/Number of parts\s*:\s*1\b/);
      expect(stdout).toMatch(/Total disconnected facets\s*:\s*0\s+0/);
      expect(stdout).toMatch(/Edges fixed\s*:\s*0/);
    });
  });

  it("has no fault for Khronos' validator, and its parts for three.js", async () => {
    expect(await askGltfValidator(file('net.glb'))).toMatchObject({ errors: 0, warnings: 0 });
    expect((await askGltfLoader(file('net.glb'))).map(({ name }) => name)).toEqual(PARTS);
  });

  it('is the same solid in OpenSCAD, within one per cent', async () => {
    const source = new TextDecoder().decode(file('net.scad'));
    const { complaints, shape } = await renderOpenScad(source, { engine: 'wasm' });
    expect(complaints).toEqual([]);
    const parts = readThreeMf(file('net.3mf')).volumes.reduce((sum, { mesh }) => sum + volume(mesh), 0);
    expect(Math.abs(shape!.volumeMm3 / parts - 1)).toBeLessThan(0.01);
  });

  it('comes back from every format that has room for it', async () => {
    await inFolder(async (cwd) => {
      for (const name of ['net.3mf', 'net.glb', 'net.scad', 'assembly.3mf']) {
        writeFileSync(join(cwd, name), file(name));
        const { stdout } = await run(['--from', name, '--print-spec'], { cwd });
        expect(JSON.parse(stdout)).toEqual({ version: 2, ...WEIGHTED });
      }
    });
  });
});
