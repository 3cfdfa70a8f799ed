import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { Fixture } from '../fixtures.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
/** Where there is nothing: a status of an error would be a message in the page's console. */
const NOTHING = 204;

/**
 * Serves a built page to this machine alone, and files for it to read: their names are at `/files`, their bytes at `/files/0`
 * and so on, and those of files beside them at `/files/0/name`.
 */
export async function serve(page: string, fixtures: readonly Fixture[]): Promise<Server> {
  const server = createServer(async (request, response) => {
    const [first, number, name] = request.url!.slice(1).split('/').map(decodeURIComponent);
    if (first === 'files' && number === undefined) {
      response.end(JSON.stringify(fixtures.map((fixture) => fixture.name)));
    } else if (first === 'files') {
      const fixture = fixtures[Number(number)]!;
      const bytes = name === undefined ? fixture.bytes : await fixture.beside(name);
      response.writeHead(bytes === undefined ? NOTHING : 200).end(bytes);
    } else if (request.method === 'GET') {
      const path = join(page, number === undefined ? 'index.html' : join(first!, number));
      response.writeHead(200, { 'content-type': MEDIA_TYPES[extname(path)]! }).end(await readFile(path));
    } else response.writeHead(NOTHING).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return server;
}
