// Outlines of lines alone, as TrueType has them: https://learn.microsoft.com/typography/opentype/spec/glyf

const ON_CURVE = 0x01;
const SHORT = { x: 0x02, y: 0x04 };
const REPEAT = 0x08;
/** Of a short step that it goes up, of a long one that there is none. */
const SAME = { x: 0x10, y: 0x20 };

/** The tables `glyf`, `loca`, `hmtx`, and `head`, `hhea` and `maxp` as these need them, of rings and advances. */
export function glyfTables(tables, glyphs) {
  const bytes = glyphs.map(({ rings }) => glyphBytes(rings));
  const loca = new DataView(new ArrayBuffer(4 * bytes.length + 4));
  const hmtx = new DataView(new ArrayBuffer(4 * bytes.length));
  let end = 0;
  for (const [i, { rings, advance }] of glyphs.entries()) {
    end += bytes[i].length;
    loca.setUint32(4 * i + 4, end);
    hmtx.setUint16(4 * i, advance);
    hmtx.setInt16(4 * i + 2, Math.min(...rings.flat().map(({ x }) => x), 2 ** 15 - 1));
  }
  const changed = (table, change) => {
    const copy = tables.get(table).slice();
    change(new DataView(copy.buffer));
    return copy;
  };
  return [
    ['glyf', Uint8Array.from(bytes.flat())],
    ['loca', new Uint8Array(loca.buffer)],
    ['hmtx', new Uint8Array(hmtx.buffer)],
    ['head', changed('head', (view) => view.setInt16(50, 1))],
    ['hhea', changed('hhea', (view) => view.setUint16(34, glyphs.length))],
    [
      'maxp',
      changed('maxp', (view) => {
        view.setUint16(6, Math.max(...glyphs.map(({ rings }) => rings.flat().length)));
        view.setUint16(8, Math.max(...glyphs.map(({ rings }) => rings.length)));
      }),
    ],
  ];
}

function glyphBytes(rings) {
  const points = rings.flatMap((ring) => ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })));
  if (points.length === 0) return [];
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const ends = rings.map((_, i) => rings.slice(0, i + 1).flat().length - 1);
  const steps = { x: stepsOf(xs, 'x'), y: stepsOf(ys, 'y') };
  const flags = points.map((_, i) => ON_CURVE | steps.x[i].flag | steps.y[i].flag);
  const words = [
    rings.length,
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs),
    Math.max(...ys),
    ...ends,
    0,
  ];
  const glyph = [
    ...words.flatMap(word),
    ...packedFlags(flags),
    ...steps.x.flatMap(({ bytes }) => bytes),
    ...steps.y.flatMap(({ bytes }) => bytes),
  ];
  return [...glyph, ...new Array((4 - (glyph.length % 4)) % 4).fill(0)];
}

function stepsOf(values, axis) {
  return values.map((value, i) => {
    const step = value - (values[i - 1] ?? 0);
    if (step === 0) return { flag: SAME[axis], bytes: [] };
    if (Math.abs(step) > 255) return { flag: 0, bytes: word(step) };
    return { flag: SHORT[axis] | (step > 0 ? SAME[axis] : 0), bytes: [Math.abs(step)] };
  });
}

function packedFlags(flags) {
  const packed = [];
  for (let i = 0; i < flags.length; ) {
    let count = 1;
    while (flags[i + count] === flags[i] && count < 256) count++;
    packed.push(...(count > 1 ? [flags[i] | REPEAT, count - 1] : [flags[i]]));
    i += count;
  }
  return packed;
}

function word(value) {
  return [(value >> 8) & 255, value & 255];
}
