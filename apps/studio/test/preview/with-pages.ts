import { fileURLToPath } from 'node:url';
import { inChromium, inFolder } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { build, defaultClientConditions, preview } from 'vite';

const ROOT = fileURLToPath(new URL('page', import.meta.url));

/** Builds the page of these tests, serves it, and gives what opens it in a browser with more arguments. */
export function withPages(use: (open: OpenPage) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    const settings = {
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      build: { outDir: folder },
    } as const;
    await build({
      ...settings,
      resolve: { conditions: ['@neurofab/source', ...defaultClientConditions] },
      build: { outDir: folder, emptyOutDir: true, target: 'es2023' },
    });
    const server = await preview({ ...settings, preview: { port: 0 } });
    try {
      await use(async (test, { args = [], script = '', deviceScaleFactor = 1 } = {}) => {
        await inChromium(
          async (context) => {
            const page = await context.newPage();
            await page.addInitScript(script);
            await page.goto(server.resolvedUrls!.local[0]!);
            await page.waitForFunction('globalThis.studio');
            await test(page);
          },
          { args, deviceScaleFactor },
        );
      });
    } finally {
      await server.close();
    }
  });
}

/** Opens the page for a test. */
export type OpenPage = (
  test: (page: Page) => Promise<void>,
  options?: {
    readonly args?: readonly string[];
    readonly script?: string;
    readonly deviceScaleFactor?: number;
  },
) => Promise<void>;
