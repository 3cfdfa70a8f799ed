import { type Asked, lettered, letteredIn } from '@neurofab/job';
import type { Io } from '../io.ts';
import { opened } from './opened.ts';
import { fileLabel, readBytes } from './read-bytes.ts';

/** More than the largest fonts have, which hold Chinese, Japanese and Korean. */
const MAX_BYTES = 64 * 2 ** 20;

/** What is asked for with how its text looks, in the font of a file if one is named. Throws a CommandError or InputError for one that gives no font. */
export async function inFont(
  asked: Asked,
  { font, io }: { readonly font: string | undefined; readonly io: Io },
): Promise<Asked> {
  if (font === undefined) return lettered(asked);
  const bytes = await readBytes(font, io, { flag: '--font', what: 'A font', maxBytes: MAX_BYTES });
  return opened({ label: fileLabel(font), flag: '--font' }, () => letteredIn(asked, bytes));
}
