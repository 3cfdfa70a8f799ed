import { execFile, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { inFolder } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';

/** The command as it is installed; `tsc -b` must have been run. */
const BIN = join(import.meta.dirname, '../bin/neurofab.js');
const MAIN = join(import.meta.dirname, '../dist/main.js');

/** What `pnpm neurofab` finds from every folder of a clone. */
const IN_CLONE = join(import.meta.dirname, '../../../node_modules/.bin/neurofab');

/** A network whose shells take seconds to write: 500 MB. */
const LARGE = ['200,200', '--segments', '64', '--shells', '--node-radius', '0.4'];

/**
 * The command, which steps down from the superuser, to whom nothing is forbidden, to nobody: once it is loaded, since a clone may lie
 * where nobody else may enter.
 */
const AS_NOBODY = `
  const { main, processIo } = await import(${JSON.stringify(pathToFileURL(MAIN).href)});
  if (process.getuid() === 0) {
    process.setgroups([]);
    process.setgid(65534);
    process.setuid(65534);
  }
  process.exitCode = await main(process.argv.slice(1), processIo());
`;

interface Ended {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the command in a process of its own. */
function runProcess(args: readonly string[], cwd: string): Promise<Ended> {
  return start(args, cwd).ended;
}

function start(args: readonly string[], cwd: string, nodeFlags: readonly string[] = []) {
  const child = spawn(process.execPath, [...nodeFlags, BIN, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exitCode, signal) => {
      resolve({ exitCode, signal, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() });
    });
  });
  return { child, ended };
}

/** Runs a line of shell in which `$NEUROFAB` is the command. */
function shell(line: string, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, NEUROFAB: `"${process.execPath}" "${BIN}"` };
    const text = line.replaceAll('$NEUROFAB', env.NEUROFAB);
    execFile(
      'sh',
      ['-c', text],
      { cwd, env, encoding: 'buffer', maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : Number(error.code);
        resolve({ exitCode, signal: null, stdout, stderr: stderr.toString() });
      },
    );
  });
}

