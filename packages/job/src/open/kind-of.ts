/** What files that are often taken for models begin with, as text of a letter a byte. */
const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['%PDF-', 'a PDF document'],
  ['\x1f\x8b', 'packed with gzip'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
];

/** What a file is that is no model, by its first bytes; `undefined` for what is not known. */
export function kindOf(bytes: Uint8Array): string | undefined {
  return KINDS.find(([start]) => [...start].every((letter, i) => letter.charCodeAt(0) === bytes[i]))?.[1];
}
