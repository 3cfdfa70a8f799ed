import { programPath } from '@neurofab/test-kit';
import { type BrowserContext, chromium } from 'playwright-core';

// As root there is no sandbox, and nothing of the rest may ask for hosts of its maker.
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

/** Gives `use` a browser that remembers nothing, with more arguments if need be, and closes it. */
export async function inChromium<Result>(
  use: (context: BrowserContext) => Promise<Result>,
  more: readonly string[] = [],
): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: programPath('chromium'),
    args: [...ARGUMENTS, ...more],
  });
  try {
    return await use(await browser.newContext());
  } finally {
    await browser.close();
  }
}
