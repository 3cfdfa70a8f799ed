import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

const COARSE = ['2,3,1', '--segments', '12'];
const UPRIGHT = [...COARSE, '--mode', 'upright'];

/** Half a network high and a coin wide. */
const TOWER = [
  '30,2',
  '--segments',
  '12',
  '--node-radius',
  '1.8',
  '--mode',
  'upright',
  '--printer',
  'prusa-xl',
];

function codesOf({ findings }: { readonly findings: readonly { readonly code: string }[] }): string[] {
  return findings.map(({ code }) => code);
}

describe('what a command says of a print', () => {
  it('stands above the summary, the worst first', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, lines } = await run([...TOWER, '-o', 'a.stl'], { cwd });
      expect(exitCode).toBe(0);
      const warnings = lines.filter((line) => line.startsWith('warning:'));
      expect(warnings[0]).toMatch(
        /^warning: The model tips over at [\d.]+°, and stands well from 10° on\. --mode flat or --base-radius [\d.]+ mends it\. --strict refuses it\.$/,
      );
      expect(lines.indexOf(warnings.at(-1)!)).toBeLessThan(
        lines.findIndex((line) => line.startsWith('a.stl')),
      );
    });
  });

  it('is five lines at most, and how many more there are', async () => {
    await inFolder(async (cwd) => {
      const thin = ['--base', 'none', '--connection-radius', '0.4', '--layer-spacing', '40'];
      const { lines } = await run([...UPRIGHT, ...thin, '--printer', 'mk4s', '-o', 'a.stl'], { cwd });
      const warnings = lines.filter((line) => line.startsWith('warning:'));
      expect(warnings).toHaveLength(6);
      expect(warnings.at(-1)).toBe('warning: And 3 more: --json has them.');
    });
  });

  it('is in --json whole, with limit, source, remedies and words', async () => {
    await inFolder(async (cwd) => {
      const { findings } = JSON.parse(
        (await run([...UPRIGHT, '--printer', 'mk4s', '--json', '-o', 'a.stl'], { cwd })).stdout,
      );
      const found = findings.find(({ code }: { code: string }) => code === 'islands');
      expect(found).toMatchObject({
        level: 'warning',
        value: 3,
        limit: 0,
        where: { node: { layer: 1, node: 1 } },
        source: expect.any(String),
        remedies: [{ mode: 'flat' }],
      });
      expect(found.text).toMatch(
        /^3 places begin in mid-air, at z = [\d.]+ near node 2 of layer 2: .* --mode flat mends it\.$/,
      );
    });
  });

  it('is nothing where no printer is named, and for the usual network on one', async () => {
    await inFolder(async (cwd) => {
      for (const args of [[], ['--printer', 'P1S-ams']]) {
        const { stderr } = await run(['3,6,6,4,2', '--segments', '12', ...args, '-o', 'a.3mf'], { cwd });
        expect(stderr).not.toContain('warning:');
        const { findings = [] } = JSON.parse(
          (await run(['3,6,6,4,2', '--segments', '12', ...args, '--json', '-o', 'a.3mf'], { cwd })).stdout,
        );
        expect(findings.filter(({ level }: { level: string }) => level !== 'note')).toEqual([]);
      }
    });
  });

  it('refuses with --strict what will not come out, and writes nothing', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, stderr } = await run([...TOWER, '--strict', '-o', 'a.stl'], { cwd });
      expect(exitCode).toBe(1);
      expect(stderr).toMatch(/^error: The model tips over at /);
      expect(readdirSync(cwd)).toEqual([]);
      expect((await run([...TOWER, '--strict', '-q', '-o', 'a.stl'], { cwd })).exitCode).toBe(1);
      // A warning is no error.
      expect(
        (await run([...UPRIGHT, '--printer', 'mk4s', '--strict', '-o', 'a.stl'], { cwd })).exitCode,
      ).toBe(0);
    });
  });
});

