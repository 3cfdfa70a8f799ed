import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '@neurofab/core';
import { inFolder, readGif, readPng } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Format } from '../src/main.ts';
import { EXTENSIONS, KNOWN } from './known-formats.ts';
import { brokenPipe, listener, type RunOptions, run } from './run-main.ts';

/** A network that takes no time. */
const COARSE = ['2,2', '--segments', '8', '--quiet'];

function inEmptyFolder(use: (cwd: string) => Promise<void>): () => Promise<void> {
  return () => inFolder(use);
}

function sameBytes(cwd: string, a: string, b: string): boolean {
  return readFileSync(join(cwd, a)).equals(readFileSync(join(cwd, b)));
}

/** Formats with one more, `.txt`, whose chunks are these. */
function withFormat(render: Backend['render']): readonly Format[] {
  const about = { id: 'txt', label: 'Text', extensions: ['.txt'], mediaType: 'text/plain' } as const;
  return [...FORMATS, () => ({ ...about, holds: 'source', render })];
}

describe('--size', () => {
  it(
    'is how many pixels wide and high pictures are',
    inEmptyFolder(async (cwd) => {
      await run([...COARSE, '-o', 'a.png', '-o', 'a.gif', '--size', '50'], { cwd });
      const [png, gif] = ['a.png', 'a.gif'].map((name) => readFileSync(join(cwd, name)));
      expect(readPng(png!)).toMatchObject({ width: 50, height: 50 });
      expect(readGif(gif!)).toMatchObject({ width: 50, height: 50 });
    }),
  );

  it.each(['15', '2049', '99.5', 'wide'])('of %s is refused', async (size) => {
    await inFolder(async (cwd) => {
      const { stderr, exitCode } = await run([...COARSE, '-o', 'a.png', '--size', size], { cwd });
      const fault = `--size: Must be a whole number of pixels from 16 to 2048, but is "${size}".`;
      expect([stderr, exitCode]).toEqual([`error: ${fault}\n`, 1]);
    });
  });
});

