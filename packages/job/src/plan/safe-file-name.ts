import { cleanName } from '@neurofab/core/internal';

/** Most file systems hold names of 255 bytes, and an extension and the name of a part come behind. */
const MAX_BYTES = 200;

/** What Windows keeps for devices, whatever extension stands behind. */
const RESERVED = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)/i;

/**
 * A name as a file name without an extension that every system takes: what could part folders or nobody sees goes, blanks stay. `undefined`
 * if nothing is left.
 */
export function safeFileName(name: string): string | undefined {
  const visible = cleanName(name)
    .replace(/[<>:"/\\|?*]+/g, '-')
    // Emoji are joined by two of these.
    .replace(/[^\P{Cf}\u200c\u200d]/gu, '');
  // A dot in front hides a file, a dash makes it look like an option, and Windows drops dots and blanks from the end.
  const trimmed = upToBytes(visible.replace(/^[\s.-]+/, ''), MAX_BYTES).replace(/[\s.-]+$/, '');
  if (trimmed === '') return undefined;
  return RESERVED.test(trimmed) ? trimmed.replace(/^[^.]+/, '$&_') : trimmed;
}

function upToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += new TextEncoder().encode(character).length;
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}
