import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Mesh, volume } from '@neurofab/core';
import { brailleOf } from '@neurofab/lettering';
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

/** Has the command write a small network, on a large disc where it stands on one, and gives the bytes of the file. */
function written(name: string, ...flags: string[]): Promise<Uint8Array> {
  return inFolder(async (cwd) => {
    const disc = flags.includes('upright') ? ['--base-radius', '50'] : [];
    const { exitCode, stderr } = await run(['2,3,1', ...disc, ...flags, '-o', name], { cwd });
    expect(exitCode, stderr).toBe(0);
    return readFileSync(join(cwd, name));
  });
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  readonly height: number;
}

/** The dots of a mesh: what rises by 0.5 mm from what is wide, found by tips, which are all as high and as wide, and by their feet. */
function dotsIn({ positions }: Mesh, top: number): Dot[] {
  const points = Array.from({ length: positions.length / 3 }, (_, i) => positions.subarray(3 * i, 3 * i + 3));
  const tips = points.filter(([, , z]) => Math.abs(z! - top - 0.5) < 0.01);
  const clusters: number[][][] = [];
  for (const [x, y] of tips as unknown as [number, number][]) {
    const own = clusters.find(([first]) => Math.hypot(first![0]! - x, first![1]! - y) < 1);
    if (own === undefined) clusters.push([[x, y]]);
    else own.push([x, y]);
  }
  return clusters.map((cluster) => {
    const [x, y] = [0, 1].map((axis) => middle(cluster.map((point) => point[axis]!))) as [number, number];
    const own = points.filter((point) => Math.hypot(point[0]! - x, point[1]! - y) < 1.2);
    const foot = own.filter(([, , z]) => Math.abs(z! - top) < 0.005).map(([u]) => u!);
    const highest = Math.max(...own.map(([, , z]) => z!));
    return { x, y, diameter: Math.max(...foot) - Math.min(...foot), height: highest - top };
  });
}

function middle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2;
}

/** The height that dots stand on: of a disc, a foot or a plate of the usual size, and 1.25 times as large, in whole layers. */
const TOPS = { upright: [2, 2.5], flat: [2.4, 3], halves: [2.4, 3], plaque: [2, 2.6] } as const;

/** Expects dots as far apart as those of a text, and of the same size. */
function expectBraille(text: string, found: readonly Dot[]): void {
  const wanted = brailleOf(text).dots.map(([x, y]) => ({ x, y }));
  expect(found).toHaveLength(wanted.length);
  // A foot may lie turned by a quarter.
  const turned = found.map(({ x, y }) => ({ x: y, y: -x }));
  const places = [found, turned].map(fromCorner).find((dots) => extent(dots) > 12)!;
  for (const { x, y } of fromCorner(wanted)) {
    const nearest = Math.min(...places.map((dot) => Math.hypot(dot.x - x, dot.y - y)));
    expect(nearest, `${x}, ${y}`).toBeLessThan(0.02);
  }
  for (const { diameter, height } of found) {
    expect(Math.abs(diameter - 1.5)).toBeLessThan(0.02);
    expect(Math.abs(height - 0.5)).toBeLessThan(0.02);
  }
}

type Place = Pick<Dot, 'x' | 'y'>;

function fromCorner(dots: readonly Place[]): Place[] {
  const [left, lowest] = [Math.min(...dots.map(({ x }) => x)), Math.min(...dots.map(({ y }) => y))];
  return dots.map(({ x, y }) => ({ x: x - left, y: y - lowest }));
}

/** Along x. */
function extent(dots: readonly Place[]): number {
  return Math.max(...dots.map(({ x }) => x));
}

describe.each(MODES)('Braille of a network in mode %s', (mode) => {
  it.each([[[]], [['--text', 'Zoé Müller']], [['--text', 'Anna', '--engrave', '--scale', '1.25']]])(
    'has the usual sizes in the mesh of an STL and of a 3MF: %j',
    async (flags) => {
      const top = TOPS[mode][flags.includes('--scale') ? 1 : 0];
      const all = ['--mode', mode, '--braille', 'Zoé 3', ...flags];
      const { mesh } = readStl(await written('net.stl', ...all));
      expectBraille('Zoé 3', dotsIn(mesh, top));
      const { pieces } = readThreeMfPieces(await written('net.3mf', ...all));
      const [{ mesh: based } = {}] = pieces
        .flatMap(({ volumes }) => volumes)
        .filter((part) => dotsIn(part.mesh, top).length > 0 && !part.name.startsWith('text'));
      expectBraille('Zoé 3', dotsIn(based!, top));
    },
  );

  it('passes lib3mf, which is strict', async () => {
    const bytes = await written('net.3mf', '--mode', mode, '--braille', 'Łódź', '--text', 'Łódź');
    expect(await askLib3mf(bytes)).toMatchObject({ warnings: 0 });
  });

  itAsks('prusa-slicer')('is repaired nowhere by PrusaSlicer', async () => {
    const bytes = await written('net.3mf', '--mode', mode, '--braille', 'anna', '--text', 'Anna');
    const repairs = (await prusaSlicerRoundTrip(bytes)).flatMap(({ volumes }) =>
      volumes.flatMap(({ repairs: made }) => Object.values(made)),
    );
    expect(new Set(repairs)).toEqual(new Set([0]));
  });
});

