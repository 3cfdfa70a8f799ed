import bidiFactory, { type Bidi } from 'bidi-js';
import type { Font } from './open-font.ts';

/** A glyph of the font and where its origin stands, in the font's units. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** The glyphs of a text from left to right, and what the font has no glyph for, each once. */
export function shapeText(text: string, font: Font): { glyphs: PlacedGlyph[]; missing: string[] } {
  const glyphs: PlacedGlyph[] = [];
  const missing = new Set<string>();
  let pen = 0;
  for (const run of visualRuns(text)) {
    for (const cluster of clustersOf(run, text, font)) {
      if (isMissing(cluster, font)) missing.add(cluster.text);
      for (const { glyph, xOffset, yOffset, xAdvance } of cluster.glyphs) {
        glyphs.push({ glyph, x: pen + xOffset, y: yOffset });
        pen += xAdvance;
      }
    }
  }
  return { glyphs, missing: [...missing] };
}

// Its types are those of a module, but Node loads its CommonJS, which is the function itself.
const BIDI = (bidiFactory as unknown as () => Bidi)();

/** What is shaped in one go: letters of one direction between spaces, so that each word has its own script. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly isRightToLeft: boolean;
}

/** Runs from left to right, by the Unicode Bidirectional Algorithm. */
function visualRuns(text: string): Run[] {
  const embedding = BIDI.getEmbeddingLevels(text);
  const { levels } = embedding;
  const runAt: Run[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && levels[end] === levels[start] && isSpace(text, end) === isSpace(text, start))
      end++;
    runAt.push(...new Array<Run>(end - start).fill({ start, end, isRightToLeft: levels[start]! % 2 === 1 }));
    start = end;
  }
  return [...new Set(BIDI.getReorderedIndices(text, embedding).map((index) => runAt[index]!))];
}

function isSpace(text: string, at: number): boolean {
  return text[at] === ' ';
}

/** What a reader sees as one character, and its glyphs. */
interface Cluster {
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
}

interface ShapedGlyph {
  readonly glyph: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

function clustersOf({ start, end, isRightToLeft }: Run, text: string, { harfbuzz, shaped }: Font): Cluster[] {
  const { Buffer, Direction, Feature, shape } = harfbuzz;
  const buffer = new Buffer();
  buffer.addText(text, start, end - start);
  buffer.setDirection(isRightToLeft ? Direction.RTL : Direction.LTR);
  // It would guess the machine's language, too.
  buffer.setLanguage('und');
  buffer.guessSegmentProperties();
  shape(shaped, buffer, [new Feature('liga', 0), new Feature('clig', 0)]);

  const infos = buffer.getGlyphInfosAndPositions();
  const starts = [...new Set(infos.map(({ cluster }) => cluster))];
  const ends = [...starts].sort((a, b) => a - b).slice(1);
  return starts.map((first) => ({
    text: text.slice(first, ends.find((other) => other > first) ?? end),
    glyphs: infos
      .filter(({ cluster }) => cluster === first)
      .map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => ({
        glyph: codepoint,
        xAdvance,
        xOffset,
        yOffset,
      })),
  }));
}

const MISSING = 0;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const VISIBLE = /[^\p{White_Space}\p{Default_Ignorable_Code_Point}]/u;
/** Marks that go on letters of any script. */
const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]/;
/** Those of them that go below (combining class 220); most others go above. */
const BELOW =
  /[\u0316-\u0319\u031c-\u0320\u0323-\u0326\u0329-\u0333\u0339-\u033c\u0347-\u0349\u034d\u034e\u0353-\u0356]/;

function isMissing({ text, glyphs }: Cluster, { shaped, placesMarks }: Font): boolean {
  if (CONTROL.test(text) || glyphs.some(({ glyph }) => glyph === MISSING)) return true;
  // A damaged font draws nothing for some glyphs, and a font that does not know where a mark goes leaves it where it was.
  if (VISIBLE.test(text) && glyphs.every(({ glyph }) => shaped.glyphToPath(glyph) === '')) return true;
  const moved = glyphs.filter(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  if (!MARK.test(text)) return false;
  return !placesMarks || moved.length < glyphs.length - 1 || areOnEachOther(text, moved);
}

/** Whether marks of one letter that should stand one above the other do not: fonts must say that of each pair of them. */
function areOnEachOther(text: string, moved: readonly ShapedGlyph[]): boolean {
  const marks = [...text].filter((character) => MARK.test(character));
  const below = marks.filter((mark) => BELOW.test(mark)).length;
  const heights = new Set(moved.map(({ yOffset }) => yOffset));
  return heights.size < Math.max(below, marks.length - below);
}
