import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNetworkSpec, writtenInFull } from '@neurofab/core';
import { inFolder } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endless, type Run, run } from './run-main.ts';

/** The spec in force for a spec file and flags. */
async function specOf(file: string | Uint8Array, ...flags: string[]): Promise<Run> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'net.json'), file);
    return run(['--spec', 'net.json', '--print-spec', '--complete', ...flags], { cwd });
  });
}

describe('a spec that cannot be used', () => {
  it.each([
    ['', 'net.json: Not JSON at line 1, column 1: expected a value, but the text ends.'],
    [
      '{\n  "layers": [3, 2],\n}',
      'net.json: Not JSON at line 3, column 1: expected a name in double quotes, but there is }.',
    ],
    [
      "{'layers': [3, 2]}",
      "net.json: Not JSON at line 1, column 2: expected a name in double quotes or }, but there is '.",
    ],
    ['{"layers": [3 2]}', 'net.json: Not JSON at line 1, column 15: expected a comma or ], but there is 2.'],
    [
      '{"name": "a\nb"}',
      'net.json: Not JSON at line 1, column 10: expected a value, but there is a string that is not closed or holds what JSON does not allow.',
    ],
    ['{"nodeRadius": NaN}', 'net.json: Not JSON at line 1, column 16: expected a value, but there is NaN.'],
    ['{} {}', 'net.json: Not JSON at line 1, column 4: expected the end, but there is {.'],
    ['[3, 2]', 'net.json: Must be an object such as { "layers": [3, 6, 6, 4, 2] }, but is a list of 2.'],
    ['null', 'net.json: Must be an object such as { "layers": [3, 6, 6, 4, 2] }, but is null.'],
    ['"3,2"', 'net.json: Must be an object such as { "layers": [3, 6, 6, 4, 2] }, but is "3,2".'],
    ['{"lairs": [3, 2]}', 'net.json: lairs: There is no field "lairs". Did you mean "layers"?'],
    ['{"base": {"raduis": 3}}', 'net.json: base.raduis: There is no field "raduis". Did you mean "radius"?'],
    [
      '{"__proto__": {"layers": [2, 2]}}',
      'net.json: __proto__: There is no field "__proto__". There are $schema, version, preset, layers, name, weights, trained, nodeRadius, connectionRadius, nodeSpacing, layerSpacing, thicknessBy, thickest, thinnest, signShape, base, mode, layerHeight, clearance, hangingHole, text, labels, inputs, outputs, textHeight, engraved, braille, outlines, colors, resolution.',
    ],
    [
      '{"layers": [3, 0]}',
      'net.json: layers[1]: A layer must have a whole number of nodes from 1 to 10000, but this one has 0.',
    ],
    ['{"version": 3}', 'net.json: version: Must be 1 or 2, the versions there are, but is 3.'],
    [Uint8Array.of(0x22, 0xff, 0x22), 'net.json: Must be UTF-8 text, but is not.'],
    [Buffer.from('\ufeff{}', 'utf16le'), 'net.json: Must be UTF-8 text, but is UTF-16.'],
  ])('is refused: %j', async (file, fault) => {
    const { exitCode, lines, stdout } = await specOf(file);
    expect(lines).toEqual([`error: ${fault}`]);
    expect(exitCode).toBe(1);
    expect(stdout).toBe('');
  });

  it('is refused when it is nested 100,000 deep, well formed or not, without a stack', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${open.repeat(100_000)}0${close.repeat(100_000)}`;
      for (const text of [deep, deep.slice(0, -1), `{"layers":${deep}}`, `{"base":${deep}}`]) {
        const { exitCode, lines } = await specOf(text);
        expect(exitCode).toBe(1);
        expect(lines.length).toBeLessThan(3);
        expect(lines.join().length).toBeLessThan(500);
      }
    }
  });

  it('is refused by its size before it is read', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'huge.json'), '{}');
      truncateSync(join(cwd, 'huge.json'), 1e9);
      const { exitCode, lines } = await run(['--spec', 'huge.json'], { cwd });
      expect(lines).toEqual(['error: huge.json: A spec has at most 50 MB, but this is more.']);
      expect(exitCode).toBe(1);
    });
  });

  it('is not read to an end that never comes', async () => {
    const stdin = endless(Buffer.alloc(1 << 16, ' '));
    const { exitCode, lines } = await run(['--spec', '-'], { cwd: '.', stdin });
    expect(lines).toEqual(['error: standard input: A spec has at most 50 MB, but this is more.']);
    expect(exitCode).toBe(1);
    expect(stdin.destroyed).toBe(true);
  });

  it('is a fault of the command when the file cannot be opened', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'folder'));
      for (const [path, problem] of [
        ['none.json', 'there is no such file'],
        ['folder', 'it is a folder'],
      ] as const) {
        const { exitCode, lines } = await run(['--spec', path], { cwd });
        expect(lines).toEqual([`error: --spec ${path}: Cannot be read: ${problem}.`]);
        expect(exitCode).toBe(2);
      }
      const { exitCode, lines } = await run(['--spec', ''], { cwd });
      expect(lines).toEqual(['error: --spec: A file name is missing: it is empty.']);
      expect(exitCode).toBe(2);
    });
  });

  it('cannot speak to the terminal', async () => {
    const { lines } = await specOf('{"\\u001b[31m\\u202e": 1}');
    expect(lines.join()).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('a spec and flags', () => {
  const file = JSON.stringify({
    layers: [2, 3],
    nodeRadius: 5,
    base: { shape: 'disc', radius: 50, thickness: 3 },
    colors: { base: 'black', layers: ['red', 'lime'] },
    resolution: { segments: 20, rings: 8 },
  });
  const expected = JSON.parse(file);

  it.each([
    [[], {}],
    [['4,4,4'], { layers: [4, 4, 4] }],
    [['--node-radius', '6'], { nodeRadius: 6 }],
    [['--base', 'none'], { base: { shape: 'none' } }],
    [['--base', 'disc'], {}],
    [['--base-thickness', '4'], { base: { shape: 'disc', radius: 50, thickness: 4 } }],
    [['--layer-colors', 'blue'], { colors: { base: 'black', layers: ['blue'] } }],
    [['--connection-color', 'teal'], { colors: { ...expected.colors, connections: 'teal' } }],
    [['--tolerance', '0.1'], { resolution: { tolerance: 0.1 } }],
    [['--segments', '12'], { resolution: { segments: 12 } }],
    [['--name', 'Ada'], { name: 'Ada' }],
    [
      ['--node-radius', '+5.', '--connection-radius', '.5', '--layer-spacing', '4e1'],
      { connectionRadius: 0.5, layerSpacing: 40 },
    ],
  ])('come together field by field: %j', async (flags, override) => {
    const { exitCode, stdout, stderr } = await specOf(file, ...flags);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toEqual(writtenInFull(parseNetworkSpec({ ...expected, ...override })));
  });

  it('keep the base of a file that has none, and say so', async () => {
    const { exitCode, lines } = await specOf('{"base": {"shape": "none"}}', '--base-radius', '90');
    expect(lines).toEqual(['error: --base-radius: There is no base to apply this to.']);
    expect(exitCode).toBe(1);
  });

  it('are blamed each for what it said', async () => {
    const { lines } = await specOf(
      '{"connectionRadius": 3, "nodeSpacing": "far"}',
      '--node-radius',
      '2',
      '--segments',
      'x',
    );
    expect(lines).toEqual([
      'error: net.json: nodeSpacing: Must be a length from 0.01 to 10000 mm, but is "far".',
      'error: --segments: Must be a whole number of sides from 3 to 1000, but is "x".',
      'error: net.json: connectionRadius: Must be less than the node radius (2 mm), but is 3 mm.',
    ]);
  });

  it('are told in one line that the layers of one do not go with the weights of the other', async () => {
    const weighted = '{"layers": [2, 1, 1], "weights": [[[1, -1]], [[2]]]}';
    for (const layers of ['4,4', '2,3,1', '2,2,2']) {
      const { exitCode, lines } = await specOf(weighted, layers, '--base-radius', '90');
      expect(lines).toEqual([
        `error: layers: net.json has weights for layers of its own, which do not fit ${layers}. Leave the layers out.`,
      ]);
      expect(exitCode).toBe(1);
    }
    expect((await specOf(weighted, '2,1,1')).exitCode).toBe(0);
    const { lines } = await specOf('{"weights": [[[1, "x"]]]}', '2,1', '--base-radius', 'far');
    expect(lines).toEqual([
      'error: net.json: weights[0][0][1]: Must be a number, or null for no connection, but is "x".',
      'error: --base-radius: Must be a length from 0.01 to 10000 mm, but is "far".',
    ]);
  });

  it('leave a group that is none to be reported as the file has it', async () => {
    const { lines } = await specOf('{"base": 5}', '--base-radius', '40');
    expect(lines).toEqual([
      'error: net.json: base: Must be an object such as { "shape": "disc" }, but is 5.',
    ]);
  });

  it('come from standard input too', async () => {
    const { stdout } = await run(['--spec', '-', '--print-spec'], {
      cwd: '.',
      stdin: '\ufeff{"layers": [7, 1]}',
    });
    expect(JSON.parse(stdout).layers).toEqual([7, 1]);
  });
});

describe('a title', () => {
  const titleOf = async (spec: string, ...args: string[]) => {
    const { stdout } = await run(['--spec', '-', '--print-spec', '--complete', ...args], {
      cwd: '.',
      stdin: spec,
    });
    return JSON.parse(stdout).name;
  };

  it.each([['3,6,6'], ['784~9,10']])('that nobody chose follows the layers: %s', async (layers) => {
    const { stdout } = await run([layers, '--print-spec', '--complete'], { cwd: '.' });
    expect(await titleOf(stdout, '5,5')).toBe('Neural network 5-5');
    expect(await titleOf(stdout, '5,5', '--name', 'Ada')).toBe('Ada');
    expect(await titleOf(stdout)).toBe(JSON.parse(stdout).name);
  });

  it('that somebody chose stays', async () => {
    expect(await titleOf('{"layers": [3, 2], "name": "Ada"}', '5,5')).toBe('Ada');
    expect(await titleOf('{"layers": [3, 2], "name": "Neural network 3-3"}', '5,5')).toBe(
      'Neural network 3-3',
    );
  });
});

describe('the printed spec', () => {
  const args = fc.record({
    layers: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 12 }),
    preset: fc.constantFrom('desk', 'seed'),
    radius: fc.double({ min: 0.1, max: 50, noNaN: true }),
    name: fc.string({ unit: 'binary', maxLength: 30 }),
    more: fc.constantFrom(
      [],
      ['--base', 'none'],
      ['--tolerance', '0.3'],
      ['--segments', '7'],
      ['--layer-colors', 'red,#0000ff'],
    ),
  });

  it('is complete, and reads back as it was printed', async () => {
    await fc.assert(
      fc.asyncProperty(args, async ({ layers, preset, radius, name, more }) => {
        const flags = ['--preset', preset, '--node-radius', String(radius), `--name=${name}`, ...more];
        const printed = await run([layers.join(','), '--print-spec', ...flags], { cwd: '.' });
        expect(printed.stderr).toBe('');
        const again = await run(['--spec', '-', '--print-spec'], { cwd: '.', stdin: printed.stdout });
        expect(again.stdout).toBe(printed.stdout);
      }),
      { numRuns: 200 },
    );
  });
});
