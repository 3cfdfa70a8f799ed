import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { open, save, withStudio } from './with-studio.ts';

describe('the page', () => {
  itAsks('chromium')('shows a still picture where there is no WebGL, and says so', async () => {
    await withStudio(
      async ({ page }) => {
        expect(await page.textContent('#graphics-note')).toContain('still picture');
        await page.waitForSelector('img.still[src^="blob:"]');
        const first = await page.getAttribute('img.still', 'src');
        expect(
          await page.locator('img.still').evaluate((img: HTMLImageElement) => img.naturalWidth),
        ).toBeGreaterThan(100);
        await page.fill('#layers', '3,2');
        await page.waitForFunction(
          (before) => document.querySelector('img.still')!.getAttribute('src') !== before,
          first,
        );
        const stl = await save(page, 'stl');
        expect(stl.name).toBe('network-3-2.stl');
        const second = await page.getAttribute('img.still', 'src');
        await open(page, [{ name: 'thing.stl', bytes: stl.bytes.map((byte, i) => (i < 80 ? 32 : byte)) }]);
        await page.waitForSelector('.inspection');
        await page.waitForFunction(
          (before) => document.querySelector('img.still')!.getAttribute('src') !== before,
          second,
        );
      },
      { arguments: ['--disable-3d-apis'] },
    );
  });

  itAsks('chromium')(
    'shows a still picture while the graphics are lost, and goes on when they are back',
    async () => {
      await withStudio(async ({ page }) => {
        await page.evaluate(() => {
          const canvas = document.querySelector('canvas')!;
          const loss = canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!;
          Object.assign(globalThis, { loss });
          loss.loseContext();
        });
        await page.waitForSelector('img.still[src^="blob:"]');
        expect(await page.textContent('#graphics-note')).toContain('lost');
        await page.evaluate('loss.restoreContext()');
        await page.waitForSelector('canvas:visible');
        expect(await page.isVisible('#graphics-note')).toBe(false);
      });
    },
  );

  itAsks('chromium')('joins and writes without WebAssembly', async () => {
    await withStudio(
      async ({ page }) => {
        expect((await save(page)).name).toBe('network-3-2.3mf');
        expect((await save(page, 'openscad')).name).toBe('network-3-2.scad');
      },
      { hash: '#3,2', script: 'delete globalThis.WebAssembly;' },
    );
  });
});
