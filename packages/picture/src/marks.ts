/** The first bytes of every PNG. */
export const PNG_SIGNATURE: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** What our text goes by among the texts of a PNG. */
export const PNG_KEYWORD = 'neurofab';

/** Whether a file that starts with these bytes is a PNG. */
export function isPng(start: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => start[i] === byte);
}

/** Whether a file that starts with these bytes is a GIF, of either version. */
export function isGif(start: Uint8Array): boolean {
  return /^GIF8[79]a$/.test(String.fromCharCode(...start.subarray(0, 6)));
}
