import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { meshBounds } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { inFolder, readStl, readThreeMf, readThreeMfPieces, type ThreeMfPieces } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

const COARSE = ['2,3', '--segments', '8', '--mode', 'upright'];

/** Runs in an empty folder and gives what was said and the files that lie there then. */
function runThere(...args: string[]) {
  return inFolder(async (cwd) => {
    const result = await run(args, { cwd });
    const file = (name: string) => readFileSync(join(cwd, name));
    const written = readdirSync(cwd).sort();
    return { ...result, written, bytes: written.map(file) };
  });
}

describe('--printer', () => {
  it('writes 3MF in the flavour of the slicer, centred on the bed, for a printer of several colours', async () => {
    const { written, bytes, stderr } = await runThere(...COARSE, '--printer', 'bambu-p1s-ams');
    expect(written).toEqual(['network-2-3-bambu-p1s-ams-upright.3mf']);
    const { flavor, translation, volumes } = readThreeMf(bytes[0]!);
    expect(flavor).toBe('slicer');
    expect(volumes.map(({ extruder }) => extruder)).toEqual([1, 1, 2, 3]);
    const { boundsMm } = JSON.parse(
      (await runThere(...COARSE, '--json', '--printer', 'bambu-p1s-ams')).stdout,
    ).files[0];
    for (const axis of [0, 1] as const) {
      const middle = (boundsMm.min[axis] + boundsMm.max[axis]) / 2 + translation[axis];
      expect(middle).toBeCloseTo(128, 3);
    }
    expect(stderr).toContain('for Bambu Lab P1S with one AMS');
  });

  it('stands in the middle of where the printer can print', async () => {
    const center = async (printer: string) => {
      const { stdout } = await runThere('1,1', '--segments', '8', '--printer', printer, '--json', '--shells');
      const { bytes } = await runThere('1,1', '--segments', '8', '--printer', printer, '--shells');
      const { min, max } = JSON.parse(stdout).files[0].boundsMm;
      const { translation } = readThreeMf(bytes[0] ?? Buffer.alloc(0));
      return [0, 1].map((axis) => Math.round(((min[axis] + max[axis]) / 2 + translation[axis]!) * 10) / 10);
    };
    expect(await center('bambu-h2d-ams')).toEqual([175, 160]);
    expect(await center('snapmaker-u1')).toEqual([135.5, 136]);
  });

  it('writes the other flavour for Cura', async () => {
    const { bytes } = await runThere(...COARSE, '--printer', 'ultimaker-s5');
    expect(readThreeMf(bytes[0]!).flavor).toBe('assembly');
  });

  it.each(['prusa-mk4s', 'generic-resin', 'generic-powder'])(
    'writes one body as STL for a printer of one colour: %s',
    async (printer) => {
      const { written, bytes, exitCode } = await runThere(...COARSE, '--printer', printer);
      expect([exitCode, written]).toEqual([0, [`network-2-3-${printer}-upright.stl`]]);
      expect(readStl(bytes[0]!).header).toContain(`--printer=${printer}`);
    },
  );

  it('leaves the format to the extension', async () => {
    await inFolder(async (cwd) => {
      await run([...COARSE, '--printer', 'bambu-p1s-ams', '-o', 'a.stl'], { cwd });
      await run([...COARSE, '--printer', 'prusa-mk4s', '-o', 'a.3mf'], { cwd });
      expect(readStl(readFileSync(join(cwd, 'a.stl'))).mesh.indices.length).toBeGreaterThan(0);
      // One colour is one body, without walls inside.
      expect(readThreeMf(readFileSync(join(cwd, 'a.3mf'))).volumes).toHaveLength(1);
    });
  });

  it('lays a network flat for filament, says so, and says how it stands', async () => {
    const { stderr, bytes } = await runThere('2,3', '--segments', '8', '--printer', 'prusa-mk4s');
    expect(stderr).toContain('80 × 48 × 7 mm on the plate');
    const shown = ['2,3', '--segments', '8', '--printer', 'prusa-mk4s', '-o', 'a.glb'];
    expect((await runThere(...shown)).stderr).toContain('48 × 36 × 47 mm put together, for Prusa MK4S');
    expect((await runThere(...shown, '-o', 'a.stl')).stderr).toContain(
      '80 × 48 × 7 mm on the plate, 48 × 36 × 47 mm put together',
    );
    expect(stderr).toContain(
      'Laid flat for Prusa MK4S, so that nothing needs support; --mode upright prints it standing.',
    );
    expect(readStl(bytes[0]!).header).not.toContain('m=flat');
    const upright = await runThere('2,3', '--segments', '8', '--printer', 'prusa-mk4s', '--mode', 'upright');
    expect(upright.stderr).not.toContain('Laid flat');
    const resin = await runThere('2,3', '--segments', '8', '--printer', 'generic-resin');
    expect(resin.stderr).not.toContain('Laid flat');
  });

  it('puts on several plates, each a file of its own in the middle of the bed, what does not fit on one', async () => {
    const halves = ['3,6,6,4,2', '--segments', '8', '--mode', 'halves', '--printer', 'prusa-mini'];
    const { stderr, written, bytes } = await runThere(...halves, '-o', 'a.3mf', '--slots', '4');
    expect(written).toEqual(['a-plate-1.3mf', 'a-plate-2.3mf']);
    expect(stderr).toContain('2 plates of 144 × 134 × 7 mm at most, for Prusa MINI+');
    expect(stderr).toContain('plate 1: front half\nplate 2: back half, foot\n');
    expect(stderr).toContain(
      'Put the halves together with 10 pieces of filament, 1.75 mm thick and 3.6 mm long',
    );
    const plates = bytes.map((file) => readThreeMfPieces(file).pieces);
    expect(plates.map((pieces) => pieces.length).sort()).toEqual([1, 2]);
    for (const pieces of plates) {
      const [{ translation }] = pieces as [ThreeMfPieces['pieces'][number]];
      const meshes = pieces.flatMap(({ volumes }) => volumes.map(({ mesh }) => mesh));
      const { min, max } = meshes.map(meshBounds).reduce(joinBounds);
      for (const axis of [0, 1] as const) {
        expect((min[axis] + max[axis]) / 2 + translation[axis]).toBeCloseTo(90, 3);
      }
    }
    const json = JSON.parse((await runThere(...halves, '--json')).stdout);
    expect(json.plates).toBe(2);
    expect(json.files.map(({ path }: { readonly path: string }) => path)).toEqual(
      [1, 2].map((plate) => `network-3-6-6-4-2-prusa-mini-halves-plate-${plate}.stl`),
    );
    expect((await runThere(...halves, '--fit')).written).toEqual(['network-3-6-6-4-2-prusa-mini-halves.stl']);
    const piped = await runThere(...halves, '-o', '-', '-f', 'stl');
    expect(piped.exitCode).toBe(2);
    expect(piped.stderr).toContain('Several plates are several files');
  });

  it('takes sizes of layers and pegs where a network lies flat of its own accord, and says why another does not', async () => {
    const plate = ['2,3', '--segments', '8', '--printer', 'prusa-mk4s'];
    const { exitCode, stderr } = await runThere(...plate, '--layer-height', '0.3', '--clearance', '0.3');
    expect([exitCode, stderr.includes('Laid flat')]).toEqual([0, true]);
    const kept = 'Kept upright for Prusa MK4S, since';
    for (const flags of [
      ['--base-radius', '60'],
      ['--shells'],
      ['--preset', 'seed'],
      ['--origin', 'model'],
    ]) {
      expect((await runThere(...plate, ...flags)).stderr).toContain(kept);
    }
    expect((await runThere(...plate, '--base', 'none')).stderr).not.toContain(kept);
    const cut = await runThere(...plate, '--layer-height', '0.3', '--shells');
    expect(cut.lines).toEqual([
      'error: --layer-height: Nothing of a network that is printed upright is cut: modes flat, halves and plaque have whole layers.',
    ]);
  });

  it('lays a network flat in source too, and refuses what source or shells cannot hold', async () => {
    const { stderr, bytes } = await runThere('2,3', '--printer', 'prusa-mk4s', '-o', 'network-2-3.scad');
    expect(stderr).toContain('Laid flat for Prusa MK4S');
    expect(new TextDecoder().decode(bytes[0])).toContain('\nmode = "flat"; // [upright, flat]\n');
    const halves = await runThere('2,3', '--mode', 'halves', '-o', 'network-2-3.scad');
    expect([halves.exitCode, halves.written]).toEqual([1, []]);
    expect(halves.lines).toEqual([
      'error: network-2-3.scad: OpenSCAD source cannot hold a network that is printed in halves: add --mode upright or --mode flat, or write STL, 3MF or GLB.',
    ]);
    const shells = await runThere('2,3', '--shells', '--mode', 'flat');
    expect([shells.exitCode, shells.written]).toEqual([1, []]);
    expect(shells.lines[0]).toContain('--shells: Nothing can be cut off balls and rods as they are');
  });

  it('is finer for resin and powder, unless told otherwise', async () => {
    const tolerance = async (...args: string[]) =>
      JSON.parse((await runThere('2,3', '--print-spec', '--complete', ...args)).stdout).resolution;
    expect(await tolerance('--printer', 'generic-resin')).toEqual({ tolerance: 0.01 });
    expect(await tolerance('--printer', 'generic-powder')).toEqual({ tolerance: 0.01 });
    expect(await tolerance('--printer', 'generic-fdm')).toEqual({ tolerance: 0.02 });
    expect(await tolerance('--printer', 'generic-resin', '--segments', '12')).toEqual({ segments: 12 });
    expect(await tolerance('--printer', 'generic-resin', '--preset', 'seed')).toEqual({
      segments: 100,
      rings: 100,
    });
  });

  it.each([
    ['an id with a typing error', 'bambu-p1s-asm', 'bambu-p1s-ams'],
    ['another name', 'prusa-mk5', 'prusa-mk4s'],
  ])('suggests for %s', async (_, given, meant) => {
    const { exitCode, lines } = await runThere('--printer', given);
    expect(exitCode).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`There is no printer "${given}". Did you mean`);
    expect(lines[0]).toContain(meant);
  });

  it.each(['Prusa MINI 2', 'MK2S', 'P1Q', 'Voron', 'bambu-p1s-asm'])(
    'offers the generic printers beside, for %j',
    async (given) => {
      const generic = 'For one that is not listed there are generic-fdm and generic-resin.';
      expect((await runThere('--printer', given)).stderr).toContain(generic);
      expect((await runThere('printers', given)).stderr).toContain(generic);
    },
  );

  it('suggests no machine of another maker', async () => {
    expect((await runThere('--printer', 'Prusa MINI 2')).stderr).not.toContain('bambu');
  });

  it('picks the format of an output that has no extension', async () => {
    await inFolder(async (cwd) => {
      const { bytes } = await run([...COARSE, '--printer', 'bambu-p1s-ams', '-o', '-', '-q'], { cwd });
      expect(readThreeMf(bytes).flavor).toBe('slicer');
      await run([...COARSE, '--printer', 'prusa-mk4s', '-o', 'model'], { cwd });
      expect(readStl(readFileSync(join(cwd, 'model'))).mesh.indices.length).toBeGreaterThan(0);
    });
  });

  it('takes aliases in any case', async () => {
    expect((await runThere(...COARSE, '--printer', 'P1S AMS')).stderr).toContain('P1S with one AMS');
  });
});

