import { fileURLToPath } from 'node:url';
import { parseNumber } from '@neurofab/core/internal';
import { quoted } from '@neurofab/words';
import type { StudioRequest } from './arguments/command-line.ts';
import { CommandError, InterruptedError } from './errors.ts';
import { type Io, writeStdout } from './io.ts';
import { openBrowser } from './serve/open-browser.ts';
import { readPage } from './serve/read-page.ts';
import { servePage } from './serve/serve-page.ts';
import { say } from './words/messages.ts';

/** The bundled command has it beside itself. */
const PAGE = fileURLToPath(new URL('studio', import.meta.url));

/** Serves the page to this machine until somebody asks to stop; throws an InterruptedError then, and a CommandError where it cannot. */
export async function serveStudio(
  request: StudioRequest,
  io: Io,
  { folder = PAGE }: { readonly folder?: string | undefined } = {},
): Promise<never> {
  const port = portIn(request);
  const page = readPage(folder);
  if (page === undefined) {
    throw new CommandError(
      'The page is not here: it comes with the package from npm. In a clone, npx -y pnpm@12 studio builds and serves it.',
    );
  }
  const server = await servePage(page, port);
  try {
    await writeStdout(io, `${server.address}\n`);
    say(io, 'Neurofab Studio is open to browsers on this machine until you press Ctrl-C.');
    if (request.open) openBrowser(server.address, io);
    throw new InterruptedError(await interrupted(io));
  } finally {
    server.stop();
  }
}

const MAX_PORT = 65535;

function portIn({ port: text }: StudioRequest): number | undefined {
  if (text === undefined) return undefined;
  const port = parseNumber(text);
  if (port !== undefined && Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  throw new CommandError(
    `--port: Must be a whole number up to ${MAX_PORT}, 0 for any that is free, but is ${quoted(text)}.`,
  );
}

function interrupted(io: Io): Promise<number> {
  return new Promise((resolve) => {
    const remove = io.onInterrupt((exitCode) => {
      remove();
      resolve(exitCode);
    });
  });
}