describe('neurofab doctor', () => {
  it('finds of a file what there is to find of its network, in every format', async () => {
    await inFolder(async (cwd) => {
      const names = ['a.stl', 'a.3mf', 'a.glb'];
      await run([...UPRIGHT, '-q', ...names.flatMap((name) => ['-o', name])], { cwd });
      const { stdout, exitCode } = await run(['doctor', ...names, '--json'], { cwd });
      expect(exitCode).toBe(0);
      const [stl, threeMf, glb] = JSON.parse(stdout);
      expect(codesOf(stl)).toEqual(['islands', 'overhang']);
      expect(threeMf).toMatchObject({ sizeMm: stl.sizeMm, examined: stl.examined, findings: stl.findings });
      expect(codesOf(glb)).toEqual(codesOf(stl));
    });
  });

  it('says of what Neurofab made how its network would not have it, where the printer holds that', async () => {
    await inFolder(async (cwd) => {
      await run([...UPRIGHT, '-q', '-o', 'a.stl'], { cwd });
      const { stdout } = await run(['doctor', 'a.stl'], { cwd });
      expect(stdout).toMatch(/ places begin in mid-air, .*: turn supports on\. --mode flat mends it\.\n/);
      expect(stdout).toContain('\n  --from makes its network anew, to be mended\n');
      await run(['--from', 'a.stl', '--mode', 'flat', '-q', '-o', 'flat.stl'], { cwd });
      expect((await run(['doctor', 'flat.stl'], { cwd })).stdout).toContain('nothing found');
      const wide = ['11,1,1,1,11', '--node-spacing', '16.8', '--segments', '8', '--mode', 'upright'];
      await run([...wide, '-q', '-o', 'wide.stl'], { cwd });
      const small = await run(['doctor', 'wide.stl', '--printer', 'a1-mini'], { cwd });
      expect(small.stdout).toContain('turn supports on.\n');
      expect(small.stdout).not.toContain('--mode');
    });
  });

  it('finds nothing in what lies flat, and says so', async () => {
    await inFolder(async (cwd) => {
      await run(['2,3,1', '--printer', 'P1S-ams', '-q', '-o', 'a.3mf'], { cwd });
      const { stdout, exitCode } = await run(['doctor', 'a.3mf', '--printer', 'P1S-ams'], { cwd });
      expect(stdout).toBe(
        'a.3mf  3MF, 80 × 86 × 7 mm, 2 pieces\n  nothing found\n  looked at in layers of 0.2 mm\n\n',
      );
      expect(exitCode).toBe(0);
    });
  });

  it('ends with 1 where a body is open, the bed is too small, or nothing can be printed', async () => {
    await inFolder(async (cwd) => {
      await run([...UPRIGHT, '-q', '-o', 'a.stl'], { cwd });
      const whole = (await run([...UPRIGHT, '-q', '-f', 'stl', '-o', '-'], { cwd })).bytes;
      const open = Buffer.from(whole.subarray(0, whole.length - 50));
      open.writeUInt32LE(open.readUInt32LE(80) - 1, 80);
      writeFileSync(join(cwd, 'open.stl'), open);
      const { stdout, exitCode } = await run(['doctor', 'open.stl'], { cwd });
      expect([exitCode, stdout]).toEqual([
        1,
        expect.stringContaining('  error: model is not closed: 3 open edges.\n'),
      ]);
      await run([...UPRIGHT, '--layer-spacing', '100', '-q', '-o', 'long.stl'], { cwd });
      const long = await run(['doctor', 'long.stl', '--printer', 'a1-mini'], { cwd });
      expect([long.exitCode, long.stdout]).toEqual([
        1,
        expect.stringMatching(/error: The model is 208 mm along [xy], but Bambu Lab A1 mini takes 180 mm\./),
      ]);
    });
  });

  it('asks of resin and powder what is asked of them', async () => {
    await inFolder(async (cwd) => {
      await run([...UPRIGHT, '-q', '-o', 'a.stl'], { cwd });
      const codes = async (printer: string) =>
        codesOf(
          JSON.parse((await run(['doctor', 'a.stl', '--json', '--printer', printer], { cwd })).stdout)[0],
        );
      expect(await codes('generic-resin')).toEqual(['islands']);
      expect(await codes('generic-powder')).toEqual([]);
    });
  });

  it('looks in layers of the height that is asked for', async () => {
    await inFolder(async (cwd) => {
      await run([...UPRIGHT, '-q', '-o', 'a.stl'], { cwd });
      const { stdout } = await run(['doctor', 'a.stl', '--layer-height', '0.3'], { cwd });
      expect(stdout).toContain('  looked at in layers of 0.3 mm\n');
    });
  });

  it('goes on with the other files where one cannot be read, and reads standard input', async () => {
    await inFolder(async (cwd) => {
      const stdin = (await run([...UPRIGHT, '-q', '-f', 'stl', '-o', '-'], { cwd })).bytes;
      const { stdout, stderr, exitCode } = await run(['doctor', 'none.stl', '-'], { cwd, stdin });
      expect(stderr).toBe('error: none.stl: Cannot be read: there is no such file.\n');
      expect(stdout).toContain('standard input  Binary STL');
      expect(exitCode).toBe(2);
    });
  });

  it.each([
    ['a.3mf', '\xff\xd8\xff\xe0', 'a JPEG picture'],
    ['a.stl', '%PDF-1.7\n', 'a PDF document'],
  ])('says of %s that begins with %j that it is %s', async (name, start, kind) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, name), Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(300)]));
      const { stderr, exitCode } = await run(['doctor', name], { cwd });
      expect(stderr).toBe(`error: ${name}: Is ${kind}, no model.\n`);
      expect(exitCode).toBe(2);
    });
  });

  it.each([
    [['doctor', 'a.stl', '--printer', 'frog'], /^error: --printer: There is no printer "frog"\./],
    [
      ['doctor', 'a.stl', '--layer-height', '2'],
      /^error: --layer-height: Must be a number from 0\.02 to 1, but is "2"\./,
    ],
    [['doctor', 'a.stl', '--scale', '2'], /^error: Unknown option '--scale'/],
    [['--scale', '2', 'doctor', 'a.stl'], /^error: neurofab doctor takes no --scale\./],
    [['docter', 'a.stl'], /Did you mean doctor\?/],
  ])('refuses %j', async (args, message) => {
    const { stderr, exitCode } = await run(args, { cwd: '.' });
    expect(stderr).toMatch(message);
    expect(exitCode).toBe(2);
  });

  it('takes --printer from before its name as well', async () => {
    await inFolder(async (cwd) => {
      await run([...UPRIGHT, '-q', '-o', 'a.stl'], { cwd });
      const { stdout } = await run(['--printer', 'generic-powder', 'doctor', 'a.stl'], { cwd });
      expect(stdout).toContain('nothing found');
    });
  });
});
