import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { volume } from '@neurofab/core';
import { bundledFont, outlineOf } from '@neurofab/lettering';
import {
  askLib3mf,
  inFolder,
  itAsks,
  judgeLayers,
  prusaSlicerGcode,
  prusaSlicerRoundTrip,
  readStl,
  readThreeMfPieces,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

const FONT = readFileSync(new URL('../../../packages/lettering/test/letters.otf', import.meta.url));
const NAMES = ['--inputs', 'petal length,Größe', '--outputs', 'setosa,Łódź,Юлія'];
const FLAGS = ['--label', 'all', '--text', 'Anna', ...NAMES];

/** Has the command write a small network, and gives the bytes of the file. */
function written(name: string, ...flags: string[]): Promise<Uint8Array> {
  return inFolder(async (cwd) => {
    const { exitCode, stderr } = await run(['2,4,3', ...flags, '-o', name], { cwd });
    expect(exitCode, stderr).toBe(0);
    return readFileSync(join(cwd, name));
  });
}

/** What stands on standard error, and which files there are after it. */
function told(layers: string, ...flags: string[]) {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'letters.otf'), FONT);
    const { exitCode, stderr } = await run([layers, ...flags, '-o', 'net.3mf'], { cwd });
    return { exitCode, stderr, files: readdirSync(cwd).filter((name) => name !== 'letters.otf') };
  });
}

function volumesOf(bytes: Uint8Array) {
  return readThreeMfPieces(bytes).pieces.flatMap(({ volumes }) => volumes);
}

