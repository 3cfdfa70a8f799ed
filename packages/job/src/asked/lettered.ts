import { cleanName } from '@neurofab/core/internal';
import type { Asked } from './asked.ts';

/** The same with how its text looks in the font that comes with Neurofab, which is loaded where there is text. */
export async function lettered(asked: Asked): Promise<Asked> {
  const { network, lettering } = asked;
  const text = typeof network?.text === 'string' ? cleanName(network.text) : '';
  if (text === '' || lettering?.lines[text] !== undefined) return asked;
  const { bundledFont, outlineOf } = await import('@neurofab/lettering');
  return {
    ...asked,
    lettering: { lines: { ...lettering?.lines, [text]: outlineOf(text, await bundledFont()) } },
  };
}
