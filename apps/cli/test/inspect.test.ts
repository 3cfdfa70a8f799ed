import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseNetworkSpec, writtenInFull } from '@neurofab/core';
import { ask, inFolder, itAsks, prusaSlicerInfo } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { KNOWN } from './known-formats.ts';
import { run } from './run-main.ts';

const COARSE = ['2,3', '--segments', '8'];

describe('neurofab inspect', () => {
  it('says what was written: bodies, colours, slots, sizes, volumes, recipe', async () => {
    await inFolder(async (cwd) => {
      const args = [...COARSE, '--mode', 'upright', '--printer', 'bambu-p1s-ams', '--json'];
      const { files, network } = JSON.parse(
        (await run([...args, '-o', 'a.3mf', '-o', 'a.stl'], { cwd })).stdout,
      );
      const { stdout, exitCode } = await run(['inspect', 'a.3mf', 'a.stl', '--json'], { cwd });
      expect(exitCode).toBe(0);
      const [threeMf, stl] = JSON.parse(stdout);
      expect([threeMf.format, stl.format]).toEqual(['3MF', 'Binary STL']);
      for (const [i, inspected] of [threeMf, stl].entries()) {
        const written = files[i];
        expect(inspected).toMatchObject({
          path: written.path,
          bytes: written.bytes,
          triangles: written.triangles,
        });
        expect(inspected.bodies).toHaveLength(written.bodies.length);
        inspected.bodies.forEach((body: Record<string, number | string | boolean>, k: number) => {
          const { name, color, slot, triangles, volumeMm3 } = written.bodies[k];
          expect(body).toMatchObject({
            triangles,
            closed: true,
            openEdges: 0,
            doubledEdges: 0,
            reversedEdges: 0,
          });
          expect(body.volumeMm3).toBeCloseTo(volumeMm3, 2);
          if (i === 0) expect(body).toMatchObject({ name: `${name} (slot ${slot}, ${color})`, color, slot });
        });
        const { min, max } = written.boundsMm;
        [0, 1, 2].forEach((axis) => {
          expect(inspected.sizeMm[axis]).toBeCloseTo(max[axis] - min[axis], 3);
        });
        expect(inspected.recipe).toMatchObject({ settings: { printer: 'bambu-p1s-ams' } });
        expect(writtenInFull(parseNetworkSpec(inspected.recipe.spec))).toEqual(network);
      }
    });
  });

  it('says of a GLB what was written, in millimetres and without slots', async () => {
    await inFolder(async (cwd) => {
      const written = JSON.parse((await run([...COARSE, '-o', 'a.glb', '--json'], { cwd })).stdout);
      const { stdout, exitCode } = await run(['inspect', 'a.glb', '--json'], { cwd });
      const [{ format, bodies, sizeMm, recipe }] = JSON.parse(stdout);
      expect([exitCode, format]).toEqual([0, 'GLB']);
      const [file] = written.files;
      expect(bodies).toHaveLength(file.bodies.length);
      for (const [i, { name, color, triangles, volumeMm3 }] of file.bodies.entries()) {
        expect(bodies[i]).toMatchObject({ name, color, slot: null, triangles, closed: true });
        expect(bodies[i].volumeMm3).toBeCloseTo(volumeMm3, 6);
      }
      const { min, max } = file.boundsMm;
      expect(sizeMm).toEqual([0, 1, 2].map((axis) => max[axis] - min[axis]));
      expect(writtenInFull(parseNetworkSpec(recipe.spec))).toEqual(written.network);
    });
  });

  it('reads the flavour assembly the same', async () => {
    await inFolder(async (cwd) => {
      const inspected = async (flavor: string) => {
        await run([...COARSE, '--flavor', flavor, '-o', 'a.3mf'], { cwd });
        return JSON.parse((await run(['inspect', 'a.3mf', '--json'], { cwd })).stdout)[0].bodies;
      };
      expect(await inspected('assembly')).toEqual(await inspected('slicer'));
    });
  });

  it('prints a table', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.3mf'], { cwd });
      const { stdout } = await run(['inspect', 'a.3mf'], { cwd });
      expect(stdout).toMatch(
        /^a\.3mf {2}3MF, [\d,]+ bytes, [\d.]+ × [\d.]+ × [\d.]+ mm, [\d,]+ triangles, [\d.]+ mm³\n/,
      );
      expect(stdout).toMatch(/base \(slot 1, #444C56\) +#444C56 +1 +[\d,]+ +[\d.]+ +yes\n/);
      expect(stdout).toContain('recipe: Neurofab 0.1.0 v2 2,3 segments=8\n');
    });
  });

  it('says how large a model is, however large', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.stl'], { cwd });
      const stl = readFileSync(join(cwd, 'a.stl'));
      stl.writeFloatLE(7.8e30, 84 + 12);
      writeFileSync(join(cwd, 'huge.stl'), stl);
      const { exitCode, stdout } = await run(['inspect', 'huge.stl'], { cwd });
      expect(exitCode).toBe(1);
      expect(stdout).toMatch(/ 7\.8e30 × 40 × \d+ mm, /);
      expect(stdout).toContain(
        '\n  larger than a kilometre: a coordinate is damaged, or the unit is another\n',
      );
      const [{ sizeMm }] = JSON.parse((await run(['inspect', 'huge.stl', '--json'], { cwd })).stdout);
      expect(sizeMm[0] / 7.8e30).toBeCloseTo(1, 6);
    });
  });

  it('marks volumes that count overlaps more than once', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--shells', '-o', 'shells.3mf', '-o', 'shells.stl'], { cwd });
      await run([...COARSE, '-o', 'solids.3mf', '-o', 'fused.stl'], { cwd });
      const files = ['shells.3mf', 'shells.stl', 'solids.3mf', 'fused.stl'];
      const inspected = JSON.parse((await run(['inspect', ...files, '--json'], { cwd })).stdout);
      const flags = inspected.map(({ bodies }: { bodies: Record<string, boolean>[] }) => [
        bodies.some(({ overlapsItself }) => overlapsItself),
        bodies.some(({ overlapsOthers }) => overlapsOthers),
      ]);
      expect(flags).toEqual([
        [true, true],
        [true, false],
        [false, false],
        [false, false],
      ]);
      const note = 'overlaps: mm³ counts what overlaps more than once';
      const { stdout } = await run(['inspect', 'shells.3mf'], { cwd });
      expect(stdout).toContain(note);
      expect(stdout).toMatch(/connections .* yes, its pieces overlap, overlaps other bodies\n/);
      expect(stdout).toMatch(/layer 1 .* yes, overlaps other bodies\n/);
      expect((await run(['inspect', 'solids.3mf'], { cwd })).stdout).not.toContain('overlap');
    });
  });

  describe('counts the pieces', () => {
    const shared = {
      'a corner': [
        [0, 0, 0],
        [1, 1, 1],
      ],
      'an edge': [
        [0, 0, 0],
        [1, 1, 0],
      ],
      'edges in a ring': [
        [0, 0, 0],
        [1, 1, 0],
        [2, 0, 0],
        [1, -1, 0],
      ],
      nothing: [
        [0, 0, 0],
        [3, 0, 0],
      ],
    } as const;
    for (const [what, places] of Object.entries(shared)) {
      const stl = cubes(places);
      const pieces = async () => {
        const { stdout } = await run(['inspect', '-', '--json'], { cwd: '.', stdin: stl });
        return JSON.parse(stdout)[0].bodies[0].pieces;
      };

      itAsks('admesh')(`of cubes that share ${what} as admesh does`, async () => {
        await inFolder(async (cwd) => {
          writeFileSync(join(cwd, 'a.stl'), stl);
          const { stdout } = await ask('admesh', ['a.stl'], { cwd });
          expect(await pieces()).toBe(Number(/Number of parts +: +(\d+)/.exec(stdout)![1]));
        });
      });

      itAsks('prusa-slicer')(`of cubes that share ${what} as PrusaSlicer does`, async () => {
        expect(await pieces()).toBe((await prusaSlicerInfo(stl, '.stl')).shells);
      });
    }
  });

  it('ends with 1 when a body is not closed, and counts its edges', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.stl'], { cwd });
      const stl = readFileSync(join(cwd, 'a.stl'));
      const open = Buffer.from(stl.subarray(0, stl.length - 50));
      open.writeUInt32LE((open.length - 84) / 50, 80);
      writeFileSync(join(cwd, 'open.stl'), open);
      const reversed = Buffer.from(stl);
      stl.copy(reversed, 84 + 12, 84 + 24, 84 + 36);
      stl.copy(reversed, 84 + 24, 84 + 12, 84 + 24);
      writeFileSync(join(cwd, 'reversed.stl'), reversed);
      const { exitCode, stdout } = await run(['inspect', 'a.stl', 'open.stl', 'reversed.stl', '--json'], {
        cwd,
      });
      expect(exitCode).toBe(1);
      const counts = JSON.parse(stdout).map(({ bodies: [body] }: { bodies: [Record<string, unknown>] }) => [
        body.closed,
        body.openEdges,
        body.reversedEdges,
      ]);
      expect(counts).toEqual([
        [true, 0, 0],
        [false, 3, 0],
        [false, 0, 3],
      ]);
      expect((await run(['inspect', 'open.stl'], { cwd })).stdout).toContain('NO: 3 open edges');
    });
  });

  it('tells each file that it cannot read, inspects the others, and ends with 2', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.3mf'], { cwd });
      const whole = readFileSync(join(cwd, 'a.3mf'));
      writeFileSync(join(cwd, 'cut.3mf'), whole.subarray(0, whole.length / 2));
      writeFileSync(join(cwd, 'text.txt'), 'hello');
      const { exitCode, stdout, lines } = await run(['inspect', 'cut.3mf', 'text.txt', 'none.stl', 'a.3mf'], {
        cwd,
      });
      expect(exitCode).toBe(2);
      expect(stdout).toContain('a.3mf  3MF');
      expect(lines).toHaveLength(3);
      expect(lines[0]).toContain('error: cut.3mf: ');
      expect(lines[1]).toContain('error: text.txt: ');
      expect(lines[2]).toBe('error: none.stl: Cannot be read: there is no such file.');
      const { stdout: json } = await run(['inspect', 'text.txt', 'a.3mf', '--json'], { cwd });
      expect(JSON.parse(json)).toMatchObject([
        { path: 'text.txt', error: `text.txt: Its contents are none of ${KNOWN.labels}.` },
        { path: 'a.3mf', format: '3MF' },
      ]);
    });
  });

  it('gives the recipe of OpenSCAD source, which has no bodies', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.scad'], { cwd });
      const { exitCode, stdout } = await run(['inspect', 'a.scad'], { cwd });
      expect(exitCode).toBe(0);
      expect(stdout).toMatch(/^a\.scad {2}OpenSCAD source, [\d,]+ bytes\n {2}recipe: Neurofab /);
    });
  });

  it('reads standard input once', async () => {
    await inFolder(async (cwd) => {
      const { bytes } = await run([...COARSE, '-o', '-', '-f', 'stl', '-q'], { cwd });
      const { exitCode, stdout } = await run(['inspect', '-'], { cwd, stdin: bytes });
      expect([exitCode, stdout.split('  ')[0]]).toEqual([0, 'standard input']);
      const twice = await run(['inspect', '-', '-'], { cwd, stdin: bytes });
      expect([twice.exitCode, twice.lines]).toEqual([
        2,
        ['error: Standard input can be read once only, but is named 2 times.'],
      ]);
    });
  });

  it('takes no flags of what it does not do', async () => {
    const { exitCode, lines } = await run(['--node-radius', '5', 'inspect', 'a.stl'], { cwd: '.' });
    expect([exitCode, lines]).toEqual([2, ['error: neurofab inspect takes no --node-radius.']]);
  });

  it('wants a file', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, lines } = await run(['inspect'], { cwd });
      expect([exitCode, lines]).toEqual([2, ["error: Missing required argument 'file'."]]);
    });
  });
});

/** A binary STL of cubes of one millimetre with a corner each in these places. */
function cubes(places: readonly (readonly [number, number, number])[]): Buffer {
  // biome-ignore format: a row a side
  const corners = [
    0, 2, 3, 0, 3, 1,
    4, 5, 7, 4, 7, 6,
    0, 1, 5, 0, 5, 4,
    2, 6, 7, 2, 7, 3,
    0, 4, 6, 0, 6, 2,
    1, 3, 7, 1, 7, 5,
  ];
  const stl = Buffer.alloc(84 + 50 * 12 * places.length);
  stl.writeUInt32LE(12 * places.length, 80);
  places.forEach((place, cube) => {
    corners.forEach((corner, i) => {
      const at = 84 + 50 * (12 * cube + Math.floor(i / 3)) + 12 + 12 * (i % 3);
      place.forEach((value, axis) => {
        stl.writeFloatLE(value + ((corner >> axis) & 1), at + 4 * axis);
      });
    });
  });
  return stl;
}
