import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inChromium, inFolder, itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { buildPage } from './build-page.ts';
import { faultsOf } from './faults-of.ts';
import { isKept } from './is-kept.ts';
import { type FolderServer, serveFolder } from './serve-folder.ts';

describe('the built page in Chromium', () => {
  itAsks('chromium')(
    'runs under its policy, asks no other host for anything, and opens without a network',
    async () => {
      await withPage(async ({ page, server, faults }) => {
        const hosts = new Set<string>();
        page.context().on('request', (request) => hosts.add(new URL(request.url()).host));
        await page.goto(server.url);
        await isKept(page);
        await server.kill();
        await page.reload();
        expect(await page.title()).toBe('Neurofab Studio');
        expect(faults).toEqual([]);
        expect([...hosts]).toEqual([new URL(server.url).host]);
      });
    },
  );

  itAsks('chromium')('loads the kernel of booleans from its own folder, and joins with it', async () => {
    await withPage(async ({ page, server, folder, faults }) => {
      await page.goto(server.url);
      const [kernel] = readdirSync(join(folder, 'assets')).filter((name) => /^manifold.*\.js$/.test(name));
      expect(await page.evaluate(cubeVolume(`${server.url}assets/${kernel}`))).toBe(8);
      expect(server.asked.filter((path) => path.endsWith('.wasm'))).not.toEqual([]);
      expect(faults).toEqual([]);
    });
  });

  itAsks('chromium')('can be installed, with a name and an icon', async () => {
    await withPage(async ({ page, server }) => {
      await page.goto(server.url);
      const session = await page.context().newCDPSession(page);
      const { errors, data } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      expect(JSON.parse(data!)).toMatchObject({ name: 'Neurofab Studio' });
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
    });
  });
});

/** What the page runs, as text: Vite would make another import of one that stands here. */
function cubeVolume(address: string): string {
  return `(async () => {
    const { default: start } = await import(${JSON.stringify(address)});
    const kernel = await start();
    kernel.setup();
    return kernel.Manifold.cube([2, 2, 2]).volume();
  })()`;
}

interface Given {
  readonly page: Page;
  readonly server: FolderServer;
  readonly folder: string;
  readonly faults: readonly string[];
}

/** Builds the page, serves it below a path, and gives a browser's empty page. */
function withPage(use: (given: Given) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    await buildPage(folder);
    const server = await serveFolder(folder, '/models/studio/');
    try {
      await inChromium(async (context) => {
        const page = await context.newPage();
        await use({ page, server, folder, faults: await faultsOf(page) });
      });
    } finally {
      await server.kill();
    }
  });
}
