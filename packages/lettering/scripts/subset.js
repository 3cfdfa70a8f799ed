import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

// Values of hb_subset_flags_t and hb_subset_sets_t, of https://harfbuzz.github.io/harfbuzz-hb-subset.html
const NO_HINTING = 1;
const NO_LAYOUT_CLOSURE = 512;
const LAYOUT_FEATURES = 6;
const DROP_TABLES = 3;

const FEATURES = ['kern', 'mark', 'mkmk'];
const DROPPED = [
  'GSUB',
  'name',
  'post',
  'OS/2',
  'DSIG',
  'gasp',
  'vhea',
  'vmtx',
  'BASE',
  'VORG',
  'prep',
  'fpgm',
  'cvt ',
];

/** A TTF font with some of its characters only, and of its tables what shapes text, by HarfBuzz. */
export async function subset(font, codePoints) {
  const file = fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
  const { instance } = await WebAssembly.instantiate(await readFile(file), {});
  const hb = instance.exports;
  hb._initialize?.();
  const address = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, address);
  const face = hb.hb_face_create(hb.hb_blob_create(address, font.length, 2, 0, 0), 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, NO_HINTING | NO_LAYOUT_CLOSURE);
  for (const codePoint of codePoints) hb.hb_set_add(hb.hb_subset_input_unicode_set(input), codePoint);
  const features = hb.hb_subset_input_set(input, LAYOUT_FEATURES);
  hb.hb_set_clear(features);
  for (const feature of FEATURES) hb.hb_set_add(features, tagOf(feature));
  for (const table of DROPPED) hb.hb_set_add(hb.hb_subset_input_set(input, DROP_TABLES), tagOf(table));
  const blob = hb.hb_face_reference_blob(hb.hb_subset_or_fail(face, input));
  const start = hb.hb_blob_get_data(blob, 0);
  return new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
}

function tagOf(text) {
  return new DataView(new TextEncoder().encode(text).buffer).getUint32(0);
}
