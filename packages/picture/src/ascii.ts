/** The bytes of a text in ASCII. */
export function asciiOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The text in ASCII that bytes are. */
export function asciiIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
