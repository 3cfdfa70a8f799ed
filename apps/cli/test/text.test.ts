import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meshBounds, volume } from '@neurofab/core';
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

const MODES = ['upright', 'flat', 'halves', 'plaque'] as const;

/** Letters with accents above and below, of three scripts. */
const NAMES = ['Anna Müller', 'Zażółć Gęślą', 'Ελένη', 'Юлія', 'Nguyễn'];

/** Millimetres. */
const HEIGHT = 6;
const RISE = 0.6;

/** Has the command write a small network, and gives the bytes of the file. */
function written(name: string, ...flags: string[]): Promise<Uint8Array> {
  return inFolder(async (cwd) => {
    const { exitCode, stderr } = await run(['2,3,1', ...flags, '-o', name], { cwd });
    expect(exitCode, stderr).toBe(0);
    return readFileSync(join(cwd, name));
  });
}

/** Of letters that rise, in cubic millimetres. */
async function volumeOf(text: string, height = HEIGHT): Promise<number> {
  const { rings } = outlineOf(text, await bundledFont());
  const doubled = rings.flatMap((ring) =>
    ring.map(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return x * nextY - nextX * y;
    }),
  );
  return (doubled.reduce((sum, area) => sum + area, 0) / 2) * height * height * RISE;
}

describe.each(MODES)('text of a network in mode %s', (mode) => {
  it.each(NAMES)('is a closed part of a 3MF, as large as its letters: %s', async (text) => {
    const { pieces } = readThreeMfPieces(await written('net.3mf', '--mode', mode, '--text', text));
    const [letters] = pieces.flatMap(({ volumes }) => volumes.filter(({ name }) => name.startsWith('text')));
    const { mesh } = letters!;
    const { min, max } = meshBounds(mesh);
    // However it lies, it is longer than it is deep.
    const length = Math.max(max[0] - min[0], max[1] - min[1]);
    const height = length / outlineOf(text, await bundledFont()).width;
    expect(height).toBeLessThan(HEIGHT * 1.001);
    expect(height).toBeGreaterThan(4);
    expect(volume(mesh) / (await volumeOf(text, height))).toBeCloseTo(1, 2);
  });

  it('is taken away where it is cut in', async () => {
    const text = 'Anna';
    const [whole, engraved] = await Promise.all(
      [[], ['--text', text, '--engrave']].map((flags) => written('net.stl', '--mode', mode, ...flags)),
    );
    // A plate is longer where there is text.
    if (mode === 'plaque') return;
    const taken = volume(readStl(whole!).mesh) - volume(readStl(engraved!).mesh);
    expect(taken / (await volumeOf(text))).toBeCloseTo(1, 1);
  });

  for (const flags of [[], ['--engrave']]) {
    const way = flags.length === 0 ? 'raised' : 'engraved';
    it(`passes lib3mf, which is strict: ${way}`, async () => {
      const bytes = await written('net.3mf', '--mode', mode, '--text', 'Łódź', ...flags);
      expect(await askLib3mf(bytes)).toMatchObject({ warnings: 0 });
    });

    itAsks('prusa-slicer')(`is repaired nowhere by PrusaSlicer: ${way}`, async () => {
      const bytes = await written('net.3mf', '--mode', mode, '--text', 'Łódź', ...flags);
      const objects = await prusaSlicerRoundTrip(bytes);
      const repairs = objects.flatMap(({ volumes }) =>
        volumes.flatMap(({ repairs: made }) => Object.values(made)),
      );
      expect(new Set(repairs)).toEqual(new Set([0]));
    });
  }
});

describe.each(['flat', 'halves', 'plaque'] as const)('text that is printed in mode %s', (mode) => {
  it('begins nowhere in the air', async () => {
    const { layers, ...faults } = await judgeLayers([
      readStl(await written('net.stl', '--mode', mode, '--text', 'Zażółć')).mesh,
    ]);
    expect(layers).toBeGreaterThan(10);
    expect(faults).toEqual({ islands: [], overhangs: [], overhangMm2: 0 });
  });

  it('is nowhere over a round corner, however long it is', async () => {
    const text = 'M'.repeat(13);
    const { overhangMm2 } = await judgeLayers([
      readStl(await written('net.stl', '--mode', mode, '--text', text)).mesh,
    ]);
    expect(overhangMm2).toBe(0);
  });

  itAsks('prusa-slicer')('takes no support', async () => {
    const bytes = await written('net.3mf', '--mode', mode, '--text', 'Anna Müller');
    expect(await prusaSlicerGcode(bytes, 1, { supports: true, layerHeight: 0.2 })).toMatchObject({
      supportMm3: 0,
    });
  });
});

