import { cleanName, outlineIn } from '@neurofab/core/internal';
import type { Asked } from './asked.ts';

/** The same with how its text looks in the font that comes with Neurofab, which is loaded where there is text. */
export async function lettered(asked: Asked): Promise<Asked> {
  const text = unletteredText(asked);
  if (text === undefined) return asked;
  const { bundledFont, outlineOf } = await import('@neurofab/lettering');
  return {
    ...asked,
    lettering: { lines: { ...asked.lettering?.lines, [text]: outlineOf(text, await bundledFont()) } },
  };
}

/** The text that is asked for where nobody knows yet how it looks; `undefined` where there is none. */
export function unletteredText({ network, lettering }: Asked): string | undefined {
  const text = typeof network?.text === 'string' ? cleanName(network.text) : '';
  return text === '' || outlineIn(lettering, text) !== undefined ? undefined : text;
}
