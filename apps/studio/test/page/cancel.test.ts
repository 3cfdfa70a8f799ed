import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { save, withStudio } from './with-studio.ts';

describe('a file on its way', () => {
  itAsks('chromium')('can be cancelled, and the next one comes', async () => {
    await withStudio(
      async ({ page }) => {
        await page.click('#download');
        await page.waitForFunction(() => document.querySelector<HTMLProgressElement>('#progress')!.value > 0);
        await page.click('#cancel');
        await page.waitForSelector('#download:enabled');
        // The browser tells of a worker's end when it comes to that.
        await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(1);
        await page.fill('#layers', '3,2');
        const { name, bytes } = await save(page);
        expect(name).toBe('network-3-2.3mf');
        expect(bytes.length).toBeGreaterThan(1000);
      },
      { hash: '#20,20,20' },
    );
  });
});
