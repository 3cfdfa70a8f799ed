import { numbered } from './numbered.ts';

/** So short that a name takes 160 bytes at most, of the 255 that file systems have for it and what it follows. */
const MAX_CHARACTERS = 40;

/** What stands for a name of which nothing is left. */
const NAMELESS = 'part';

/**
 * A name for the file of each part or piece, without an extension: its own with a hyphen for what some file system, shell or
 * program does not take, `layer-1` for `layer 1`, and numbered where it would meet another.
 */
export function ownFileNames(parts: readonly { readonly name: string }[]): string[] {
  return numbered(parts.map(({ name }) => safeName(name)));
}

function safeName(name: string): string {
  const safe = name
    .normalize()
    .replaceAll('+', ' plus ')
    .replaceAll('−', ' minus ')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  const short = [...safe.replace(/^-+/, '')].slice(0, MAX_CHARACTERS).join('');
  return short.replace(/[-.]+$/, '') || NAMELESS;
}
