/** As much of a file is looked at. */
const START = 262_144;

/** Whether bytes begin as JSON with weights in it, and not as the spec of a drawing, whose layers are sizes. */
export function isJsonNetwork(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, START)).trimStart();
  if (text.startsWith('[')) return /^\[\s*\[/.test(text);
  return text.startsWith('{') && WEIGHTS.test(text) && !SPEC.test(text) && !COLUMNS.test(text);
}

const WEIGHTS =
  /"(?:[^"\\]{0,200}[./_-])?(?:weights?|kernel|coefs?_?|w)[._-]?\d*"\s*:|"neurons"\s*:|"connections"\s*:|"squash"\s*:|"type"\s*:\s*"(?:RNN|LSTM|GRU)/i;
const SPEC = /"layers"\s*:\s*\[\s*(?:\d|\{[^{}[\]]*"size"\s*:)/;
/** What ml5 keeps beside a network says how inputs and outputs are called, which may be `weight`. */
const COLUMNS = /"(?:input|output)Units"\s*:/;