describe('outputs that cannot be written', () => {
  it.each([
    [
      ['-o', 'x.unknown'],
      `x.unknown: Unknown extension .unknown. Use one of ${KNOWN.extensions}, or name the format with --format: ${KNOWN.names}.`,
    ],
    [
      ['-o', 'stl'],
      `stl: Has no extension. Use one of ${KNOWN.extensions}, or name the format with --format: ${KNOWN.names}.`,
    ],
    [['-o', '-'], `--output -: Which format? Name it with --format: ${KNOWN.names}.`],
    [['-o', ''], '--output: A file name is missing: it is empty.'],
    [['-o', 'a.stl', '-o', 'a.stl'], 'a.stl: Is to be written twice. Leave one out.'],
    [
      ['-o', 'a.stl', '-o', './b/../a.stl'],
      './b/../a.stl: Is to be written twice, first as a.stl. Leave one out.',
    ],
    [
      ['-o', 'a.stl', '-o', 'loop/a.stl'],
      'loop/a.stl: Is to be written twice, first as a.stl. Leave one out.',
    ],
    [
      ['-o', 'a.stl', '-o', 'dangling.stl'],
      'dangling.stl: Is to be written twice, first as a.stl. Leave one out.',
    ],
    [['-o', 'folder.stl'], 'folder.stl: Is a folder. Name a file in it.'],
    [['-o', 'file/'], 'file/file: Cannot be written: a part of its path is a file, not a folder.'],
    [['-o', 'file/new/'], 'file/new/file: Cannot be written: a part of its path is a file, not a folder.'],
    [
      ['-o', 'new/', '-o', './new'],
      `./new: Has no extension. Use one of ${KNOWN.extensions}, or name the format with --format: ${KNOWN.names}.`,
    ],
    [
      ['-o', 'new/', '-o', 'loop/new//'],
      'loop/new//network-2-2.3mf: Is to be written twice, first as new/network-2-2.3mf. Leave one out.',
    ],
    [
      ['-o', 'new/', '-f', '3mf', '--split'],
      'new/network-2-2.3mf: --split writes STL; one 3MF file holds all.',
    ],
    [['-o', 'none/a.stl'], 'none/a.stl: There is no folder none.'],
    [['-o', 'file/a.stl'], 'file/a.stl: Cannot be written: a part of its path is a file, not a folder.'],
    [['-o', 'circle.stl'], 'circle.stl: Cannot be written: its symbolic links go round in a circle.'],
    [['-o', `${'n'.repeat(300)}.stl`], `${'n'.repeat(300)}.stl: Cannot be written: the name is too long.`],
    [
      ['-o', 'a.3mf', '-f', 'stl'],
      'a.3mf: Is 3MF by its extension, but --format says stl. Leave one of them out.',
    ],
    [['-o', 'a.3mf', '--split'], 'a.3mf: --split writes STL; one 3MF file holds all.'],
    [['-f', '3mf', '--split'], 'network-2-2.3mf: --split writes STL; one 3MF file holds all.'],
    [
      ['-o', '-', '-f', 'stl', '--split'],
      '-: --split writes several files, so it needs a file name to start from.',
    ],
    [
      ['-o', 'a.stl', '--split', '-o', './a.stl'],
      './a.stl: Is to be written twice, first as a.stl. Leave one out.',
    ],
    [['-o', 'part.stl', '--split'], 'part-layer-1.stl: Is a folder. Name a file in it.'],
  ])('are refused before anything is computed: %j', async (args, fault) => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'folder.stl'));
      mkdirSync(join(cwd, 'part-layer-1.stl'));
      writeFileSync(join(cwd, 'file'), '');
      symlinkSync('.', join(cwd, 'loop'));
      symlinkSync('a.stl', join(cwd, 'dangling.stl'));
      symlinkSync('circle.stl', join(cwd, 'circle.stl'));
      const before = readdirSync(cwd);
      const { exitCode, lines } = await run([...COARSE, ...args], { cwd, formats: refusingToCompute() });
      expect(lines).toEqual([`error: ${fault}`]);
      expect(exitCode).toBe(2);
      expect(readdirSync(cwd)).toEqual(before);
    });
  });

  it(
    'are binary files for a terminal',
    inEmptyFolder(async (cwd) => {
      const io = { stdout: listener({}).stream };
      const refused = await run([...COARSE, '-o', '-', '-f', 'stl'], { cwd, io });
      expect(refused.lines).toEqual([
        'error: --output -: Binary STL is not for a terminal to show. Send it to a file or a program.',
      ]);
      expect(refused.exitCode).toBe(2);
      const { exitCode } = await run([...COARSE, '-o', '-', '-f', 'scad'], { cwd, io });
      expect(exitCode).toBe(0);
    }),
  );
});

