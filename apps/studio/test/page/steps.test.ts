import { createHash } from 'node:crypto';
import { itAsks } from '@neurofab/test-kit';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { save, withStudio } from './with-studio.ts';

const LAYERS = '#layers';

/** Notes by which view the model was drawn last, without a word of the page's. */
const WATCH = `
  const { getUniformLocation, uniformMatrix4fv } = WebGL2RenderingContext.prototype;
  const names = new Map();
  WebGL2RenderingContext.prototype.getUniformLocation = function (program, name) {
    const place = getUniformLocation.call(this, program, name);
    names.set(place, name);
    return place;
  };
  WebGL2RenderingContext.prototype.uniformMatrix4fv = function (place, transpose, matrix, ...rest) {
    if (names.get(place) === 'view') globalThis.view = Array.from(matrix).join();
    return uniformMatrix4fv.call(this, place, transpose, matrix, ...rest);
  };
`;

describe('steps back and forth', () => {
  itAsks('chromium')('lead through fifty edits to the very same file', async () => {
    await withStudio(async ({ page }) => {
      for (let i = 0; i < 25; i++) {
        await page.fill('#field-name', `network ${i}`);
        await page.dispatchEvent('#field-name', 'change');
        await page.click('[aria-label="One node more in layer 1"]');
        await page.locator('#field-name').focus();
      }
      const there = hashOf(await save(page, 'stl'));
      for (let i = 0; i < 50; i++) await page.click('#undo');
      expect(await page.inputValue(LAYERS)).toBe('3,6,6,4,2');
      expect(await page.isDisabled('#undo')).toBe(true);
      for (let i = 0; i < 50; i++) await page.click('#redo');
      expect(await page.isDisabled('#redo')).toBe(true);
      expect(hashOf(await save(page, 'stl'))).toBe(there);
    });
  });

  itAsks('chromium')('take all that was dragged at once', async () => {
    await withStudio(async ({ page }) => {
      await page.click('summary:has-text("Size")');
      await page.evaluate(() => {
        const radius = document.querySelector<HTMLInputElement>('#field-nodeRadius')!;
        for (const value of [5, 6, 7]) {
          radius.value = String(value);
          radius.dispatchEvent(new Event('input', { bubbles: true }));
        }
        radius.dispatchEvent(new Event('change', { bubbles: true }));
      });
      expect(await page.inputValue('#field-nodeRadius')).toBe('7');
      await page.keyboard.press('Control+z');
      expect(await page.inputValue('#field-nodeRadius')).toBe('4');
      expect(await page.isDisabled('#undo')).toBe(true);
    });
  });
});

describe('the camera', () => {
  itAsks('chromium')('stays where it was turned to, whatever changes', async () => {
    await withStudio(
      async ({ page }) => {
        await page.focus('canvas');
        const before = await viewOf(page);
        await page.keyboard.press('ArrowLeft');
        await page.keyboard.press('ArrowUp');
        const turned = await viewOf(page);
        expect(turned).not.toBe(before);
        await page.fill(LAYERS, '8,8,8');
        await page.selectOption('#printer', 'bambu-p1s-ams');
        expect(await viewOf(page)).toBe(turned);
        await page.click('#fit-view');
        expect(await viewOf(page)).not.toBe(turned);
      },
      { script: WATCH },
    );
  });
});

/** Of the frame that is drawn next. */
function viewOf(page: Page): Promise<string> {
  return page.evaluate<string>(`new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(globalThis.view), 300)));
  })`);
}

function hashOf({ bytes }: { readonly bytes: Uint8Array }): string {
  return createHash('sha256').update(bytes).digest('hex');
}
