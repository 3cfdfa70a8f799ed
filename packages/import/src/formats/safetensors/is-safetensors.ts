/** Whether bytes begin as safetensors: a length of eight bytes, some of which are zero as no text has them, then a JSON object. */
export function isSafetensors(bytes: Uint8Array): boolean {
  return (
    bytes[8] === 0x7b && bytes.subarray(0, 8).includes(0) && [0x22, 0x7d, 0x20, 0x0a].includes(bytes[9]!)
  );
}
