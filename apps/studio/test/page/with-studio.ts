import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChromium } from '@neurofab/test-kit';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { buildPage } from '../build-page.ts';
import { faultsOf } from '../faults-of.ts';
import { type FolderServer, serveFolder } from '../serve-folder.ts';

/** The page in a browser of its own. */
export interface Studio {
  readonly page: Page;
  readonly server: FolderServer;
  /** What went wrong on the page so far. */
  readonly faults: readonly string[];
}

export interface StudioOptions {
  /** Chromium if left out. */
  readonly inBrowser?: (
    use: (context: BrowserContext) => Promise<void>,
    more: readonly string[],
  ) => Promise<void>;
  /** What the address has after its `#`. */
  readonly hash?: string;
  /** Further arguments of the browser. */
  readonly arguments?: readonly string[];
  /** Runs in the page before anything of its own. */
  readonly script?: string;
}

/** Builds the page, serves it, opens it in a browser that remembers nothing, and waits until a file can be saved. */
export async function withStudio(
  use: (studio: Studio) => Promise<void>,
  {
    inBrowser = (use, args) => inChromium(use, { args }),
    hash = '',
    arguments: more = [],
    script,
  }: StudioOptions = {},
): Promise<void> {
  const server = await serveFolder(await built(), '/some/where/');
  try {
    await inBrowser(async (context) => {
      const page = await context.newPage();
      const faults = await faultsOf(page);
      if (script !== undefined) await page.addInitScript(script);
      await page.goto(`${server.url}${hash}`);
      await isReady(page);
      await use({ page, server, faults });
    }, more);
  } finally {
    await server.kill();
  }
}

let folder: Promise<string> | undefined;

// The process may be ended without a word.
afterAll(async () => {
  if (folder !== undefined) rmSync(await folder, { recursive: true, force: true });
});

/** The folder of the built page, which is built for the first test of a file, and goes after the last. */
function built(): Promise<string> {
  folder ??= (async () => {
    const path = mkdtempSync(join(tmpdir(), 'neurofab-page-'));
    await buildPage(path);
    return path;
  })();
  return folder;
}

/** Waits until a file of what is asked for can be saved. */
export async function isReady(page: Page): Promise<void> {
  await page.waitForSelector('#download:enabled');
}

/** A file that the page saved. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Saves a file as a person does, in the usual format if none is named. */
export async function save(page: Page, format?: string): Promise<SavedFile> {
  const coming = page.waitForEvent('download');
  if (format === undefined) await page.click('#download');
  else {
    await page.click('.download .menu summary');
    await page.click(`[data-format="${format}"]`);
  }
  const download = await coming;
  await isReady(page);
  return { name: download.suggestedFilename(), bytes: await readFile((await download.path())!) };
}

/** Opens files as a person does. */
export async function open(page: Page, files: readonly SavedFile[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
  await page.setInputFiles('#open', given);
}

/** Puts text on the model, whose controls are in a group that is closed at first. */
export async function writeText(page: Page, text: string, field = 'text'): Promise<void> {
  const input = page.locator(`#field-${field}`);
  await input.evaluate((element) => {
    element.closest('details')!.open = true;
  });
  await input.fill(text);
}

/** Pastes a list of names, whose controls are in a group that is closed at first, as are those of text. */
export async function pasteNames(page: Page, text: string): Promise<void> {
  await page.evaluate(() => {
    for (const group of document.querySelectorAll<HTMLDetailsElement>('details.group')) group.open = true;
  });
  await page.focus('#names');
  // As from the clipboard: all at once, as if it had been typed.
  await page.keyboard.insertText(text);
}

/** What the address of the page has after its `#`, once it is written. */
export async function hashOf(page: Page): Promise<string> {
  await page.waitForTimeout(1200);
  return new URL(page.url()).hash;
}
