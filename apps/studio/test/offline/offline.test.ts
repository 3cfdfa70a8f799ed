import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inChromium, inFolder, itAsks } from '@neurofab/test-kit';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { buildPage } from '../build-page.ts';
import { isKept } from '../is-kept.ts';
import { type FolderServer, serveFolder } from '../serve-folder.ts';
import type { KeptPageProbe } from './page/page.ts';

declare const probe: KeptPageProbe;

const PAGE = fileURLToPath(new URL('page', import.meta.url));

describe('a page that was opened once', () => {
  itAsks('chromium')('opens, and loads all that it has, when the server is gone', async () => {
    await withVersions(['one'], async ({ context, server }) => {
      const page = await opened(context, server.url);
      await server.kill();
      expect(await shown(page)).toEqual(ALL_OF.one);
      await page.reload();
      expect(await shown(page)).toEqual(ALL_OF.one);
      await page.goto(`${server.url}index.html?from=afar#3,6,6`);
      expect(await shown(page)).toEqual(ALL_OF.one);
    });
  });

  itAsks('chromium')('leaves alone what else there is on its host', async () => {
    await withVersions(['one'], async ({ context, server }) => {
      const page = await opened(context, server.url);
      for (const path of ['other/', 'none.js', '/', '/folder/']) {
        const { href } = new URL(path, server.url);
        expect(await page.evaluate(async (address) => (await fetch(address)).status, href)).toBe(404);
        expect((await page.goto(href))?.status()).toBe(404);
        await page.goto(server.url);
      }
    });
  });

  itAsks('chromium')('works where nothing can be kept', async () => {
    await withVersions(['one'], async ({ context, server }) => {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      await page.goto(server.url.replace('127.0.0.1', 'host.test'));
      expect(await shown(page)).toEqual(ALL_OF.one);
      expect(await page.evaluate(() => 'serviceWorker' in navigator)).toBe(false);
      expect(faults).toEqual([]);
    });
  });
});

describe('a new version', () => {
  itAsks('chromium')('leaves an open page whole, and comes when it is asked to', async () => {
    await withVersions(['one', 'two'], async ({ context, server, folders }) => {
      const page = await opened(context, server.url);
      const loads = countLoads(page);
      server.show(folders.two!);
      await page.reload();
      await hasNewVersion(page);
      expect(await shown(page)).toEqual(ALL_OF.one);
      await reload(page);
      expect(await shown(page)).toEqual(ALL_OF.two);
      await server.kill();
      await page.reload();
      expect(await shown(page)).toEqual(ALL_OF.two);
      expect(loads()).toBe(3);
      expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
    });
  });

  itAsks('chromium')(
    'leaves other windows whole when one reloads, and comes to them in their time',
    async () => {
      await withVersions(['one', 'two', 'three'], async ({ context, server, folders }) => {
        const page = await opened(context, server.url);
        const other = await opened(context, server.url);
        const loads = countLoads(other);
        for (const version of ['two', 'three']) {
          server.show(folders[version]!);
          await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
          await hasNewVersion(page);
          await reload(page);
          expect(await page.evaluate(() => probe.version)).toBe(version);
        }
        await server.kill();
        expect(loads()).toBe(0);
        expect(await shown(other)).toEqual(ALL_OF.one);
        await reload(other);
        expect(await shown(other)).toEqual(ALL_OF.three);
        expect(await shown(page)).toEqual(ALL_OF.three);
        expect(loads()).toBe(1);
      });
    },
  );

  itAsks('chromium')('comes by itself once all windows were closed', async () => {
    await withVersions(['one', 'two'], async ({ context, server, folders }) => {
      const page = await opened(context, server.url);
      server.show(folders.two!);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await hasNewVersion(page);
      await page.close();
      await server.kill();
      expect(await shown(await opened(context, server.url))).toEqual(ALL_OF.two);
    });
  });

  itAsks('chromium')('that is no more than an empty worker has the host asked again', async () => {
    await withVersions(['one'], async ({ context, server, folders }) => {
      const page = await opened(context, server.url);
      const gone = join(folders.one!, '..', 'gone');
      mkdirSync(gone);
      writeFileSync(join(gone, 'service-worker.js'), '');
      server.show(gone);
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
      await hasNewVersion(page);
      await page.close();
      const reply = await (await context.newPage()).goto(server.url);
      expect(reply!.status()).toBe(404);
    });
  });

  itAsks('chromium')('is not taken while a host has but a part of it', async () => {
    await withVersions(['one', 'two'], async ({ context, server, folders }) => {
      const page = await opened(context, server.url);
      const early = join(folders.two!, '..', 'early');
      cpSync(folders.two!, early, { recursive: true });
      copyFileSync(join(folders.one!, 'index.html'), join(early, 'index.html'));
      server.show(early, folders.one!);
      expect(await page.evaluate(updateFails)).toBe(true);
      await page.reload();
      expect(await shown(page)).toEqual(ALL_OF.one);
      expect(await page.evaluate(() => probe.reload)).toBeUndefined();
      server.show(folders.two!);
      await page.reload();
      await hasNewVersion(page);
    });
  });
});

const ALL_OF = {
  one: ['one', 'one', 'one'],
  two: ['two', 'two', 'two'],
  three: ['three', 'three', 'three'],
};

/** The versions of all that an open page shows: its own, of what it loads later, of its worker. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(async () => [probe.version, await probe.later(), await probe.ofWorker()]);
}

/** A page, once it is kept. */
async function opened(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await isKept(page);
  return page;
}

async function hasNewVersion(page: Page): Promise<void> {
  await page.waitForFunction(() => probe.reload !== undefined);
}

/** Reloads as the page's button does, and waits for what comes. */
async function reload(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.evaluate(() => probe.reload!())]);
}

/** Counts how often a page is loaded from now on. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => loads++);
  return () => loads;
}

/** Runs in the page: looks for a new version, and gives whether it could not be kept. */
async function updateFails(): Promise<boolean> {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const worker = registration.installing!;
  await new Promise((resolve) => worker.addEventListener('statechange', resolve));
  return worker.state === 'redundant';
}

interface Given {
  readonly context: BrowserContext;
  /** Shows the first version. */
  readonly server: FolderServer;
  readonly folders: Readonly<Record<string, string>>;
}

/** Builds versions of the page, and serves them to a browser of its own. */
function withVersions(versions: readonly string[], use: (given: Given) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const folders = Object.fromEntries(versions.map((version) => [version, join(folder, version)]));
    for (const [version, path] of Object.entries(folders)) {
      await buildPage(path, { root: PAGE, define: { PAGE_VERSION: JSON.stringify(version) } });
    }
    const server = await serveFolder(folders[versions[0]!]!, '/folder/of/its%20own/');
    try {
      await inChromium((context) => use({ context, server, folders }), {
        args: ['--host-resolver-rules=MAP host.test 127.0.0.1'],
      });
    } finally {
      await server.kill();
    }
  });
}
