/** Text with names out of a file, as it can be shown: no control characters, line breaks or marks that turn the reading direction. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ');
}
