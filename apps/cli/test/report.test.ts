import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkMesh, layout, parseNetworkSpec, weldMesh, writtenInFull } from '@neurofab/core';
import { toJson } from '@neurofab/core/internal';
import { inFolder, readThreeMf } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listener, run } from './run-main.ts';

const COARSE = ['2,3', '--segments', '8'];

type Env = Readonly<Record<string, string | undefined>>;

/** Runs in an empty folder. */
function runThere(...args: string[]) {
  return inFolder((cwd) => run(args, { cwd }));
}

describe('the JSON', () => {
  it('says what is in each file', async () => {
    const outputs = ['-o', 'a.stl', '-o', './b.3mf', '-o', 'c.scad'];
    const { stdout, stderr, exitCode } = await runThere(...COARSE, ...outputs, '--json');
    expect([exitCode, stderr]).toEqual([0, '']);
    const { network, files, ...rest } = JSON.parse(stdout);
    const spec = parseNetworkSpec({ layers: [2, 3], resolution: { segments: 8 } });
    const { parts, bounds } = layout(spec);
    expect(rest).toEqual({ findings: [] });
    expect(network).toEqual(writtenInFull(spec));
    expect(files.map(Object.keys)).toEqual(
      Array(3).fill(['path', 'format', 'bytes', 'triangles', 'bodies', 'boundsMm']),
    );
    const [stl, threeMf, scad] = files;
    expect(stl).toMatchObject({ path: 'a.stl', format: 'stl', bytes: 84 + 50 * stl.triangles });
    expect(stl.bodies).toHaveLength(1);
    expect(stl.bodies[0]).toMatchObject({ name: spec.name, slot: 1, triangles: stl.triangles });
    expect(threeMf).toMatchObject({ path: './b.3mf', format: '3mf' });
    expect(
      threeMf.bodies.map(({ name, color, slot }: (typeof parts)[number]) => [name, color, slot]),
    ).toEqual(parts.map(({ name, color, slot }) => [name, color, slot]));
    const total = (field: string) =>
      threeMf.bodies.reduce((sum: number, body: Record<string, number>) => sum + body[field]!, 0);
    expect(total('triangles')).toBe(threeMf.triangles);
    // Solids share faces and do not overlap, so together they are the fused body.
    expect(total('volumeMm3') / stl.bodies[0].volumeMm3).toBeCloseTo(1, 4);
    expect(scad).toMatchObject({ path: 'c.scad', format: 'openscad', triangles: null, boundsMm: bounds });
    expect(scad.bodies).toEqual(
      parts.map(({ name, color, slot }) => ({ name, color, slot, triangles: null, volumeMm3: null })),
    );
    for (const { boundsMm } of files) {
      for (const axis of [0, 1, 2]) {
        expect(boundsMm.min[axis]).toBeCloseTo(0, 3);
        expect(boundsMm.max[axis]).toBeCloseTo(bounds.max[axis]!, 3);
      }
    }
  });

  it('measures what is in the file: shells by part, each with its own volume', async () => {
    await inFolder(async (cwd) => {
      const { stdout } = await run([...COARSE, '--shells', '--json', '-o', 'a.stl'], { cwd });
      const [{ bodies, triangles, bytes }] = JSON.parse(stdout).files;
      const stl = readFileSync(join(cwd, 'a.stl'));
      expect(stl.length).toBe(bytes);
      const positions = new Float32Array(triangles * 9);
      for (let i = 0; i < positions.length; i++) {
        positions[i] = stl.readFloatLE(84 + Math.floor(i / 9) * 50 + 12 + (i % 9) * 4);
      }
      const indices = Uint32Array.from({ length: triangles * 3 }, (_, i) => i);
      const { volume } = checkMesh(weldMesh({ positions, indices }));
      const total = bodies.reduce((sum: number, body: { volumeMm3: number }) => sum + body.volumeMm3, 0);
      expect(total / volume).toBeCloseTo(1, 6);
      expect(bodies.map(({ name }: { name: string }) => name)).toEqual([
        'base',
        'connections',
        'layer 1',
        'layer 2',
      ]);
    });
  });

  it('has lists on one line, and is the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(toJson(plain))).toEqual(plain);
      }),
    );
    expect(toJson({ a: [1, 2], b: ['x'] })).toBe('{\n  "a": [1, 2],\n  "b": ["x"]\n}\n');
  });
});

