import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CommandError } from '../errors.ts';
import type { Page, PageFile } from './read-page.ts';

/** A page that is served. */
export interface PageServer {
  readonly address: string;
  /** Ends at once, whoever is still listening. */
  stop(): void;
}

const HOST = '127.0.0.1';

/** What is taken where nobody names a port and it is free: browsers keep what belongs to a page by its port. */
const USUAL_PORT = 6387;

/** Any that is free. */
const ANY_PORT = 0;

/** Serves a page to this machine alone, at a port or else at a free one. Throws a CommandError for a port that cannot be had. */
export async function servePage(page: Page, port: number | undefined): Promise<PageServer> {
  // Loaded when it is used: no other command should wait for it.
  const { createServer } = await import('node:http');
  const server = createServer(answer(page));
  try {
    await listen(server, port ?? USUAL_PORT);
  } catch (error) {
    if (port !== undefined) throw new CommandError(`--port: ${portProblem(error, port)}`);
    await listen(server, ANY_PORT);
  }
  return {
    address: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portProblem(error: unknown, port: number): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return `Another program has port ${port}. Without --port any that is free is taken.`;
    case 'EACCES':
      return `No permission to take port ${port}. Those from 1024 on are for everyone.`;
    default:
      throw error;
  }
}

const METHODS = ['GET', 'HEAD'];

/** What the page says of itself: its workers heed only what comes with their own files, and only here can it be said who may frame it. */
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function answer(page: Page): RequestListener {
  return ({ method, url, headers }, response) => {
    const file = page.get(url!.replace(/\?.*/s, ''));
    const say = (status: number, { mediaType, bytes }: PageFile) => {
      response.writeHead(status, {
        allow: METHODS.join(', '),
        'cache-control': 'no-cache',
        'content-length': bytes.length,
        'content-security-policy': POLICY,
        'content-type': mediaType,
        'x-content-type-options': 'nosniff',
      });
      response.end(method === 'HEAD' ? undefined : bytes);
    };
    // A stranger's name may lead to this machine, and what the stranger wrote would count as one page with ours.
    if (!isThisMachine(headers.host)) say(403, sentence('This is only for the machine that it runs on.'));
    else if (!METHODS.includes(method!)) say(405, sentence('This is only to be read.'));
    else if (file === undefined) say(404, sentence('There is no such file.'));
    else say(200, file);
  };
}

function sentence(text: string): PageFile {
  return { mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(`${text}\n`) };
}

function isThisMachine(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host);
}
