import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { programPath } from './judge.ts';

// As root there is no sandbox, where there is no graphics card a processor draws, and nothing of the rest may ask for hosts of its maker.
const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Further arguments of the browser, and what its pages are like. */
export interface ChromiumOptions extends BrowserContextOptions {
  readonly args?: readonly string[];
}

/** Gives `use` a browser that remembers nothing, and closes it. */
export async function inChromium<Result>(
  use: (context: BrowserContext) => Promise<Result>,
  { args = [], ...pages }: ChromiumOptions = {},
): Promise<Result> {
  // Only here: most tests need none of it.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: programPath('chromium'),
    args: [...ARGUMENTS, ...args],
  });
  try {
    return await use(await browser.newContext(pages));
  } finally {
    await browser.close();
  }
}
