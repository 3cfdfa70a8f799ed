import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file of the page. */
export interface PageFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The files of a page by their addresses, `/` being the page itself. */
export type Page = ReadonlyMap<string, PageFile>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Reads a page as it was built; `undefined` if there is none. All of it is read before anything is served: so no address
 * leads anywhere else, and a page that is open stays whole when another version is installed.
 */
export function readPage(folder: string): Page | undefined {
  if (!existsSync(join(folder, 'index.html'))) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry): [string, PageFile] => {
      const path = join(entry.parentPath, entry.name);
      const mediaType = MEDIA_TYPES[extname(path)] ?? 'application/octet-stream';
      return [`/${relative(folder, path).split(sep).join('/')}`, { mediaType, bytes: readFileSync(path) }];
    });
  const page = new Map(files);
  return page.set('/', page.get('/index.html')!);
}
