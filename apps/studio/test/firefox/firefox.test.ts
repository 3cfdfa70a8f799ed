import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { make } from '../../src/worker/make.ts';
import { faultsOf } from '../faults-of.ts';
import { inFirefox } from '../in-firefox.ts';
import { isKept } from '../is-kept.ts';
import { hashOf, isReady, open, type SavedFile, withStudio } from '../page/with-studio.ts';

const ASKED = { network: { name: 'Müller', layers: [4, 3] }, printer: 'bambu-a1-mini-ams' };

/** What fields of the page hold then. */
const VALUES = { '#layers': '4,3', '#printer': 'bambu-a1-mini-ams', '#field-name': 'Müller' };

describe('the page in Firefox', () => {
  itAsks('firefox-esr')(
    'shows a model, saves the command’s file, brings all back from that and from its link, and needs no network',
    async () => {
      await inFolder(async (folder) => {
        await withStudio(
          async ({ page, server, faults }) => {
            await showsModel(page);
            await page.fill('#layers', VALUES['#layers']);
            await page.selectOption('#printer', VALUES['#printer']);
            await page.fill('#field-name', VALUES['#field-name']);
            const hash = await hashOf(page);
            const [made] = await make({ asked: ASKED }, () => {});
            const saved = await save(page, folder);
            expect(saved).toEqual({ name: made!.name, bytes: made!.bytes });

            const opener = await newcomer(page, server.url);
            expect(await opener.page.inputValue('#layers')).toBe('3,6,6,4,2');
            await open(opener.page, [saved]);
            await hasAll(opener.page);
            expect(await save(opener.page, folder)).toEqual(saved);
            expect(opener.faults).toEqual([]);

            const follower = await newcomer(page, server.url + hash);
            await hasAll(follower.page);
            expect(follower.faults).toEqual([]);

            await isKept(page);
            await server.kill();
            await page.reload();
            await isReady(page);
            expect(await save(page, folder)).toEqual(saved);
            expect(faults).toEqual([]);
          },
          { inBrowser: (use) => inFirefox(use, folder) },
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
async function save(page: Page, folder: string): Promise<SavedFile> {
  await page.click('#download');
  const name = await vi.waitFor(
    () => {
      const [first, ...others] = readdirSync(folder);
      // There is an empty file first, and beside it one that fills.
      expect(others).toEqual([]);
      expect(statSync(join(folder, first!)).size).toBeGreaterThan(0);
      return first!;
    },
    { timeout: 30_000, interval: 100 },
  );
  const bytes = new Uint8Array(readFileSync(join(folder, name)));
  rmSync(join(folder, name));
  return { name, bytes };
}

/** The page as somebody sees it who was never there. */
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
