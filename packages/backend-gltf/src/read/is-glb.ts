/** `glTF`, read as a number. */
const MAGIC = 0x46546c67;

/** Whether a file that starts with these bytes is a GLB. */
export function isGlb(start: Uint8Array): boolean {
  if (start.length < 4) return false;
  return new DataView(start.buffer, start.byteOffset, start.byteLength).getUint32(0, true) === MAGIC;
}
