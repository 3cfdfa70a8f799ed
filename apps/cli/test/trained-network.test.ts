import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { volume } from '@neurofab/core';
import {
  ask,
  askGltfLoader,
  askGltfValidator,
  askLib3mf,
  inFolder,
  itAsks,
  prusaSlicerInfo,
  prusaSlicerRoundTrip,
  readThreeMf,
  renderOpenScad,
} from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FIXTURES = join(ROOT, 'test-fixtures/trained');
/** Networks of others, which are not part of this repository. */
const OTHERS = join(process.env.NEUROFAB_TRAINED ?? join(ROOT, '../shared/trained'), 'real');
const areThere = existsSync(OTHERS);

interface Case {
  readonly name: string;
  readonly args: readonly string[];
  readonly layers: readonly string[];
}

const CASES: readonly Case[] = [
  { name: 'digits', args: ['--example', 'digits'], layers: ['inputs', 'hidden', 'output'] },
  { name: 'iris', args: ['--example', 'iris'], layers: ['inputs', 'hidden 1', 'hidden 2', 'output'] },
  { name: 'XOR', args: ['--example', 'xor'], layers: ['inputs', 'hidden', 'output'] },
  ...(areThere
    ? [
        {
          name: "ml5's colours",
          args: [join(OTHERS, 'ml5-colours')],
          layers: ['inputs', 'dense_Dense1', 'dense_Dense2'],
        },
        {
          name: 'hello_world',
          args: [join(OTHERS, 'tflm-hello_world_int8.tflite')],
          layers: ['inputs', 'sequential/dense', 'sequential/dense_1', 'sequential/dense_2'],
        },
      ]
    : []),
];

describe.each(CASES)('$name, from file to print,', ({ args, layers }) => {
  const files = new Map<string, Uint8Array>();
  const file = (name: string) => files.get(name)!;
  const total = () => readThreeMf(file('net.3mf')).volumes.reduce((sum, { mesh }) => sum + volume(mesh), 0);

  beforeAll(async () => {
    await inFolder(async (cwd) => {
      const outputs = ['net.3mf', 'net.stl', 'net.glb', 'net.scad'];
      const asked = [
        ...args,
        '--slots',
        '4',
        '--tolerance',
        '0.05',
        ...outputs.flatMap((name) => ['-o', name]),
      ];
      const { exitCode, stderr } = await run(asked, { cwd });
      expect(exitCode, stderr).toBe(0);
      for (const name of outputs) files.set(name, readFileSync(join(cwd, name)));
    });
  });

  it('has positive weights in blue and negative ones in orange, bodies that are closed and share no room', async () => {
    const { volumes } = readThreeMf(file('net.3mf'));
    expect(volumes.map(({ name }) => name)).toEqual([
      'base (slot 1, #444C56)',
      'connections + (slot 2, #0072B2)',
      'connections − (slot 3, #E69F00)',
      ...layers.map((layer) => `${layer} (slot 4, #F0F0F0)`),
    ]);
    const verdict = await askLib3mf(file('net.3mf'));
    expect(verdict.warnings).toBe(0);
    expect(new Set(verdict.meshes.map((mesh) => mesh.manifoldAndOriented))).toEqual(new Set([true]));
    expect(verdict.metadata.Description).toMatch(/Read from .+ Connections drawn: .+ Biases are not shown/);
  });

  itAsks('prusa-slicer')(
    'comes back from PrusaSlicer as it went, on four slots, with nothing repaired',
    async () => {
      const [object] = await prusaSlicerRoundTrip(file('net.3mf'));
      expect(object!.volumes.map(({ extruder }) => extruder)).toEqual([1, 2, 3, ...layers.map(() => 4)]);
      for (const { repairs } of object!.volumes) {
        expect(Object.values(repairs).every((count) => count === 0)).toBe(true);
      }
    },
  );

  itAsks('prusa-slicer')('is one closed body of an STL, as large as its parts together', async () => {
    const info = await prusaSlicerInfo(file('net.stl'), '.stl');
    expect(info).toMatchObject({ manifold: true, shells: 1 });
    expect(info.volume / total()).toBeCloseTo(1, 4);
  });

  itAsks('admesh')('leaves admesh nothing to repair', async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, 'net.stl'), file('net.stl'));
      const { stdout } = await ask('admesh', [join(folder, 'net.stl')]);
      expect(stdout).toMatch(/Number of parts\s*:\s*1\b/);
      expect(stdout).toMatch(/Total disconnected facets\s*:\s*0\s+0/);
    });
  });

  it("has no fault for Khronos' validator, and layers by their names for three.js", async () => {
    expect(await askGltfValidator(file('net.glb'))).toMatchObject({ errors: 0, warnings: 0 });
    expect((await askGltfLoader(file('net.glb'))).map(({ name }) => name).slice(3)).toEqual(layers);
  });

  it('is the same solid in OpenSCAD, within one per cent', async () => {
    const { complaints, shape } = await renderOpenScad(new TextDecoder().decode(file('net.scad')), {
      engine: 'wasm',
    });
    expect(complaints).toEqual([]);
    expect(Math.abs(shape!.volumeMm3 / total() - 1)).toBeLessThan(0.01);
  });

  it('comes back from every format that has room for it', async () => {
    await inFolder(async (cwd) => {
      for (const name of ['net.3mf', 'net.glb', 'net.scad']) writeFileSync(join(cwd, name), file(name));
      const specs = [];
      for (const name of ['net.3mf', 'net.glb', 'net.scad']) {
        const again = await run(['--from', name, '-o', `again-${name}`, '--print-spec'], { cwd });
        expect(readFileSync(join(cwd, `again-${name}`)).equals(file(name)), name).toBe(true);
        specs.push(JSON.parse(again.stdout));
      }
      expect(specs[1]).toEqual(specs[0]);
      expect(specs[2]).toEqual(specs[0]);
      expect(specs[0].trained).toMatchObject({
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        biases: true,
      });
    });
  });
});

