import { OpenError } from './open-error.ts';

/** The text in bytes of UTF-8, without a byte order mark. Throws an OpenError for what is not UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    // It also takes off a byte order mark, which Windows editors put before UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new OpenError('unusable', [`Must be UTF-8 text, but is ${isUtf16 ? 'UTF-16' : 'not'}.`]);
  }
}