async function until(happened: () => boolean): Promise<void> {
  for (let i = 0; !happened(); i++) {
    if (i > 3000) throw new Error('It did not happen within 30 seconds.');
    await sleep(10);
  }
}

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [BIN, '--version'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The command is not built: run tsc -b.\n${stderr}`);
});

describe('the installed command', () => {
  it('runs from any folder, through a symbolic link', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'bin'));
      symlinkSync(BIN, join(cwd, 'bin', 'neurofab'));
      const { stderr, exitCode } = await shell(`"${process.execPath}" bin/neurofab 2,2 --segments 8`, cwd);
      expect(exitCode).toBe(0);
      expect(stderr).toContain('network-2-2.3mf');
      expect(readdirSync(cwd).sort()).toEqual(['bin', 'network-2-2.3mf']);
    });
  });

  it('builds and runs in any folder of a clone, and writes to where the user stands', async () => {
    await inFolder(async (cwd) => {
      const { stdout, stderr, exitCode } = await shell(`"${IN_CLONE}" 2,2 --segments 8 -q -o a.stl`, cwd);
      expect([exitCode, stdout.toString(), stderr]).toEqual([0, '', '']);
      expect(readdirSync(cwd)).toEqual(['a.stl']);
      expect((await shell(`"${IN_CLONE}" 3,0`, cwd)).exitCode).toBe(1);
    });
  });

  it('gives its exit code to the shell', async () => {
    await inFolder(async (cwd) => {
      expect((await runProcess(['--help'], cwd)).exitCode).toBe(0);
      expect((await runProcess(['3,0'], cwd)).exitCode).toBe(1);
      expect((await runProcess(['--ouput'], cwd)).exitCode).toBe(2);
    });
  });

  it('writes to pipes and devices', async () => {
    await inFolder(async (cwd) => {
      const { stdout: plain } = await runProcess(
        ['2,2', '--segments', '8', '-q', '-o', '-', '-f', 'stl'],
        cwd,
      );
      const net = '$NEUROFAB 2,2 --segments 8 -q -f stl -o';
      const device = await shell(`${net} /dev/stdout | cat`, cwd);
      const pipe = await shell(`mkfifo pipe && { ${net} pipe & } && cat pipe && wait && rm pipe`, cwd);
      const redirected = await shell(`${net} /dev/stdout > file && cat file`, cwd);
      expect(plain.length).toBe(84 + 50 * plain.readUInt32LE(80));
      for (const { stdout, stderr } of [device, pipe, redirected]) {
        expect(stderr).toBe('');
        expect(stdout.equals(plain)).toBe(true);
      }
      expect(readdirSync(cwd)).toEqual(['file']);
    });
  });

  it('ends quietly when its reader has read enough', async () => {
    await inFolder(async (cwd) => {
      const { stdout, stderr } = await shell(
        `{ $NEUROFAB ${LARGE.join(' ')} -f stl -o -; echo "exit $?" >&2; } | head -c 84`,
        cwd,
      );
      expect(stdout).toHaveLength(84);
      expect(stderr).toBe('exit 0\n');
    });
  });

  it.each([
    [
      '/dev/stdout',
      `{ $NEUROFAB ${LARGE.join(' ')} -f stl -o /dev/stdout; echo "exit $?" >&2; } | head -c 84`,
    ],
    [
      'a named pipe',
      `mkfifo pipe && { head -c 84 pipe & } && $NEUROFAB ${LARGE.join(' ')} -f stl -o pipe; echo "exit $?" >&2; wait`,
    ],
  ])('ends as quietly when the reader of %s has', async (_, line) => {
    await inFolder(async (cwd) => {
      const { stdout, stderr } = await shell(line, cwd);
      expect(stdout).toHaveLength(84);
      expect(stderr).toBe('exit 0\n');
    });
  });

  it('does its work although nobody hears its words', async () => {
    await inFolder(async (cwd) => {
      const { stdout, stderr } = await shell(
        '{ $NEUROFAB 2,2 --segments 8 -o a.stl; echo "exit $?" > code; } 2>&1 | true; sleep 1; cat code',
        cwd,
      );
      expect([stdout.toString(), stderr]).toEqual(['exit 0\n', '']);
      expect(readdirSync(cwd)).toEqual(['a.stl', 'code']);
    });
  });

  it('does not wait for the end of a spec that never ends', async () => {
    const { stderr, exitCode } = await shell('yes | $NEUROFAB --spec -', '.');
    expect(stderr).toBe('error: standard input: A spec has at most 50 MB, but this is more.\n');
    expect(exitCode).toBe(1);
  });
});

describe('an interrupted command', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('leaves nothing half-written after %s while it writes', async (signal, code) => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'net.stl'), 'old');
      const { child, ended } = start([...LARGE, '-o', 'net.stl'], cwd);
      await until(() => readdirSync(cwd).length === 2);
      child.kill(signal);
      const { exitCode, stderr } = await ended;
      expect(exitCode).toBe(code);
      expect(stderr).toBe('');
      expect(readdirSync(cwd)).toEqual(['net.stl']);
      expect(readFileSync(join(cwd, 'net.stl'), 'utf8')).toBe('old');
    });
  });

  it('stops at once while it makes bodies, although that leaves no turn to listen', async () => {
    await inFolder(async (cwd) => {
      const { child, ended } = start(['20,20,20,20', '--segments', '48', '-o', 'net.stl'], cwd);
      await sleep(1500);
      const sent = performance.now();
      child.kill('SIGINT');
      const { exitCode, signal } = await ended;
      expect([exitCode, signal]).toEqual([null, 'SIGINT']);
      expect(performance.now() - sent).toBeLessThan(1000);
      expect(readdirSync(cwd)).toEqual([]);
    });
  });
});

describe('a file that cannot be written to its end', () => {
  it('is not there, and the old one stays, when the system says that it is too large', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'net.stl'), 'old');
      const { exitCode, stderr } = await shell(
        `trap '' XFSZ; ulimit -f 2000; $NEUROFAB ${LARGE.join(' ')} -o net.stl`,
        cwd,
      );
      expect(stderr).toBe(
        'error: net.stl: Cannot be written: the file would be larger than this disk or account allows.\n',
      );
      expect(exitCode).toBe(2);
      expect(readdirSync(cwd)).toEqual(['net.stl']);
      expect(readFileSync(join(cwd, 'net.stl'), 'utf8')).toBe('old');
    });
  });

  it('is told of in a line where the working folder was removed', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, stderr } = await shell('mkdir gone; cd gone; rmdir ../gone; $NEUROFAB 2,2', cwd);
      expect(stderr).toMatch(/^error: network-2-2\.3mf: There is no folder \/.*\/gone\.\n$/);
      expect(exitCode).toBe(2);
      expect(readdirSync(cwd)).toEqual([]);
    });
  });

  it('is refused at once without the permission', async () => {
    await inFolder(async (cwd) => {
      mkdirSync(join(cwd, 'closed'));
      writeFileSync(join(cwd, 'kept.stl'), 'old');
      chmodSync(join(cwd, 'closed'), 0o555);
      chmodSync(join(cwd, 'kept.stl'), 0o444);
      chmodSync(cwd, 0o777);
      for (const [path, problem] of [
        ['closed/a.stl', 'No permission to write in the folder closed.'],
        ['kept.stl', 'Cannot be written: no permission.'],
      ] as const) {
        const node = ['--input-type=module', '--eval', AS_NOBODY, '--', '2,2', '-o', path];
        const { status, stderr } = spawnSync(process.execPath, node, { cwd, encoding: 'utf8' });
        expect(stderr).toBe(`error: ${path}: ${problem}\n`);
        expect(status).toBe(2);
      }
      expect(readFileSync(join(cwd, 'kept.stl'), 'utf8')).toBe('old');
    });
  });
});

describe('--from', () => {
  it('reads a pipe', async () => {
    await inFolder(async (cwd) => {
      for (const end of ['3mf', 'stl', 'scad']) {
        const [a, b, pipe] = [`a.${end}`, `b.${end}`, `p.${end}`];
        const write = `$NEUROFAB 1,1 --segments 8 -q -o ${a} && mkfifo ${pipe} && (cat ${a} > ${pipe} &)`;
        const { exitCode, stderr } = await shell(
          `${write} && $NEUROFAB --from ${pipe} -q -o ${b} && cmp ${a} ${b}`,
          cwd,
        );
        expect([exitCode, stderr]).toEqual([0, '']);
      }
    });
  });
});

describe('memory', () => {
  it.runIf(process.platform === 'linux')(
    'stays flat however large the shells are and however slow their reader',
    async () => {
      await inFolder(async (cwd) => {
        const { child, ended } = start(
          ['120,120', ...LARGE.slice(1), '-q', '-f', 'stl', '-o', '-', '-o', 'net.stl'],
          cwd,
        );
        child.stdout.pause();
        await sleep(2000);
        child.stdout.removeAllListeners('data');
        child.stdout.resume();
        let peak = 0;
        const watch = setInterval(() => {
          peak = Math.max(peak, peakMegabytes(child.pid!));
        }, 20);
        const { exitCode } = await ended;
        clearInterval(watch);
        expect(exitCode).toBe(0);
        expect(statSync(join(cwd, 'net.stl')).size).toBeGreaterThan(150e6);
        expect(peak).toBeGreaterThan(20);
        expect(peak).toBeLessThan(300);
      });
    },
  );
});

/** The most memory that a process has had, in MB (VmHWM of proc(5)). */
function peakMegabytes(pid: number): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

describe('a set that is made by threads', () => {
  const NAMES = Array.from({ length: 8 }, (_, i) => `network ${i}`);
  const TABLE = ['name,layers', ...NAMES.map((name, i) => `${name},3-${i + 2}-3`)].join('\n');

  it('has the same bytes when it was killed in the middle and run again, and keeps what was there', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'class.csv'), TABLE);
      const { child, ended } = start(['batch', 'class.csv', '-o', 'out', '--quiet'], cwd);
      const there = () => NAMES.filter((name) => existsSync(join(cwd, 'out', `${name}.3mf`)));
      while (there().length < 2 && child.exitCode === null) await sleep(5);
      child.kill('SIGKILL');
      await ended;
      const before = there();
      const draftOf = (pid: number) => join(cwd, 'out', `.neurofab-${pid}-99.tmp`);
      for (const pid of [child.pid!, process.pid]) writeFileSync(draftOf(pid), 'half');
      const again = await runProcess(['batch', 'class.csv', '-o', 'out', '--json'], cwd);
      const { files } = JSON.parse(again.stdout.toString()) as { files: { path: string; kept: boolean }[] };
      expect(files.map(({ path }) => path)).toEqual(NAMES.map((name) => `out/${name}.3mf`));
      const kept = files.filter((file) => file.kept);
      // Drafts of who is gone are cleared away, those of who is there may still be written.
      const drafts = readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.tmp'));
      expect(drafts).toEqual([basename(draftOf(process.pid))]);
      // The last one may not have been noted yet.
      expect(kept.length).toBeGreaterThanOrEqual(before.length - 1);
      expect((await runProcess(['batch', 'class.csv', '-o', 'whole', '--quiet'], cwd)).exitCode).toBe(0);
      for (const name of [...NAMES.map((each) => `${each}.3mf`), '.neurofab-batch.json']) {
        const whole = readFileSync(join(cwd, 'whole', name));
        expect(whole.equals(readFileSync(join(cwd, 'out', name))), name).toBe(true);
      }
    });
  });

  it('ends at once when it is interrupted, with whole files alone', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'class.csv'), TABLE);
      const { child, ended } = start(['batch', 'class.csv', '-o', 'out', '--quiet'], cwd);
      while (!existsSync(join(cwd, 'out')) && child.exitCode === null) await sleep(5);
      child.kill('SIGINT');
      const { exitCode, signal } = await ended;
      expect([exitCode, signal]).not.toEqual([70, null]);
      const left = existsSync(join(cwd, 'out')) ? readdirSync(join(cwd, 'out')) : [];
      expect(left.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    });
  });
});
