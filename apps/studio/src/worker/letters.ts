import type { Lettering } from '@neurofab/core';
import { type Asked, isUnlettered, lettered } from '@neurofab/job';

/** The text and the names of what was asked for last as they look, which are those of most. */
let last: Lettering | undefined;

/** The same with how its text and names look, and no others. Rejects with a sentence where the browser cannot find out. */
export async function withLetters(asked: Asked): Promise<Asked> {
  const known = { ...asked, lettering: last };
  if (!isUnlettered(known)) return known;
  try {
    const drawn = await lettered(known);
    last = drawn.lettering;
    return drawn;
  } catch (error) {
    throw /WebAssembly|wasm/i.test(String(error)) ? new Error(NO_LETTERS) : error;
  }
}

const NO_LETTERS = 'This browser runs no WebAssembly, which it takes to draw text.';
