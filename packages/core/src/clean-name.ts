/**
 * A name that every format can hold: line breaks and tabs become spaces; control characters, lone surrogates,
 * noncharacters and the marks that switch reading direction go. Letters of any script and emoji stay.
 */
export function cleanName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Noncharacter_Code_Point}/gu, '')
    .trim();
}
