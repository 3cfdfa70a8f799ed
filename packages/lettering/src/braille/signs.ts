// The Rules of Unified English Braille, 2nd edition of 2013 (https://iceb.org/ueb.html): cells as the numbers of their dots, with a space
// between cells. Its letters a to z are those of every language in Latin letters.

/** Sections 3.14, 5.2, 6.1 and 8.3 to 8.4. */
export const INDICATORS = { capital: '6', capitalWord: '6 6', grade1: '56', number: '3456' } as const;

const A_TO_Z =
  '1 12 14 145 15 124 1245 125 24 245 13 123 134 1345 135 1234 12345 1235 234 2345 136 1236 2456 1346 13456 1356'.split(
    ' ',
  );

/** Small letters without accents: sections 4.1 and 4.2 to 4.5. */
export const LETTERS: ReadonlyMap<string, string> = new Map([
  ...A_TO_Z.map((cell, i): [string, string] => [String.fromCharCode('a'.charCodeAt(0) + i), cell]),
  ['æ', '1 45 235 15'],
  ['œ', '135 45 235 15'],
  ['ø', '4 16 135'],
  ['ł', '4 16 123'],
  ['đ', '4 25 145'],
  ['ħ', '4 25 125'],
  ['ŋ', '45 1345'],
  ['ð', '3456 1246'],
  ['þ', '3456 2346'],
  ['ß', '46 2346'],
]);

/** Combining accents, whose cells stand before those of their letter: section 4.2. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['\u0300', '45 16'],
  ['\u0301', '45 34'],
  ['\u0302', '45 146'],
  ['\u0303', '45 12456'],
  ['\u0304', '4 36'],
  ['\u0306', '4 346'],
  ['\u0308', '45 25'],
  ['\u030a', '45 1246'],
  ['\u030c', '45 346'],
  ['\u0327', '45 12346'],
]);

/** 0 to 9, after the sign for numbers: section 6.1. */
export const DIGITS: readonly string[] = [A_TO_Z[9]!, ...A_TO_Z.slice(0, 9)];

/** Sections 3 and 7. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  [' ', ''],
  [',', '2'],
  [';', '23'],
  [':', '25'],
  ['.', '256'],
  ['!', '235'],
  ['?', '236'],
  ["'", '3'],
  ['’', '3'],
  ['-', '36'],
  ['–', '6 36'],
  ['—', '6 36'],
  ['“', '236'],
  ['”', '356'],
  ['(', '5 126'],
  [')', '5 345'],
  ['/', '456 34'],
  ['…', '256 256 256'],
  ['&', '4 12346'],
  ['@', '4 1'],
  ['#', '456 1456'],
  ['*', '5 35'],
  ['%', '46 356'],
  ['+', '5 235'],
  ['=', '5 2356'],
  ['_', '46 36'],
  ['°', '45 245'],
  ['§', '45 234'],
  ['€', '4 15'],
  ['$', '4 234'],
  ['£', '4 123'],
]);