it.skipIf(areThere)('two networks of others, from file to print: their folder is missing', () => {});

describe('a trained model', () => {
  const model = (path: string) => join(FIXTURES, path);

  it('is drawn with as many rows, and the nodes, that are asked for', async () => {
    const layersOf = async (...args: readonly string[]) => {
      const { exitCode, stdout, stderr } = await run(['--example', 'digits', ...args, '--print-spec'], {
        cwd: ROOT,
      });
      expect(exitCode, stderr).toBe(0);
      return JSON.parse(stdout).layers.map(({ shown }: { shown: unknown[] }) => shown);
    };
    expect((await layersOf()).map((shown: unknown[]) => shown.length)).toEqual([10, 10, 10]);
    expect((await layersOf('--nodes', '4')).map((shown: unknown[]) => shown.length)).toEqual([4, 4, 4]);
    expect((await layersOf('--nodes', '4', '--show', 'first'))[0]).toEqual([0, 1, 2, '…']);
    expect((await layersOf('--show', '3,17,42'))[0]).toEqual([3, 17, '…', 42]);
    const [inputs, hidden] = await layersOf('--show', 'inputs:20,21', '--show', 'hidden:1');
    expect([inputs, hidden]).toEqual([
      [20, 21, '…'],
      [1, '…'],
    ]);
  });

  it('is told in numbers too, with what was folded and left out', async () => {
    await inFolder(async (cwd) => {
      const { stdout } = await run(['--example', 'iris', '--shells', '-o', 'net.glb', '--json'], { cwd });
      const { network, drawn, shown, notes } = JSON.parse(stdout);
      expect(network.trained).toMatchObject({ file: 'iris', biases: true });
      expect(drawn.layers[1]).toMatchObject({ label: 'hidden 1', size: 16, drawn: 9 });
      expect(drawn.layers[1].flow).toBeGreaterThan(0.5);
      expect(drawn.layers[3].labels).toEqual(['setosa', 'versicolor', 'virginica']);
      expect(drawn.gaps).toHaveLength(3);
      expect(shown).toContain('carrying');
      expect(notes).toEqual([]);
    });
  });

  it('says the share of the flow also where as many rows are drawn as there are nodes', async () => {
    const args = ['--example', 'digits', '--show', 'output:1,2,3,4,5,6,7,8,9', '--shells', '-o', 'net.glb'];
    await inFolder(async (cwd) => {
      expect((await run(args, { cwd })).stderr).toMatch(/9 of 10 of output, carrying \d+ % of the flow/);
    });
  });

  it('has connections that are all alike without weights, and diameters by weight where they go linear', async () => {
    const specOf = async (...args: readonly string[]) =>
      JSON.parse((await run(['--example', 'xor', ...args, '--print-spec'], { cwd: ROOT })).stdout);
    expect(await specOf('--weights', 'none')).not.toHaveProperty('weights');
    expect(await specOf('--weights', 'linear')).toMatchObject({ thicknessBy: 'linear' });
    expect(await specOf('--positive-color', 'teal')).toMatchObject({ colors: { connections: 'teal' } });
  });

  it('gives its files its name, and its mode and printer', async () => {
    await inFolder(async (cwd) => {
      await run(['--example', 'xor', '--printer', 'prusa-mk4s', '-o', 'out/'], { cwd });
      expect(readdirSync(join(cwd, 'out'))).toEqual(['xor-prusa-mk4s-flat.stl']);
    });
  });

  it.each([
    [['none.onnx'], 'none.onnx: Cannot be read: there is no such file.'],
    [
      ['--nodes', '5'],
      '--nodes says what is drawn of a trained network: name its file, or take --example digits.',
    ],
    [
      ['3,6', '--show', 'first'],
      '--show says what is drawn of a trained network: name its file, or take --example digits.',
    ],
    [['digits.3mf'], 'digits.3mf: Cannot be read: there is no such file.'],
    [
      ['--example', 'iris', '--nodes', 'few'],
      '--nodes: Must be a whole number of rows, such as 10, but is "few".',
    ],
    [['--example', 'dogs'], '--example: There is no example "dogs". There are digits, iris, xor.'],
    [['3,6', '--example', 'xor'], '--example and 3,6 both say which network it is. Leave one of them out.'],
    [
      ['--example', 'digits', '--nodes', '1'],
      '--nodes: Must be a whole number of rows from 2, one of them for the ellipsis, to 10000, but is 1.',
    ],
    [
      ['--example', 'digits', '--show', 'first', '--show', '3'],
      '--show: Says twice which nodes to draw, by "first" and "3".',
    ],
    [
      ['--example', 'digits', '--show', 'in:3'],
      '--show: There is no layer "in". There are inputs, hidden, output.',
    ],
    [
      ['--example', 'digits', '--show', '99'],
      '--show: The widest layer has nodes 0 to 63, so there is no node 99 to draw.',
    ],
  ])('that cannot be had is refused in a sentence: %s', async (args, message) => {
    const { exitCode, lines } = await run(args, { cwd: ROOT });
    expect(exitCode).toBeGreaterThan(0);
    expect(lines).toEqual([`error: ${message}`]);
  });

  it('is looked at: its layers, what would be drawn, and all of it as JSON', async () => {
    const { exitCode, stdout } = await run(
      ['inspect', model('csv/iris-w1.csv'), model('csv/iris-w2.csv'), model('csv/iris-w3.csv'), '--json'],
      {
        cwd: ROOT,
      },
    );
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { format: 'CSV', sizes: [4, 16, 8, 3], parameters: 216, inputNames: null },
    ]);
  });

  it('is never written over, nor is a spec', async () => {
    await inFolder(async (cwd) => {
      const bytes = readFileSync(model('onnx/torch-xor.onnx'));
      writeFileSync(join(cwd, 'model.onnx'), bytes);
      writeFileSync(join(cwd, 'spec.json'), '{"layers": [2, 1]}');
      for (const args of [['model.onnx'], ['--spec', 'spec.json']]) {
        const file = args.at(-1)!;
        const { exitCode, lines } = await run([...args, '--format', 'stl', '-o', `./${file}`], { cwd });
        expect(exitCode).toBe(2);
        expect(lines.at(-1)).toBe(
          `error: ./${file}: Is the file that the network is read from. Name another one with --output.`,
        );
      }
      expect(readFileSync(join(cwd, 'model.onnx')).equals(bytes)).toBe(true);
    });
  });

  it('may come from standard input', async () => {
    const bytes = readFileSync(model('safetensors/iris-half.safetensors'));
    const { stdout } = await run(['-', '--print-spec'], { cwd: ROOT, stdin: bytes });
    expect(JSON.parse(stdout).trained.file).toBe('standard input');
  });
});
