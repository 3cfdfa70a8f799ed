/** Text of which each byte is a letter. */
export function latin1(bytes: Uint8Array): string {
  return textOfUnits(Uint16Array.from(bytes));
}

/** The bytes of which a text was made. */
export function latin1Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** Text of UTF-16 units; by a decoder, since there may be millions of them. */
export function textOfUnits(units: Uint16Array): string {
  return UTF_16.decode(units);
}

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });
