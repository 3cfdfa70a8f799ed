import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, readThreeMf } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { EXTENSIONS } from './known-formats.ts';
import { run } from './run-main.ts';

const COARSE = ['2,3', '--segments', '8'];

describe('--from', () => {
  it.each([
    ['a plain network', ['2,3', '--tolerance', '0.2']],
    ['the seed preset', ['2,2', '--preset', 'seed', '--shells']],
    ['sizes and colours', [...COARSE, '--node-radius', '3.3', '--layer-colors', 'red,teal']],
    ['a name in another script', [...COARSE, '--name', 'רשת */ 神经 🧠']],
    ['a printer', [...COARSE, '--printer', 'bambu-p1s-ams']],
    ['a printer of one colour', [...COARSE, '--printer', 'prusa-mk4s']],
    ['slots of its own', [...COARSE, '--printer', 'prusa-mk4s', '--slots', '2']],
    ['a scale', [...COARSE, '--scale', '0.7']],
    ['shells, where the model is', [...COARSE, '--shells', '--origin', 'model']],
    ['one colour', [...COARSE, '--color-by', 'none']],
    ['colours by role', [...COARSE, '--color-by', 'role', '--base-color', 'red']],
    ['no base', [...COARSE, '--base', 'none']],
    [
      'more layers than fit a header',
      ['2,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,2', '--shells', '--segments', '8'],
    ],
  ])('writes the same bytes again, from each format: %s', async (_, args) => {
    await inFolder(async (cwd) => {
      for (const name of EXTENSIONS.map((end) => `a.${end}`)) {
        expect((await run([...args, '-q', '-o', name], { cwd })).exitCode).toBe(0);
        const again = `again-${name}`;
        const { exitCode, stderr } = await run(['--from', name, '-q', '-o', again], { cwd });
        expect([exitCode, stderr]).toEqual([0, '']);
        expect(readFileSync(join(cwd, again)).equals(readFileSync(join(cwd, name))), name).toBe(true);
      }
    });
  });

  it.each([
    ['of its own accord, for a printer', ['--printer', 'bambu-p1s-ams'], ['a.3mf', 'a.stl', 'a.glb']],
    ['as on the plate', ['--mode', 'flat', '--show', 'plate'], ['a.glb', 'a.png']],
    ['as a small picture', ['--mode', 'flat', '--size', '60'], ['a.png', 'a.gif']],
    [
      'with sizes of its own',
      ['--mode', 'flat', '--layer-height', '0.15', '--clearance', '0.3'],
      ['a.3mf', 'a.stl', 'a.glb'],
    ],
  ])('writes the same bytes again of a network that lies flat %s', async (_, args, names) => {
    await inFolder(async (cwd) => {
      for (const name of names) {
        expect((await run([...COARSE, ...args, '-q', '-o', name], { cwd })).exitCode).toBe(0);
        await run(['--from', name, '-q', '-o', `again-${name}`], { cwd });
        const [once, again] = [name, `again-${name}`].map((file) => readFileSync(join(cwd, file)));
        expect(again!.equals(once!), name).toBe(true);
      }
    });
  });

  it.each([
    ['that a printer chose is chosen anew', [], 'upright', undefined],
    ['that was asked for stays', ['--mode', 'flat'], 'flat', 0.05],
    ['that sizes of cuts ask for stays', ['--layer-height', '0.15'], 'flat', 0.15],
  ])('a mode %s for another printer, with its layers', async (_, args, mode, layerHeight) => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--printer', 'bambu-p1s-ams', ...args, '-o', 'a.3mf'], { cwd });
      const other = ['--from', 'a.3mf', '--printer', 'generic-resin'];
      const { stdout } = await run([...other, '--print-spec', '--complete'], { cwd });
      const spec = JSON.parse(stdout);
      expect([spec.mode, spec.layerHeight]).toEqual([mode, layerHeight]);
    });
  });

  it('writes the same bytes again of a network that a printer has lie flat, source too', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--printer', 'bambu-p1s-ams', '-o', 'a.3mf', '-o', 'a.scad'], { cwd });
      for (const name of ['a.3mf', 'a.scad']) {
        const { stderr } = await run(['--from', name, '-o', `again-${name}`], { cwd });
        expect(stderr).not.toContain('Was changed');
        expect(readFileSync(join(cwd, `again-${name}`)).equals(readFileSync(join(cwd, name)))).toBe(true);
      }
    });
  });

  it('takes no source for changed that a printer made finer', async () => {
    await inFolder(async (cwd) => {
      await run(['2,3', '--printer', 'generic-resin', '-o', 'a.scad'], { cwd });
      const { stderr } = await run(['--from', 'a.scad', '-o', 'b.scad'], { cwd });
      expect(stderr).not.toContain('Was changed');
    });
  });

  it('writes the other flavour again', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--flavor', 'assembly', '-o', 'a.3mf'], { cwd });
      await run(['--from', 'a.3mf', '-o', 'b.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'b.3mf')).equals(readFileSync(join(cwd, 'a.3mf')))).toBe(true);
    });
  });

  it('writes all parts again from one of them', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--split', '-o', 'a.stl'], { cwd });
      await run(['--from', 'a-base.stl', '-o', 'b.stl'], { cwd });
      for (const part of ['base', 'connections', 'layer-1', 'layer-2']) {
        expect(
          readFileSync(join(cwd, `b-${part}.stl`)).equals(readFileSync(join(cwd, `a-${part}.stl`))),
        ).toBe(true);
      }
      expect((await run(['--from', 'a-base.stl', '-o', 'whole.stl', '--no-split'], { cwd })).exitCode).toBe(
        0,
      );
      expect((await run(['--from', 'a-base.stl', '-o', 'whole.3mf'], { cwd })).exitCode).toBe(0);
    });
  });

  it('is overridden by flags', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--node-radius', '3', '--shells', '--printer', 'ultimaker-s5', '-o', 'a.3mf'], {
        cwd,
      });
      const args = [
        '--from',
        'a.3mf',
        '3,2',
        '--node-radius',
        '5',
        '--no-shells',
        '--printer',
        'bambu-p1s-ams',
      ];
      const { stdout } = await run([...args, '-o', 'b.3mf', '--json'], { cwd });
      const { network, printer } = JSON.parse(stdout);
      expect(network).toMatchObject({ layers: [3, 2], nodeRadius: 5, resolution: { segments: 8 } });
      expect(printer).toBe('bambu-p1s-ams');
    });
  });

  it.each([
    ['--clearance', '0.3', 'flat', 'plaque', 'clearance: There are no pegs'],
    [
      '--layer-height',
      '0.1',
      'flat',
      'upright',
      'layerHeight: Nothing of a network that is printed upright is cut',
    ],
    ['--base-color', 'red', 'flat', 'plaque', undefined],
  ])(
    'leaves out what means nothing in another mode, and says so: %s %s',
    async (flag, value, mode, other, said) => {
      await inFolder(async (cwd) => {
        await run([...COARSE, '--mode', mode, flag, value, '-o', 'a.3mf'], { cwd });
        const { exitCode, stderr } = await run(['--from', 'a.3mf', '--mode', other, '-q', '-o', 'b.3mf'], {
          cwd,
        });
        expect([exitCode, stderr]).toEqual([0, '']);
        const loud = await run(['--from', 'a.3mf', '--mode', other, '-o', 'b.3mf'], { cwd });
        if (said === undefined) expect(loud.stderr).not.toContain('left out');
        else expect(loud.stderr).toMatch(new RegExp(`warning: a.3mf: ${said}.* It is left out`));
      });
    },
  );

  it('is still refused for what a flag gives that means nothing', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--mode', 'flat', '-o', 'a.3mf'], { cwd });
      const flags = ['--mode', 'plaque', '--clearance', '0.3', '-o', 'b.3mf'];
      const { exitCode, stderr } = await run(['--from', 'a.3mf', ...flags], { cwd });
      expect(exitCode).toBe(1);
      expect(stderr).toContain('error: --clearance: There are no pegs');
    });
  });

  it('goes on deriving what followed from a field that a flag changes', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--scale', '1.7', '-o', 'a.3mf'], { cwd });
      const { stdout } = await run(['--from', 'a.3mf', '2,4', '--node-radius', '5', '--print-spec'], { cwd });
      const fresh = await run(['2,4', '--segments', '8', '--node-radius', '5', '--print-spec'], { cwd });
      expect(JSON.parse(stdout)).toEqual(JSON.parse(fresh.stdout));
    });
  });

  it('takes the default tolerance of another printer, but keeps one that was asked for', async () => {
    await inFolder(async (cwd) => {
      const resolution = async (...args: string[]) => {
        await run(['1,1', '--shells', '-o', 'a.stl', ...args], { cwd });
        const again = await run(['--from', 'a.stl', '--print-spec', '--complete'], { cwd });
        const resin = await run(
          ['--from', 'a.stl', '--printer', 'generic-resin', '--print-spec', '--complete'],
          { cwd },
        );
        return [again, resin].map(({ stdout }) => JSON.parse(stdout).resolution.tolerance);
      };
      expect(await resolution('--printer', 'generic-fdm')).toEqual([0.02, 0.01]);
      expect(await resolution('--printer', 'generic-powder')).toEqual([0.01, 0.01]);
      expect(await resolution('--printer', 'generic-powder', '--tolerance', '0.02')).toEqual([0.02, 0.02]);
    });
  });

  it('writes the format that the file has, but not over the file', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'network-2-3.stl'], { cwd });
      const before = readFileSync(join(cwd, 'network-2-3.stl'));
      const refused = await run(['--from', 'network-2-3.stl'], { cwd });
      expect(refused.exitCode).toBe(2);
      expect(refused.lines[0]).toContain('Is the file that the network is read from');
      expect(readFileSync(join(cwd, 'network-2-3.stl')).equals(before)).toBe(true);
      const { stderr } = await run(['--from', 'network-2-3.stl', '1,2'], { cwd });
      expect(stderr).toContain('network-1-2.stl');
    });
  });

  it('keeps the colours that one printer has no slots for, for another', async () => {
    await inFolder(async (cwd) => {
      const slots = async (...args: string[]) => {
        await run(['--from', 'a.stl', '-o', 'b.3mf', '--shells', ...args], { cwd });
        return readThreeMf(readFileSync(join(cwd, 'b.3mf'))).volumes.map(({ extruder }) => extruder);
      };
      await run(
        ['1,1,1,1', '--printer', 'prusa-mk4s', '--mode', 'upright', '--color-by', 'none', '-o', 'a.stl'],
        { cwd },
      );
      expect(await slots('--printer', 'bambu-p1s-ams', '--color-by', 'layer')).toEqual([1, 1, 2, 3, 4, 3]);
      await run(['1,1,1,1', '--printer', 'ultimaker-s5', '--shells', '-o', 'a.stl'], { cwd });
      expect(await slots('1,1,1')).toEqual([1, 1, 2, 2, 1]);
      expect(await slots('--slots', '3')).toEqual([1, 1, 2, 3, 2, 3]);
    });
  });

  it('keeps that format for a printer too, unless another printer is named', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--printer', 'prusa-mk4s', '-o', 'a.3mf'], { cwd });
      expect((await run(['--from', 'a.3mf'], { cwd })).stderr).toContain('network-2-3-prusa-mk4s-flat.3mf');
      expect((await run(['--from', 'a.3mf', '--printer', 'generic-fdm'], { cwd })).stderr).toContain(
        'network-2-3-generic-fdm-flat.stl',
      );
    });
  });

  it('reads standard input', async () => {
    await inFolder(async (cwd) => {
      const { bytes } = await run([...COARSE, '-o', '-', '-f', '3mf', '-q'], { cwd });
      const again = await run(['--from', '-', '-o', '-', '-f', '3mf', '-q'], { cwd, stdin: bytes });
      expect(again.bytes.equals(bytes)).toBe(true);
    });
  });

  it('says what an STL header had no room for, and still writes the same bytes', async () => {
    await inFolder(async (cwd) => {
      const written = await run([...COARSE, '--name', 'n'.repeat(90), '-o', 'a.stl'], { cwd });
      expect(written.stderr).toContain(
        'warning: a.stl: The header of an STL has no room for title and colours',
      );
      const long = ['1'.padEnd(99, ',1'), '--base', 'none', '--segments', '8', '--shells', '-o', 'long.stl'];
      expect((await run(long, { cwd })).stderr).toContain('has no room for this network');
      const { stderr, exitCode } = await run(['--from', 'a.stl', '-o', 'b.stl'], { cwd });
      expect(exitCode).toBe(0);
      expect(stderr).toContain('warning: a.stl: The header of an STL had no room for title and colours');
      expect(readFileSync(join(cwd, 'b.stl')).equals(readFileSync(join(cwd, 'a.stl')))).toBe(true);
    });
  });

  it('says when OpenSCAD source was changed by hand', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.scad'], { cwd });
      const source = readFileSync(join(cwd, 'a.scad'), 'utf8');
      writeFileSync(join(cwd, 'crlf.scad'), source.replaceAll('\n', '\r\n'));
      expect((await run(['--from', 'crlf.scad', '-q', '-o', 'b.scad'], { cwd })).stderr).toBe('');
      expect((await run(['--from', 'crlf.scad', '-o', 'b.scad'], { cwd })).stderr).not.toContain('warning');
      writeFileSync(join(cwd, 'a.scad'), source.replace(/^node_radius = \d+;/m, 'node_radius = 7;'));
      const { stderr } = await run(['--from', 'a.scad', '-o', 'b.scad'], { cwd });
      expect(stderr).toContain('warning: a.scad: Was changed since it was written');
      const printed = await run(['--from', 'a.scad', '--print-spec'], { cwd });
      expect(printed.stderr).toContain('warning: a.scad: Was changed since it was written');
    });
  });

  it.each([
    ['a file that is not there', 'none.3mf', '--from none.3mf: Cannot be read: there is no such file.'],
    ['an STL of somebody else', 'other.stl', '--from other.stl: Has no recipe of a network in it'],
    ['source of somebody else', 'other.scad', '--from other.scad: Has no recipe of a network in it'],
    ['text', 'text.3mf', 'text.3mf: '],
    ['a recipe that did not fit', 'long.stl', '--from long.stl: The recipe cannot be read: it did not fit'],
    ['a recipe with a fault', 'fault.stl', '--from fault.stl: layers[0]: A layer must have a whole number'],
    [
      'a recipe for a printer that is not known',
      'printer.stl',
      '--from printer.stl: There is no printer "laser"',
    ],
  ])('refuses %s', async (_, name, fault) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'other.stl'), stlWith('made by somebody else'));
      writeFileSync(join(cwd, 'other.scad'), 'cube(1);\n');
      writeFileSync(join(cwd, 'text.3mf'), 'hello\n');
      writeFileSync(join(cwd, 'long.stl'), stlWith('Neurofab 0.1.0 (recipe too long)'));
      writeFileSync(join(cwd, 'fault.stl'), stlWith('Neurofab 0.1.0 0,1'));
      writeFileSync(join(cwd, 'printer.stl'), stlWith('Neurofab 0.1.0 1,1 --printer=laser'));
      const { exitCode, lines } = await run(['--from', name, '-o', 'b.3mf'], { cwd });
      expect(lines[0]).toContain(fault);
      expect(lines).toHaveLength(1);
      expect([1, 2]).toContain(exitCode);
    });
  });

  it('is refused beside --spec', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, lines } = await run(['--from', 'a.3mf', '--spec', 'b.json'], { cwd });
      expect([exitCode, lines]).toEqual([
        2,
        ['error: --spec and --from both say which network it is. Leave one of them out.'],
      ]);
    });
  });
});

/** An STL of one tetrahedron. */
function stlWith(header: string): Buffer {
  const bytes = Buffer.alloc(84 + 4 * 50);
  bytes.write(header);
  bytes.writeUInt32LE(4, 80);
  const corners = [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ];
  const faces = [
    [0, 2, 1],
    [0, 1, 3],
    [0, 3, 2],
    [1, 2, 3],
  ];
  faces.flat().forEach((corner, i) => {
    corners[corner]!.forEach((value, axis) => {
      bytes.writeFloatLE(value, 84 + 50 * Math.floor(i / 3) + 12 + 12 * (i % 3) + 4 * axis);
    });
  });
  return bytes;
}
