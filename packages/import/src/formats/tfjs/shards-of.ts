import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printable } from '../../text/printable.ts';
import type { ReadContext } from '../format.ts';
import { listField } from '../json-fields.ts';

/** The bytes of each group of a weights manifest: its shards one after another. Throws an ImportError where one is missing. */
export async function shardsOf(
  manifest: unknown,
  beside: ReadContext['beside'],
): Promise<readonly Uint8Array[]> {
  const groups: Uint8Array[] = [];
  let left: number = IMPORT_LIMITS.maxBytes;
  let shards = 0;
  for (const group of Array.isArray(manifest) ? manifest : []) {
    const pieces: Uint8Array[] = [];
    for (const path of listField(group, 'paths')) {
      if (++shards > IMPORT_LIMITS.maxTensors) throw tooLarge();
      const piece = await shard(path, beside);
      left -= piece.length;
      if (left < 0) throw tooLarge();
      pieces.push(piece);
    }
    groups.push(joined(pieces));
  }
  return groups;
}

async function shard(path: unknown, beside: ReadContext['beside']): Promise<Uint8Array> {
  // Paths may be addresses; a shard lies beside its model.json all the same.
  const name = String(path).replace(/^.*[/\\]/s, '');
  const bytes = await beside(name);
  if (bytes !== undefined) return bytes;
  const message = `Its weights are in ${printable(name)}, which is not beside it. Give that file as well.`;
  throw new ImportError('damaged', message);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first !== undefined && pieces.length === 1) return first;
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

function tooLarge(): ImportError {
  const message = `Its weights have more than ${IMPORT_LIMITS.maxBytes / 2 ** 20} MB or very many shards.`;
  return new ImportError('too-large', message);
}
