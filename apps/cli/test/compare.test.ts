import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { type Run, run } from './run-main.ts';

function ask(...args: string[]): Promise<Run> {
  return inFolder((cwd) => run(args, { cwd }));
}

const SMALL = ['compare', '2,3,1', '--printer', 'mk4s'];

describe('neurofab compare', () => {
  it('prints what each mode takes, and which takes least', async () => {
    const { exitCode, stdout, stderr } = await ask(...SMALL);
    expect([exitCode, stderr]).toEqual([0, '']);
    const [head, ...rows] = stdout.split('\n');
    expect(head).toMatch(/^mode +on the bed +filament +supports +purge +time +tool changes +findings$/);
    expect(rows.slice(0, 4).map((row) => row.split(' ')[0])).toEqual(['upright', 'flat', 'halves', 'plaque']);
    expect(rows[1]).toMatch(/^flat +86 × 80 × 7 mm on the plate +1\d g +– +– +\d+ (min|h.*) +0 +–$/);
    expect(stdout).toMatch(/\nRecommended: flat, which takes least filament and time of what stands\.\n$/);
  });

  it('says the same in numbers', async () => {
    const { modes, ...others } = JSON.parse((await ask(...SMALL, '--json')).stdout);
    expect(others).toEqual({ printer: 'prusa-mk4s', least: 'flat' });
    expect(modes.map(({ mode }: { mode: string }) => mode)).toEqual(['upright', 'flat', 'halves', 'plaque']);
    expect(modes[1].print).toMatchObject({ layerHeightMm: 0.2, toolChanges: 0, purgeGrams: 0 });
    expect(modes[0].print.supportGrams).toBeGreaterThan(1);
    expect(modes[1].boundsMm).toEqual({ min: [0, 0, 0], max: [86, 80, 7] });
  });

  it('takes a network as writing does, from a spec, with flags, colours and a price', async () => {
    const stdin = JSON.stringify({
      layers: [2, 3, 1],
      weights: [
        [
          [1, 2],
          [3, -4],
          [5, 6],
        ],
        [[1, 2, 3]],
      ],
    });
    const args = ['compare', '--spec', '-', '--printer', 'p1s-ams', '--node-radius', '3', '--price', '20'];
    const { exitCode, stdout, stderr } = await inFolder((cwd) => run(args, { cwd, stdin }));
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toMatch(/^mode .* tool changes +cost +findings\n/);
  });

  it('counts what is not as it should be, and says the worst', async () => {
    const { exitCode, stdout } = await ask('compare', '30,30', '--printer', 'mk4s');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/\nupright +.* – +– +– +– +– +\d\n/);
    expect(stdout).toMatch(/\n\nNone of these can be printed as asked\.\n$/);
    expect(stdout).toMatch(/\nupright: .*Prusa MK4S/);
  });

  it('says why a network cannot lie in a mode', async () => {
    const { stdout } = await ask(...SMALL, '--mode', 'plaque', '--hanging-hole');
    expect(stdout).toMatch(/\nflat +– /);
    expect(stdout).toContain('\nflat: --hanging-hole: ');
  });

  it('recommends nothing that will not come out, and says what nothing is left of in numbers too', async () => {
    const args = ['compare', '2,3,1', '--printer', 'p1s-ams', '--scale', '0.2'];
    const { exitCode, stdout } = await ask(...args);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/\nNone of these can be printed as asked\.\n$/);
    const json = await ask(...args, '--json');
    expect(json.exitCode).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({ least: null, modes: [{ mode: 'upright' }, {}, {}, {}] });
  });

  it('says what is thrown away too, with what takes less, and a plaque that does', async () => {
    const { stdout } = await ask('compare', '2,3,1', '--printer', 'p1s-ams');
    expect(stdout).toMatch(/\nflat: Changing filament .* are printed\. --.* mends it\.\n/);
    expect(stdout).toMatch(/\nRecommended: .* For a wall, plaque takes less: \d+ g in all, and /);
  });

  it('recommends a plaque where nothing that stands has colours by height', async () => {
    const { exitCode, stdout } = await ask(...SMALL, '--slots', '4', '--colors-by-height');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('flat: --colors-by-height: Printed flat, a network has colours by height');
    expect(stdout).toContain('Recommended: plaque, for a wall. Nothing that stands');
  });

  it("says at whose speed times are, where it is not the printer's own", async () => {
    expect((await ask(...SMALL)).stdout).toContain('\n\nTimes are at the speed of a Prusa MK3S.\n');
    expect((await ask('compare', '2,3', '--printer', 'p1s')).stdout).not.toContain('at the speed of');
  });

  it('recommends nothing where modes differ in size, since each is to fit', async () => {
    const { exitCode, stdout } = await ask('compare', '2,3,1', '--printer', 'a1-mini', '--fit');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing is recommended: --fit makes them of different size');
  });

  it('has no estimate for resin', async () => {
    const { exitCode, stdout } = await ask('compare', '2,3', '--printer', 'generic-resin');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /\nNothing is recommended: filament and time are estimated for printers of filament only\.\n$/,
    );
  });

  it('takes flags before its name as well', async () => {
    expect((await ask('--printer', 'mk4s', 'compare', '2,3,1')).stdout).toBe((await ask(...SMALL)).stdout);
  });

  it.each([
    [['compare', '2,3'], 2, 'name it with --printer'],
    [['compare', '2,3', '--printer', 'nothing'], 2, 'There is no printer "nothing"'],
    [['compare', '2,0', '--printer', 'mk4s'], 1, 'layer 2'],
    [['compare', '2,3', '--printer', 'mk4s', '--price', 'abc'], 2, '--price: Must be a number above 0'],
    [['compare', '2,3', '--printer', 'mk4s', '-o', 'x.stl'], 2, 'nknown option'],
    [['compare', '2,3', '--printer', 'mk4s', '--strict'], 2, 'nknown option'],
    [['-o', 'x.stl', 'compare', '2,3', '--printer', 'mk4s'], 2, 'takes no --output'],
    [['2,3', '--price', '25'], 2, '--price says what a print costs, so it needs a printer'],
    [['2,3', '--strict'], 2, '--strict refuses what a printer will not bring out, so it needs one'],
  ])('refuses %j', async (args, code, words) => {
    const { exitCode, stdout, stderr } = await ask(...args);
    expect([exitCode, stdout]).toEqual([code, '']);
    expect(stderr).toContain(words);
  });
});

