import { join } from 'node:path';
import { programPath } from '@neurofab/test-kit';
import { type BrowserContext, firefox } from 'playwright-core';

/** Gives `use` a Firefox that remembers nothing and knows no other machine, and closes it. What it saves lies in the folder `saved` of the one that is its home. */
export async function inFirefox(
  use: (context: BrowserContext) => Promise<void>,
  home: string,
): Promise<void> {
  const browser = await firefox.launch({
    // Debian's, instead of one that playwright made for itself.
    channel: 'moz-firefox',
    executablePath: programPath('firefox-esr'),
    downloadsPath: join(home, 'saved'),
    env: { ...process.env, HOME: home },
    // It asks hosts of its maker for this and that, all of them by name.
    firefoxUserPrefs: { 'network.dns.disabled': true },
  });
  try {
    await use(await browser.newContext());
  } finally {
    await browser.close();
  }
}
