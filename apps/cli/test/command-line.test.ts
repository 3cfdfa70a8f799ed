import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NETWORK_DEFAULTS, VERSION } from '@neurofab/core';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { SPEC_FLAGS } from '../src/arguments/spec-flags.ts';
import { KNOWN } from './known-formats.ts';
import { listener, type Run, run } from './run-main.ts';

/** Runs in an empty folder that must stay empty. */
async function refused(...args: string[]): Promise<Run> {
  return inFolder(async (cwd) => {
    const result = await run(args, { cwd });
    expect(readdirSync(cwd)).toEqual([]);
    expect(result.stdout).toBe('');
    expect(result.stderr).not.toMatch(/^\s+at /m);
    return result;
  });
}

describe('layers that cannot be made', () => {
  it.each([
    ['3,0,2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has 0.']],
    ['3,,2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "".']],
    ['3,2,', ['layer 3: A layer must have a whole number of nodes from 1 to 10000, but this one has "".']],
    ['3.5,2', ['layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has 3.5.']],
    ['-1,2', ['layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has -1.']],
    ['3,-2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has -2.']],
    [
      '3,0x10',
      ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "0x10".'],
    ],
    [
      '1000000000,2',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has 1000000000. 1000000000~9 draws nine of them and an ellipsis.',
      ],
    ],
    [
      '1e9,2',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has 1000000000. 1000000000~9 draws nine of them and an ellipsis.',
      ],
    ],
    [
      '1e999,2',
      ['layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has Infinity.'],
    ],
    ['5', ['layers: A network needs at least 2 layers, such as 3,2, but this one has 1.']],
    [
      '0,abc',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has 0.',
        'layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "abc".',
      ],
    ],
    ['3-0-2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has 0.']],
    ['3--2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has -2.']],
    ['3 -2', ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has -2.']],
    [
      '3x6xa',
      ['layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "6xa".'],
    ],
    [
      '3-6,6',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has "3-6". Did you mean 3,6,6?',
      ],
    ],
    [
      '3,6 6',
      [
        'layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "6 6". Did you mean 3,6,6?',
      ],
    ],
    [
      '3x6-6',
      [
        'layer 2: A layer must have a whole number of nodes from 1 to 10000, but this one has "6-6". Did you mean 3,6,6?',
      ],
    ],
    [
      '20000,4',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has 20000. 20000~9 draws nine of them and an ellipsis.',
      ],
    ],
    [
      'abc',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has "abc".',
        'layers: A network needs at least 2 layers, such as 3,2, but this one has 1.',
      ],
    ],
    [
      '-1',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has -1.',
        'layers: A network needs at least 2 layers, such as 3,2, but this one has 1.',
      ],
    ],
    [
      '',
      [
        'layer 1: A layer must have a whole number of nodes from 1 to 10000, but this one has "".',
        'layers: A network needs at least 2 layers, such as 3,2, but this one has 1.',
      ],
    ],
  ])('refuses %j, counting layers from 1', async (layers, faults) => {
    const { exitCode, lines } = await refused(layers);
    expect(lines).toEqual(faults.map((fault) => `error: ${fault}`));
    expect(exitCode).toBe(1);
  });

  it('takes layers that begin with a dash for layers wherever they stand', async () => {
    for (const args of [
      ['-1,2', '-o', 'a.stl'],
      ['-o', 'a.stl', '-1,2'],
      ['--quiet', '-1,2', '--node-radius', '-3'],
      ['--', '-1,2'],
    ]) {
      const { exitCode, stderr } = await refused(...args);
      expect(stderr).toContain('layer 1: ');
      expect(exitCode).toBe(1);
    }
  });

  it('takes layers behind a bare --split for layers, not for what it splits by', async () => {
    await inFolder(async (cwd) => {
      for (const args of [
        ['--split', '1,1'],
        ['1,1', '--split'],
        ['--split=parts', '1,1'],
      ]) {
        const { stderr } = await run([...args, '--segments', '8', '-o', 'a.stl'], { cwd });
        expect(stderr).toContain('a-layer-2.stl');
      }
      const { stderr } = await run(['--split', '-1,2', '-o', 'b.stl'], { cwd });
      expect(stderr).toContain('layer 1: ');
      const slots = await run(['--split', 'slots', '1,1', '--slots', '2', '-o', 'c.stl'], { cwd });
      expect(slots.stderr).toContain('c-slot-2.stl');
    });
  });

  it('tells which of several operands is at fault', async () => {
    for (const args of [
      ['3', '0', '2'],
      ['3', '--quiet', '-4', '2'],
      ['-1', '-o', 'a.stl', '2'],
    ]) {
      const { exitCode, lines } = await refused(...args);
      const layer = args[0] === '-1' ? 1 : 2;
      expect(lines).toEqual([expect.stringMatching(`^error: layer ${layer}: .* has (0|-4|-1)\\.$`)]);
      expect(exitCode).toBe(1);
    }
  });

  it('counts the faults that it does not print', async () => {
    const { lines } = await refused(Array(90).fill('0').join(','));
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('error: … and 40 more.');
  });
});

