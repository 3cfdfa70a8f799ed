import type { Asked } from '@neurofab/job';
import { linkOf } from '../link/link-of.ts';
import { stand } from '../state/stand.ts';
import { keepLast } from './last-asked.ts';

/** Safari refuses more than a hundred changes of the address in thirty seconds; milliseconds. */
const LEAST_PAUSE = 1000;

/** Of what has none. */
const NO_LINK = { tooLong: true } as const;

/** What is to be kept. */
interface Kept {
  readonly asked: Asked;
  /** Whether a link to it would be read: one to what is refused would not. */
  readonly hasLink: boolean;
}

/**
 * Gives a function that writes what is asked for into the address of the page, and keeps it for the next visit: at once, but
 * at most once a second, and then the newest.
 */
export function keeping(): (asked: Asked, options: Pick<Kept, 'hasLink'>) => void {
  let next: Kept | undefined;
  let isResting = false;
  const write = async () => {
    if (next === undefined || isResting) return;
    const { asked, hasLink } = next;
    next = undefined;
    isResting = true;
    setTimeout(() => {
      isResting = false;
      void write();
    }, LEAST_PAUSE);
    keepLast(asked);
    const link = hasLink ? await linkOf(stand(asked).asked) : NO_LINK;
    // Without the link of something else, where there is none or it is too long.
    history.replaceState(null, '', 'hash' in link ? link.hash : location.pathname + location.search);
  };
  return (asked, options) => {
    next = { asked, ...options };
    void write();
  };
}
