import { show } from '@neurofab/core/internal';
import type { Asked, Standing } from '@neurofab/job';
import { refusalIn, stand } from '../state/stand.ts';
import type { Linked } from './linked.ts';
import { readLink } from './read-link.ts';

/**
 * What a link from anywhere asks for, laid out; or a sentence about why it is not followed, which it is only where a file can be made.
 * `undefined` for a link that says nothing.
 */
export async function followLink(
  hash: string,
): Promise<{ readonly asked: Asked; readonly standing: Standing } | { readonly fault: string } | undefined> {
  const read = await readLink(hash);
  if (read === undefined) return undefined;
  if ('fault' in read) return { fault: unreadText(read.fault) };
  const stood = stand(read.asked);
  if ('faults' in stood) return { fault: unreadText(stood.faults.map(({ message }) => message).join(' ')) };
  const refused = refusalIn(stood.standing);
  if (refused === undefined) return stood;
  const [name] = refused.code === 'length-out-of-limits' ? ['scale'] : refused.path;
  const value = read.asked[name as keyof Linked];
  return { fault: unreadText(`${show(`${name}=${value}`)} means nothing here.`) };
}

/** Why a link is not followed, as a sentence, from what `readLink` says. */
function unreadText(fault: string): string {
  return fault.startsWith('The link cannot be read') ? fault : `The link cannot be read: ${fault}`;
}
