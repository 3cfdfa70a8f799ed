import { execFileSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

// As root there is no sandbox. Machines without a screen draw with the processor, so all do: it is the same everywhere.
const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let shared: Promise<Browser> | undefined;
let users = 0;

/** Gives the one browser that all share who are there at a time. */
export function enterBrowser(): Promise<Browser> {
  users++;
  shared ??= launch();
  return shared;
}

/** The last to leave closes it. */
export async function leaveBrowser(): Promise<void> {
  users--;
  if (users > 0) return;
  const left = shared;
  shared = undefined;
  // Who entered was told if it never opened.
  const browser = await left?.catch(() => undefined);
  await browser?.close();
}

async function launch(): Promise<Browser> {
  const path = execFileSync('which', ['chromium'], { encoding: 'utf8' }).trim();
  return chromium.launch({ executablePath: path, args: ARGUMENTS });
}
