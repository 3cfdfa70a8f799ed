import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import type { Io } from '../src/main.ts';
import { listener, type Run, run } from './run-main.ts';

const FILES = {
  'index.html': ['text/html; charset=utf-8', '<title>The page</title>'],
  'assets/code-1a2b.js': ['text/javascript; charset=utf-8', 'export {};'],
  'assets/kernel.wasm': ['application/wasm', '\0asm'],
  'manifest.webmanifest': ['application/manifest+json', '{}'],
  'icon.svg': ['image/svg+xml', '<svg/>'],
  'odd.bin': ['application/octet-stream', '1'],
} as const;

describe('neurofab studio', () => {
  it('serves the page and its files, each as what it is, and has browsers ask for them anew', async () => {
    await served([], async ({ address }) => {
      for (const [path, [mediaType, text]] of [
        ['', FILES['index.html']] as const,
        ...Object.entries(FILES),
      ]) {
        const reply = await askFor(address, `/${path}`);
        expect([reply.status, reply.text], path).toEqual([200, text]);
        expect(reply.headers).toMatchObject({
          'content-type': mediaType,
          'content-length': String(text.length),
          'cache-control': 'no-cache',
          'x-content-type-options': 'nosniff',
        });
      }
      expect((await askFor(address, '/?from=afar')).status).toBe(200);
    });
  });

  it('gives no other file of the machine, however it is asked for', async () => {
    await served([], async ({ address, folder }) => {
      writeFileSync(join(folder, 'secret.txt'), 'secret');
      for (const path of [
        '/secret.txt',
        '/../secret.txt',
        '/assets/../../secret.txt',
        '/%2e%2e/secret.txt',
        '/..%2fsecret.txt',
        '/..\\secret.txt',
        '/..%5csecret.txt',
        `/${folder}/secret.txt`,
        '//etc/passwd',
        '/%',
        '/assets',
        '/assets/',
        '/__proto__',
      ]) {
        expect(await askFor(address, path), path).toMatchObject({
          status: 404,
          text: 'There is no such file.\n',
        });
      }
    });
  });

  it('only gives, and only to who asks for this machine by its own names', async () => {
    await served([], async ({ address }) => {
      expect(await askFor(address, '/', { method: 'HEAD' })).toMatchObject({
        status: 200,
        text: '',
        headers: { 'content-length': String(FILES['index.html'][1].length) },
      });
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
        expect(await askFor(address, '/', { method }), method).toMatchObject({
          status: 405,
          headers: { allow: 'GET, HEAD' },
        });
      }
      for (const host of ['localhost:1', '127.0.0.1', 'LOCALHOST']) {
        expect((await askFor(address, '/', { host })).status, host).toBe(200);
      }
      for (const host of ['evil.test', '127.0.0.1.evil.test', 'localhost.evil.test:80', 'evil.test:6387']) {
        expect((await askFor(address, '/', { host })).status, host).toBe(403);
      }
    });
  });

  it('prints nothing but the address, and ends at once when it is interrupted, though a browser hangs on', async () => {
    const { exitCode, stdout, lines } = await served([], async ({ address }) => {
      const { port, hostname } = new URL(address);
      const browser = connect(Number(port), hostname);
      browser.on('error', () => {});
      await new Promise<void>((resolve) => browser.on('connect', () => resolve()));
    });
    expect(exitCode).toBe(130);
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(lines).toEqual(['Neurofab Studio is open to browsers on this machine until you press Ctrl-C.']);
  });

  it('takes a port that is free, or the one that is asked for, or says that another has it', async () => {
    await served([], async ({ address }) => {
      await served([], async (second) => expect(second.address).not.toBe(address));
      const { port } = new URL(address);
      const { exitCode, stdout, lines } = await served(['--port', port], async () => {});
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(lines).toEqual([
        `error: --port: Another program has port ${port}. Without --port any that is free is taken.`,
      ]);
    });
    let port = '';
    await served(['--port', '0'], async ({ address }) => {
      port = new URL(address).port;
    });
    await served(['--port', port], async ({ address }) => expect(new URL(address).port).toBe(port));
  });

  it.runIf(process.platform === 'linux')('opens the browser, and serves where there is none', async () => {
    await inFolder(async (tools) => {
      const heard = join(tools, 'heard');
      writeFileSync(
        join(tools, 'xdg-open'),
        `#!/bin/sh\nprintf %s "$*" > ${heard}.new; /bin/mv ${heard}.new ${heard}\n`,
      );
      chmodSync(join(tools, 'xdg-open'), 0o755);
      await served(
        ['--open'],
        async ({ address }) => {
          while (!existsSync(heard)) await sleep(10);
          expect(readFileSync(heard, 'utf8')).toBe(address);
        },
        { PATH: tools },
      );
      const nowhere = { PATH: join(tools, 'nowhere') };
      await served(
        ['--open'],
        async ({ address }) => expect((await askFor(address, '/')).status).toBe(200),
        nowhere,
      );
    });
  });

  it.each([
    [['--port', 'x'], '--port: Must be a whole number up to 65535, 0 for any that is free, but is "x".'],
    [
      ['--port', '65536'],
      '--port: Must be a whole number up to 65535, 0 for any that is free, but is "65536".',
    ],
    [['--port', '1.5'], '--port: Must be a whole number up to 65535, 0 for any that is free, but is "1.5".'],
    [['--json'], "Unknown option '--json'."],
    [['3,6,6'], "Too many arguments for 'studio'. Expected 0 arguments but got 1."],
  ])('refuses %j', async (args, fault) => {
    const { exitCode, lines } = await served(args, async () => {});
    expect([exitCode, lines]).toEqual([2, [`error: ${fault}`]]);
  });

  it('says in a sentence that the page is not built', async () => {
    await inFolder(async (cwd) => {
      const { exitCode, lines } = await run(['studio'], { cwd, page: join(cwd, 'none') });
      expect(exitCode).toBe(2);
      expect(lines).toEqual([
        'error: The page is not here: it comes with the package from npm. In a clone, npx -y pnpm@12 studio builds and serves it.',
      ]);
    });
  });
});

interface Served {
  readonly address: string;
  /** What the page's folder lies in. */
  readonly folder: string;
}

/** Runs the command, has `use` ask what it serves, interrupts it, and gives how it ended. */
function served(
  args: readonly string[],
  use: (served: Served) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  return inFolder(async (folder) => {
    const page = join(folder, 'page');
    mkdirSync(join(page, 'assets'), { recursive: true });
    for (const [path, [, text]] of Object.entries(FILES)) writeFileSync(join(page, path), text);
    const { stream, heard } = listener();
    let used = Promise.resolve();
    // The command listens when it has printed where it serves.
    const onInterrupt: Io['onInterrupt'] = (interrupt) => {
      used = use({ address: heard().toString().trim(), folder }).finally(() => interrupt(130));
      return () => {};
    };
    const ended = await run(['studio', ...args], {
      ...{ cwd: folder, page, env },
      io: { stdout: stream, onInterrupt },
    });
    await used;
    return { ...ended, stdout: heard().toString() };
  });
}

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Asks for a path as it stands, which `fetch` would tidy up. */
function askFor(
  address: string,
  path: string,
  { method = 'GET', host }: { readonly method?: string; readonly host?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const headers = host === undefined ? {} : { host };
    const asking = ask({ hostname, port, path, method, headers, agent: false }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      reply.on('end', () => resolve({ status: reply.statusCode, headers: reply.headers, text }));
    });
    asking.on('error', reject).end();
  });
}
