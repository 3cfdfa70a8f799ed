import { type Outline, parseNetworkSpec, SpecError } from '@neurofab/core';
import { brailleIn, isObject, outlineIn, textsOf } from '@neurofab/core/internal';
import { OpenError } from '../open/open-error.ts';
import type { Asked } from './asked.ts';

/**
 * The same with how its text and names look, and no others: as the network itself has it, or else in the font that comes with
 * Neurofab, which is loaded where it is needed; and what is Braille in cells.
 */
export async function lettered({ lettering, ...asked }: Asked): Promise<Asked> {
  const { texts, braille } = linesIn(asked.network);
  if (texts.length + braille.length === 0) return asked;
  const { brailleOf, bundledFont, FontError, outlineOf, outlineOfRings } = await import(
    '@neurofab/lettering'
  );
  const own = asked.network?.outlines ?? {};
  const isOwn = (text: string) => Object.hasOwn(own, text);
  const isKnown = (text: string) => isOwn(text) || outlineIn(lettering, text) !== undefined;
  const font = texts.every(isKnown) ? undefined : await bundledFont();
  const lookOf = (text: string): Outline => {
    if (!isOwn(text)) return outlineIn(lettering, text) ?? outlineOf(text, font!);
    try {
      return outlineOfRings(own[text]!);
    } catch (error) {
      if (!(error instanceof FontError)) throw error;
      // As if the font had none of it.
      return { ...outlineOfRings([]), missing: [...text] };
    }
  };
  return {
    ...asked,
    lettering: {
      lines: looksOf(texts, lookOf),
      braille: looksOf(braille, (text) => brailleIn(lettering, text) ?? brailleOf(text)),
    },
  };
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
  const lines = linesIn(asked.network).texts.map((text) => [text, outlineOf(text)] as const);
  const whole = lines.filter(([, { missing }]) => missing.length === 0);
  const lacking = lines.filter(([, { missing }]) => missing.length > 0);
  const outlines = Object.fromEntries(whole.map(([text, { rings }]) => [text, rings]));
  return {
    ...asked,
    network: { ...asked.network, outlines },
    lettering: { lines: Object.fromEntries(lacking) },
  };
}

/** Whether it is not known yet how all of its lines look. */
export function isUnlettered({ network, lettering }: Asked): boolean {
  const { texts, braille } = linesIn(network);
  return (
    texts.some((text) => outlineIn(lettering, text) === undefined) ||
    braille.some((text) => brailleIn(lettering, text) === undefined)
  );
}

/** Lines that stand on a model, each once. */
interface AskedLines {
  readonly texts: readonly string[];
  readonly braille: readonly string[];
}

/** Of a network with faults none: these are told elsewhere. */
function linesIn(network: unknown = {}): AskedLines {
  if (!isObject(network)) return { texts: [], braille: [] };
  const { layers, text, braille: asked, labels, inputs, outputs, outlines } = network;
  try {
    const spec = parseNetworkSpec({ layers, text, braille: asked, labels, inputs, outputs, outlines });
    const { braille } = spec;
    return { texts: textsOf(spec), braille: braille === undefined ? [] : [braille] };
  } catch (error) {
    if (error instanceof SpecError) return { texts: [], braille: [] };
    throw error;
  }
}

function looksOf<Look>(lines: readonly string[], look: (line: string) => Look): Record<string, Look> {
  return Object.fromEntries(lines.map((line) => [line, look(line)]));
}