describe('the summary', () => {
  it('names files, size, and what each slot prints', async () => {
    const { stdout, stderr } = await runThere(
      '2,3,2,2,2',
      '--segments',
      '8',
      '-o',
      'a.stl',
      '-o',
      'long-name.scad',
      '--shells',
    );
    expect(stdout).toBe('');
    const [stl, scad, ...rest] = stderr.split('\n');
    expect(stl).toBe('a.stl           62,884 bytes  1,256 triangles');
    expect(scad).toMatch(/^long-name\.scad {2,}\d?\d,\d{3} bytes {11}source$/);
    expect(rest).toEqual([
      '',
      '136 × 136 × 41 mm',
      '',
      'slot  colour   parts',
      '   1  #444C56  base, connections',
      '   2  #D55E00  layer 1',
      '   3  #56B4E9  layer 2',
      '   4  #F0E442  layer 3',
      '   5  #A55AFF  layer 4',
      '   6  #D2FFE1  layer 5',
      '',
    ]);
  });

  it.each([
    ['24 bits', { colors: 24 }, {} as Env, '\u001b[48;2;255;0;0m'],
    ['256 colours', { colors: 8 }, {}, '\u001b[48;5;196m'],
    ['16 colours', { colors: 4 }, {}, undefined],
    ['NO_COLOR', { colors: 24 }, { NO_COLOR: '1' }, undefined],
    ['FORCE_COLOR', undefined, { FORCE_COLOR: '3' }, '\u001b[48;2;255;0;0m'],
    ['no terminal', undefined, {}, undefined],
  ])('shows colours as the terminal can: %s', async (_, terminal, env, block) => {
    const stderr = listener(terminal);
    await inFolder((cwd) =>
      run([...COARSE, '--layer-colors', 'red', '-o', 'a.scad'], { cwd, env, io: { stderr: stderr.stream } }),
    );
    const text = stderr.heard().toString();
    if (block === undefined) expect(text).not.toContain('\u001b[48;');
    else expect(text).toContain(block);
    expect(text.includes('\u001b')).toBe(
      block !== undefined || (terminal?.colors === 4 && !('NO_COLOR' in env)),
    );
  });

  it('tells what is drawn of a network that is not drawn whole', async () => {
    const shown = 'Nodes drawn: 2 of 20 of layer 1; 3 of 30 of layer 2';
    const { stderr } = await runThere('20~2,30~3', '--segments', '8', '--shells');
    expect(stderr.endsWith(`\n\n${shown}.\n`)).toBe(true);
    const { stdout } = await runThere('20~2,30~3', '--segments', '8', '--shells', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      shown,
      drawn: {
        layers: [
          { label: 'layer 1', size: 20, drawn: 2 },
          { label: 'layer 2', size: 30, drawn: 3 },
        ],
        lone: 0,
      },
    });
    const { stderr: whole } = await runThere('2,3', '--segments', '8', '--shells');
    expect(whole).not.toContain('drawn');
  });

  it.each([4, 5, 16])(
    'ends, for %i colours and no printer, with what to do where slots are few',
    async (count) => {
      const flags = [...flagsOfColors(count), '--node-radius', '2'];
      const note = `\n\n${count} colours, and most colour units hold 4: --printer merges them for yours, --slots 4 for any.\n`;
      const { stderr } = await runThere(...flags, '-o', 'a.3mf');
      expect(stderr).not.toContain('warning:');
      expect(stderr.endsWith(note)).toBe(count > 4);
      for (const more of [['-o', 'a.stl'], ['--slots', '16'], ['--printer', 'generic-3mf'], ['--json']]) {
        expect((await runThere(...flags, ...more)).stderr).not.toContain('units');
      }
    },
  );

  it('knows a file of one body from that of a part, whatever the network is called', async () => {
    const whole = await runThere(...COARSE, '--name', 'layer 1', '-o', 'a.stl');
    expect(whole.stderr).toContain('\n\nOne body: an STL holds no colours, a 3MF does.\n');
    const split = await runThere(...COARSE, '--name', 'layer 1', '-o', 'a.stl', '--split');
    expect(split.stderr).toContain('the slicer has to be told which slot prints each file.');
  });

  it('is left out when quiet, and warnings with it', async () => {
    const { stderr, stdout } = await runThere(
      '2,3',
      '--preset',
      'seed',
      '--base-radius',
      '2',
      '-q',
      '-o',
      'a.scad',
    );
    expect(stderr + stdout).toBe('');
  });

  it('cannot be turned against the terminal by a name', async () => {
    const { stderr } = await runThere(...COARSE, '-o', 'a\u001b[2J\u202e\n.scad');
    expect(stderr).toContain('a\\u001b[2J\\u202e\\u000a.scad');
  });
});

