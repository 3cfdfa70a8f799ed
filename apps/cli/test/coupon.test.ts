import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  askLib3mf,
  inFolder,
  itAsks,
  judgeLayers,
  prusaSlicerPrint,
  prusaSlicerRoundTrip,
  readStl,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

function written(name: string, ...flags: string[]): Promise<Uint8Array> {
  return inFolder(async (cwd) => {
    const { exitCode, stderr } = await run(['coupon', ...flags, '-o', name], { cwd });
    expect(exitCode, stderr).toBe(0);
    return readFileSync(join(cwd, name));
  });
}

function refused(...args: string[]) {
  return inFolder(async (cwd) => {
    const { exitCode, lines } = await run(['coupon', ...args], { cwd });
    return { exitCode, lines, files: readdirSync(cwd) };
  });
}

describe('a coupon', () => {
  it('has the name and the format that its printer wants, and says what to do with it', () =>
    inFolder(async (cwd) => {
      const { exitCode, stderr } = await run(['coupon', '--printer', 'mk4'], { cwd });
      expect(exitCode).toBe(0);
      expect(readdirSync(cwd)).toEqual(['coupon-prusa-mk4.stl']);
      expect(stderr).toContain('for Prusa MK4');
      expect(stderr).toContain('neurofab coupon --printer prusa-mk4 --save --clearance');
    }));

  it('is the same each time, and a 3MF without a printer', () =>
    inFolder(async (cwd) => {
      await run(['coupon'], { cwd });
      expect(readdirSync(cwd)).toEqual(['coupon.3mf']);
      expect(await written('other.3mf')).toEqual(readFileSync(join(cwd, 'coupon.3mf')));
    }));

  it('says as data what was written', () =>
    inFolder(async (cwd) => {
      const { stdout, stderr } = await run(['coupon', '--printer', 'mk4', '--json'], { cwd });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject({
        printer: 'prusa-mk4',
        files: [{ path: 'coupon-prusa-mk4.stl', format: 'stl' }],
        print: { toolChanges: 0 },
      });
    }));

  it('is found sound by doctor', () =>
    inFolder(async (cwd) => {
      await run(['coupon', '--printer', 'mk4', '-o', 'coupon.3mf'], { cwd });
      const { exitCode, stdout } = await run(['doctor', 'coupon.3mf', '--printer', 'mk4'], { cwd });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('nothing found');
    }));

  it('holds no network', () =>
    inFolder(async (cwd) => {
      await run(['coupon', '-o', 'coupon.3mf'], { cwd });
      const { exitCode, lines } = await run(['--from', 'coupon.3mf', '-o', 'net.3mf'], { cwd });
      expect(exitCode).not.toBe(0);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('no recipe');
    }));

  it('passes lib3mf, which is strict', async () => {
    expect(await askLib3mf(await written('coupon.3mf'))).toMatchObject({ warnings: 0 });
  });

  it('begins nowhere in the air', async () => {
    const { layers, ...faults } = await judgeLayers([readStl(await written('coupon.stl')).mesh]);
    expect(layers).toBeGreaterThan(30);
    expect(faults).toEqual({ islands: [], overhangs: [], overhangMm2: 0 });
  });

  itAsks('prusa-slicer')('is repaired nowhere by PrusaSlicer', async () => {
    const objects = await prusaSlicerRoundTrip(await written('coupon.3mf'));
    expect(objects).toHaveLength(2);
    const repairs = objects.flatMap(({ volumes }) =>
      volumes.flatMap(({ repairs: made }) => Object.values(made)),
    );
    expect(new Set(repairs)).toEqual(new Set([0]));
  });

  itAsks('prusa-slicer')('takes less than an hour, even of a slow printer, and no support', async () => {
    const print = await prusaSlicerPrint(await written('coupon.3mf'), { extruders: 1 });
    expect(print.supportGrams).toBe(0);
    expect(print.minutes).toBeLessThan(50);
    expect(print.grams[0]).toBeLessThan(10);
  });

  it.each([
    [['--printer', 'mk44x'], '--printer: There is no printer "mk44x".'],
    [['-o', 'coupon.scad'], 'OpenSCAD source holds a network, but this is none.'],
    [['--clearance', '0.2'], '--clearance says what you found out: add --save'],
    [['--save', '--clearance', '0.2'], 'name it with --printer'],
    [['--save', '--printer', 'mk4'], '--clearance, --thinnest, --text-height'],
    [['--save', '--printer', 'mk4', '--clearance', '0.2', '-o', 'x.stl'], 'writes no file'],
    [['3,2'], 'error:'],
  ])('refuses %j in one line, and writes nothing', async (args, message) => {
    const { exitCode, lines, files } = await refused(...args);
    expect(exitCode).not.toBe(0);
    expect(exitCode).not.toBe(70);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(message);
    expect(files).toEqual([]);
  });
});
