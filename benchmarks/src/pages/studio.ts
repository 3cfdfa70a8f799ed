import type { Page } from 'playwright-core';
import { inBenchmarks } from '../commands/paths.ts';
import type { Site } from './on-page.ts';

/** The page as npm gets it. */
export const STUDIO: Site = async () => inBenchmarks('node_modules/neurofab/bundle/studio');

/** Waits until all is said of the model, and the page has kept its files for the next visit. */
export async function isAtRest(page: Page): Promise<void> {
  await page.waitForSelector('.counts');
  await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  await page.waitForTimeout(PAUSE);
}

/** Milliseconds. */
const PAUSE = 2000;