describe('the files', () => {
  it(
    'are of the format that their extension says, in any case, or --format',
    inEmptyFolder(async (cwd) => {
      const outputs = ['a.stl', 'B.STL', 'c.3mf', 'd.scad', 'e.out'].flatMap((path) => ['-o', path]);
      const { exitCode } = await run([...COARSE, ...outputs, '-f', 'stl'], { cwd });
      expect(exitCode).toBe(0);
      const stl = readFileSync(join(cwd, 'a.stl'));
      expect(stl.length).toBe(84 + 50 * stl.readUInt32LE(80));
      expect(readFileSync(join(cwd, 'B.STL')).equals(stl)).toBe(true);
      expect(readFileSync(join(cwd, 'e.out')).equals(stl)).toBe(true);
      expect(readFileSync(join(cwd, 'c.3mf')).subarray(0, 2).toString()).toBe('PK');
      expect(readFileSync(join(cwd, 'd.scad'), 'utf8')).toContain('/* [');
      expect(readdirSync(cwd)).toHaveLength(5);
    }),
  );

  it(
    'go to the current folder under the name of the layers when none is named',
    inEmptyFolder(async (cwd) => {
      await run(COARSE, { cwd });
      await run([...COARSE, '-f', 'stl', '--shells'], { cwd });
      await run(
        ['--layer-spacing', '9', '--segments', '3', '-f', 'openscad', '-q', Array(40).fill('10').join()],
        { cwd },
      );
      expect(readdirSync(cwd).sort()).toEqual([
        'network-2-2.3mf',
        'network-2-2.stl',
        'network-40-layers.scad',
      ]);
    }),
  );

  it(
    'go to a folder under the usual name, made with all that it lies in',
    inEmptyFolder(async (cwd) => {
      mkdirSync(join(cwd, 'old'));
      const args = [...COARSE, '--shells', '-q', '-f', 'stl'];
      for (const folder of ['new/', 'a/b/c/', 'old', 'old/', './new/../deep/']) {
        const { exitCode, stderr } = await run([...args, '-o', folder], { cwd });
        expect([folder, exitCode, stderr]).toEqual([folder, 0, '']);
        expect(readdirSync(join(cwd, folder))).toEqual(['network-2-2.stl']);
      }
      const { stderr } = await run([...COARSE, '-o', 'both/', '-o', 'both/a.scad', '-o', 'both/x/'], { cwd });
      expect(stderr).toBe('error: both/a.scad: There is no folder both.\n');
      await run([...args, '--split', '-o', 'parts/'], { cwd });
      expect(readdirSync(join(cwd, 'parts'))).toContain('network-2-2-base.stl');
    }),
  );

  it(
    'are called what --name says where -o names none',
    inEmptyFolder(async (cwd) => {
      const named = async (name: string, ...more: string[]) => {
        const args = [...COARSE, '--shells', '--json', '-f', 'stl', '--name', name, ...more];
        return JSON.parse((await run(args, { cwd })).stdout).files[0].path;
      };
      expect(await named('Anna')).toBe('Anna.stl');
      expect(await named('../Anna/Net: "1"')).toBe('Anna-Net- -1.stl');
      expect(await named('Anna', '-o', 'of/')).toBe('of/Anna.stl');
      expect(await named('Anna', '-o', 'b.stl')).toBe('b.stl');
      expect(await named('/')).toBe('network-2-2.stl');
    }),
  );

  it(
    'are the same bytes each time',
    inEmptyFolder(async (cwd) => {
      const outputs = (name: string) => EXTENSIONS.flatMap((end) => ['-o', `${name}.${end}`]);
      await run([...COARSE, ...outputs('a')], { cwd });
      await run([...COARSE, ...outputs('b')], { cwd });
      expect(EXTENSIONS.filter((end) => !sameBytes(cwd, `a.${end}`, `b.${end}`))).toEqual([]);
    }),
  );

  it(
    'hold what standard output would get',
    inEmptyFolder(async (cwd) => {
      for (const format of EXTENSIONS) {
        const { bytes } = await run([...COARSE, '-o', `a.${format}`, '-o', '-', '-f', format], { cwd });
        expect(bytes.equals(readFileSync(join(cwd, `a.${format}`)))).toBe(true);
      }
    }),
  );

  it(
    'come from the printed spec as from the flags',
    inEmptyFolder(async (cwd) => {
      const flags = [
        '2,3',
        '--preset',
        'seed',
        '--segments',
        '9',
        '--name',
        'A & <b> "c" ✨',
        '--base-radius',
        '9',
        '--layer-colors',
        'red',
      ];
      const { stdout } = await run([...flags, '--print-spec', '-q', '-o', 'a.3mf', '-o', 'a.stl'], { cwd });
      await run(['--spec', '-', '-q', '-o', 'b.3mf', '-o', 'b.stl'], { cwd, stdin: stdout });
      expect(['3mf', 'stl'].filter((end) => !sameBytes(cwd, `a.${end}`, `b.${end}`))).toEqual([]);
    }),
  );

  it(
    'are none when the spec alone is asked for',
    inEmptyFolder(async (cwd) => {
      await run([...COARSE, '--print-spec'], { cwd });
      expect(readdirSync(cwd)).toEqual([]);
    }),
  );

  it(
    'are one a part with --split, from solids or from shells',
    inEmptyFolder(async (cwd) => {
      for (const more of [[], ['--shells']]) {
        const { stdout } = await run([...COARSE, '--split', '-o', 'net.stl', '--json', ...more], { cwd });
        const { files } = JSON.parse(stdout);
        expect(files.map(({ path }: { path: string }) => path)).toEqual([
          'net-base.stl',
          'net-connections.stl',
          'net-layer-1.stl',
          'net-layer-2.stl',
        ]);
        for (const { path, bytes, triangles, bodies } of files) {
          const file = readFileSync(join(cwd, path));
          expect([file.length, file.readUInt32LE(80)]).toEqual([bytes, triangles]);
          expect(bodies).toHaveLength(1);
          expect(path).toBe(`net-${bodies[0].name.replace(' ', '-')}.stl`);
        }
      }
      expect(readdirSync(cwd)).toHaveLength(4);
    }),
  );

  it.runIf(existsSync('/proc/self'))(
    'are refused in a folder that the system will not make',
    inEmptyFolder(async (cwd) => {
      const { exitCode, stderr } = await run(['2,2', '-o', '/proc/none/new/'], { cwd });
      expect(exitCode).toBe(2);
      expect(stderr).toContain('Cannot be written');
    }),
  );

  it(
    'are one a part with --split where parts have one name, or names that no file can have',
    inEmptyFolder(async (cwd) => {
      const layers = ['conv1/kernel:0', 'base'].map((name) => ({ name, size: 2 }));
      const stdin = JSON.stringify({ layers, resolution: { segments: 8 } });
      const { stdout } = await run(['--spec', '-', '--split', '-o', 'net.stl', '--json'], { cwd, stdin });
      const { files } = JSON.parse(stdout) as { files: { path: string; bodies: { name: string }[] }[] };
      expect(files.map(({ path, bodies }) => [path, bodies.map(({ name }) => name)])).toEqual([
        ['net-base.stl', ['base']],
        ['net-connections.stl', ['connections']],
        ['net-conv1-kernel-0.stl', ['conv1/kernel:0']],
        ['net-base-2.stl', ['base']],
      ]);
      expect(readdirSync(cwd).sort()).toEqual(files.map(({ path }) => path).sort());
      await run([...COARSE, '--split', '-o', 'plain.stl', '--json'], { cwd });
      const plain = ['base', 'connections', 'layer-1', 'layer-2'].map((name) => `plain-${name}.stl`);
      for (const [i, { path }] of files.entries()) {
        expect(readFileSync(join(cwd, path)).subarray(80)).toEqual(
          readFileSync(join(cwd, plain[i]!)).subarray(80),
        );
      }
    }),
  );

  it(
    'are STL with --split, where nothing else is asked for',
    inEmptyFolder(async (cwd) => {
      await run(['1,1', '--segments', '8', '--split'], { cwd });
      expect(readdirSync(cwd).sort()).toEqual([
        'network-1-1-base.stl',
        'network-1-1-connections.stl',
        'network-1-1-layer-1.stl',
        'network-1-1-layer-2.stl',
      ]);
    }),
  );

  it(
    'keep the permissions of what they replace',
    inEmptyFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.stl'), 'old');
      chmodSync(join(cwd, 'a.stl'), 0o640);
      await run([...COARSE, '-o', 'a.stl', '-o', 'new.stl'], { cwd });
      writeFileSync(join(cwd, 'plain'), '');
      expect(statSync(join(cwd, 'a.stl')).mode & 0o777).toBe(0o640);
      expect(statSync(join(cwd, 'new.stl')).mode).toBe(statSync(join(cwd, 'plain')).mode);
      expect(readFileSync(join(cwd, 'a.stl')).length).toBeGreaterThan(84);
    }),
  );

  it(
    'are written through a symbolic link, which stays one',
    inEmptyFolder(async (cwd) => {
      mkdirSync(join(cwd, 'there'));
      writeFileSync(join(cwd, 'there', 'old.stl'), 'old');
      symlinkSync('there/old.stl', join(cwd, 'old.stl'));
      symlinkSync('there/new.stl', join(cwd, 'new.stl'));
      await run([...COARSE, '-o', 'old.stl', '-o', 'new.stl'], { cwd });
      expect(lstatSync(join(cwd, 'old.stl')).isSymbolicLink()).toBe(true);
      expect(lstatSync(join(cwd, 'new.stl')).isSymbolicLink()).toBe(true);
      expect(readdirSync(join(cwd, 'there'))).toEqual(['new.stl', 'old.stl']);
      expect(statSync(join(cwd, 'old.stl')).size).toBe(statSync(join(cwd, 'new.stl')).size);
    }),
  );

  it(
    'leave the other name of a hard-linked file alone',
    inEmptyFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.stl'), 'old');
      linkSync(join(cwd, 'a.stl'), join(cwd, 'kept.stl'));
      await run([...COARSE, '-o', 'a.stl'], { cwd });
      expect(readFileSync(join(cwd, 'kept.stl'), 'utf8')).toBe('old');
    }),
  );

  it(
    'may be devices, which are written to directly',
    inEmptyFolder(async (cwd) => {
      const { exitCode, stdout } = await run([...COARSE, '-o', '/dev/null', '-f', 'stl', '--json'], { cwd });
      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout).files[0].bytes).toBeGreaterThan(84);
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    }),
  );
});

