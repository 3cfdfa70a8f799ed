import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { hashOf, open, withStudio } from './with-studio.ts';

const IRIS = fileURLToPath(new URL('../../../../test-fixtures/trained/numpy/iris.npz', import.meta.url));

/** What people type by mistake, and what nobody does. */
const NONSENSE = ['', 'abc', '-1', '1e308', '9'.repeat(400), '0', '٣', '1,5'];

describe('the page', () => {
  itAsks('chromium')('goes on writing links after a number was emptied and typed anew', async () => {
    await withStudio(
      async ({ page, faults }) => {
        await page.fill('#layer-0', '');
        await hashOf(page);
        await page.fill('#layer-0', '5');
        expect(await hashOf(page)).toBe('#5,8,3');
        expect(faults).toEqual([]);
      },
      { hash: '#4,8,3' },
    );
  });

  itAsks('chromium')(
    'takes nonsense in any field, says what is wrong, and is well again afterwards',
    async () => {
      await withStudio(
        async ({ page, faults }) => {
          await page.evaluate(() => {
            for (const group of document.querySelectorAll<HTMLDetailsElement>('details.group'))
              group.open = true;
          });
          const fields = page.locator('.panel input[type="text"]:visible');
          const before = await page.inputValue('#layers');
          for (let i = 0; i < (await fields.count()); i++) {
            for (const text of NONSENSE) await fields.nth(i).fill(text);
            await fields.nth(i).blur();
            while (await page.isEnabled('#undo')) await page.click('#undo');
            expect(await page.inputValue('#layers')).toBe(before);
          }
          await page.waitForSelector('#download:enabled');
          expect(await page.locator('.fault, .message.fault').count()).toBe(0);
          expect(faults).toEqual([]);
        },
        { hash: '#3,4,2&printer=prusa-mk4s' },
      );
    },
  );

  itAsks('chromium')('keeps what was typed for what it is, and the rest for the next visit', async () => {
    await withStudio(async ({ page, server, faults }) => {
      const scale = page.locator('[aria-label="Times as large, as a number"]');
      await scale.fill('4,5');
      await page.fill('#layers', '9x8x3');
      await scale.blur();
      expect(await scale.inputValue()).toBe('4,5');
      expect(await hashOf(page)).toBe('');
      await page.click('#copy-link');
      await page.waitForSelector('.message.fault:has-text("has no link")');
      await page.goto('about:blank');
      await page.goto(server.url);
      await page.waitForSelector('.status .refusal:has-text("4,5")');
      expect(await page.inputValue('#layers')).toBe('9,8,3');
      await page.fill('[aria-label="Times as large, as a number"]', '');
      expect(await hashOf(page)).toBe('#9,8,3');
      expect(faults).toEqual([]);
    });
  });

  itAsks('chromium')('shows layers that have names and numbers of nodes', async () => {
    await withStudio(async ({ page, faults }) => {
      const layers = [{ name: 'in', size: 4 }, { size: 784, shown: [0, 1, '…', 783] }, 2];
      const bytes = new TextEncoder().encode(JSON.stringify({ layers }));
      await open(page, [{ name: 'spec.json', bytes }]);
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#layer-1')?.value === '784');
      expect(faults).toEqual([]);
    });
  });

  itAsks('chromium')('looks at a file of somebody else’s while something is half typed', async () => {
    await withStudio(async ({ page, faults }) => {
      await page.locator('#layers').pressSequentially(',3');
      await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(
          new File(
            [
              'solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1 0 0\nvertex 0 1 0\nendloop\nendfacet\nendsolid a\n',
            ],
            'a.stl',
          ),
        );
        dispatchEvent(new DragEvent('drop', { dataTransfer: transfer }));
      });
      await page.waitForSelector('.inspection');
      await page.click('#close-inspection');
      await page.waitForSelector('#layers');
      expect(faults).toEqual([]);
    });
  });

  itAsks('chromium')(
    'draws other nodes of the network that is shown, not of the one that was opened last',
    async () => {
      await withStudio(async ({ page, faults }) => {
        await open(page, [{ name: 'iris.npz', bytes: readFileSync(IRIS) }]);
        await page.waitForSelector('summary:has-text("Weights")');
        await page.click('#gallery summary');
        await page.click('#gallery button:has-text("Digits")');
        await page.waitForSelector('.layers.trained:has-text("of 64")');
        await page.click('#undo');
        await page.waitForSelector('.layers.trained:not(:has-text("of 64"))');
        await page.fill('[aria-label="Most rows of a layer, as a number"]', '3');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.layers.trained:has-text("2 of 4")');
        expect(await page.textContent('.layers.trained')).not.toContain('of 64');
        expect(faults).toEqual([]);
      });
    },
  );

  itAsks('chromium')('says why a format cannot hold a network', async () => {
    await withStudio(
      async ({ page, faults }) => {
        await page.click('.download .menu summary');
        const source = page.locator('[data-format="openscad"]');
        expect(await source.isDisabled()).toBe(true);
        expect(await source.textContent()).toContain('OpenSCAD source cannot hold');
        expect(faults).toEqual([]);
      },
      { hash: '#3,2&m=plaque' },
    );
  });

  itAsks('chromium')('says of a network that is too large for it how large it may be', async () => {
    await withStudio(async ({ page, faults }) => {
      await page.fill('#layers', '2000,2000');
      await page.waitForSelector('.status .refusal:has-text("200,000 connections")');
      expect(await page.isDisabled('#download')).toBe(true);
      expect(faults).toEqual([]);
    });
  });
});
