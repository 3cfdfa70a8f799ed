import { VERSION } from '@neurofab/core';
import type { SavedWarning } from '@neurofab/job';

/** What should be known of a file that a network was read from, as a sentence that may follow its name and a colon. */
export function savedWarningText(warning: SavedWarning): string {
  switch (warning.code) {
    case 'other-version':
      return `Neurofab ${warning.version} wrote it, and this is ${VERSION}: the model may differ.`;
    case 'changed':
      return 'Was changed since it was written; its recipe is that of the original.';
    case 'partial':
      return 'The header of an STL had no room for title and colours: they are the usual ones.';
  }
}
