/**
 * A name that every format can hold: line breaks and tabs become spaces; control characters, lone surrogates,
 * noncharacters and the marks that switch reading direction go. Letters of any script and emoji stay. A clean name stays as it is.
 */
export function cleanName(name: string): string {
  return (
    name
      .replace(/[^\S\uFEFF]/gu, ' ')
      .replace(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Noncharacter_Code_Point}/gu, '')
      // Last, because what has gone may have stood between two blanks, or between a letter and its accent.
      .normalize('NFC')
      .replace(/ +/g, ' ')
      .trim()
  );
}
