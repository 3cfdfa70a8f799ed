import { formatNames } from '@neurofab/job';
import { FORMATS } from '../src/main.ts';

const BACKENDS = FORMATS.map((format) => format());

/** What messages call the formats, in lists as they have them; a format more changes no test. */
export const KNOWN = {
  extensions: BACKENDS.flatMap(({ extensions }) => extensions).join(', '),
  names: BACKENDS.map((backend) => formatNames(backend)[0]).join(', '),
  namesAndIds: BACKENDS.flatMap(formatNames).join(', '),
  labels: BACKENDS.map(({ label }) => label).join(', '),
} as const;

/** The usual extension of each format, without the dot. */
export const EXTENSIONS: readonly string[] = BACKENDS.map(({ extensions }) => extensions[0].slice(1));
