import { spawn } from 'node:child_process';
import type { Io } from '../io.ts';

/** What opens an address with the program that a person has chosen for it. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the browser; does nothing where there is none. */
export function openBrowser(address: string, { env }: Pick<Io, 'env'>): void {
  const [program, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...words, address], { env, stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
