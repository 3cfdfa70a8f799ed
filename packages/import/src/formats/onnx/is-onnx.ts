/**
 * Whether bytes look like ONNX, whose format, protobuf, has no mark: they begin with the number of its version, and only
 * fields that an ONNX model has, each of its kind, lead to its graph.
 */
export function isOnnx(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x08) return false;
  let at = 0;
  for (let count = 0; count < MOST_FIELDS_BEFORE_GRAPH && at < bytes.length; count++) {
    const tag = integerAt(bytes, at);
    if (tag.value === GRAPH) return true;
    const value = integerAt(bytes, tag.end);
    if (INTEGERS.has(tag.value)) at = value.end;
    else if (TEXTS_AND_MESSAGES.has(tag.value)) at = value.end + value.value;
    else return false;
  }
  return false;
}

const MOST_FIELDS_BEFORE_GRAPH = 1000;

/** Field 7; each is eight times its number, and two more for what has a length. */
const GRAPH = 0x3a;
/** Versions of the format and of the model. */
const INTEGERS = new Set([0x08, 0x28]);
/** Producer and its version, domain, documentation, operator sets, properties, training, functions. */
const TEXTS_AND_MESSAGES = new Set([0x12, 0x1a, 0x22, 0x32, 0x42, 0x72, 0xa2, 0xca]);

/** An integer of variable length, least significant seven bits first. */
function integerAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let i = 0; i < 10; i++) {
    const byte = bytes[start + i] ?? 0;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return { value, end: start + i + 1 };
  }
  return { value, end: start + 10 };
}
