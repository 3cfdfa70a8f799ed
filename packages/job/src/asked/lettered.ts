import { type Outline, parseNetworkSpec, SpecError } from '@neurofab/core';
import { isObject, outlineIn, textsOf } from '@neurofab/core/internal';
import { OpenError } from '../open/open-error.ts';
import type { Asked } from './asked.ts';

/**
 * The same with how its text and names look, and no others: as the network itself has it, or else in the font that comes with
 * Neurofab, which is loaded where it is needed.
 */
export async function lettered(asked: Asked): Promise<Asked> {
  if (unletteredTexts(asked).length === 0) return asked;
  const { bundledFont, FontError, outlineOf, outlineOfRings } = await import('@neurofab/lettering');
  const { network, lettering } = asked;
  const own = network?.outlines ?? {};
  const font = await bundledFont();
  const outlineFor = (text: string): Outline => {
    if (!Object.hasOwn(own, text)) return outlineOf(text, font);
    try {
      return outlineOfRings(own[text]!);
    } catch (error) {
      if (!(error instanceof FontError)) throw error;
      // As if the font had none of it.
      return { ...outlineOfRings([]), missing: [...text] };
    }
  };
  const lines = textsIn(network).map((text) => [text, outlineIn(lettering, text) ?? outlineFor(text)]);
  return { ...asked, lettering: { lines: Object.fromEntries(lines) } };
}

/**
 * The same in a font of somebody's own, the bytes of a TTF, OTF or WOFF file; the network has the outlines then, so that it needs the
 * font no more. Throws an OpenError for bytes that give no font.
 */
export async function letteredIn(asked: Asked, bytes: Uint8Array): Promise<Asked> {
  const { FontError, openFont, outlineOf } = await import('@neurofab/lettering');
  try {
    const font = await openFont(bytes);
    return await lettered(inFont(asked, (text) => outlineOf(text, font)));
  } catch (error) {
    throw error instanceof FontError ? new OpenError('unusable', [error.message]) : error;
  }
}

/** What the font lacks is known as such, and is not saved. */
function inFont(asked: Asked, outlineOf: (text: string) => Outline): Asked {
  const lines = textsIn(asked.network).map((text) => [text, outlineOf(text)] as const);
  const whole = lines.filter(([, { missing }]) => missing.length === 0);
  const lacking = lines.filter(([, { missing }]) => missing.length > 0);
  const outlines = Object.fromEntries(whole.map(([text, { rings }]) => [text, rings]));
  return {
    ...asked,
    network: { ...asked.network, outlines },
    lettering: { lines: Object.fromEntries(lacking) },
  };
}

/** The lines that are asked for of which nobody knows yet how they look. */
export function unletteredTexts({ network, lettering }: Asked): string[] {
  return textsIn(network).filter((text) => outlineIn(lettering, text) === undefined);
}

/** Of a network with faults none: these are told elsewhere. */
function textsIn(network: unknown = {}): string[] {
  if (!isObject(network)) return [];
  const { layers, text, labels, inputs, outputs, outlines } = network;
  try {
    return textsOf(parseNetworkSpec({ layers, text, labels, inputs, outputs, outlines }));
  } catch (error) {
    if (error instanceof SpecError) return [];
    throw error;
  }
}
