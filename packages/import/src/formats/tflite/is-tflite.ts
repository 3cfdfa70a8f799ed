/** Whether bytes look like TensorFlow Lite, whose mark stands behind the place of the model. */
export function isTflite(bytes: Uint8Array): boolean {
  return [0x54, 0x46, 0x4c, 0x33].every((byte, i) => bytes[4 + i] === byte);
}
