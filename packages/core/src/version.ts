/** The version of Neurofab that writes the files: the release's, kept so by a test. */
export const VERSION = '0.1.0';
