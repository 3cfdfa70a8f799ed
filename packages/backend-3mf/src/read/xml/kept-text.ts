import { enlarge } from '../bytes.ts';
import { fileFault } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';

/** Gathers the pieces of a document that are left for the XML parser. */
export interface KeptText {
  /** Markup, or text with entities as they stand. */
  keep(bytes: Uint8Array, start: number, end: number): void;
  /** Text that means just what it says. */
  keepPlain(bytes: Uint8Array, start: number, end: number): void;
  finish(): string;
}

/** Text in UTF-8 of at most `READ_LIMITS.documentBytes`. */
export function keptText(member: string): KeptText {
  let kept = new Uint8Array(4096);
  let length = 0;
  const keep: KeptText['keep'] = (bytes, start, end) => {
    const longer = length + end - start;
    if (longer > READ_LIMITS.documentBytes) {
      throw fileFault(member, `holds more than ${READ_LIMITS.documentBytes} bytes beside its meshes`);
    }
    if (longer > kept.length) kept = enlarge(kept, longer);
    kept.set(bytes.subarray(start, end), length);
    length = longer;
  };
  return {
    keep,
    keepPlain(bytes, start, end) {
      let from = start;
      for (let at = start; at < end; at++) {
        const entity = ENTITIES.get(bytes[at]!);
        if (entity === undefined) continue;
        keep(bytes, from, at);
        keep(entity, 0, entity.length);
        from = at + 1;
      }
      keep(bytes, from, end);
    },
    finish() {
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(kept.subarray(0, length));
      } catch {
        throw fileFault(member, 'is no text in UTF-8 or UTF-16');
      }
    },
  };
}

const ENTITIES: ReadonlyMap<number, Uint8Array> = new Map(
  [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
  ].map(([character, entity]) => [character!.charCodeAt(0), new TextEncoder().encode(entity)]),
);
