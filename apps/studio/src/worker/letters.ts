import type { Lettering } from '@neurofab/core';
import { type Asked, lettered } from '@neurofab/job';

/** The most lines that are kept: those of a list of names, and what somebody types and takes back. */
const MAX_LINES = 500;

/** How lines look that were asked for before. */
let known: Lettering = { lines: {} };

/** The same with how its text and names look, and no others. Rejects with a sentence where the browser cannot find out. */
export async function withLetters(asked: Asked): Promise<Asked> {
  try {
    const drawn = await lettered({ ...asked, lettering: known });
    // A font of somebody's own is another in another network.
    if (drawn.lettering !== undefined && asked.network?.outlines === undefined) {
      const lines = Object.entries({ ...known.lines, ...drawn.lettering.lines });
      known = { lines: Object.fromEntries(lines.slice(-MAX_LINES)) };
    }
    return drawn;
  } catch (error) {
    throw /WebAssembly|wasm/i.test(String(error)) ? new Error(NO_LETTERS) : error;
  }
}

const NO_LETTERS = 'This browser runs no WebAssembly, which it takes to draw text.';
