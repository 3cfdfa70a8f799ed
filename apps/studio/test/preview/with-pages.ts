import { fileURLToPath } from 'node:url';
import { inFolder, programPath } from '@neurofab/test-kit';
import { chromium, type Page } from 'playwright-core';
import { build, defaultClientConditions, preview } from 'vite';

const ROOT = fileURLToPath(new URL('page', import.meta.url));

// As root there is no sandbox, and where there is no graphics card a processor draws.
const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];

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
        const browser = await chromium.launch({
          executablePath: programPath('chromium'),
          args: [...ARGUMENTS, ...args],
        });
        try {
          const page = await browser.newPage({ deviceScaleFactor });
          await page.addInitScript(script);
          await page.goto(server.resolvedUrls!.local[0]!);
          await page.waitForFunction('globalThis.studio');
          await test(page);
        } finally {
          await browser.close();
        }
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