describe.each(['flat', 'plaque'] as const)('Braille that is printed in mode %s', (mode) => {
  it('begins nowhere in the air', async () => {
    const flags = ['--mode', mode, '--braille', 'anna', '--text', 'Anna'];
    const { layers, ...faults } = await judgeLayers([readStl(await written('net.stl', ...flags)).mesh]);
    expect(layers).toBeGreaterThan(10);
    expect(faults).toEqual({ islands: [], overhangs: [], overhangMm2: 0 });
  });

  itAsks('prusa-slicer')('takes no support', async () => {
    const bytes = await written('net.3mf', '--mode', mode, '--braille', 'anna');
    const { supportMm3 } = await prusaSlicerGcode(bytes, 1, { supports: true, layerHeight: 0.2 });
    expect(supportMm3).toBe(0);
  });
});

describe('Braille', () => {
  const told = (...flags: string[]) =>
    inFolder(async (cwd) => {
      const { exitCode, stderr } = await run(['3,2', ...flags, '-o', 'net.3mf'], { cwd });
      return { exitCode, stderr, files: readdirSync(cwd) };
    });

  it('names the characters that it has no cells for, and nothing is written', async () => {
    const { exitCode, stderr, files } = await told('--braille', 'Anna 😀 Юля');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('--braille: There is no Braille for “😀”, “Ю”, “л”, “я”');
    expect(files).toEqual([]);
  });

  it('says what has room where a disc is too small', async () => {
    const { exitCode, stderr, files } = await told(
      '--braille',
      'anna',
      '--base-radius',
      '26',
      '--mode',
      'upright',
    );
    expect(exitCode).toBe(1);
    expect(stderr).toContain('has 4 cells, and the disc has room for 3');
    expect(stderr).toMatch(/--base-radius [\d.]+ or --mode plaque would have room\./);
    expect(files).toEqual([]);
  });

  it('is the same however its accents are encoded, and nothing where it is empty', async () => {
    const [composed, apart] = await Promise.all(
      ['NFC', 'NFD'].map((form) => written('net.stl', '--braille', 'Zoé'.normalize(form))),
    );
    expect(Buffer.from(composed!).equals(Buffer.from(apart!))).toBe(true);
    const [empty, without] = [await written('net.stl', '--braille', ' '), await written('net.stl')];
    expect(volume(readStl(empty!).mesh)).toBe(volume(readStl(without!).mesh));
  });

  it.each(['net.3mf', 'net.stl', 'net.glb', 'net.scad'])(
    'comes back from %s with the same bytes',
    async (name) => {
      await inFolder(async (cwd) => {
        await run(['3,2,2', '--mode', 'flat', '--braille', 'Zoé', '--text', 'Ελένη', '-o', name], { cwd });
        const again = name.replace('net', 'again');
        const { stderr } = await run(['--from', name, '-o', again], { cwd });
        expect(stderr).not.toContain('warning');
        expect(readFileSync(join(cwd, again)).equals(readFileSync(join(cwd, name)))).toBe(true);
      });
    },
  );

  it('is described in words, in the summary, in JSON, in a 3MF, in a GLB and in source', async () => {
    await inFolder(async (cwd) => {
      const spec = { layers: [2, 1], weights: [[[1, -1]]], signShape: true, braille: 'anna', mode: 'flat' };
      writeFileSync(join(cwd, 'spec.json'), JSON.stringify(spec));
      const outputs = ['net.3mf', 'net.glb', 'net.scad'].flatMap((name) => ['-o', name]);
      const { stderr, stdout } = await run(['--spec', 'spec.json', ...outputs, '--json'], { cwd });
      const sentences: string[] = JSON.parse(stdout).touch;
      expect(sentences.join(' ')).toContain(
        'Round connections have positive weights, four-sided ones negative',
      );
      expect(sentences).toContain('Layers from left to right: layer 1 with 2 nodes, layer 2 with 1 node');
      const summary = (await run(['--spec', 'spec.json', '-o', 'other.3mf'], { cwd })).stderr;
      const { metadata } = await askLib3mf(readFileSync(join(cwd, 'net.3mf')));
      const glb = readFileSync(join(cwd, 'net.glb')).toString('latin1');
      const source = readFileSync(join(cwd, 'net.scad'), 'utf8');
      for (const sentence of sentences) {
        expect(summary, stderr).toContain(`${sentence}.`);
        expect(metadata.Description).toContain(sentence);
        expect(glb).toContain(sentence);
        expect(source).toContain(sentence);
      }
    });
  });
});
