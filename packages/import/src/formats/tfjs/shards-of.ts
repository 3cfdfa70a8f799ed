import { joined } from '@neurofab/core/internal';
import { listField } from '../../bytes/json-fields.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type Limit, tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { ReadContext } from '../format.ts';

/** The bytes of each group of a weights manifest: its shards one after another. Throws an ImportError where one is missing. */
export async function shardsOf(
  manifest: unknown,
  beside: ReadContext['beside'],
): Promise<readonly Uint8Array[]> {
  const groups: Uint8Array[] = [];
  let size = 0;
  let shards = 0;
  for (const group of Array.isArray(manifest) ? manifest : []) {
    const pieces: Uint8Array[] = [];
    for (const path of listField(group, 'paths')) {
      if (++shards > SHARDS.most) throw tooMuch(SHARDS);
      const piece = await shard(path, beside);
      size += piece.length;
      if (size > BYTES.most) throw tooMuch(BYTES);
      pieces.push(piece);
    }
    groups.push(joined(pieces));
  }
  return groups;
}

const SHARDS: Limit = { most: IMPORT_LIMITS.maxTensors, of: 'shards', subject: 'Its weights have' };
const BYTES: Limit = { most: IMPORT_LIMITS.maxBytes, of: 'bytes', subject: 'Its weights have' };

async function shard(path: unknown, beside: ReadContext['beside']): Promise<Uint8Array> {
  // Paths may be addresses; a shard lies beside its model.json all the same.
  const name = String(path).replace(/^.*[/\\]/s, '');
  const bytes = await beside(name);
  if (bytes !== undefined) return bytes;
  const message = `Its weights are in ${printable(name)}, which is not beside it. Give that file as well.`;
  throw new ImportError('damaged', message);
}