describe('neurofab, for a printer of filament', () => {
  it('says what the print takes, and what the other usual mode would', async () => {
    const { lines } = await ask('2,3,1', '--printer', 'p1s-ams', '--price', '25');
    expect(lines.join('\n')).toMatch(
      /\nabout 1\d g, .*, \d+ tool changes \(\+ \d+ g of purge\), filament for \d\.\d\d\nupright it would take about \d\d g \(\d+(\.\d)? g of it supports\), /,
    );
  });

  it('says it in numbers with --json', async () => {
    const { print, otherMode } = JSON.parse((await ask('2,3,1', '--printer', 'p1s-ams', '--json')).stdout);
    expect(print.slots).toHaveLength(4);
    expect(print).not.toHaveProperty('cost');
    expect(print.grams).toBeLessThan(otherMode.print.grams);
    expect(otherMode.mode).toBe('upright');
  });

  it('says nothing of it for resin, without a printer or with --quiet', async () => {
    const { lines } = await ask('2,3,1', '--printer', 'generic-resin');
    expect(lines.join('\n')).not.toContain('about');
    expect((await ask('2,3,1')).lines.join('\n')).not.toContain('about');
    expect((await ask('2,3,1', '--printer', 'mk4s', '-q')).stderr).toBe('');
  });
});
