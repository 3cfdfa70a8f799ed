const BLANK = /[^\S\uFEFF]/gu;
const UNDRAWABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu;

/**
 * A name that every format can hold: line breaks and tabs become spaces; control characters, lone surrogates,
 * noncharacters and the marks that switch reading direction go. Letters of any script and emoji stay. A clean name stays as it is.
 */
export function cleanName(name: string): string {
  return (
    name
      .replace(BLANK, ' ')
      .replace(UNDRAWABLE, '')
      .replaceAll('\uFEFF', '')
      // Last, because what has gone may have stood between two blanks, or between a letter and its accent.
      .normalize('NFC')
      .replace(/ +/g, ' ')
      .trim()
  );
}

/** What is wrong with a text that is to be drawn: it has characters that only say how to draw others, or are none. */
export function undrawableFault(text: string): string | undefined {
  const found = text.replace(BLANK, ' ').match(UNDRAWABLE) ?? [];
  const codes = [...new Set(found.map(codePoint))];
  return codes.length === 0 ? undefined : `Must be text that can be drawn, but has ${codes.join(', ')}.`;
}

/** `U+202E` */
function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
