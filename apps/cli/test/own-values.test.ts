import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { type Run, run } from './run-main.ts';

const FILE = join('config', 'neurofab', 'printers.json');

interface Home {
  readonly cwd: string;
  readonly neurofab: (...args: string[]) => Promise<Run>;
  readonly keep: (contents: string) => void;
  readonly bytes: (...args: string[]) => Promise<Buffer>;
}

/** A folder with a user's settings of its own. */
function atHome<Result>(use: (home: Home) => Promise<Result>): Promise<Result> {
  return inFolder((cwd) => {
    const neurofab = (...args: string[]) => run(args, { cwd, env: { XDG_CONFIG_HOME: join(cwd, 'config') } });
    return use({
      cwd,
      neurofab,
      keep(contents) {
        mkdirSync(join(cwd, 'config', 'neurofab'), { recursive: true });
        writeFileSync(join(cwd, FILE), contents);
      },
      async bytes(...args) {
        const made = await neurofab(...args, '-f', '3mf', '-o', '-');
        expect(made.exitCode, made.stderr).toBe(0);
        return made.bytes;
      },
    });
  });
}

const NET = ['2,3,1', '--printer', 'mk4'];
const KEPT = '{ "prusa-mk4": { "clearance": 0.15, "thinnest": 1.2, "textHeight": 7 } }';

