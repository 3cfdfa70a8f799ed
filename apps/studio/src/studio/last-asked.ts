import type { Asked } from '@neurofab/job';

/** Under what a browser keeps the last state: pages under other addresses of one host have one each. */
const LAST_STATE = `neurofab ${new URL('.', location.href).pathname}`;

/** What was asked for last at another visit, as far as that can be read; what it holds has to be looked at. */
export function lastAsked(): Asked | undefined {
  try {
    return (JSON.parse(localStorage.getItem(LAST_STATE) ?? 'null') as Asked | null) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is asked for, for the next visit. Browsers may have no room, or be told to keep nothing. */
export function keepLast(asked: Asked): void {
  try {
    localStorage.setItem(LAST_STATE, JSON.stringify(asked));
  } catch {}
}
