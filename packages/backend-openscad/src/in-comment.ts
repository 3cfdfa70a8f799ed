import { cleanName } from '@neurofab/core/internal';

/** Text as part of a line comment. The marks of block comments are broken up: some customizers look for their groups in any text. */
export function inComment(text: string): string {
  return cleanName(text).replace(/\/(?=\*)|\*(?=\/)/g, '$& ');
}
