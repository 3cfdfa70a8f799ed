import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { ReadContext } from '../format.ts';
import type { Message } from './parse-model.ts';
import { placeOf } from './place-of.ts';

/** The files beside a model that its tensors lie in, by name. Throws an ImportError where one is missing or they are very large. */
export async function readBeside(
  tensors: Iterable<Message>,
  { beside }: ReadContext,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  let size = 0;
  for (const tensor of tensors) {
    const name = placeOf(tensor)?.file;
    if (name === undefined || files.has(name)) continue;
    const bytes = await beside(name);
    if (bytes === undefined) throw missing(name);
    files.set(name, bytes);
    size += bytes.length;
    if (size > MOST_BYTES.most) throw tooMuch(MOST_BYTES);
  }
  return files;
}

const MOST_BYTES: Limit = { most: IMPORT_LIMITS.maxBytes, of: 'bytes', subject: 'Its weights have' };

function missing(name: string): ImportError {
  const message = /[/\\]/.test(name)
    ? `Its weights lie in another folder (${printable(name)}). Save it so that they lie in a file beside it.`
    : `Its weights are not in it but in the file ${printable(name)}. Put that file beside it, or give both.`;
  return new ImportError('damaged', message);
}
