import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** A server of this machine that shows a folder. */
export interface FolderServer {
  /** Where the folder is. */
  readonly url: string;
  /** The paths that were asked for. */
  readonly asked: readonly string[];
  /** Shows other folders from now on: what is not in the first is looked for in the next. */
  show(...folders: readonly string[]): void;
  /** Ends at once, as if the machine were gone. */
  kill(): Promise<void>;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a page below a path, as static hosts do: no more than files, with the policy that the page has, which its workers do not have from the page. */
export async function serveFolder(folder: string, under = '/'): Promise<FolderServer> {
  let folders: readonly string[] = [folder];
  const asked: string[] = [];
  const policy = policyOf(await readFile(join(folder, 'index.html'), 'utf8'));
  const server = createServer(async ({ url }, response) => {
    const path = url!.replace(/\?.*/, '');
    asked.push(path);
    const bytes = path.startsWith(under) ? await firstFile(folders, path.slice(under.length)) : undefined;
    response.writeHead(bytes === undefined ? 404 : 200, {
      'content-type': MEDIA_TYPES[extname(path)] ?? 'text/html',
      'content-security-policy': policy,
    });
    response.end(bytes ?? 'Not here.');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${under}`,
    asked,
    show: (...others) => {
      folders = others;
    },
    kill: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function firstFile(folders: readonly string[], path: string): Promise<Uint8Array | undefined> {
  for (const folder of folders) {
    try {
      return await readFile(join(folder, path === '' ? 'index.html' : path));
    } catch {}
  }
  return undefined;
}

function policyOf(page: string): string {
  return page.match(/http-equiv="Content-Security-Policy"\s+content="([^"]*)"/)?.[1] ?? '';
}
