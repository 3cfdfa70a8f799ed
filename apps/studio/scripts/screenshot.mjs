// Makes docs/studio.png, the README's picture of the page: node apps/studio/scripts/screenshot.mjs, once `neurofab studio` serves
// the page, with the address that it prints.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [address] = process.argv.slice(2);
const ARGUMENTS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${address}#3,6,6,4,2&printer=bambu-p1s-ams`);
await page.waitForSelector('#download:enabled');
// What a print takes is said a moment later.
await page.waitForSelector('.counts:has-text("tool changes")');
await page.waitForTimeout(500);
await page.screenshot({ path: fileURLToPath(new URL('../../../docs/studio.png', import.meta.url)) });
await browser.close();
