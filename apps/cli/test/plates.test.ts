import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bounds, meshBounds } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import {
  askLib3mf,
  inFolder,
  itAsks,
  prusaSlicerInfo,
  prusaSlicerPrint,
  readPng,
  readStl,
  readThreeMfPieces,
  type SlicedPrint,
} from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { type Run, run } from './run-main.ts';

const CLASS = readFileSync(new URL('../../../test-fixtures/class.csv', import.meta.url), 'utf8');
const NAMES = CLASS.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(';')[0]!);

/** A network that is small enough for many to lie on a plate, and to be sliced soon. */
const SMALL = ['1,1', '--layer-spacing', '32', '--text-height', '5'];

/** Runs `batch --plates` on a table. */
function plates(cwd: string, table: string, flags: readonly string[] = []): Promise<Run> {
  writeFileSync(join(cwd, 'class.csv'), table);
  return run(['batch', 'class.csv', '--plates', '-o', 'out', ...SMALL, ...flags], { cwd });
}

interface Listed {
  readonly files: readonly { readonly path: string; readonly format: string; readonly kept: boolean }[];
  readonly plates: readonly {
    readonly networks: readonly { readonly row: number; readonly name: string }[];
    readonly print: Print;
    readonly findings: readonly unknown[];
  }[];
  readonly totals: readonly { readonly printer: string; readonly print: Print }[];
  readonly earlier: readonly string[];
}

interface Print {
  readonly grams: number;
  readonly minutes: number;
  readonly toolChanges: number;
  readonly slots: readonly { readonly slot: number; readonly grams: number; readonly color?: string }[];
}

