import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { hashOf, isReady, withStudio } from './with-studio.ts';

const LAYERS = '#layers';

describe('the address of the page', () => {
  itAsks('chromium')('shows another browser the same network', async () => {
    let hash = '';
    await withStudio(async ({ page }) => {
      await page.fill(LAYERS, '4,7,2');
      await page.selectOption('#printer', 'bambu-a1-mini-ams');
      await page.fill('#field-name', 'Anna & "Ben"');
      hash = await hashOf(page);
    });
    expect(hash).toContain('#4,7,2');
    await withStudio(
      async ({ page }) => {
        expect(await page.inputValue(LAYERS)).toBe('4,7,2');
        expect(await page.inputValue('#printer')).toBe('bambu-a1-mini-ams');
        expect(await page.inputValue('#field-name')).toBe('Anna & "Ben"');
        await page.focus(LAYERS);
        expect(new URL(page.url()).hash).toBe(hash);
      },
      { hash },
    );
  });

  itAsks('chromium')('gives a message and the usual network where nobody can read it', async () => {
    await withStudio(async ({ page, server }) => {
      for (const hash of [
        '#0',
        '#3,2&r=-1',
        '#3,2&what=ever',
        '#3,2&more=AAAA',
        '#%',
        '#3,2&r=1&r=2',
        '#3,2&printer=nope',
        '#3,2&slots=0',
        '#3,2&scale=1e99',
      ]) {
        // The same page at another hash would not load again.
        await page.goto('about:blank');
        await page.goto(server.url + hash);
        await isReady(page);
        expect(await page.textContent('.message.fault'), hash).toContain('The link cannot be read');
        expect(await page.inputValue(LAYERS), hash).toBe('3,6,6,4,2');
      }
    });
  });

  itAsks('chromium')('is written once a second at most, and then as things stand', async () => {
    await withStudio(
      async ({ page }) => {
        const begun = Date.now();
        await page.evaluate(async () => {
          const radius = document.querySelector<HTMLInputElement>('#field-nodeRadius')!;
          for (let i = 0; i < 300; i++) {
            radius.value = String(2 + (i % 50) / 10);
            radius.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise((done) => setTimeout(done, 10));
          }
        });
        const seconds = (Date.now() - begun) / 1000;
        expect(await page.evaluate<number>('globalThis.written')).toBeLessThanOrEqual(1 + seconds);
        expect(await hashOf(page)).toContain('r=6.9');
      },
      {
        script: `
          globalThis.written = 0;
          const replace = history.replaceState.bind(history);
          history.replaceState = (...given) => { globalThis.written++; replace(...given); };
        `,
      },
    );
  });

  itAsks('chromium')('brings back the last network where it says none', async () => {
    await withStudio(async ({ page, server }) => {
      await page.fill(LAYERS, '5,4,3');
      await hashOf(page);
      await page.goto('about:blank');
      await page.goto(server.url);
      await isReady(page);
      expect(await page.inputValue(LAYERS)).toBe('5,4,3');
    });
  });

  itAsks('chromium')('is each window’s own', async () => {
    await withStudio(async ({ page, server }) => {
      const other = await page.context().newPage();
      await other.goto(`${server.url}#2,2`);
      await isReady(other);
      await page.fill(LAYERS, '5,4,3');
      await other.fill(LAYERS, '2,3,2');
      await hashOf(page);
      for (const [window, layers] of [
        [page, '5,4,3'],
        [other, '2,3,2'],
      ] as const) {
        await window.reload();
        await isReady(window);
        expect(await window.inputValue(LAYERS)).toBe(layers);
      }
    });
  });
});
