import { inFolder, programPath } from '@neurofab/test-kit';
import { type BrowserContext, firefox } from 'playwright-core';

/** Gives `use` a Firefox that remembers nothing, knows no other machine and saves into a folder, and closes it. */
export function inFirefox(use: (context: BrowserContext) => Promise<void>, folder: string): Promise<void> {
  return inFolder(async (home) => {
    const browser = await firefox.launch({
      // Mozilla's own, instead of one that was changed for playwright.
      channel: 'moz-firefox',
      executablePath: programPath('firefox-esr'),
      downloadsPath: folder,
      env: { ...process.env, HOME: home },
      // It asks hosts of its maker for this and that, all of them by name.
      firefoxUserPrefs: { 'network.dns.disabled': true },
    });
    try {
      await use(await browser.newContext());
    } finally {
      await browser.close();
    }
  });
}
