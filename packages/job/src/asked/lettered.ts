import { brailleIn, cleanName, outlineIn } from '@neurofab/core/internal';
import type { Asked } from './asked.ts';

/** Lines of which nobody knows yet how they look. */
export interface Unlettered {
  readonly text?: string;
  readonly braille?: string;
}

/** The same with how its text looks in the font that comes with Neurofab, which is loaded where there is text, and what is Braille in cells. */
export async function lettered(asked: Asked): Promise<Asked> {
  const lines = unlettered(asked);
  if (lines === undefined) return asked;
  const { text, braille } = lines;
  const { brailleOf, bundledFont, outlineOf } = await import('@neurofab/lettering');
  const { lettering } = asked;
  return {
    ...asked,
    lettering: {
      lines: {
        ...lettering?.lines,
        ...(text !== undefined && { [text]: outlineOf(text, await bundledFont()) }),
      },
      braille: { ...lettering?.braille, ...(braille !== undefined && { [braille]: brailleOf(braille) }) },
    },
  };
}

/** The lines that are asked for where nobody knows yet how they look; `undefined` where there are none. */
export function unlettered({ network, lettering }: Asked): Unlettered | undefined {
  const [text, braille] = [cleanLine(network?.text), cleanLine(network?.braille)];
  const lines = {
    ...(text !== '' && outlineIn(lettering, text) === undefined && { text }),
    ...(braille !== '' && brailleIn(lettering, braille) === undefined && { braille }),
  };
  return Object.keys(lines).length === 0 ? undefined : lines;
}

function cleanLine(line: unknown): string {
  return typeof line === 'string' ? cleanName(line) : '';
}
