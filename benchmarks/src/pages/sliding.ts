import type { Contestant } from '../contestant.ts';
import { onPage, type Site } from './on-page.ts';
import { isAtRest, STUDIO } from './studio.ts';

export interface SlidingOptions {
  /** What the address has from its `#` on. */
  readonly hash?: string;
  readonly site?: Site;
}

/** An event of the slider of the nodes' radius: as long as the page is busy with it, the frame that follows included. */
export function sliderEvent(options: SlidingOptions = {}): Contestant {
  return sliding('probe.slide()', options);
}

/** Two seconds of dragging it: from frame to frame, the slowest twentieth left out. */
export function draggedFrame(options: SlidingOptions = {}): Contestant {
  return sliding('probe.drag(120)', options);
}

function sliding(measurement: string, { hash, site = STUDIO }: SlidingOptions): Contestant {
  return onPage({
    name: 'Neurofab',
    site,
    hash,
    begin: async (open) => {
      const page = await open();
      await isAtRest(page);
      return async () => ({ milliseconds: await page.evaluate<number>(measurement) });
    },
  });
}