describe('layers', () => {
  it.each([
    ['3,6,6,4,2'],
    ['3, 6, 6, 4, 2'],
    ['3-6-6-4-2'],
    ['3–6–6–4–2'],
    [' 3 - 6 - 6 - 4 - 2 '],
    ['3x6x6x4x2'],
    ['3 × 6 × 6 × 4 × 2'],
    ['3X6X6X4X2'],
    ['3 6  6 4 2'],
    ['3', '6', '6', '4', '2'],
    ['3,', '6,', '6,', '4,', '2'],
    ['3', '6', '--node-radius', '5', '6', '4', '2'],
  ])('are understood as %j', async (...args) => {
    const { exitCode, stdout } = await run([...args, '--print-spec'], { cwd: '.' });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).layers).toEqual([3, 6, 6, 4, 2]);
  });
});

describe('lengths that cannot be made', () => {
  it.each([
    '0',
    '-2',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e999',
    '',
    ' ',
    '0x10',
    '4mm',
    '2,5',
    '1_000',
    'abc',
  ])('refuses a node radius of %j by the name of its flag', async (text) => {
    const { exitCode, lines } = await refused('--node-radius', text);
    const value = /^-?\d+$/.test(text) ? text : text === '1e999' ? 'Infinity' : JSON.stringify(text);
    expect(lines).toEqual([`error: --node-radius: Must be a length from 0.01 to 10000 mm, but is ${value}.`]);
    expect(exitCode).toBe(1);
  });

  it.each([
    [
      ['--connection-radius', '4'],
      '--connection-radius: Must be less than the node radius (4 mm), but is 4 mm.',
    ],
    [
      ['--node-spacing', '8'],
      '--node-spacing: Nodes would overlap: must be more than two node radii (8 mm), but is 8 mm.',
    ],
    [
      ['--layer-spacing=7.5'],
      '--layer-spacing: Layers would overlap: must be more than two node radii (8 mm), but is 7.5 mm.',
    ],
    [
      ['--node-radius', '0.02'],
      '--connection-radius: Would be 0.005 mm by default, but must be a length from 0.01 to 10000 mm.',
    ],
    [['--base', 'none', '--base-radius', '20'], '--base-radius: There is no base to apply this to.'],
    [['--base', 'cube'], '--base: Must be "disc" or "none", but is "cube".'],
    [
      ['--base-thickness', '9'],
      '--base-thickness: Would bury the nodes: must be at most two node radii (8 mm), but is 9 mm.',
    ],
    [
      ['--layer-colors', 'red,,blau'],
      '--layer-colors, colour 2: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is "".',
    ],
    [
      ['--base-color', '#12'],
      '--base-color: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is "#12".',
    ],
    [['--segments', '2'], '--segments: Must be a whole number of sides from 3 to 1000, but is 2.'],
    [['--tolerance', '0'], '--tolerance: Must be a number from 0.0001 to 10, but is 0.'],
    [
      ['--tolerance', '1', '--segments', '9'],
      '--tolerance and --segments: Must have either a tolerance or segments.',
    ],
  ])('refuses %j', async (args, fault) => {
    const { exitCode, lines } = await refused('2,2', ...args);
    expect(lines[0]).toBe(`error: ${fault}`);
    expect(exitCode).toBe(1);
  });

  it('takes a choice that the network has not for its fault, beside all others', async () => {
    const { exitCode, lines } = await refused('2,0', '--preset', 'big', '--mode', 'lying', '--base', 'cube');
    expect(lines).toEqual([
      'error: --preset: Must be "desk" or "seed", but is "big".',
      expect.stringContaining('error: layer 2: '),
      'error: --base: Must be "disc" or "none", but is "cube".',
      'error: --mode: Must be "upright", "flat", "halves" or "plaque", but is "lying".',
    ]);
    expect(exitCode).toBe(1);
  });

  it('tells all faults at once', async () => {
    const { lines } = await refused('3,0', '--node-radius', 'x', '--segments', '1', '--base-color', 'mud');
    expect(lines.map((line) => line.split(':')[1])).toEqual([
      ' layer 2',
      ' --node-radius',
      ' --base-color',
      ' --segments',
    ]);
  });
});

