// Makes docs/studio.png, the README's picture of the page: node apps/studio/scripts/screenshot.mjs, once `neurofab studio` serves
// the page, with the address that it prints.
import { fileURLToPath } from 'node:url';
import { inChromium } from '@neurofab/test-kit';

const [address] = process.argv.slice(2);

await inChromium(
  async (context) => {
    const page = await context.newPage();
    await page.goto(`${address}#3,6,6,4,2&printer=bambu-p1s-ams`);
    await page.waitForSelector('#download:enabled');
    // What a print takes is said a moment later.
    await page.waitForSelector('.counts:has-text("tool changes")');
    await page.waitForTimeout(500);
    await page.screenshot({ path: fileURLToPath(new URL('../../../docs/studio.png', import.meta.url)) });
  },
  { viewport: { width: 1280, height: 800 } },
);
