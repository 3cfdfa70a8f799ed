/** Whether bytes are the model.json of a TensorFlow.js model. */
export function isTfjs(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  return /^\s*\{/.test(start) && /"(modelTopology|weightsManifest)"\s*:/.test(start);
}

const LOOKED_AT = 65_536;
