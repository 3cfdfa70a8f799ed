import { itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { hashOf, isReady, save, withStudio, writeText } from './with-studio.ts';

describe('text on the page', () => {
  itAsks('chromium')('is seen while it is typed, raised and cut in, and goes with undo', async () => {
    await withStudio(
      async ({ page, faults }) => {
        const [none] = [await seen(page)];
        await writeText(page, 'Anna');
        const raised = await seenOtherThan(page, [none]);
        await page.check('#field-engraved');
        await seenOtherThan(page, [none, raised]);
        await page.uncheck('#field-engraved');
        await page.focus('#field-text');
        await page.keyboard.type(' Grün');
        await seenOtherThan(page, [none, raised]);
        expect(await page.inputValue('#field-text')).toBe('Anna Grün');
        for (let step = 0; step < 4; step++) await page.click('[aria-label="Undo"]');
        await expect.poll(async () => (await seen(page)).equals(none)).toBe(true);
        expect(faults).toEqual([]);
      },
      { hash: '#3,2' },
    );
  });

  itAsks('chromium')('is loaded for where there is some, and only then', async () => {
    await withStudio(async ({ page }) => {
      const asked: string[] = [];
      page.context().on('request', (request) => asked.push(request.url()));
      const letters = () => asked.filter((url) => /harfbuzz|font-data/.test(url));
      await page.fill('#layers', '3,2');
      await save(page, 'stl');
      expect(letters()).toEqual([]);
      await writeText(page, 'Anna');
      await expect.poll(letters).not.toEqual([]);
    });
  });

  itAsks('chromium')('comes back from a link and from the last visit, which keep no letters', async () => {
    let sent: { hash: string; bytes: Uint8Array } | undefined;
    await withStudio(async ({ page, server }) => {
      await page.fill('#layers', '3,2');
      await writeText(page, 'A & Жан');
      await page.check('#field-engraved');
      sent = { hash: await hashOf(page), bytes: (await save(page, 'stl')).bytes };
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('polygons');
      await page.goto('about:blank');
      await page.goto(server.url);
      await isReady(page);
      expect((await save(page, 'stl')).bytes).toEqual(sent.bytes);
    });
    const { hash, bytes } = sent!;
    expect(hash).toMatch(/&text=A%20%26%20%D0%96%D0%B0%D0%BD&in=yes/);
    await withStudio(
      async ({ page }) => {
        expect(await page.inputValue('#field-text')).toBe('A & Жан');
        expect((await save(page, 'stl')).bytes).toEqual(bytes);
      },
      { hash },
    );
  });

  itAsks('chromium')('is there in Braille, with letters and without, and is told in words', async () => {
    await withStudio(
      async ({ page, faults }) => {
        const [none] = [await seen(page)];
        await writeText(page, 'anna', 'braille');
        const braille = await seenOtherThan(page, [none]);
        await page.waitForSelector('.shown:has-text("Braille: anna.")');
        await writeText(page, 'Anna');
        await seenOtherThan(page, [none, braille]);
        await page.waitForSelector('.shown:has-text("raised letters: Anna.")');
        await writeText(page, 'Юлія', 'braille');
        await page.waitForSelector('#field-braille-fault:has-text("There is no Braille for “Ю”")');
        await page.waitForSelector('#download:disabled');
        expect(faults).toEqual([]);
      },
      { hash: '#3,4,5,2' },
    );
  });

  itAsks('chromium')('has what is wrong with it at its field', async () => {
    await withStudio(
      async ({ page }) => {
        for (const [text, fault] of [
          ['Ж日', 'The font has no “日”'],
          ['a name that nobody could read any more on so small a disc', 'characters would fit'],
          ['a'.repeat(1001), 'characters'],
        ] as const) {
          await writeText(page, text);
          await page.waitForSelector(`#field-text-fault:has-text("${fault}")`);
          await page.waitForSelector('#download:disabled');
          await writeText(page, 'constructor');
          await isReady(page);
          expect(await page.isVisible('#field-text-fault')).toBe(false);
        }
      },
      { hash: '#3,4,5,2' },
    );
  });
});

/** What is seen of the model. */
function seen(page: Page): Promise<Buffer> {
  return page.locator('canvas').screenshot();
}

/** What is seen once it is none of some pictures, and rests. */
async function seenOtherThan(page: Page, others: readonly Buffer[]): Promise<Buffer> {
  await expect
    .poll(async () => {
      const now = await seen(page);
      return others.some((other) => other.equals(now));
    })
    .toBe(false);
  await page.waitForTimeout(600);
  return seen(page);
}
