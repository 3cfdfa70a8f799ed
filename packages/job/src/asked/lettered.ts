import { type NetworkSpecInput, type Outline, parseNetworkSpec, SpecError } from '@neurofab/core';
import { outlineIn, textsOf } from '@neurofab/core/internal';
import type { Asked } from './asked.ts';

/** The same with how its text and names look, and no others, in the font that comes with Neurofab, which is loaded where it is needed. */
export async function lettered(asked: Asked): Promise<Asked> {
  if (unletteredTexts(asked).length === 0) return asked;
  const { bundledFont, outlineOf } = await import('@neurofab/lettering');
  const font = await bundledFont();
  const lines = textsIn(asked.network).map((text): [string, Outline] => [
    text,
    outlineIn(asked.lettering, text) ?? outlineOf(text, font),
  ]);
  return { ...asked, lettering: { lines: Object.fromEntries(lines) } };
}

/** The lines that are asked for of which nobody knows yet how they look. */
export function unletteredTexts({ network, lettering }: Asked): string[] {
  return textsIn(network).filter((text) => outlineIn(lettering, text) === undefined);
}

/** Of a network with faults none: these are told elsewhere. */
function textsIn({ layers, text, labels, inputs, outputs }: NetworkSpecInput = {}): string[] {
  try {
    return textsOf(parseNetworkSpec({ layers, text, labels, inputs, outputs }));
  } catch (error) {
    if (error instanceof SpecError) return [];
    throw error;
  }
}
