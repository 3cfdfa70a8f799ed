import { joinBytes } from '../bytes.ts';
import { fileFault } from '../file-fault.ts';
import type { XmlScanner } from '../xml/scan-xml.ts';

/** The bytes of the longest byte order mark. */
const MARK_BYTES = 3;

/** Hands bytes on without their byte order mark, and those in UTF-16 as UTF-8. Without a mark they are UTF-8. */
export function toUtf8(member: string, scanner: XmlScanner): XmlScanner {
  let head: Uint8Array | undefined = new Uint8Array(0);
  let decoder: TextDecoder | undefined;

  const begin = (bytes: Uint8Array) => {
    head = undefined;
    if (bytes[0] === 0xff && bytes[1] === 0xfe) decoder = new TextDecoder('utf-16le', { fatal: true });
    if (bytes[0] === 0xfe && bytes[1] === 0xff) decoder = new TextDecoder('utf-16be', { fatal: true });
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    pass(isMarked ? bytes.subarray(MARK_BYTES) : bytes, true);
  };

  const pass = (bytes: Uint8Array, stream: boolean) => {
    scanner.push(decoder === undefined ? bytes : recode(member, decoder, bytes, stream));
  };

  return {
    push(chunk) {
      if (head === undefined) {
        pass(chunk, true);
        return;
      }
      const bytes = joinBytes(head, chunk);
      if (bytes.length < MARK_BYTES) head = bytes;
      else begin(bytes);
    },
    end() {
      if (head !== undefined) begin(head);
      pass(new Uint8Array(0), false);
      scanner.end();
    },
  };
}

function recode(member: string, decoder: TextDecoder, bytes: Uint8Array, stream: boolean): Uint8Array {
  let text: string;
  try {
    text = decoder.decode(bytes, { stream });
  } catch {
    throw fileFault(member, 'is no text in UTF-16, though it starts like one');
  }
  return new TextEncoder().encode(text);
}
