import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { save, withStudio } from './with-studio.ts';

/** A browser that shares files, as those of phones do, and one that then does not. */
const SHARES = `navigator.canShare = ({ files }) => files.length > 0;
  navigator.share = async ({ files }) => { globalThis.shared = files; };`;
const REFUSES = `${SHARES} navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); };`;

describe('a file that was saved', () => {
  itAsks('chromium')('is handed on as it is, where the browser does that', async () => {
    await withStudio(
      async ({ page }) => {
        const { name, bytes } = await save(page, 'png');
        await page.click('#share');
        const [shared, type] = await page.evaluate<[number[], string]>(
          `Promise.all([shared[0].arrayBuffer().then((bytes) => [...new Uint8Array(bytes)]), shared[0].type])`,
        );
        expect(Buffer.from(shared).equals(Buffer.from(bytes))).toBe(true);
        expect([name, type]).toEqual(['network-3-2.png', 'image/png']);
      },
      { script: SHARES, hash: '#3,2' },
    );
  });

  itAsks('chromium')('is said to be among the downloads where the browser takes no such file', async () => {
    await withStudio(
      async ({ page }) => {
        await save(page);
        await page.click('#share');
        await page.waitForSelector('.message.note:has-text("among its downloads")');
      },
      { script: REFUSES, hash: '#3,2' },
    );
  });

  itAsks('chromium')('is not offered to be shared where the browser never does', async () => {
    await withStudio(
      async ({ page }) => {
        await save(page);
        await page.waitForSelector('[role="status"]:has-text("Saved")', { state: 'attached' });
        expect(await page.locator('#share').count()).toBe(0);
      },
      { script: 'navigator.canShare = undefined;' },
    );
  });
});