describe('commands that make no sense', () => {
  it.each<readonly [args: readonly string[], fault: string]>([
    [['--ouput', 'x.stl'], "Unknown option '--ouput'. Did you mean --output?"],
    [['--ouput=x.stl'], "Unknown option '--ouput'. Did you mean --output?"],
    [['--colour', 'red'], "Unknown option '--colour'."],
    [['-x'], "Unknown option '-x'."],
    [['--output'], "Option '-o, --output <file>' argument missing."],
    [['-1,2', '-o'], "Option '-o, --output <file>' argument missing."],
    [
      ['--show', 'both'],
      '--show: Must be strongest, first, or numbers of nodes such as 3,17,42, and of a GLB or picture assembled or plate, but is "both".',
    ],
    [['2,2', '--show', 'plate'], '--show is for GLB and pictures, but no output is one.'],
    [['2,2', '--size', '300', '-o', 'a.stl'], '--size is for PNG and GIF, but no output is one.'],
    [
      ['--origin', 'here'],
      "Option '--origin <place>' argument 'here' is invalid. Allowed choices are bed, model.",
    ],
    [
      ['--split', 'colors'],
      "Option '--split [by]' argument 'colors' is invalid. Allowed choices are parts, pieces, slots.",
    ],
    [
      ['-f', 'unknown'],
      `Option '-f, --format <name>' argument 'unknown' is invalid. Allowed choices are ${KNOWN.namesAndIds}.`,
    ],
    [
      ['--json', '--print-spec'],
      'Standard output can take one thing only, but --json and --print-spec want it.',
    ],
    [
      ['--json', '-o', '-', '-f', 'stl'],
      'Standard output can take one thing only, but --output - and --json want it.',
    ],
    [
      ['-o', '-', '-o', '-', '-f', 'stl'],
      'Standard output can take one thing only, but --output - and --output - want it.',
    ],
  ])('refuses %j with exit code 2', async (args, fault) => {
    const { exitCode, lines } = await refused(...args);
    expect(lines).toEqual([`error: ${fault}`]);
    expect(exitCode).toBe(2);
  });

  it.each([
    ['3,2', '3,2'],
    ['3,2', '-4'],
    ['3', '6-2'],
    ['3', '6-6'],
  ])('refuses %j and %j, which are no layers together', async (first, second) => {
    const { exitCode, lines } = await refused(first, second);
    expect(lines).toEqual([
      `error: Too many arguments: "${first}", "${second}". Layers are one argument with commas, such as 3,6,6,4,2.`,
    ]);
    expect(exitCode).toBe(2);
  });

  it.each([
    [['3', '6', 'foo'], 'foo'],
    [['foo', '3', '6'], 'foo'],
  ])('names what is no layer in %j', async (operands, stranger) => {
    const { exitCode, lines } = await refused(...operands);
    expect(lines).toEqual([
      `error: Unknown argument "${stranger}". There are only layers, numbers such as 3,6,6,4,2 or 3 6 6; a file to write goes behind --output.`,
    ]);
    expect(exitCode).toBe(2);
  });
});

it('takes layers or files, not both', async () => {
  const { exitCode, lines } = await run(['3-6', 'net.stl'], { cwd: '.' });
  expect(lines).toEqual([
    'error: net.stl and 3-6 both say which network it is. Leave one of them out; a file to write goes behind --output.',
  ]);
  expect(exitCode).toBe(2);
});

describe('the help', () => {
  it('is printed on standard output, in groups, with every flag and its default', async () => {
    const { exitCode, stdout, stderr } = await run(['--help'], { cwd: '.' });
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    for (const group of [
      'Network:',
      'Base:',
      'Quality:',
      'Output:',
      'Specs:',
      'Messages:',
      'Examples:',
      'Exit codes:',
    ]) {
      expect(stdout).toContain(`\n${group}\n`);
    }
    for (const { name, value } of SPEC_FLAGS) {
      expect(stdout).toContain(value === undefined ? `--${name} ` : `--${name} <${value}>`);
    }
    expect(stdout).toContain(`default: ${NETWORK_DEFAULTS.colors.layers.length} colours`);
  });

  it('fits the terminal', async () => {
    const terminal = listener({ columns: 80, colors: 1 });
    await run(['--help'], { cwd: '.', io: { stdout: terminal.stream } });
    const lines = terminal.heard().toString().split('\n');
    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  });

  it('has no colours but on a terminal', async () => {
    const plain = await run(['--help'], { cwd: '.' });
    expect(plain.stdout).not.toContain('\u001b');
    const terminal = listener({});
    await run(['--help'], { cwd: '.', io: { stdout: terminal.stream } });
    expect(terminal.heard().toString()).toContain('\u001b[1mNetwork:');
  });

  it('gives the version of the package', async () => {
    const { exitCode, stdout } = await run(['--version'], { cwd: '.' });
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
    expect([exitCode, stdout]).toEqual([0, `${VERSION}\n`]);
    expect(manifest.version).toBe(VERSION);
  });
});
