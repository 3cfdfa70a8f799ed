import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { make } from '../../src/worker/make.ts';
import { faultsOf } from '../faults-of.ts';
import { inFirefox } from '../in-firefox.ts';
import { hashOf, isKept, isReady, open, type SavedFile, withStudio } from '../page/with-studio.ts';

const ASKED = { network: { name: 'Müller', layers: [4, 3] }, printer: 'bambu-a1-mini-ams' };

/** What fields of the page hold then. */
const VALUES = { '#layers': '4,3', '#printer': 'bambu-a1-mini-ams', '#field-name': 'Müller' };

describe('the page in Firefox', () => {
  itAsks('firefox-esr')(
    'shows a model and saves the command’s file, from which, as from the link, all comes back, without a network too',
    async () => {
      await inFolder(async (home) => {
        await withStudio(
          async ({ page, server, faults }) => {
            await showsModel(page);
            await page.fill('#layers', VALUES['#layers']);
            await page.selectOption('#printer', VALUES['#printer']);
            await page.fill('#field-name', VALUES['#field-name']);
            const hash = await hashOf(page);
            const [made] = await make({ asked: ASKED }, () => {});
            const saved = await save(page, home);
            expect(saved).toEqual({ name: made!.name, bytes: made!.bytes });

            const opener = await newcomer(page, server.url);
            await open(opener.page, [saved]);
            await hasAll(opener.page);
            expect(await save(opener.page, home)).toEqual(saved);
            expect(opener.faults).toEqual([]);

            const follower = await newcomer(page, server.url + hash);
            await hasAll(follower.page);
            expect(follower.faults).toEqual([]);

            await isKept(page);
            await server.kill();
            await page.reload();
            await isReady(page);
            expect(await save(page, home)).toEqual(saved);
            expect(faults).toEqual([]);
          },
          { inBrowser: (use) => inFirefox(use, home) },
        );
      });
    },
  );
});

/** Without a screen, Firefox may have no WebGL. */
async function showsModel(page: Page): Promise<void> {
  const isLive = await page.evaluate(() => document.createElement('canvas').getContext('webgl2') !== null);
  if (isLive) {
    await page.waitForSelector('.live canvas');
    return;
  }
  await page.waitForSelector('#graphics-note');
  await page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('img.still')?.naturalWidth ?? 0) > 100,
  );
}

/** Saves a file as a person does. Firefox tells nobody of what it saves from memory, so it is waited for where it comes to lie. */
async function save(page: Page, home: string): Promise<SavedFile> {
  const folder = join(home, 'saved');
  await page.click('#download');
  const name = await vi.waitFor(
    () => {
      const [first, ...others] = readdirSync(folder);
      // There is an empty file first, and beside it one that fills.
      if (first === undefined || others.length > 0 || statSync(join(folder, first)).size === 0)
        throw new Error('Nothing is saved yet.');
      return first;
    },
    { timeout: 30_000, interval: 100 },
  );
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  rmSync(join(folder, name));
  return { name, bytes };
}

/** The page for somebody who was never there. */
async function newcomer(
  page: Page,
  address: string,
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await page.context().browser()!.newContext();
  const other = await context.newPage();
  const faults = await faultsOf(other);
  await other.goto(address);
  await isReady(other);
  return { page: other, faults };
}

async function hasAll(page: Page): Promise<void> {
  for (const [field, value] of Object.entries(VALUES)) {
    await vi.waitFor(async () => expect(await page.inputValue(field)).toBe(value), { timeout: 10_000 });
  }
}
