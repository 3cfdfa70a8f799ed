import { type NetworkSpecInput, parseNetworkSpec, SpecError } from '@neurofab/core';
import { brailleIn, outlineIn, textsOf } from '@neurofab/core/internal';
import type { Asked } from './asked.ts';

/**
 * The same with how its text and names look, and no others, in the font that comes with Neurofab, which is loaded where it is needed, and
 * what is Braille in cells.
 */
export async function lettered(asked: Asked): Promise<Asked> {
  const { texts, braille } = unletteredLines(asked);
  if (texts.length + braille.length === 0) return asked;
  const { brailleOf, bundledFont, outlineOf } = await import('@neurofab/lettering');
  const font = texts.length === 0 ? undefined : await bundledFont();
  const { lettering, network } = asked;
  const all = linesIn(network);
  return {
    ...asked,
    lettering: {
      lines: looksOf(all.texts, (text) => outlineIn(lettering, text) ?? outlineOf(text, font!)),
      braille: looksOf(all.braille, (text) => brailleIn(lettering, text) ?? brailleOf(text)),
    },
  };
}

/** Whether it is not known yet how all of its lines look. */
export function isUnlettered(asked: Asked): boolean {
  const { texts, braille } = unletteredLines(asked);
  return texts.length + braille.length > 0;
}

/** Lines that stand on a model, each once. */
interface AskedLines {
  readonly texts: readonly string[];
  readonly braille: readonly string[];
}

function unletteredLines({ network, lettering }: Asked): AskedLines {
  const { texts, braille } = linesIn(network);
  return {
    texts: texts.filter((text) => outlineIn(lettering, text) === undefined),
    braille: braille.filter((text) => brailleIn(lettering, text) === undefined),
  };
}

/** Of a network with faults none: these are told elsewhere. */
function linesIn({ layers, text, braille, labels, inputs, outputs }: NetworkSpecInput = {}): AskedLines {
  try {
    const spec = parseNetworkSpec({ layers, text, braille, labels, inputs, outputs });
    return { texts: textsOf(spec), braille: spec.braille === undefined ? [] : [spec.braille] };
  } catch (error) {
    if (error instanceof SpecError) return { texts: [], braille: [] };
    throw error;
  }
}

function looksOf<Look>(lines: readonly string[], look: (line: string) => Look): Record<string, Look> {
  return Object.fromEntries(lines.map((line) => [line, look(line)]));
}