describe('the warnings', () => {
  it('tell that the base touches nothing', async () => {
    const { stderr, exitCode } = await runThere(
      '2,8',
      '--preset',
      'seed',
      '--base-radius',
      '1',
      '--segments',
      '8',
      '-o',
      'a.scad',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^warning: The base touches nothing/);
  });

  it('refuse what could never be joined, at once, and point to what can be written', async () => {
    const { exitCode, stderr } = await runThere('784,128,64,10', '--segments', '8', '-o', 'a.3mf');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /^error: To join this network would take more than an hour: it has 986 nodes with circles of 8 sides, and its connections cross 2,511,252,576 times; 784~9,128~9,64~9,10 draws nine nodes and an ellipsis of each large layer, and --shells/,
    );
    expect((await runThere('784,128,64,10', '-o', 'a.scad')).stderr).not.toContain('cross');
  });

  it('refuse more colours than slicers take, before anything is computed, but only for a format that holds them', async () => {
    const { exitCode, stderr } = await runThere(...flagsOfColors(17), '-o', 'a.3mf');
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^error: The network has 17 colours, but slicers take at most 16;/);
    expect((await runThere(...flagsOfColors(17), '-o', 'a.stl')).exitCode).toBe(0);
  });
});

describe('the progress bar', () => {
  /** What a terminal gets when the clock moves on by so much at each look. */
  async function terminalAfter(step: number, ...args: string[]): Promise<string> {
    const stderr = listener({ columns: 80 });
    let clock = 0;
    const now = () => {
      clock += step;
      return clock;
    };
    await inFolder((cwd) =>
      run([...COARSE, '-o', 'a.3mf', ...args], { cwd, io: { stderr: stderr.stream, now } }),
    );
    return stderr.heard().toString();
  }

  it('is shown on a terminal when the work takes long, and is gone before the summary', async () => {
    const text = await terminalAfter(300);
    expect(text).toMatch(/[█░]{30} \d+ %/);
    // Cleared: the cursor goes to the start of the line and the line is wiped.
    const after = text.slice(text.lastIndexOf('%'));
    expect(after).toMatch(/\p{Cc}\[(1G|2K)/u);
    // The cursor stays as it was, and lines still wrap, should the process be ended.
    expect(text).not.toMatch(/\[\?(25|7)l/);
  });

  it('is not shown when the work is short, quiet, or seen by no terminal', async () => {
    expect(await terminalAfter(0)).not.toContain('%');
    expect(await terminalAfter(300, '--quiet')).not.toContain('%');
    expect((await runThere(...COARSE)).stderr).not.toContain('%');
  });
});

describe('names', () => {
  it.each([
    ['<a href="x">&\'</a>', '<a href="x">&\'</a>'],
    [']]> <!-- & %s $1 \\', ']]> <!-- & %s $1 \\'],
    ['🧠✨ 深層学習 é', '🧠✨ 深層学習 é'],
    ['שלום \u202eevil\u202c عالم', 'שלום evil عالم'],
    ['bell\u0007 tab\tline\nnull\u0000', 'bell tab line null'],
    ['\ud800 half', 'half'],
    [' \u0001 ', 'Neural network 2-3'],
  ])('arrive in the files or are cleaned: %j', async (name, cleaned) => {
    await inFolder(async (cwd) => {
      const outputs = ['-o', 'a.3mf', '-o', 'a.stl', '-o', 'a.scad'];
      const { exitCode, stdout } = await run([...COARSE, '--name', name, ...outputs, '--json'], { cwd });
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout).network.name).toBe(cleaned);
      expect((await readThreeMf(readFileSync(join(cwd, 'a.3mf')))).title).toBe(cleaned);
    });
  });
});

/** A network with as many colours. */
function flagsOfColors(count: number): string[] {
  const colors = Array.from({ length: count }, (_, i) => `#0000${(10 + i).toString(16).padStart(2, '0')}`);
  const layers = ['--layer-colors', colors.join(), '--connection-color', colors[0]!, '--base', 'none'];
  return [colors.map(() => 1).join(), ...layers, '--segments', '3', '--shells'];
}