describe.each(['flat', 'plaque'] as const)('names of a network in mode %s', (mode) => {
  const flags = ['--mode', mode, ...FLAGS];

  it('are one part with text, with as much volume as their letters', async () => {
    const [names] = volumesOf(
      await written('net.3mf', '--mode', mode, '--label', 'outputs', ...NAMES),
    ).filter(({ name }) => name.startsWith('text'));
    const font = await bundledFont();
    const area = ['setosa', 'Łódź', 'Юлія']
      .flatMap((text) => outlineOf(text, font).rings)
      .flatMap((ring) =>
        ring.map(([x, y], i) => {
          const [nextX, nextY] = ring[(i + 1) % ring.length]!;
          return (x * nextY - nextX * y) / 2;
        }),
      )
      .reduce((sum, part) => sum + part, 0);
    expect(volume(names!.mesh) / (area * 6 * 6 * 0.6)).toBeCloseTo(1, 2);
  });

  it('begin nowhere in the air', async () => {
    const { mesh } = readStl(await written('net.stl', ...flags));
    const { layers, ...faults } = await judgeLayers([mesh]);
    expect(layers).toBeGreaterThan(10);
    expect(faults).toEqual({ islands: [], overhangs: [], overhangMm2: 0 });
  });

  for (const way of [[], ['--engrave']]) {
    const word = way.length === 0 ? 'raised' : 'engraved';
    it(`pass lib3mf, which is strict: ${word}`, async () => {
      expect(await askLib3mf(await written('net.3mf', ...flags, ...way))).toMatchObject({ warnings: 0 });
    });

    itAsks('prusa-slicer')(`are repaired nowhere by PrusaSlicer: ${word}`, async () => {
      const objects = await prusaSlicerRoundTrip(await written('net.3mf', ...flags, ...way));
      const repairs = objects.flatMap(({ volumes }) =>
        volumes.flatMap(({ repairs: made }) => Object.values(made)),
      );
      expect(new Set(repairs)).toEqual(new Set([0]));
    });
  }

  itAsks('prusa-slicer')('take as much filament as they have volume, and no support', async () => {
    const bytes = await written('net.3mf', ...flags, '--text-color', 'red');
    const letters = volumesOf(bytes).filter(({ name }) => name.startsWith('text'));
    const slot = letters[0]!.extruder;
    const { volumesMm3, supportMm3 } = await prusaSlicerGcode(bytes, slot, {
      supports: true,
      layerHeight: 0.2,
    });
    expect(supportMm3).toBe(0);
    const share = volumesMm3[slot - 1]! / letters.reduce((sum, { mesh }) => sum + volume(mesh), 0);
    expect(share).toBeGreaterThan(0.97);
    expect(share).toBeLessThan(1.03);
  });

  it('come back from the file with the same bytes, and go again', async () => {
    await inFolder(async (cwd) => {
      await run(['2,4,3', ...flags, '-o', 'net.3mf'], { cwd });
      await run(['--from', 'net.3mf', '-o', 'again.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'again.3mf')).equals(readFileSync(join(cwd, 'net.3mf')))).toBe(true);
      await run(['--from', 'net.3mf', '--label', 'none', '-o', 'without.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'without.3mf')).length).toBeLessThan(
        readFileSync(join(cwd, 'net.3mf')).length,
      );
    });
  });
});

describe('names', () => {
  it('of a trained network are those of its file', async () => {
    await inFolder(async (cwd) => {
      const flags = ['--example', 'iris', '--mode', 'flat', '--label', 'all', '-o', 'iris.glb'];
      const { exitCode, stderr } = await run(flags, { cwd });
      expect(exitCode, stderr).toBe(0);
      expect(stderr).toContain('Nodes of output from below: setosa; versicolor; virginica.');
    });
  });

  it.each([
    [['--label', 'layers'], /--mode plaque or --mode flat/],
    [['--label', 'inputs', '--mode', 'flat'], /no names of inputs.*--inputs/],
    [
      ['--label', 'inputs', '--inputs', 'a,b', '--mode', 'flat'],
      /--inputs: Must have a name for each node \(3\), but has 2/,
    ],
    [
      ['--label', 'layers', '--mode', 'flat', '--layer-spacing', '20'],
      /“layer 2” is too long, and about \d characters would fit/,
    ],
    [
      ['--label', 'inputs', '--inputs', 'a,b,c', '--mode', 'flat', '--node-radius', '2'],
      /room between nodes only/,
    ],
    [['--label', 'layers', '--mode', 'plaque', '--text-height', '3'], /--text-height 4\.\d/],
    [['--text', '漢', '--font', 'letters.otf'], /no “漢”/],
    [['--text', 'A', '--font', 'net.ttf'], /--font net\.ttf: Cannot be read/],
    [['--label', 'some'], /--label: Must be "none", "layers"/],
  ])('are refused in one line, and nothing is written: %s', async (flags, message) => {
    const { exitCode, stderr, files } = await told('3,2', ...flags);
    expect(exitCode).not.toBe(0);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(files).toEqual([]);
  });

  it('that some have and others have not stand where they are', async () => {
    const { exitCode, stderr } = await told('3,2', '--label', 'all', '--outputs', 'no,yes', '--mode', 'flat');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('There are no names of inputs');
  });
});

describe("a font of one's own", () => {
  it('is not needed again: the file and the spec have the outlines', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'letters.otf'), FONT);
      const flags = ['3,2', '--text', 'HoH', '--font', 'letters.otf'];
      expect((await run([...flags, '-o', 'net.3mf'], { cwd })).exitCode).toBe(0);
      const { stdout } = await run([...flags, '--print-spec'], { cwd });
      writeFileSync(join(cwd, 'net.json'), stdout);
      await run(['--from', 'net.3mf', '-o', 'from.3mf'], { cwd });
      await run(['--spec', 'net.json', '-o', 'spec.3mf'], { cwd });
      const [bytes, from, spec] = ['net', 'from', 'spec'].map((name) =>
        readFileSync(join(cwd, `${name}.3mf`)),
      );
      expect(from!.equals(bytes!)).toBe(true);
      expect(spec!.equals(bytes!)).toBe(true);
      await run(['3,2', '--text', 'HoH', '-o', 'bundled.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'bundled.3mf')).equals(bytes!)).toBe(false);
    });
  });

  it('that is none is refused in one sentence, and nothing is written', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'no.ttf'), 'Hello');
      const { exitCode, stderr } = await run(['3,2', '--text', 'A', '--font', 'no.ttf', '-o', 'net.3mf'], {
        cwd,
      });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: --font no\.ttf: This is no font: .*\.\n$/);
      expect(readdirSync(cwd)).toEqual(['no.ttf']);
    });
  });
});
