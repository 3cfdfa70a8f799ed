import { formatNames } from '../src/formats.ts';
import { FORMATS } from '../src/main.ts';

/** What messages call the formats, in lists as they have them; a format more changes no test. */
export const KNOWN = {
  extensions: FORMATS.flatMap(({ backend }) => backend.extensions).join(', '),
  names: FORMATS.map((format) => formatNames(format)[0]).join(', '),
  namesAndIds: FORMATS.flatMap(formatNames).join(', '),
  labels: FORMATS.map(({ backend }) => backend.label).join(', '),
} as const;

/** The usual extension of each format, without the dot. */
export const EXTENSIONS: readonly string[] = FORMATS.map(({ backend }) => backend.extensions[0].slice(1));
