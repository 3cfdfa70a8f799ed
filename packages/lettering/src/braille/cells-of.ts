import { ACCENTS, DIGITS, INDICATORS, LETTERS, SIGNS } from './signs.ts';

/** What an indicator may stand before: a number, a word in capitals, a character with its accents. */
const TOKEN = /(?<number>[0-9]+([.,][0-9]+)*)|(?<capitals>(\p{Lu}\p{M}*){2,})(?!\p{L})|.\p{M}*/gsu;
const CHARACTER = /.\p{M}*/gsu;

/** The cells of a text, each as the numbers of its raised dots, and the characters that there are none for, each once. */
export function cellsOf(text: string): { cells: number[][]; missing: string[] } {
  const missing = new Set<string>();
  const signs: string[] = [];
  let before = ' ';
  for (const { 0: token, groups } of text.normalize('NFD').matchAll(TOKEN)) {
    const { number, capitals } = groups!;
    if (number) signs.push(INDICATORS.number);
    if (capitals) signs.push(INDICATORS.capitalWord);
    for (const [character] of (capitals?.toLowerCase() ?? token).matchAll(CHARACTER)) {
      const sign = signOf(character, before);
      if (sign === undefined) missing.add(character.normalize('NFC'));
      else signs.push(sign);
      before = character;
    }
  }
  return { cells: signs.flatMap((sign) => sign.split(' ').map(dotsOf)), missing: [...missing] };
}

function signOf(character: string, before: string): string | undefined {
  const isFirst = before === ' ' || before === '(';
  if (DIGIT.test(character)) return DIGITS[Number(character)];
  if (character === '"') return isFirst ? SIGNS.get('“') : SIGNS.get('”');
  // By itself it would be a quotation mark.
  if (character === '?' && isFirst) return `${INDICATORS.grade1} ${SIGNS.get('?')}`;
  return SIGNS.get(character) ?? letterSign(character, before);
}

const DIGIT = /^[0-9]$/;

function letterSign(character: string, before: string): string | undefined {
  const [letter, ...accents] = character.toLowerCase();
  const signs = [...accents.map((accent) => ACCENTS.get(accent)), LETTERS.get(letter!)];
  if (signs.includes(undefined)) return undefined;
  const isCapital = character.toLowerCase() !== character;
  // A letter from a to j would be a digit.
  const isLikeDigit = DIGIT.test(before) && /^[a-j]$/.test(character);
  return [
    ...(isCapital ? [INDICATORS.capital] : []),
    ...(isLikeDigit ? [INDICATORS.grade1] : []),
    ...signs,
  ].join(' ');
}

function dotsOf(cell: string): number[] {
  return Array.from(cell, Number);
}
