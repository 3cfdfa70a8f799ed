import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { readModelsOnce } from '../src/batch/read-models-once.ts';
import type { Io } from '../src/io.ts';
import { type Run, run } from './run-main.ts';

const COARSE = ['--segments', '8'];

/** Runs `batch` on a table. */
function batch(cwd: string, table: string | Uint8Array, flags: readonly string[] = []): Promise<Run> {
  writeFileSync(join(cwd, 'class.csv'), table);
  return run(['batch', 'class.csv', '-o', 'out', ...COARSE, ...flags], { cwd });
}

/** The names of all files in a folder and those in it, but for the note. */
function made(cwd: string): string[] {
  return readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== '.neurofab-batch.json' && statSync(join(cwd, 'out', name)).isFile())
    .map((name) => name.normalize())
    .sort();
}

const CLASS = ['Anna', 'Zoë', 'Łukasz', 'Αλέξης', 'Иван', 'İpek', 'Nguyễn', 'Søren', "O'Brien", 'José'];

describe('a set of networks', () => {
  it('is a file for each row, called by its name, with the bytes that the command alone would write', async () => {
    await inFolder(async (cwd) => {
      const rows = CLASS.map((name) => `${name};2,3,2;${name}`);
      const { exitCode, lines } = await batch(cwd, ['name;layers;text', ...rows].join('\n'));
      expect(lines.filter((line) => line.includes('error'))).toEqual([]);
      expect(exitCode).toBe(0);
      expect(made(cwd)).toEqual(CLASS.map((name) => `${name}.3mf`).sort());
      for (const name of CLASS.slice(0, 3)) {
        await run(['2,3,2', '--name', name, '--text', name, '-o', 'alone/', ...COARSE], { cwd });
        const alone = readFileSync(join(cwd, 'alone', `${name}.3mf`));
        expect(alone.equals(readFileSync(join(cwd, 'out', `${name}.3mf`))), name).toBe(true);
      }
    });
  });

  it('reads commas, semicolons and tabs, a byte order mark, quotes, empty rows and the line ends of every system', async () => {
    const tables = [
      'name,layers\na b,"3,2"\nc,3-2\n',
      'name;layers\na b;3,2\nc;3,2',
      '\ufeffname\tlayers\r\na b\t3,2\r\n\r\nc\t3,2\r\n',
      '"name","layers"\r"a b","3,2"\rc,3-2\r',
      '[{"name":"a b","layers":[3,2]},{"name":"c","layers":"3,2"}]',
      '{"name":"a b","layers":[3,2]}\r\n\n{"name":"c","layers":[3,2],"text":null}\n',
    ];
    await inFolder(async (cwd) => {
      const hashes = new Set<string>();
      for (const table of tables) {
        rmSync(join(cwd, 'out'), { recursive: true, force: true });
        expect((await batch(cwd, table)).exitCode, table).toBe(0);
        expect(made(cwd)).toEqual(['a b.3mf', 'c.3mf']);
        hashes.add(readFileSync(join(cwd, 'out/.neurofab-batch.json'), 'utf8'));
      }
      expect(hashes.size).toBe(1);
    });
  });

  it('calls files after the text of a row that has no name', async () => {
    await inFolder(async (cwd) => {
      const table = 'text,name,output\nAnna,,\nBen,b,\nCem,,c.stl\n,,\nDora,,\n';
      expect((await batch(cwd, table, ['2,2'])).exitCode).toBe(0);
      expect(made(cwd)).toEqual(['Anna.3mf', 'Dora.3mf', 'b.3mf', 'c.stl']);
      rmSync(join(cwd, 'out'), { recursive: true });
      // A text for all tells no files apart.
      expect((await batch(cwd, 'layers\n2-2\n3-2\n', ['--text', 'Anna'])).exitCode).toBe(0);
      expect(made(cwd)).toEqual(['network-2-2.3mf', 'network-3-2.3mf']);
    });
  });

  it('takes flags for all rows, which rows override, by the names of flags and of fields', async () => {
    await inFolder(async (cwd) => {
      const table = [
        'Output,node_radius,connectionRadius,Colours.connections,Shells,base',
        'a.stl,3,,,,',
        'b.3mf,,1.5,red,yes,none',
        'sub/c.scad,,,,,',
      ].join('\n');
      expect((await batch(cwd, table, ['2,2', '--node-radius', '5'])).exitCode).toBe(0);
      expect(made(cwd)).toEqual(['a.stl', 'b.3mf', 'sub/c.scad']);
      const specOf = async (file: string) =>
        JSON.parse((await run(['--from', `out/${file}`, '--print-spec'], { cwd })).stdout);
      expect(await specOf('a.stl')).toMatchObject({ layers: [2, 2], nodeRadius: 3 });
      expect(await specOf('b.3mf')).toMatchObject({
        nodeRadius: 5,
        connectionRadius: 1.5,
        base: { shape: 'none' },
      });
      expect(await specOf('sub/c.scad')).toMatchObject({ nodeRadius: 5 });
    });
  });

  it('lets a row name another network than the one for all', async () => {
    await inFolder(async (cwd) => {
      const { exitCode } = await batch(cwd, 'name,layers,example\na,2-2,\nb,,xor\nc,,\n', ['3,3']);
      expect(exitCode).toBe(0);
      const layersOf = async (file: string) =>
        JSON.parse((await run(['--from', `out/${file}`, '--print-spec'], { cwd })).stdout).layers.length;
      expect(await Promise.all(['a.3mf', 'b.3mf', 'c.3mf'].map(layersOf))).toEqual([2, 3, 2]);
    });
  });

  it('reads a model once that many rows name', async () => {
    const read = readModelsOnce();
    const request = { models: [], example: 'xor', shownNodes: [], quiet: true };
    const io = {} as Io;
    expect(read(request, io)).toBe(read({ ...request }, io));
    expect(await read(request, io)).not.toBe(await read({ ...request, nodes: '2' }, io));
  });

  it('makes equal rows once', async () => {
    await inFolder(async (cwd) => {
      const joined: string[] = [];
      const rows = Array.from({ length: 4 }, (_, i) => `${i}.stl,2-2`);
      expect((await batch(cwd, ['output,layers', ...rows, 'x.stl,3-2'].join('\n'))).exitCode).toBe(0);
      for (const name of made(cwd)) joined.push(readFileSync(join(cwd, 'out', name)).toString('base64'));
      expect(new Set(joined).size).toBe(2);
      const note = JSON.parse(readFileSync(join(cwd, 'out/.neurofab-batch.json'), 'utf8'));
      expect(new Set(rows.map((_, i) => note[`${i}.stl`].asked)).size).toBe(1);
    });
  });

  it('keeps what is there with the bytes that it would get, and makes all else again', async () => {
    await inFolder(async (cwd) => {
      const table = (radius: number) => `name,layers,nodeRadius\na,2-2,4\nb,2-2,${radius}\nc,3-2,4\n`;
      const files = async (radius: number) => {
        const { stdout } = await batch(cwd, table(radius), ['--json']);
        return JSON.parse(stdout).files.map(({ path, kept }: { path: string; kept: boolean }) => [
          path,
          kept,
        ]);
      };
      const fresh = [
        ['out/a.3mf', false],
        ['out/b.3mf', false],
        ['out/c.3mf', false],
      ];
      expect(await files(4)).toEqual(fresh);
      const before = made(cwd).map((name) => readFileSync(join(cwd, 'out', name)));
      expect(await files(4)).toEqual(fresh.map(([path]) => [path, true]));
      expect(await files(5)).toEqual([
        ['out/a.3mf', true],
        ['out/b.3mf', false],
        ['out/c.3mf', true],
      ]);
      expect(await files(4)).toEqual([
        ['out/a.3mf', true],
        ['out/b.3mf', false],
        ['out/c.3mf', true],
      ]);
      writeFileSync(join(cwd, 'out/a.3mf'), 'changed by hand');
      rmSync(join(cwd, 'out/c.3mf'));
      expect(await files(4)).toEqual([
        ['out/a.3mf', false],
        ['out/b.3mf', true],
        ['out/c.3mf', false],
      ]);
      for (const note of ['{', '[]', '{"a.3mf":null,"b.3mf":7}']) {
        writeFileSync(join(cwd, 'out/.neurofab-batch.json'), note);
        expect(await files(4), note).toEqual(fresh);
      }
      expect(made(cwd).map((name) => readFileSync(join(cwd, 'out', name)))).toEqual(before);
    });
  });

  it('says of files of an earlier run only what is there and was noted, whatever else is in its note', async () => {
    await inFolder(async (cwd) => {
      await batch(cwd, 'name,layers\na,2-2\nb,2-2\n');
      const note = join(cwd, 'out/.neurofab-batch.json');
      const noted = JSON.parse(readFileSync(note, 'utf8'));
      const others = { files: 5, none: null, list: [1], 'c.3mf': { asked: 'x', bytes: 'y' }, d: {} };
      writeFileSync(note, JSON.stringify({ ...noted, ...others }));
      const { lines, exitCode } = await batch(cwd, 'name,layers\na,2-2\n');
      expect(exitCode).toBe(0);
      expect(lines.filter((line) => line.startsWith('Of an earlier run'))).toEqual([
        'Of an earlier run, and not of this one: out/b.3mf.',
      ]);
    });
  });

  it('says what all takes together, for each printer and slot, kept or not', async () => {
    await inFolder(async (cwd) => {
      const table = 'name,layers,printer\na,2-2,bambu-p1s-ams\nb,2-2,bambu-p1s-ams\nc,2-2,prusa-mk4s\n';
      const first = JSON.parse((await batch(cwd, table, ['--json', '--price', '20'])).stdout);
      const again = JSON.parse((await batch(cwd, table, ['--json', '--price', '20'])).stdout);
      expect(again.totals).toEqual(first.totals);
      const [ams, single] = first.totals;
      expect([ams.printer, single.printer]).toEqual(['bambu-p1s-ams', 'prusa-mk4s']);
      const [a, b, c] = first.rows.map(({ print }: { print: Record<string, number> }) => print);
      for (const key of ['grams', 'minutes', 'toolChanges', 'purgeGrams', 'cost']) {
        expect(ams.print[key], key).toBeCloseTo(a[key] + b[key], 1);
        expect(single.print[key], key).toBeCloseTo(c[key], 1);
      }
      const inSlots = ams.print.slots.reduce((all: number, { grams }: { grams: number }) => all + grams, 0);
      expect(inSlots).toBeCloseTo(ams.print.grams, 1);
      const { lines } = await batch(cwd, table);
      expect(lines.filter((line) => line.startsWith('on a '))).toHaveLength(2);
      expect(lines).toContain('3 files, 3 of them kept from before');
    });
  });

  it('says a warning once for all rows that it is about, and with --strict refuses before it writes', async () => {
    await inFolder(async (cwd) => {
      const table = 'name,layers\na,3-3\nb,3-4\n';
      const flags = ['--printer', 'prusa-mk4s', '--connection-radius', '0.2'];
      const { exitCode, lines } = await batch(cwd, table, [...flags, '--strict']);
      expect(exitCode).toBe(1);
      expect(lines.filter((line) => line.startsWith('error: class.csv, rows 2 and 3'))).not.toEqual([]);
      expect(existsSync(join(cwd, 'out'))).toBe(false);
      const warned = (await batch(cwd, table, flags)).lines.filter((line) => line.startsWith('warning:'));
      expect(warned).not.toEqual([]);
      expect(new Set(warned).size).toBe(warned.length);
    });
  });
});

