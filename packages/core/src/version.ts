/** The version of Neurofab that writes the files; `scripts/write-version.js` keeps it. */
export const VERSION = '0.1.0';
