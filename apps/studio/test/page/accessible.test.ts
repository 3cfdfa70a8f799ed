import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { open, pasteNames, type Studio, withStudio } from './with-studio.ts';

const AXE = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

const TRIANGLE = `solid thing
facet normal 0 0 1
outer loop
vertex 0 0 0
vertex 10 0 0
vertex 0 10 0
endloop
endfacet
endsolid thing
`;

const VIEWS: Readonly<Record<string, (studio: Studio) => Promise<void>>> = {
  'in light': async ({ page }) => page.emulateMedia({ colorScheme: 'light' }),
  'in dark': async ({ page }) => page.emulateMedia({ colorScheme: 'dark' }),
  'on a phone': async ({ page }) => page.setViewportSize({ width: 390, height: 844 }),
  'with all groups and menus open': async ({ page }) => {
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('details')) group.open = true;
    });
  },
  'with names, one of which cannot be made': async ({ page }) => {
    await pasteNames(page, 'Anna\nBen 😀\nCara');
    await page.waitForSelector('[aria-label="Names that cannot be made"] li');
  },
  'with names on plates': async ({ page }) => {
    await page.selectOption('#printer', 'bambu-a1-mini');
    await pasteNames(page, 'Anna\nCara');
    await page.check('#on-plates');
    await page.waitForSelector('#download:has-text("2 on plates")');
  },
  'with faults': async ({ page }) => {
    await page.fill('#layers', '3,0');
    await page.waitForSelector('.fault');
  },
  'with a file of somebody else’s': async ({ page }) => {
    await open(page, [{ name: 'thing.stl', bytes: new TextEncoder().encode(TRIANGLE) }]);
    await page.waitForSelector('.inspection');
  },
};

const SIZES = {
  'a phone': { width: 360, height: 640 },
  'a tablet': { width: 820, height: 1180 },
  'half a window, where all is twice as large': { width: 640, height: 400 },
};

describe('the page', () => {
  for (const [name, view] of Object.entries(VIEWS)) {
    itAsks('chromium')(`has nothing that keeps people out, ${name}`, async () => {
      await withStudio(async (studio) => {
        await view(studio);
        expect(await violations(studio.page)).toEqual([]);
      });
    });
  }

  itAsks('chromium')('can be used by keyboard alone, from the first layer to the file', async () => {
    await withStudio(async ({ page }) => {
      await reach(page, '#layers');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('3,4,2');
      await reach(page, '#printer');
      await page.keyboard.type('Bambu Lab P1S with one AMS');
      await reach(page, '#download');
      const coming = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      expect((await coming).suggestedFilename()).toBe('network-3-4-2-bambu-p1s-ams-flat.3mf');
      expect(await page.textContent('[role="status"].visually-hidden')).toContain('Saved network-3-4-2');
    });
  });

  itAsks('chromium')('takes a list of names, shows one and saves all by keyboard alone', async () => {
    await withStudio(
      async ({ page }) => {
        await reach(page, 'summary:has-text("Names")');
        await page.keyboard.press('Enter');
        await reach(page, '#names');
        await page.keyboard.type('Anna\nBen');
        await reach(page, '.names button:has-text("Ben")');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.names button[aria-pressed="true"]:has-text("Ben")');
        await page.waitForSelector('canvas[aria-label*="Ben"]');
        await reach(page, '#download');
        const coming = page.waitForEvent('download');
        await page.keyboard.press('Enter');
        expect((await coming).suggestedFilename()).toBe('network-3-2.zip');
        expect(await page.textContent('[role="status"].visually-hidden')).toContain('Saved network-3-2.zip');
      },
      { hash: '#3,2' },
    );
  });

  itAsks('chromium')(
    'keeps the focus among its controls, whichever of them goes when it is pressed',
    async () => {
      await withStudio(
        async ({ page }) => {
          for (const [button, next] of Object.entries({
            'Take layer 3 away': 'Add a layer',
            'Reset title': 'field-name',
            Undo: 'redo',
          })) {
            await page.focus(`[aria-label="${button}" i]`);
            while (await isThere(page, `[aria-label="${button}" i]:visible`))
              await page.keyboard.press('Enter');
            expect(await page.evaluate(FOCUSED)).toContain(next);
          }
        },
        { hash: '#3,4,2&name=Anna' },
      );
    },
  );

  for (const [name, size] of Object.entries(SIZES)) {
    itAsks('chromium')(`is no wider than ${name}`, async () => {
      await withStudio(async ({ page }) => {
        await page.setViewportSize(size);
        const [inner, outer] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(inner).toBeLessThanOrEqual(outer!);
      });
    });
  }
});

/** Whether something is there and can be pressed, at this moment. */
async function isThere(page: Page, selector: string): Promise<boolean> {
  const found = await page.$(selector);
  return (await found?.isEnabled().catch(() => false)) ?? false;
}

const FOCUSED = 'document.activeElement.id + document.activeElement.textContent';

/** Goes on by the tab key until something has the focus. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${selector} is not reached.`);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<string[]>(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => [id, target, failureSummary].join(' '))))`);
}