describe('a table with faults', () => {
  const MANY = `name\n${Array.from({ length: 1001 }, (_, i) => `n${i}\n`).join('')}`;

  it.each<[string, string | Uint8Array, readonly string[]]>([
    ['is empty', '', ['class.csv: Has no rows.']],
    ['has names of columns alone', 'name,layers\n', ['class.csv: Has no rows.']],
    [
      'has a column that nobody knows',
      'name,layrs\na,3\n',
      ['class.csv: Unknown column "layrs". Did you mean layers?'],
    ],
    [
      'has columns for what holds for all',
      'name,Price,plates,no_config,foo\na,25,yes,yes,x\n',
      [
        'class.csv: Column "Price" is for all rows: give it on the command line, as --price.',
        'class.csv: Column "plates" is for all rows: give it on the command line, as --plates.',
        'class.csv: Column "no_config" is for all rows: give it on the command line, as --no-config.',
        'class.csv: Unknown column "foo".',
      ],
    ],
    [
      'says the same in two columns',
      'name,nodeRadius,Node radius\na,3,4\n',
      ['class.csv: Columns "nodeRadius" and "Node radius" say the same. Leave one of them out.'],
    ],
    ['has cells without a column', 'name,\na,b\n', ['class.csv, row 2: Column 2 has no name.']],
    [
      'has layers without quotes',
      'name,layers\na,3,4,2\nb,3-2\nc,3,2\n',
      [
        'class.csv, rows 2 and 4: Has more cells than there are columns. Layers such as 3,4,2 are put in quotes, or written 3-4-2.',
      ],
    ],
    ['opens a quote', 'name,text\na,"b\nc,d\n', ['class.csv, row 2: A quote is opened and never closed.']],
    [
      'has a quote in a cell',
      'name,text\na,b\nc,5" d\n',
      [
        'class.csv, row 3: A quote stands inside a cell. Put the whole cell in quotes, and write "" for each one in it.',
      ],
    ],
    [
      'has values that no flag takes',
      'name,shells,flavor,nodeRadius\na,maybe,,-1\nb,,pretty,x\n',
      [
        'class.csv, row 2, shells: Must be yes or no, but is "maybe".',
        expect.stringMatching(/^class.csv, row 2, nodeRadius: Must be .*-1/),
        'class.csv, row 3, flavor: Must be slicer or assembly, but is "pretty".',
        expect.stringMatching(/^class.csv, row 3, nodeRadius: Must be .*x/),
      ] as string[],
    ],
    [
      'has networks and colours that cannot be',
      'name,layers,layer-colors\na,0-2,\nb,3,\nc,,"red,blu"\n',
      [
        expect.stringMatching(/^class.csv, row 2: layer 1: .*0\.$/),
        expect.stringMatching(/^class.csv, row 3, layers: .*2 layers/),
        expect.stringMatching(/^class.csv, row 4, layer-colors, colour 2: .*"blu"\.$/),
      ] as string[],
    ],
    [
      'names a printer that is none',
      'name,printer\na,foo\n',
      [expect.stringMatching(/^class.csv, row 2, printer: .*"foo"/)] as string[],
    ],
    [
      'has a text that cannot be drawn',
      'name,text\na,😀\n',
      [expect.stringMatching(/^class.csv, row 2, text: .*😀/)] as string[],
    ],
    [
      'gives two files one name, also where capitals are no difference',
      'name\nAnna\nZoë\nanna\nZoe\u0308\n',
      [
        'class.csv, row 4: Makes out/anna.3mf, and row 2 out/Anna.3mf: capitals do not tell files apart. Give each a name, or an output, of its own.',
        expect.stringMatching(/^class.csv, row 5: Makes .*, as row 3 does/),
      ] as string[],
    ],
    [
      'has no names',
      'layers\n3-2\n3-2\n',
      [
        'class.csv, row 3: Makes out/network-3-2.3mf, as row 2 does. Give each a name, or an output, of its own.',
      ],
    ],
    [
      'leads out of the folder',
      'output\n../a.stl\n/tmp/a.stl\nb/../../a.stl\nlink/a.stl\n',
      [
        'class.csv, row 2, output: out/../a.stl is no file in out.',
        'class.csv, row 3, output: /tmp/a.stl is no file in out.',
        'class.csv, row 4, output: out/b/../../a.stl is no file in out.',
        'class.csv, row 5, output: out/link/a.stl is no file in out.',
      ],
    ],
    [
      'names a model that is not there',
      'name,model\na,no.onnx\n',
      ['class.csv, row 2: no.onnx: Cannot be read: there is no such file.'],
    ],
    [
      'reads standard input',
      'name,spec\na,-\n',
      ['class.csv, row 2: Standard input can be read once only, so no row can read it. Name a file.'],
    ],
    ['has a thousand rows and one', MANY, ['class.csv: Has 1001 rows, but may have 1000 at most.']],
    [
      'is too large',
      new Uint8Array(4e6 + 1).fill(97),
      ['class.csv: A table has at most 4 MB, but this is more.'],
    ],
    ['is UTF-16', new Uint8Array([255, 254, 97, 0]), ['class.csv: Must be UTF-8 text, but is UTF-16.']],
    [
      'is JSON that is none',
      '[{"name":"a"]',
      [expect.stringMatching(/^class.csv: Not JSON at line 1, column 13/)] as string[],
    ],
    [
      'is JSON lines of which some are none',
      '{"name":"a"}\n{"name":}\n{"name" "c"}\n',
      [expect.stringContaining('line 2, column 9'), expect.stringContaining('line 3, column 9')] as string[],
    ],
    [
      'is JSON of other things than rows',
      '[3,{"name":{"a":{}}},{"layers":[[3]]}]',
      [
        'class.csv, entry 1: Must be an object with a value for each column.',
        'class.csv, entry 2, name.a: Must be a text, a number, true, false or a list of these.',
        'class.csv, entry 3, layers: Must be a text, a number, true, false or a list of these.',
      ],
    ],
  ])('that %s is refused, all at once, and nothing is written', async (_, table, faults) => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'out'));
      symlinkSync('..', join(cwd, 'out/link'));
      const { exitCode, lines } = await batch(cwd, table);
      expect(lines.map((line) => line.replace('error: ', ''))).toEqual(faults);
      expect(exitCode).toBe(1);
      expect(readdirSync(join(cwd, 'out'))).toEqual(['link']);
      expect(readdirSync(cwd).sort()).toEqual(['class.csv', 'out']);
    });
  });

  it('is told as the command’s fault where it is: no table, two folders, a file for a folder, a price that is none', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'class.csv'), 'name\na\n');
      writeFileSync(join(cwd, 'file'), '');
      const told = async (...args: readonly string[]) => {
        const { exitCode, lines } = await run(['batch', ...args], { cwd });
        return [exitCode, ...lines];
      };
      expect(await told()).toEqual([2, expect.stringContaining('table')]);
      expect(await told('no.csv')).toEqual([2, 'error: no.csv: Cannot be read: there is no such file.']);
      expect(await told('class.csv', '-o', 'a', '-o', 'b')).toEqual([
        2,
        'error: A set goes into one folder, but --output names 2.',
      ]);
      expect(await told('class.csv', '-o', 'file')).toEqual([2, expect.stringContaining('not a folder')]);
      expect(await told('class.csv', '--price', 'x')).toEqual([2, expect.stringContaining('--price')]);
    });
  });
});