describe('the bed', () => {
  const LARGE = ['2,2,2,2,2,2,2,2,2,2', '--segments', '8', '--base-radius', '200'];

  it('refuses a model that is too large: axis, both sizes, and the scale that fits', async () => {
    const { exitCode, lines } = await runThere(...LARGE, '--printer', 'bambu-a1-mini');
    expect(exitCode).toBe(1);
    expect(lines).toEqual([
      'error: The model is 400 mm along x, but Bambu Lab A1 mini takes 180 mm; a scale of 0.45 would fit, but connections would be 0.9 mm thick, and FDM needs 1 mm.',
      'error: The model is 400 mm along y, but Bambu Lab A1 mini takes 180 mm; a scale of 0.45 would fit, but connections would be 0.9 mm thick, and FDM needs 1 mm.',
    ]);
  });

  it('is content with the scale that it names', async () => {
    const { lines } = await runThere(...LARGE, '--printer', 'prusa-xl');
    expect(lines[0]).toContain('--scale 0.9 (or --fit) would fit.');
    const { exitCode, stderr } = await runThere(
      ...LARGE,
      '--printer',
      'prusa-xl',
      '--scale',
      '0.9',
      '--shells',
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('360 × 360 ×');
    expect(stderr).toContain('scaled by 0.9');
  });

  it('names a scale of the network as it was asked for, not of one that is scaled already', async () => {
    const { lines } = await runThere(...LARGE, '--printer', 'prusa-xl', '--scale', '2');
    expect(lines[0]).toContain('800 mm along x');
    expect(lines[0]).toContain('--scale 0.9 (or --fit) would fit.');
  });

  it('names a scale however small', async () => {
    const { lines } = await runThere(
      '100,100',
      '--node-radius',
      '1000',
      '--mode',
      'upright',
      '--printer',
      'bambu-p1s',
    );
    expect(lines[0]).toContain('a scale of 0.000627 would fit, but');
  });

  it('is filled by --fit, up or down', async () => {
    const scale = async (...args: string[]) =>
      JSON.parse((await runThere(...args, '--fit', '--shells', '--json')).stdout);
    const down = await scale(...LARGE, '--printer', 'prusa-xl');
    expect(down.scale).toBe(0.9);
    const up = await scale('2,2', '--segments', '8', '--printer', 'bambu-p1s-ams');
    const { min, max } = up.files[0].boundsMm;
    const fills = [256, 256, 250].map((bed, axis) => (max[axis] - min[axis]) / bed);
    expect(Math.max(...fills)).toBeLessThanOrEqual(1);
    expect(Math.max(...fills)).toBeGreaterThan(0.99);
  });

  it('is not filled at the cost of connections that break', async () => {
    const { exitCode, lines } = await runThere(...LARGE, '--printer', 'bambu-a1-mini', '--fit');
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('--fit: At a scale of 0.45');
    expect(lines[0]).toContain('connections would be 0.9 mm thick, and FDM needs 1 mm');
  });

  it('warns of connections that are thin by themselves', async () => {
    const { stderr, exitCode } = await runThere(
      ...[...COARSE, '--printer', 'generic-fdm', '--connection-radius', '0.3'],
    );
    expect(exitCode).toBe(0);
    expect(stderr).toContain('warning: Connections would be 0.6 mm thick, and FDM needs 1 mm.');
  });

  it.each([
    [['--scale', '0'], 1, '--scale: Must be a number above 0, such as 0.5, but is "0".'],
    [['--scale', 'big'], 1, '--scale: Must be a number above 0, such as 0.5, but is "big".'],
    [['--scale', '0.001'], 1, '--scale 0.001: nodeRadius: Must be a length from 0.01 to 10000 mm'],
    [['--scale', '2', '--fit', '--printer', 'prusa-xl'], 2, '--scale and --fit both say'],
    [['--fit'], 2, '--fit needs a printer with a bed'],
    [['--fit', '--printer', 'generic-3mf'], 2, '--fit needs a printer with a bed'],
  ])('refuses %j', async (args, code, fault) => {
    const { exitCode, lines, written } = await runThere(...COARSE, ...args);
    expect(lines[0]).toContain(fault);
    expect([exitCode, written]).toEqual([code, []]);
  });
});

describe('--slots', () => {
  const RAINBOW = [
    ...['1,1,1,1,1', '--segments', '8', '--shells', '--base-color', 'black', '--connection-color', 'white'],
    ...['--layer-colors', 'red,green,blue,gold,teal'],
  ];

  it('merges colours by the rule, and says so', async () => {
    const { bytes, stderr } = await inFolder(async (cwd) => {
      const result = await run([...RAINBOW, '--slots', '4', '-o', 'a.3mf'], { cwd });
      return { ...result, bytes: readFileSync(join(cwd, 'a.3mf')) };
    });
    expect(readThreeMf(bytes).volumes.map(({ extruder }) => extruder)).toEqual([1, 1, 2, 3, 4, 2, 3]);
    expect(stderr).toContain(
      'More colours than slots, so they share 4: ' +
        'connections #FFFFFF → #000000, layer 4 #FFD700 → #FF0000, layer 5 #008080 → #008000.',
    );
    expect(stderr).not.toContain('warning');
  });

  it('says in short that one slot prints everything', async () => {
    const { stderr } = await runThere(...COARSE, '--printer', 'prusa-mk4s');
    expect(stderr).toContain('One slot, so everything is printed in #444C56.');
  });

  it('overrides what the printer has', async () => {
    const { written, stderr } = await runThere(...COARSE, '--printer', 'prusa-mk4s', '--slots', '3');
    expect(written).toEqual(['network-2-3-prusa-mk4s-upright.3mf']);
    expect(stderr).not.toContain('More colours than slots');
  });

  it.each([
    [['--slots', '0'], '--slots: Must be a whole number from 1 to 16, but is "0".'],
    [['--slots', '17'], '--slots: Must be a whole number from 1 to 16, but is "17".'],
    [['--slots', '2.5'], '--slots: Must be a whole number from 1 to 16, but is "2.5".'],
    [['--slots', '2', '--printer', 'generic-resin'], '--slots: Resin (SLA) prints in one colour'],
  ])('refuses %j', async (args, fault) => {
    const { exitCode, lines } = await runThere(...COARSE, ...args);
    expect(lines[0]).toContain(fault);
    expect(exitCode).toBe(1);
  });
});

describe('--color-by', () => {
  it.each([
    ['layer', [1, 1, 2, 3]],
    ['role', [1, 1, 2, 2]],
  ])('%s', async (by, slots) => {
    const { bytes } = await runThere(...COARSE, '--color-by', by);
    expect(readThreeMf(bytes[0]!).volumes.map(({ extruder }) => extruder)).toEqual(slots);
  });

  it('none makes one body in one colour', async () => {
    const { bytes } = await runThere(...COARSE, '--color-by', 'none');
    expect(readThreeMf(bytes[0]!).volumes.map(({ extruder }) => extruder)).toEqual([1]);
  });
});

describe('--colors-by-height', () => {
  const PLAQUE = ['2,3', '--segments', '8', '--mode', 'plaque'];

  it('is the usual for a plaque where a printer has one slot, and says where to change filament, also when it is read back', async () => {
    const { stderr, written } = await runThere(...PLAQUE, '--printer', 'prusa-mk4s');
    expect(written).toEqual(['network-2-3-prusa-mk4s-plaque.3mf']);
    expect(stderr.split('\n').filter((line) => /begin with|before z/.test(line))).toEqual([
      '               begin with  #F0F0F0  base',
      '  before z = 2 (layer 11)  #444C56  connections',
      '  before z = 3 (layer 16)  #D55E00  layer 1',
      'before z = 3.8 (layer 20)  #56B4E9  layer 2',
    ]);
    await inFolder(async (cwd) => {
      await run([...PLAQUE, '--colors-by-height', '-o', 'a.3mf'], { cwd });
      await run(['--from', 'a.3mf', '-o', 'b.3mf'], { cwd });
      expect(readFileSync(join(cwd, 'b.3mf'))).toEqual(readFileSync(join(cwd, 'a.3mf')));
      expect(readThreeMf(readFileSync(join(cwd, 'b.3mf'))).colorChanges).toHaveLength(3);
    });
  });

  it('can be left, and then all is one body', async () => {
    const args = [...PLAQUE, '--printer', 'prusa-mk4s', '--no-colors-by-height'];
    const { written, stderr } = await runThere(...args);
    expect(written).toEqual(['network-2-3-prusa-mk4s-plaque.stl']);
    expect(stderr).not.toContain('before z');
  });

  it('is refused for a network that stands, and says so of a foot', async () => {
    const standing = await runThere(...COARSE, '--colors-by-height');
    expect([standing.exitCode, standing.stderr]).toEqual([1, expect.stringContaining('--mode plaque')]);
    const flat = await runThere('2,3', '--mode', 'flat', '--colors-by-height', '--printer', 'prusa-mk4s');
    expect(flat.stderr).toContain('before z = 1.6 (layer 9)  #D55E00  layers 1, 2');
    expect(flat.stderr).toContain('--split pieces');
  });
});

describe('--flavor', () => {
  it('overrides what the printer says', async () => {
    const { bytes } = await runThere(...COARSE, '--printer', 'ultimaker-s5', '--flavor', 'slicer');
    expect(readThreeMf(bytes[0]!).flavor).toBe('slicer');
  });

  it('is refused where there is no 3MF', async () => {
    const { exitCode, lines } = await runThere(...COARSE, '--flavor', 'slicer', '-o', 'a.stl');
    expect([exitCode, lines]).toEqual([2, ['error: --flavor is for 3MF, but no output is one.']]);
  });
});

describe('what is said of a printer', () => {
  it('warns of a bed that the model fills, where a prime tower is needed', async () => {
    const filled = ['1,1', '--segments', '8', '--fit', '--shells', '--printer'];
    const warning = "the slicer's prime tower may find no room";
    expect((await runThere(...filled, 'bambu-p1s-ams')).stderr).toContain(warning);
    expect((await runThere(...filled, 'bambu-p1s')).stderr).not.toContain(warning);
    expect((await runThere(...COARSE, '--printer', 'bambu-p1s-ams')).stderr).not.toContain(warning);
  });

  it('warns of more slots than it has', async () => {
    const colors = ['--layer-colors', 'red,green,blue,gold,teal', '--slots', '6'];
    const { stderr } = await runThere('1,1,1,1,1', '--shells', '--printer', 'p1s-ams', ...colors);
    expect(stderr).toContain('The network has 6 colours, but Bambu Lab P1S with one AMS has 4 slots');
  });

  it('says that an STL holds no colours, where there are some', async () => {
    const { stderr } = await runThere(...COARSE, '--printer', 'bambu-p1s-ams', '-o', 'a.stl');
    expect(stderr).toContain('One body: an STL holds no colours, a 3MF does.');
    expect(stderr).not.toContain('slot');
    const halves = await runThere('2,3', '--mode', 'halves', '-o', 'network-2-3.scad');
    expect([halves.exitCode, halves.written]).toEqual([1, []]);
    expect(halves.lines).toEqual([
      'error: network-2-3.scad: OpenSCAD source cannot hold a network that is printed in halves: add --mode upright or --mode flat, or write STL, 3MF or GLB.',
    ]);
    const shells = await runThere(...COARSE, '--shells', '-o', 'a.stl');
    expect(shells.stderr).toContain('\nAn STL holds no colours, a 3MF does.');
    expect(shells.stderr).not.toContain('slot');
    const split = await runThere(...COARSE, '--split', '-o', 'a.stl');
    expect(split.stderr).toContain('slot  colour');
    expect(split.stderr).toContain(
      'An STL holds no colours: the slicer has to be told which slot prints each file.',
    );
    const both = await runThere(...COARSE, '-o', 'a.stl', '-o', 'a.3mf');
    expect(both.stderr).toContain('slot  colour');
    expect(both.stderr).not.toContain('no colours');
  });
});

describe('neurofab printers', () => {
  it('lists all printers as a table', async () => {
    const { stdout, exitCode } = await runThere('printers');
    expect(exitCode).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^id +printer +bed in mm +colours +writes +open in$/);
    expect(lines.length).toBeGreaterThan(25);
    expect(stdout).toContain('256 × 256 × 250');
  });

  it('lists those that are asked for', async () => {
    const { stdout } = await runThere('printers', 'bambu', 'p1s');
    const ids = stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => line.split(' ')[0]);
    expect(ids).toEqual(['bambu-p1s', 'bambu-p1s-ams', 'bambu-p1s-4-ams']);
  });

  it.each([
    ['256', /^bambu-(a1|p1[ps]|x1[ce])|^elegoo-centauri-carbon$/],
    ['16', /-4-(ams|cfs)$|-16k$|^generic-3mf$/],
    ['stl', /^(?!.*-(ams|mmu3|cfs|2t|5t))/],
    ['P1S+AMS', /^bambu-p1s-(4-)?ams$/],
  ])('searches the whole row for %s', async (word, expected) => {
    const { stdout } = await runThere('printers', word);
    const rows = stdout.split('\n').slice(1, -1);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.split(' ')[0]).toMatch(expected);
  });

  it('gives them as JSON', async () => {
    const { stdout } = await runThere('printers', 's5', '--json');
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'ultimaker-s5',
        bedMm: { x: 330, y: 240, z: 300 },
        colors: { slots: 2 },
        slicer: 'Cura',
        file: { format: '3mf', flavor: 'assembly' },
      },
    ]);
  });

  it('says when there is none, and which may be meant', async () => {
    const { exitCode, lines } = await runThere('printers', 'bambo-p1s');
    expect(exitCode).toBe(2);
    expect(lines[0]).toContain('No printer matches "bambo-p1s". Did you mean bambu-p1s');
  });

  it('is suggested for what is nearly its name', async () => {
    for (const [typed, meant] of [
      ['printer', 'printers'],
      ['inspct a.stl', 'inspect'],
    ]) {
      const { exitCode, lines } = await runThere(...typed!.split(' '));
      expect(exitCode).toBe(2);
      expect(lines).toEqual([`error: Unknown command '${typed!.split(' ')[0]}'. Did you mean ${meant}?`]);
    }
  });
});
