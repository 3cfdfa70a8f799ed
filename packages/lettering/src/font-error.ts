/** Thrown for bytes that give no font; the message is one sentence for whoever chose the file. */
export class FontError extends Error {
  override readonly name: string = 'FontError';
}
