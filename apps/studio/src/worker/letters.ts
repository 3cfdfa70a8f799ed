import type { Lettering, Outline } from '@neurofab/core';
import { outlineIn } from '@neurofab/core/internal';
import { type Asked, lettered, unletteredText } from '@neurofab/job';

/** How a line of text looks. Rejects with a sentence where the browser cannot find out. */
export async function outlineOf(text: string): Promise<Outline> {
  const { lettering } = await withLetters({ network: { text } });
  return outlineIn(lettering, text)!;
}

/** How the text of the plan before looks, which is that of most. */
let last: Lettering | undefined;

/** The same with how its text looks, and no other. */
export async function withLetters(asked: Asked): Promise<Asked> {
  const known = { ...asked, lettering: last };
  if (unletteredText(known) === undefined) return known;
  try {
    const drawn = await lettered({ ...asked, lettering: undefined });
    last = drawn.lettering;
    return drawn;
  } catch (error) {
    throw /WebAssembly|wasm/i.test(String(error)) ? new Error(NO_LETTERS) : error;
  }
}

const NO_LETTERS = 'This browser runs no WebAssembly, which it takes to draw text.';