describe('a write that fails', () => {
  const half = async function* (): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1_000_000);
    throw new TypeError('half-way');
  };

  it(
    'leaves every file as it was, and shows the stack of a mistake of ours',
    inEmptyFolder(async (cwd) => {
      writeFileSync(join(cwd, 'old.txt'), 'old');
      const { exitCode, stderr } = await run(
        [...COARSE, '-o', 'whole.stl', '-o', 'old.txt', '-o', 'new.txt'],
        {
          cwd,
          formats: withFormat(half),
        },
      );
      expect(readdirSync(cwd)).toEqual(['old.txt']);
      expect(readFileSync(join(cwd, 'old.txt'), 'utf8')).toBe('old');
      expect(stderr).toContain('error: This is a mistake in Neurofab itself.');
      expect(stderr).toMatch(/TypeError: half-way\n\s+at /);
      expect(exitCode).toBe(70);
    }),
  );

  it.runIf(existsSync('/proc/self'))(
    'because the system makes no file there is told in a line',
    inEmptyFolder(async (cwd) => {
      for (const [path, file] of [
        ['/proc/a.stl', '/proc/a.stl'],
        ['/proc/new/deeper/', '/proc/new/deeper/network-2-2.3mf'],
      ] as const) {
        const { exitCode, lines } = await run([...COARSE, '-o', 'b.stl', '-o', path], { cwd });
        // A system on which /proc is read-only says that instead.
        expect(lines).toEqual([
          expect.stringMatching(
            `^error: ${file}: (Cannot be written: the system makes no file there|No permission to write in the folder /proc)\\.$`,
          ),
        ]);
        expect(exitCode).toBe(2);
        expect(readdirSync(cwd)).toEqual([]);
      }
    }),
  );

  it.runIf(existsSync('/dev/full'))(
    'because the disk is full is told in a line',
    inEmptyFolder(async (cwd) => {
      const { exitCode, lines } = await run([...COARSE, '-o', '/dev/full', '-f', 'stl', '-o', 'b.stl'], {
        cwd,
      });
      expect(lines).toEqual(['error: /dev/full: Cannot be written: the disk is full.']);
      expect(exitCode).toBe(2);
      expect(readdirSync(cwd)).toEqual([]);
    }),
  );

  it(
    'because the target has become a folder is told in a line',
    inEmptyFolder(async (cwd) => {
      const formats = withFormat(async function* () {
        yield new Uint8Array(10);
        mkdirSync(join(cwd, 'b.txt'));
      });
      const { exitCode, lines } = await run([...COARSE, '-o', 'b.txt'], { cwd, formats });
      expect(lines).toEqual(['error: b.txt: Cannot be written: it is a folder.']);
      expect(exitCode).toBe(2);
      expect(readdirSync(cwd)).toEqual(['b.txt']);
    }),
  );

  it(
    'takes the folders away that it made, and no other',
    inEmptyFolder(async (cwd) => {
      const formats = withFormat(async function* () {
        yield new Uint8Array(1_000_000);
        yield new Uint8Array(1_000_000);
        expect(readdirSync(join(cwd, 'old/a/b'))).toHaveLength(1);
        throw new Error('It broke.');
      });
      mkdirSync(join(cwd, 'old'));
      const { stderr } = await run([...COARSE, '-o', 'old/a/b/', '-f', 'txt'], { cwd, formats });
      expect(stderr).toContain('It broke.');
      expect(readdirSync(cwd)).toEqual(['old']);
      expect(readdirSync(join(cwd, 'old'))).toEqual([]);
    }),
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('because of %s takes its drafts away at once and ends with %i', async (_, code) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'old.txt'), 'old');
      let interrupt: ((exitCode: number) => void) | undefined;
      const listening: boolean[] = [];
      const onInterrupt: RunOptions['io'] = {
        onInterrupt: (listener) => {
          interrupt = listener;
          return () => {
            interrupt = undefined;
          };
        },
      };
      const formats = withFormat(async function* () {
        listening.push(interrupt !== undefined);
        yield new Uint8Array(1_000_000);
        yield new Uint8Array(1_000_000);
        listening.push(interrupt !== undefined);
        expect(readdirSync(cwd)).toHaveLength(2);
        interrupt?.(code);
        expect(readdirSync(cwd)).toEqual(['old.txt']);
        yield new Uint8Array(1_000_000);
        throw new Error('It went on.');
      });
      const { exitCode, stderr } = await run([...COARSE, '-o', 'old.txt'], { cwd, formats, io: onInterrupt });
      expect(listening).toEqual([false, true]);
      expect(interrupt).toBeUndefined();
      expect(exitCode).toBe(code);
      expect(stderr).toBe('');
      expect(readdirSync(cwd)).toEqual(['old.txt']);
      expect(readFileSync(join(cwd, 'old.txt'), 'utf8')).toBe('old');
    });
  });

  it(
    'because nobody reads standard output any more is no fault, and other files are written',
    inEmptyFolder(async (cwd) => {
      const io = { stdout: brokenPipe('EPIPE') };
      const { exitCode, stderr } = await run([...COARSE, '-o', '-', '-f', 'stl', '-o', 'a.stl'], { cwd, io });
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(readdirSync(cwd)).toEqual(['a.stl']);
      for (const args of [
        ['--help'],
        ['--version'],
        ['--print-spec'],
        [...COARSE, '--json', '-o', 'b.stl'],
      ]) {
        const { exitCode, stderr } = await run(args, { cwd, io: { stdout: brokenPipe('EPIPE') } });
        expect([exitCode, stderr]).toEqual([0, '']);
      }
    }),
  );

  it(
    'because standard output goes to a full disk is told in a line',
    inEmptyFolder(async (cwd) => {
      for (const args of [['--help'], ['--print-spec'], [...COARSE, '-o', '-', '-f', 'stl']]) {
        const { exitCode, lines } = await run(args, { cwd, io: { stdout: brokenPipe('ENOSPC') } });
        expect(lines).toEqual(['error: standard output: Cannot be written: the disk is full.']);
        expect(exitCode).toBe(2);
      }
    }),
  );
});

/** The usual formats with bytes that must not be asked for. */
function refusingToCompute(): readonly Format[] {
  const render = () => {
    throw new Error('It computes.');
  };
  return FORMATS.map((format) => (options) => ({ ...format(options), render }));
}
