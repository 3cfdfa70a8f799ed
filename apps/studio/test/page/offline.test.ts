import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { buildPage } from '../build-page.ts';
import { isKept } from '../is-kept.ts';
import { isReady, open, save, withStudio, writeText } from './with-studio.ts';

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url));
const MODEL = fileURLToPath(
  new URL('../../../../test-fixtures/trained/keras/sequential-3.keras', import.meta.url),
);

describe('the page, once it was opened', () => {
  itAsks('chromium')('saves files and reads models when the server is gone', async () => {
    await withStudio(async ({ page, server }) => {
      await isKept(page);
      await server.kill();
      await page.reload();
      await isReady(page);
      for (const format of ['3mf', 'stl', 'openscad', 'glb']) {
        expect((await save(page, format)).bytes.length).toBeGreaterThan(1000);
      }
      await writeText(page, 'Anna');
      expect((await save(page, 'stl')).bytes.length).toBeGreaterThan(1000);
      await open(page, [{ name: 'model.keras', bytes: readFileSync(MODEL) }]);
      await page.waitForSelector('summary:has-text("Weights")');
    });
  });

  itAsks('chromium')('goes on saving files when a new version has come, which "Reload" brings', async () => {
    await inFolder(async (folder) => {
      const files = join(folder, 'public');
      cpSync(PUBLIC, files, { recursive: true });
      writeFileSync(join(files, 'new.txt'), 'new');
      await buildPage(join(folder, 'page'), { publicDir: files });
      await withStudio(async ({ page, server }) => {
        await isKept(page);
        server.show(join(folder, 'page'));
        await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
        await page.waitForSelector('#reload');
        expect((await save(page, 'glb')).bytes.length).toBeGreaterThan(1000);
        await page.fill('#layers', '5,3');
        await page.waitForTimeout(1200);
        await page.click('#reload');
        await page.waitForSelector('#reload', { state: 'detached' });
        await isReady(page);
        expect(await page.inputValue('#layers')).toBe('5,3');
        const kept = await page.evaluate(async () => {
          const names = await caches.keys();
          const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return requests.map((list) => list.filter(({ url }) => url.endsWith('new.txt')).length);
        });
        expect(kept).toEqual([1]);
      });
    });
  });
});
