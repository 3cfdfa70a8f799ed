import type { Lettering } from '@neurofab/core';
import { type Asked, lettered, type Unlettered, unlettered } from '@neurofab/job';

/** How lines look. Rejects with a sentence where the browser cannot find out. */
export async function letteringOf(lines: Unlettered): Promise<Lettering> {
  return (await withLetters({ network: lines })).lettering!;
}

/** How the text of the plan before looks, which is that of most. */
let last: Lettering | undefined;

/** The same with how its text looks, and no other. */
export async function withLetters(asked: Asked): Promise<Asked> {
  const known = { ...asked, lettering: last };
  if (unlettered(known) === undefined) return known;
  try {
    const drawn = await lettered({ ...asked, lettering: undefined });
    last = drawn.lettering;
    return drawn;
  } catch (error) {
    throw /WebAssembly|wasm/i.test(String(error)) ? new Error(NO_LETTERS) : error;
  }
}

const NO_LETTERS = 'This browser runs no WebAssembly, which it takes to draw text.';
