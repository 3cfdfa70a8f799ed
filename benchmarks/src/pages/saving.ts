import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import type { Contestant, Round } from '../contestant.ts';
import { measureThreeMf } from '../measure/measure-three-mf.ts';
import { onPage, type Site } from './on-page.ts';
import { isAtRest, STUDIO } from './studio.ts';

export interface SavingOptions {
  /** Which click on a page that was just opened is measured. */
  readonly click: number;
  readonly site?: Site;
}

/** From a click on the button that makes the 3MF to the file. */
export function saving({ click, site = STUDIO }: SavingOptions): Contestant {
  return onPage({
    name: 'Neurofab',
    site,
    begin: async (open) => async () => {
      const page = await open();
      await isAtRest(page);
      for (let before = 1; before < click; before++) await save(page);
      const round = await save(page);
      await page.context().close();
      return round;
    },
  });
}

async function save(page: Page): Promise<Round> {
  await page.waitForSelector('#download:enabled');
  const coming = page.waitForEvent('download');
  const start = performance.now();
  await page.evaluate("document.querySelector('#download').click()");
  const path = await (await coming).path();
  const milliseconds = performance.now() - start;
  await isAtRest(page);
  return { milliseconds, measured: measureThreeMf(readFileSync(path)) };
}
