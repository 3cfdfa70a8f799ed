import type { Page } from 'playwright-core';

/** Waits until the browser has all files of a page, and answers from them: a worker that is ready does so a moment later. */
export async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    if (serviceWorker.controller !== null) return;
    await new Promise((done) => serviceWorker.addEventListener('controllerchange', done, { once: true }));
  });
}