async function listed(cwd: string, table: string, flags: readonly string[] = []): Promise<Listed> {
  const { exitCode, stdout, stderr } = await plates(cwd, table, [...flags, '--json', '-q']);
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** All files of a folder but its note, by name. */
function bytesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** The boxes of the objects of a 3MF, by the name of their network, where the slicer puts them. */
function boxesIn(bytes: Uint8Array): Map<string, Bounds> {
  const boxes = new Map<string, Bounds>();
  for (const { object, volumes, translation } of readThreeMfPieces(bytes).pieces) {
    const name = object.name.replace(/ foot$/, '');
    const [x, y, z] = translation;
    const { min, max } = volumes.map(({ mesh }) => meshBounds(mesh)).reduce(joinBounds);
    const moved = (point: Bounds['min']) => [point[0] + x, point[1] + y, point[2] + z] as const;
    const box = { min: moved(min), max: moved(max) };
    const before = boxes.get(name);
    boxes.set(name, before === undefined ? box : joinBounds(before, box));
  }
  return boxes;
}

function gapOf(one: Bounds, other: Bounds): number {
  const along = (axis: 0 | 1) => Math.max(one.min[axis] - other.max[axis], other.min[axis] - one.max[axis]);
  return Math.max(along(0), along(1));
}

describe('a class of thirty in files', () => {
  itAsks('prusa-slicer')(
    'is a sound file each, as every printer wants it',
    async () => {
      await inFolder(async (cwd) => {
        writeFileSync(join(cwd, 'class.csv'), CLASS);
        for (const [printer, end] of [
          ['bambu-p1s-ams', '.3mf'],
          ['bambu-a1-mini', '.stl'],
        ] as const) {
          const flags = ['--printer', printer, '-o', printer, '-q'];
          const { exitCode, stderr } = await run(['batch', 'class.csv', ...SMALL, ...flags], { cwd });
          expect(exitCode, stderr).toBe(0);
          const files = bytesIn(join(cwd, printer));
          expect([...files.keys()].sort()).toEqual(NAMES.map((name) => `${name}${end}`).sort());
          for (const [name, bytes] of files) {
            expect(await prusaSlicerInfo(bytes, end), name).toMatchObject({ manifold: true });
            if (end === '.3mf') expect(await askLib3mf(bytes), name).toMatchObject({ warnings: 0 });
          }
        }
      });
    },
    300_000,
  );
});

/** As a slicer has it, which has no time for changes: those are seconds each of the printer's own. */
const CHANGE_MINUTES = 77 / 60;

describe('a class of thirty on plates', () => {
  it.each([
    ['bambu-p1s-ams', 256, [18, 28], 4],
    ['bambu-a1-mini', 180, [0, 0], 1],
  ] as const)(
    'of a %s are objects by their names, 3 mm apart and on the bed, that lib3mf finds sound',
    async (printer, bed, corner, slots) => {
      await inFolder(async (cwd) => {
        const { files, plates: all } = await listed(cwd, CLASS, ['--printer', printer, '-f', '3mf']);
        const written = files.filter(({ format }) => format === '3mf');
        expect(written.map(({ path }) => path)).toEqual(all.map((_, i) => `out/plate-${i + 1}.3mf`));
        const seen: string[] = [];
        for (const [i, { path }] of written.entries()) {
          const bytes = readFileSync(join(cwd, path));
          const boxes = boxesIn(bytes);
          expect([...boxes.keys()]).toEqual(all[i]!.networks.map(({ name }) => name));
          seen.push(...boxes.keys());
          for (const [at, box] of [...boxes.values()].entries()) {
            expect(Math.min(box.min[0], box.min[1])).toBeGreaterThan(-1e-3);
            expect(Math.max(box.max[0], box.max[1])).toBeLessThan(bed + 1e-3);
            expect(box.min[2]).toBeCloseTo(0, 3);
            expect(box.min[0] > corner[0] || box.min[1] > corner[1]).toBe(true);
            for (const other of [...boxes.values()].slice(0, at)) {
              expect(gapOf(box, other)).toBeGreaterThanOrEqual(3);
            }
          }
          const used = readThreeMfPieces(bytes).pieces.flatMap(({ volumes }) =>
            volumes.map(({ extruder }) => extruder),
          );
          expect(Math.max(...used)).toBeLessThanOrEqual(slots);
          const verdict = await askLib3mf(bytes);
          expect(verdict).toMatchObject({ warnings: 0, items: 2 * boxes.size });
          expect(verdict.meshes.every(({ manifoldAndOriented }) => manifoldAndOriented)).toBe(true);
        }
        expect(seen).toEqual(NAMES);
        expect(readPng(readFileSync(join(cwd, 'out/plate-1.png'))).width).toBe(1024);
        const list = readFileSync(join(cwd, 'out/plates.txt'), 'utf8');
        for (const name of NAMES) expect(list).toContain(name);
      });
    },
  );

  describe.each([
    ['bambu-p1s-ams', 4],
    ['bambu-a1-mini', 1],
  ])('of a %s', (printer, extruders) => {
    itAsks('prusa-slicer')(
      'take together what PrusaSlicer says of each plate',
      async () => {
        await inFolder(async (cwd) => {
          const flags = ['--printer', printer, '-f', '3mf'];
          const { files, plates: all, totals } = await listed(cwd, CLASS, flags);
          const sliced: SlicedPrint[] = [];
          for (const { path } of files.filter(({ format }) => format === '3mf')) {
            const bytes = readFileSync(join(cwd, path));
            expect(await prusaSlicerInfo(bytes, '.3mf')).toMatchObject({ manifold: true });
            sliced.push(await prusaSlicerPrint(bytes, { extruders, pace: 'quick' }));
          }
          const sum = (of: (print: SlicedPrint) => number) =>
            sliced.reduce((total, print) => total + of(print), 0);
          const [{ print }] = totals as [Listed['totals'][0]];
          for (const { slot, grams } of print.slots) {
            expect(grams / sum(({ grams: each }) => each[slot - 1]!), `slot ${slot}`).toBeCloseTo(1, 1);
          }
          const share = print.grams / sum(({ grams }) => grams.reduce((a, b) => a + b));
          expect(Math.abs(share - 1)).toBeLessThan(0.03);
          expect(print.toolChanges).toBe(sum(({ toolChanges }) => toolChanges));
          const minutes = print.minutes - CHANGE_MINUTES * print.toolChanges;
          expect(Math.abs(minutes / sum((each) => each.minutes) - 1)).toBeLessThan(0.12);
          for (const key of ['grams', 'minutes', 'toolChanges'] as const) {
            expect(print[key], key).toBeCloseTo(
              all.reduce((total, each) => total + each.print[key], 0),
              0,
            );
          }
        });
      },
      300_000,
    );
  });
});

describe('plates of a set', () => {
  const ROWS = 'name,text\na,Anna\nb,Ben\nc,Cem\n';
  const P1S = ['--printer', 'bambu-p1s-ams'];

  it('are an STL each for a printer that wants that, with all networks in it', async () => {
    await inFolder(async (cwd) => {
      const { exitCode } = await plates(cwd, ROWS, ['--printer', 'bambu-a1-mini']);
      expect(exitCode).toBe(0);
      expect([...bytesIn(join(cwd, 'out')).keys()]).toEqual(['plate-1.png', 'plate-1.stl', 'plates.txt']);
      const { min, max } = meshBounds(readStl(readFileSync(join(cwd, 'out/plate-1.stl'))).mesh);
      // Each is 52 mm wide or less, so three do not lie over each other.
      expect(max[0] - min[0]).toBeGreaterThan(100);
    });
  });

  it('say what lies where, what it takes, and how much of each slot, in words and as a list', async () => {
    await inFolder(async (cwd) => {
      const { lines, exitCode } = await plates(cwd, ROWS, P1S);
      expect(exitCode).toBe(0);
      const list = readFileSync(join(cwd, 'out/plates.txt'), 'utf8').split('\n');
      const totals = lines.slice(lines.findIndex((line) => line.startsWith('on a Bambu Lab P1S')));
      expect(totals.length).toBeGreaterThan(2);
      expect(list.slice(-totals.length - 2)).toEqual(['', ...totals, '']);
      for (const line of list.filter((each) => each !== '')) expect(lines).toContain(line);
      expect(list[0]).toMatch(/^Plate 1: 3 networks, \d+ × \d+ × \d+ mm, for Bambu Lab P1S with one AMS/);
      expect(
        list.filter((line) =>
          /^ {2}[123] {2}[abc] {2}middle \d+ mm from the left, \d+ mm from the front/.test(line),
        ),
      ).toHaveLength(3);
      expect(lines.filter((line) => /^ {2}slot \d {2}#[\dA-F]{6}/.test(line)).length).toBeGreaterThan(1);
    });
  });

  it('say once in which rows letters are smaller than was asked for', async () => {
    await inFolder(async (cwd) => {
      const smaller = (run: Run) => run.lines.filter((line) => line.startsWith('Text is smaller'));
      const high = [...P1S, '--text-height', '7'];
      const long = 'name,text\na,A\nb,Anna\nc,Anna\nd,Bernd\n';
      const told = smaller(await plates(cwd, long, high));
      expect(told).toEqual([
        expect.stringMatching(
          /^Text is smaller than asked, to fit: rows 3 and 4 \(\d\.\d mm\), row 5 \(\d\.\d mm\)\.$/,
        ),
      ]);
      const files = await run(['batch', 'class.csv', '-o', 'files', ...SMALL, ...high], { cwd });
      expect(smaller(files)).toEqual(told);
      expect(smaller(await plates(cwd, ROWS, P1S))).toEqual([]);
    });
  });

  it('number names that come again, and make what is the same once', async () => {
    await inFolder(async (cwd) => {
      const { plates: all } = await listed(cwd, 'text\nAnna\nAnna\nBen\n', P1S);
      expect(all[0]!.networks).toMatchObject([
        { row: 2, name: 'Anna' },
        { row: 3, name: 'Anna 2' },
        { row: 4, name: 'Ben' },
      ]);
    });
  });

  it('are as many as colours ask for, so that each network keeps its own', async () => {
    await inFolder(async (cwd) => {
      const colors = ['red', 'lime', 'blue', 'white', 'red', 'cyan'];
      const rows = colors.map((color, i) => `${i},t,${color}`);
      const { plates: all } = await listed(cwd, ['name,text,text-color', ...rows].join('\n'), P1S);
      expect(all.map(({ networks }) => networks.map(({ name }) => name))).toEqual([
        ['0', '4'],
        ['1'],
        ['2'],
        ['3'],
        ['5'],
      ]);
    });
  });

  it('are kept where nothing on them changed, and come out the same in one run and in two', async () => {
    await inFolder(async (cwd) => {
      // A plate for what is red, and one for what is blue.
      const rows = (last: string) => `name,text-color,text\na,red,A\nb,red,B\nc,blue,C\nd,blue,${last}\n`;
      const kept = async (last: string) => {
        const { files } = await listed(cwd, rows(last), P1S);
        return files.filter((file) => file.kept).map(({ path }) => path);
      };
      expect(await kept('D')).toEqual([]);
      const bytes = bytesIn(join(cwd, 'out'));
      expect(await kept('D')).toEqual(['1.3mf', '1.png', '2.3mf', '2.png'].map((end) => `out/plate-${end}`));
      rmSync(join(cwd, 'out/plate-1.png'));
      rmSync(join(cwd, 'out/plates.txt'));
      expect(await kept('E')).toEqual([]);
      expect(await kept('D')).toEqual(['out/plate-1.3mf', 'out/plate-1.png']);
      expect(bytesIn(join(cwd, 'out'))).toEqual(bytes);
    });
  });

  it('are told from those of an earlier, longer table', async () => {
    await inFolder(async (cwd) => {
      const rows = (colors: readonly string[]) =>
        ['name,text-color,text', ...colors.map((color) => `${color},${color},A`)].join('\n');
      await plates(cwd, rows(['red', 'blue']), P1S);
      const { lines } = await plates(cwd, rows(['red']), P1S);
      expect(lines).toContain('Of an earlier run, and not of this one: out/plate-2.3mf, out/plate-2.png.');
      // What somebody made of it since is theirs.
      writeFileSync(join(cwd, 'out/plate-2.png'), '');
      const { earlier } = await listed(cwd, rows(['red']), P1S);
      expect(earlier).toEqual(['out/plate-2.3mf']);
    });
  });

  it('show on their picture what is written on them, also where all is one colour', async () => {
    const lightPixels = (text: string, ...flags: string[]) =>
      inFolder(async (cwd) => {
        const mini = ['--printer', 'bambu-a1-mini', ...flags];
        expect((await plates(cwd, `name,text\na,${text}\n`, mini)).exitCode).toBe(0);
        const { pixels } = readPng(readFileSync(join(cwd, 'out/plate-1.png')));
        return pixels.filter((value, i) => i % 4 === 1 && value > 220).length;
      });
    const few = await lightPixels('.');
    expect(await lightPixels('Anna')).toBeGreaterThan(few + 500);
    const onWhite = ['--base-color', 'white', '--color-by', 'none'];
    expect(await lightPixels('Anna', ...onWhite)).toBeLessThan((await lightPixels('.', ...onWhite)) - 500);
  });

  it('hold no network that could be read from them, as is said', async () => {
    await inFolder(async (cwd) => {
      await plates(cwd, ROWS, P1S);
      for (const file of ['out/plate-1.3mf', 'out/plate-1.png']) {
        const { exitCode, lines } = await run(['--from', file, '-o', 'x.stl'], { cwd });
        expect(exitCode).toBe(2);
        expect(lines).toEqual([expect.stringContaining('it is a plate of several')]);
      }
      const { stdout, exitCode } = await run(['inspect', 'out/plate-1.3mf'], { cwd });
      expect(exitCode).toBe(0);
      expect(stdout).toContain('recipe: none');
    });
  });

  it.each<[string, string, readonly string[], string]>([
    [
      'no printer',
      ROWS,
      ['--mode', 'flat'],
      'class.csv, rows 2, 3 and 4: --plates fills the bed of a printer, so it needs one: name it with --printer.',
    ],
    [
      'a printer without a bed',
      ROWS,
      ['--printer', 'generic-3mf'],
      '--plates fills a bed, but none is known of',
    ],
    [
      'a format that is no print',
      ROWS,
      [...P1S, '-f', 'scad'],
      '--plates writes 3MF or STL, but this is to be OpenSCAD source.',
    ],
    ['a picture', ROWS, [...P1S, '-f', 'png'], '--plates writes 3MF or STL, but this is to be PNG.'],
    ['files of parts', ROWS, [...P1S, '-f', 'stl', '--split'], '--plates and --split do not go together'],
    [
      'an output a row',
      'name,output\na,a.3mf\n',
      P1S,
      'class.csv: --plates leaves nothing to say to column "output"',
    ],
    [
      'a network larger than the bed',
      'name,text,layers\na,A,3-2\nb,B,99-2\n',
      ['--printer', 'bambu-a1-mini'],
      'class.csv, row 3: ',
    ],
  ])('are refused with %s, and nothing is written', async (_, table, flags, fault) => {
    await inFolder(async (cwd) => {
      const { exitCode, lines } = await plates(cwd, table, flags);
      expect(exitCode).not.toBe(0);
      expect(lines[0]).toContain(`error: `);
      expect(lines[0]).toContain(fault);
      expect(existsSync(join(cwd, 'out'))).toBe(false);
    });
  });

  it('are refused where their list has no place', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'out/plates.txt'), { recursive: true });
      const { exitCode, lines } = await plates(cwd, ROWS, P1S);
      expect([exitCode, ...lines]).toEqual([2, 'error: out/plates.txt: Is a folder. Name a file in it.']);
    });
  });
});
