import type { Page } from 'playwright-core';
import { preview } from 'vite';
import { inBenchmarks } from '../commands/paths.ts';
import type { Contestant, Runner } from '../contestant.ts';
import { enterBrowser, leaveBrowser } from './browser.ts';

/** Gives the folder of a built page; it may be built into the one that is given. */
export type Site = (folder: string) => Promise<string>;

export interface OnPageOptions {
  readonly name: string;
  readonly site: Site;
  /** What the address has from its `#` on. */
  readonly hash?: string | undefined;
  /** Gets ready, and gives what a round does. `open` opens the page as somebody does who has never been there. */
  readonly begin: (open: () => Promise<Page>) => Promise<Runner['round']>;
}

const VISITOR = {
  viewport: { width: 1280, height: 720 },
  // The server would compress anew at each request, which hosts do not.
  extraHTTPHeaders: { 'accept-encoding': 'identity' },
};

/** A contestant that works on a page, in the browser that all contestants share. */
export function onPage({ name, site, hash = '', begin }: OnPageOptions): Contestant {
  return {
    name,
    async start({ folder, limitSeconds }) {
      const root = await site(folder);
      const server = await preview({
        configFile: false,
        root,
        logLevel: 'silent',
        build: { outDir: '.' },
        preview: { host: '127.0.0.1', port: 0 },
      });
      const stop = () => void Promise.all([leaveBrowser(), server.close()]);
      try {
        const browser = await enterBrowser();
        const open = async () => {
          const context = await browser.newContext(VISITOR);
          context.setDefaultTimeout(limitSeconds * 1000);
          const page = await context.newPage();
          await page.addInitScript({ path: inBenchmarks('pages/probe.js') });
          await page.goto(`${server.resolvedUrls!.local[0]}${hash}`);
          return page;
        };
        return { round: await begin(open), stop };
      } catch (error) {
        stop();
        throw error;
      }
    },
  };
}