describe('what was found out with a coupon', () => {
  it('is kept in a file that people can read, beside what was kept before', () =>
    atHome(async ({ cwd, neurofab }) => {
      const found = ['--save', '--clearance', '0.15', '--thinnest', '1.2'];
      const first = await neurofab('coupon', '--printer', 'Prusa MK4', ...found);
      expect(first.exitCode, first.stderr).toBe(0);
      expect(first.stderr).toContain(`clearance 0.15 mm, connections from 1.2 mm (${join(cwd, FILE)})`);
      await neurofab('coupon', '--printer', 'p1s', '--save', '--text-height', '5');
      await neurofab('coupon', '--printer', 'mk4', '--save', '--clearance', '0.2');
      expect(JSON.parse(readFileSync(join(cwd, FILE), 'utf8'))).toEqual({
        'prusa-mk4': { clearance: 0.2, thinnest: 1.2 },
        'bambu-p1s': { textHeight: 5 },
      });
      expect(readdirSync(join(cwd, 'config', 'neurofab'))).toEqual(['printers.json']);
    }));

  it('is what networks for that printer are made with, and the summary says so', () =>
    atHome(async ({ cwd, neurofab, keep, bytes }) => {
      const usual = await bytes(...NET);
      keep(KEPT);
      expect(await bytes(...NET)).not.toEqual(usual);
      const { network, own } = JSON.parse((await neurofab(...NET, '--text', 'Anna', '--json')).stdout);
      expect(network).toMatchObject({ clearance: 0.15, textHeight: 7 });
      expect(own).toEqual({ clearance: 0.15, thinnest: 1.2, textHeight: 7, path: join(cwd, FILE) });
      const { stderr } = await neurofab(...NET, '-o', 'net.3mf');
      const note = 'with your own values for Prusa MK4: clearance 0.15 mm, connections from 1.2 mm';
      expect(stderr).toContain(`${note} (${join(cwd, FILE)})`);
    }));

  it('gives way to flags, and to what a network says itself', () =>
    atHome(async ({ cwd, neurofab, keep }) => {
      keep(KEPT);
      writeFileSync(join(cwd, 'net.json'), '{ "layers": [2, 3], "clearance": 0.25 }');
      const ofFlag = await neurofab(...NET, '--clearance', '0.3', '--json');
      const ofSpec = await neurofab('--spec', 'net.json', '--printer', 'mk4', '--json');
      expect(JSON.parse(ofFlag.stdout).network.clearance).toBe(0.3);
      expect(JSON.parse(ofSpec.stdout).network.clearance).toBe(0.25);
    }));

  it('touches neither other printers nor runs without one, and is left aside by --no-config', () =>
    atHome(async ({ keep, bytes }) => {
      const runs = [['2,3,1'], ['2,3,1', '--printer', 'mk4s'], [...NET, '--no-config']];
      const before = await Promise.all(runs.map((args) => bytes(...args)));
      keep(KEPT);
      expect(await Promise.all(runs.map((args) => bytes(...args)))).toEqual(before);
    }));

  it.each(['3mf', 'stl', 'scad', 'png'])('goes with the network in a %s, whatever is kept later', (format) =>
    atHome(async ({ cwd, neurofab, keep, bytes }) => {
      keep(KEPT);
      await neurofab(...NET, '--text', 'Anna', '-o', `net.${format}`);
      const made = await bytes(...NET, '--text', 'Anna');
      for (const later of [KEPT, '{}', '{ "prusa-mk4": { "clearance": 0.3 } }', 'damaged']) {
        keep(later);
        expect(await bytes('--from', join(cwd, `net.${format}`))).toEqual(made);
      }
    }),
  );

  it('is taken anew where a printer is named for a saved network', () =>
    atHome(async ({ neurofab, keep }) => {
      keep(KEPT);
      await neurofab(...NET, '-o', 'net.3mf');
      keep('{ "prusa-mk4": { "clearance": 0.3 } }');
      const { stdout } = await neurofab('--from', 'net.3mf', '--printer', 'mk4', '--json');
      expect(JSON.parse(stdout).network.clearance).toBe(0.3);
    }));

  it('is the limit of what is thin, and of what can be read', () =>
    atHome(async ({ neurofab, keep }) => {
      const thin = [...NET, '--connection-radius', '0.6', '--json'];
      const codes = async (args: string[]) =>
        JSON.parse((await neurofab(...args)).stdout).findings.map(({ code }: { code: string }) => code);
      const long = [...NET, '--text', 'x'.repeat(40), '-o', 'long.stl'];
      expect(await codes(thin)).not.toContain('thin-connections');
      expect((await neurofab(...long)).exitCode).toBe(1);
      keep('{ "prusa-mk4": { "thinnest": 1.6, "textHeight": 1 } }');
      expect(await codes(thin)).toContain('thin-connections');
      const { stderr } = await neurofab(...NET, '--connection-radius', '0.6', '-o', 'net.3mf');
      expect(stderr).toContain(
        'Connections would be 1.2 mm thick, and your own values for this printer say 1.6 mm.',
      );
      expect((await neurofab(...long)).exitCode).toBe(0);
      // Higher ones are a limit too, but not where somebody says how high letters are to be.
      const fitted = [...NET, '--text', 'A'.repeat(17), '-o', 'fitted.stl'];
      keep('{ "prusa-mk4": { "textHeight": 6 } }');
      expect((await neurofab(...fitted)).exitCode).toBe(1);
      expect((await neurofab(...fitted, '--text-height', '6')).exitCode).toBe(0);
    }));

  it('holds for compare and batch, and printers show it', () =>
    atHome(async ({ cwd, neurofab, keep }) => {
      keep(KEPT);
      writeFileSync(join(cwd, 'class.csv'), 'name,layers\nAnna,"2,3"\nBen,"3,2"\n');
      const note = 'clearance 0.15 mm, connections from 1.2 mm';
      expect((await neurofab('compare', ...NET)).stdout).toContain(note);
      expect((await neurofab('printers', 'mk4')).stdout).toContain(note);
      const batch = await neurofab('batch', 'class.csv', '--printer', 'mk4', '-o', 'out');
      expect(batch.exitCode, batch.stderr).toBe(0);
      expect(batch.lines.filter((line) => line.includes(note))).toHaveLength(1);
    }));

  it.each([
    ['{', /Not JSON at line 1/],
    ['[]', /Must be an object such as/],
    ['{ "mk44": {} }', /mk44: There is no printer "mk44"/],
    ['{ "prusa-mk4": 3 }', /prusa-mk4.*Must be an object/],
    ['{ "prusa-mk4": { "gap": 1 } }', /prusa-mk4.*gap: There is no own value "gap"/],
    [
      '{ "prusa-mk4": { "clearance": "a", "thinnest": -1 } }',
      /clearance: Must be a number.*thinnest: Must be a length/,
    ],
    ['\u0000', /printers\.json: /],
  ])('is told in one line with its path where its file is wrong: %s', (contents, message) =>
    atHome(async ({ cwd, neurofab, keep }) => {
      keep(contents);
      const { exitCode, lines } = await neurofab(...NET, '-o', 'net.3mf');
      expect(exitCode).toBe(2);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain(join(cwd, FILE));
      expect(lines[0]).toMatch(message);
      expect(lines[0]).toContain('--no-config');
      expect(existsSync(join(cwd, 'net.3mf'))).toBe(false);
      // What cannot be read is not written over.
      const saved = await neurofab('coupon', '--printer', 'mk4', '--save', '--clearance', '0.2');
      expect([saved.exitCode, saved.lines.length]).toEqual([2, 1]);
      expect(saved.lines[0]).toMatch(/Mend it or take it away: --save keeps what is in it\.$/);
      expect(saved.lines[0]).not.toContain('--no-config');
      expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(contents);
      expect((await neurofab(...NET, '--no-config', '-o', 'net.3mf')).exitCode).toBe(0);
    }),
  );

  it.each([
    ['--clearance', 'wide', '--clearance: Must be a number from 0'],
    ['--thinnest', '0', '--thinnest: Must be a length'],
    ['--clearance', '0.01', '--clearance: Must be from 0.05 to 1 mm, but is 0.01.'],
    ['--thinnest', '100', '--thinnest: Must be from 0.4 to 10 mm, but is 100.'],
    ['--text-height', '500', '--text-height: Must be from 2 to 30 mm, but is 500.'],
  ])('is refused where it can be none: %s %s', (flag, text, message) =>
    atHome(async ({ cwd, neurofab }) => {
      const { exitCode, lines } = await neurofab('coupon', '--printer', 'mk4', '--save', flag, text);
      expect(exitCode).toBe(1);
      expect(lines).toEqual([expect.stringContaining(message)]);
      expect(readdirSync(cwd)).toEqual([]);
    }),
  );

  it('is looked for where the system keeps settings', () =>
    inFolder(async (cwd) => {
      const places = [
        [{ HOME: cwd }, join(cwd, '.config', 'neurofab', 'printers.json')],
        [{ APPDATA: join(cwd, 'data'), HOME: cwd }, join(cwd, 'data', 'neurofab', 'printers.json')],
        [{ XDG_CONFIG_HOME: 'not/absolute', HOME: cwd }, join(cwd, '.config', 'neurofab', 'printers.json')],
      ] as const;
      for (const [env, path] of places) {
        const args = ['coupon', '--printer', 'mk4', '--save', '--clearance', '0.2', '--json'];
        expect(JSON.parse((await run(args, { cwd, env })).stdout).path).toBe(path);
      }
      const { exitCode, lines } = await run(['coupon', '--printer', 'mk4', '--save', '--clearance', '0.2'], {
        cwd,
      });
      expect(exitCode).toBe(2);
      expect(lines).toHaveLength(1);
    }));
});
