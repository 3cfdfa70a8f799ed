import {
  EndType,
  FillRule,
  getBoundsPaths,
  inflatePaths,
  JoinType,
  simplifyPaths,
  translatePaths,
  union,
} from 'clipper2-ts';
import { glyfTables } from './glyf.js';

/** How far every edge goes outwards, in units of the font, whose capitals are 730 high. */
const GROWTH = 36;
/** Whose parts grow together, just about: gaps up to twice this are closed, so that what joins them is as thick as other strokes. */
const JOINED = /Θ/;
const CLOSED = 12;
/** How far a corner may be from where it was when there are fewer: 0.03 mm at 5 mm. */
const TOLERANCE = 5;
/** Fine enough for that. */
const CURVE_STEPS = 8;

/**
 * The tables of a TTF font with thicker strokes, standing on the same baseline: higher by twice the growth, wider by it, with lines as
 * outlines. The parts of a letter are moved, so that accents and dots are as far apart as they were.
 */
export function thicken(tables, font) {
  const { isMark, isStacked, isJoined } = traitsOf(font);
  const count = new DataView(tables.get('maxp').buffer).getUint16(4);
  const glyphs = Array.from({ length: count }, (_, glyph) => {
    const outline = union(contoursOf(glyph, font), FillRule.NonZero);
    const rings = isJoined.has(glyph) ? closed(outline) : outline;
    const thick = isMark.has(glyph) ? aside(rings) : apart(rings, isStacked.has(glyph));
    const advance = font.shaped.glyphHAdvance(glyph) + (isMark.has(glyph) ? 0 : GROWTH + thick.wider);
    return { rings: translatePaths(thick.rings, GROWTH / 2, GROWTH), advance };
  });
  return new Map([...tables, ...glyfTables(tables, glyphs)]);
}

/** Which glyphs are marks by themselves, and which have parts above each other that may be moved: others, such as Ξ, would be too high. */
function traitsOf({ shaped }) {
  const characters = Array.from(shaped.face.collectUnicodes(), (code) => String.fromCodePoint(code));
  const glyphsWhere = (pattern) => {
    const found = characters.filter((character) => pattern.test(character.normalize('NFD')));
    return new Set(found.map((character) => shaped.nominalGlyph(character.codePointAt(0))));
  };
  return {
    isMark: glyphsWhere(/^\p{M}/u),
    isStacked: glyphsWhere(/\p{M}|\P{L}|[ijіјĳ]/u),
    isJoined: glyphsWhere(JOINED),
  };
}

function contoursOf(glyph, { shaped }) {
  const contours = [];
  for (const { type, values } of shaped.glyphToJson(glyph)) {
    if (type === 'M') contours.push([{ x: values[0], y: values[1] }]);
    if (type === 'L') contours.at(-1).push({ x: values[0], y: values[1] });
    if (type === 'Q') contours.at(-1).push(...quadratic(contours.at(-1).at(-1), values));
  }
  return contours;
}

function quadratic({ x, y }, [controlX, controlY, endX, endY]) {
  return Array.from({ length: CURVE_STEPS }, (_, i) => {
    const t = (i + 1) / CURVE_STEPS;
    const [start, control, end] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
    return { x: start * x + control * controlX + end * endX, y: start * y + control * controlY + end * endY };
  });
}

/** A mark that is placed on letters: as far from them as before. */
function aside(rings) {
  const { top, bottom } = getBoundsPaths(rings);
  const { rings: thick } = apart(rings, false);
  return { rings: translatePaths(thick, 0, top + bottom > 0 ? 2 * GROWTH : -2 * GROWTH) };
}

/** Grown, with parts as far from each other as before, and how much wider that makes what stands on the baseline. */
function apart(rings, isStacked) {
  const levels = isStacked ? groupsOf(rings, 'top', 'bottom') : [rings];
  // Clipper's y goes down, so its bottom is the top of a letter. Below the baseline there are dots and commas.
  const main = levels.findIndex((level) => getBoundsPaths(level).bottom > 0);
  const moved = levels.flatMap((level, i) => {
    const columns = groupsOf(level, 'left', 'right');
    const first = i === main ? 0 : (1 - columns.length) / 2;
    return columns.flatMap((column, j) =>
      translatePaths(grown(column), 2 * GROWTH * (first + j), 2 * GROWTH * (i - Math.max(0, main))),
    );
  });
  const wider = main < 0 ? 0 : 2 * GROWTH * (groupsOf(levels[main], 'left', 'right').length - 1);
  return { rings: moved, wider };
}

/** Without the gaps that growing leaves of less than twice what is closed. */
function closed(rings) {
  return inflated(inflated(rings, GROWTH + CLOSED), -GROWTH - CLOSED);
}

function inflated(rings, by) {
  return inflatePaths(rings, by, JoinType.Round, EndType.Polygon, 2, 0.2);
}

function grown(rings) {
  return simplifyPaths(inflated(rings, GROWTH), TOLERANCE).filter((ring) => ring.length > 2);
}

/** Rings by what they share in one direction, such as heights; from the least on. */
function groupsOf(rings, from, to) {
  const sorted = rings
    .map((ring) => ({ ring, bounds: getBoundsPaths([ring]) }))
    .sort((a, b) => a.bounds[from] - b.bounds[from]);
  const groups = [];
  let reached = -Infinity;
  for (const { ring, bounds } of sorted) {
    if (bounds[from] > reached) groups.push([]);
    groups.at(-1).push(ring);
    reached = Math.max(reached, bounds[to]);
  }
  return groups;
}
