import type { Contestant } from '../contestant.ts';
import { onPage, type Site } from './on-page.ts';

/** From the navigation to the first frame that shows the model, on a page that the browser has never seen. */
export function firstPicture(name: string, site: Site): Contestant {
  return onPage({
    name,
    site,
    begin: async (open) => async () => {
      const page = await open();
      const milliseconds = await page.evaluate<number>('probe.firstPicture()');
      await page.context().close();
      return { milliseconds };
    },
  });
}
