import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { inChromium, inFolder, itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { describe, expect } from 'vitest';
import { EXAMPLES, TRAINED_FORMATS, trainedFormatOf } from '../../src/index.ts';
import { FIXTURES } from '../fixtures.ts';
import { exampleResult, resultOf } from './result-of.ts';
import { serve } from './serve.ts';

const ROOT = fileURLToPath(new URL('page', import.meta.url));
// A page may catch the fault of a text that may not run, as zod does: the browser tells of it all the same.
const WATCH = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    violations.push([violatedDirective, blockedURI, sourceFile].join(' '));
  });
`;

describe('a page in Chromium under a policy that runs no text', () => {
  itAsks('chromium')('reads every fixture and example as Node does', async () => {
    await withPage(async (page, url) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      const [request] = await Promise.all([page.waitForRequest('**/results'), page.goto(url)]);
      const { files, examples } = request.postDataJSON() as { files: string[]; examples: string[] };
      expect([...complaints, ...(await violationsOf(page))]).toEqual([]);
      for (const [number, fixture] of FIXTURES.entries()) {
        expect(files[number], `${fixture.folder}/${fixture.name}`).toBe(await resultOf(fixture));
      }
      expect(examples).toEqual(await Promise.all(EXAMPLES.map(({ name }) => exampleResult(name))));
      expect(formatsOf(files)).toEqual(TRAINED_FORMATS.map(({ label }) => label));
    });
  });

  itAsks('chromium')('would be found out if it ran text', async () => {
    await withPage(async (page, url) => {
      await page.goto(url);
      expect(await page.evaluate(runText)).toBe('EvalError');
      expect(await violationsOf(page)).toEqual([expect.stringMatching(/^script-src eval /)]);
    });
  });
});

function violationsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>('globalThis.violations');
}

/** Runs in the page. Only later, since what a debugger itself runs is beyond the policy. */
function runText(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(new Function('return "It runs."')());
      } catch (error) {
        resolve((error as Error).name);
      }
    });
  });
}

/** The labels of formats of which at least one file was read. */
function formatsOf(files: readonly string[]): string[] {
  const read = FIXTURES.filter((_, number) => files[number]!.startsWith('['));
  const labels = new Set(read.map(({ bytes }) => trainedFormatOf(bytes)?.label));
  return TRAINED_FORMATS.map(({ label }) => label).filter((label) => labels.has(label));
}

/** Builds the page, serves it, and gives it in a browser of its own. */
function withPage(use: (page: Page, url: string) => Promise<void>): Promise<void> {
  return inFolder(async (folder) => {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'silent',
      resolve: { conditions: ['@neurofab/source', ...defaultClientConditions] },
      build: { outDir: folder, emptyOutDir: true },
    });
    const server = await serve(folder, FIXTURES);
    try {
      await inChromium(async (context) => {
        const page = await context.newPage();
        await page.addInitScript(WATCH);
        await use(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      });
    } finally {
      server.close();
    }
  });
}
