// Fonts as tables by name, and back: https://learn.microsoft.com/typography/opentype/spec/otff and https://www.w3.org/TR/WOFF/

/** The tables of a TTF font, each with its name. */
export function sfntTables(font) {
  const view = new DataView(font.buffer, font.byteOffset);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, i) => {
      const at = 12 + 16 * i;
      const start = view.getUint32(at + 8);
      return [
        String.fromCharCode(...font.subarray(at, at + 4)),
        font.slice(start, start + view.getUint32(at + 12)),
      ];
    }),
  );
}

/** A WOFF font of TrueType tables, packed by `pack` where that makes them smaller. */
export function writeWoff(tables, pack) {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const packed = entries.map(([, table]) => (pack(table).length < table.length ? pack(table) : table));
  const header = 44 + 20 * entries.length;
  const starts = [header];
  for (const { length } of packed) starts.push(starts.at(-1) + padded(length));
  const woff = new Uint8Array(starts.at(-1));
  const view = new DataView(woff.buffer);
  const sfntLength = entries.reduce((sum, [, { length }]) => sum + 16 + padded(length), 12);
  for (const [i, value] of [0x774f4646, 0x00010000, woff.length].entries()) view.setUint32(4 * i, value);
  view.setUint16(12, entries.length);
  view.setUint32(16, sfntLength);
  view.setUint16(20, 1);
  for (const [i, [name, table]] of entries.entries()) {
    const at = 44 + 20 * i;
    woff.set(new TextEncoder().encode(name), at);
    for (const [j, value] of [starts[i], packed[i].length, table.length, checksum(table)].entries()) {
      view.setUint32(at + 4 + 4 * j, value);
    }
    woff.set(packed[i], starts[i]);
  }
  return woff;
}

function padded(length) {
  return Math.ceil(length / 4) * 4;
}

function checksum(table) {
  const whole = new Uint8Array(padded(table.length));
  whole.set(table);
  const view = new DataView(whole.buffer);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
