// What the bundled font has: European languages in Latin, Greek and Cyrillic letters, Vietnamese, Hebrew, and what goes between words.
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xa1],
  [0xc0, 0x148],
  [0x14a, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x218, 0x21b],
  [0x386, 0x3ce],
  [0x400, 0x45f],
  [0x490, 0x493],
  [0x5d0, 0x5ea],
  [0x1e80, 0x1e85],
  [0x1ea0, 0x1ef9],
];
const OTHERS = '£§«°±·»¿ẞ–—‘’‚“”„•…‹›€№←↑→↓−≤≥ҚқҢңҮүҰұҺһӘәӨө';
// On letters that have no character of their own with them, such as a stressed vowel of Ukrainian.
const MARKS = '\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323';

/** Their code points. */
export function characters() {
  const ranges = RANGES.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i),
  );
  return [...ranges, ...Array.from(OTHERS + MARKS, (character) => character.codePointAt(0))];
}