describe.each(MODES)('text that is sliced in mode %s', (mode) => {
  for (const text of ['Anna Müller', 'Αλέξανδρος', 'Владислав', 'נועה']) {
    itAsks('prusa-slicer')(`takes as much filament as it has volume: ${text}`, async () => {
      const bytes = await written('net.3mf', '--mode', mode, '--text', text, '--text-color', 'red');
      const { extruder } = readThreeMfPieces(bytes)
        .pieces.flatMap(({ volumes }) => volumes)
        .find(({ name }) => name.startsWith('text'))!;
      const { volumesMm3 } = await prusaSlicerGcode(bytes, extruder, { infill: 'solid' });
      expect(Math.abs(volumesMm3[extruder - 1]! / (await volumeOf(text)) - 1)).toBeLessThan(0.01);
    });
  }
});

it('stands on a plaque with connections of both signs too, whose bodies are closed', async () => {
  await inFolder(async (cwd) => {
    const flags = ['--example', 'iris', '--mode', 'plaque', '--text', 'Anna', '-o', 'net.3mf'];
    expect(await run(flags, { cwd })).toMatchObject({ exitCode: 0 });
  });
});

it('is listed with what is printed at its height where filament is changed by hand', async () => {
  await inFolder(async (cwd) => {
    const flags = ['--mode', 'plaque', '--printer', 'prusa-mk4s', '-o', 'net.3mf'];
    const ofRaised = await run(['2,3,1', '--text', 'Anna', ...flags], { cwd });
    expect(ofRaised.stderr).toMatch(/before z = 2 \(layer 11\) +#444C56 +connections, text\n/);
    const ofEngraved = await run(['2,3,1', '--text', 'Anna', '--engrave', ...flags], { cwd });
    expect(ofEngraved.stderr).toMatch(/before z = 2 \(layer 11\) +#444C56 +connections\n/);
  });
});

describe('a text', () => {
  const told = (...flags: string[]) =>
    inFolder(async (cwd) => {
      const { exitCode, stderr } = await run(['3,2', ...flags, '-o', 'net.3mf'], { cwd });
      return { exitCode, stderr, files: readdirSync(cwd) };
    });

  it('names the characters that the font lacks, and nothing is written', async () => {
    const { exitCode, stderr, files } = await told('--text', 'Anna 😀 李');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('“😀”, “李”');
    expect(files).toEqual([]);
  });

  it('that is too long says how many characters would fit', async () => {
    const { exitCode, stderr, files } = await told('--text', 'x'.repeat(200));
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/about \d+ characters would fit/);
    expect(files).toEqual([]);
  });

  it('is the same however its accents are encoded, and nothing where it is empty', async () => {
    const [composed, apart] = await Promise.all(
      ['NFC', 'NFD'].map((form) => written('net.stl', '--text', 'Zoé Müller'.normalize(form))),
    );
    expect(Buffer.from(composed!).equals(Buffer.from(apart!))).toBe(true);
    const [empty, without] = [await written('net.stl', '--text', ' '), await written('net.stl')];
    expect(volume(readStl(empty!).mesh)).toBe(volume(readStl(without!).mesh));
  });

  it('is known to have been changed in source by somebody', async () => {
    await inFolder(async (cwd) => {
      await run(['3,2', '--text', 'Anna', '-o', 'net.scad'], { cwd });
      expect((await run(['--from', 'net.scad', '-o', 'net.stl'], { cwd })).stderr).not.toContain('warning');
      const source = readFileSync(join(cwd, 'net.scad'), 'utf8');
      writeFileSync(join(cwd, 'net.scad'), source.replace('text_height = 0', 'text_height = 8'));
      const { stderr } = await run(['--from', 'net.scad', '-o', 'again.stl'], { cwd });
      expect(stderr).toContain('warning');
    });
  });

  it('comes back from the file with the same bytes', async () => {
    await inFolder(async (cwd) => {
      await run(['3,2', '--text', 'Ελένη', '--engrave', '-o', 'net.3mf'], { cwd });
      await run(['--from', 'net.3mf', '-o', 'again.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'again.3mf')).equals(readFileSync(join(cwd, 'net.3mf')))).toBe(true);
    });
  });
});
