import type { Page } from 'playwright-core';

// A page may catch the fault of what its policy forbids: the browser tells of it all the same.
const TELL = `
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    console.error('The policy forbids ' + violatedDirective + ' ' + blockedURI);
  });
`;

/** A list of what goes wrong on a page, which grows while it does; to be asked for before the page is opened. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.addInitScript(TELL);
  return faults;
}
