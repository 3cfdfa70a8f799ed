/** Whether a mark, a letter a byte, stands in bytes; at their start if not told otherwise. */
export function hasMark(bytes: Uint8Array, mark: string, at = 0): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false;
  return true;
}
