import { parseNumber } from '../text/parse-number.ts';
import type { Kind } from './fields.ts';
import { completeLayer, type LayerInput, layerFromText, layerText } from './layers.ts';

/** A sound value of a field as text, such as `3,6,6,4,2` or `yes`; `undefined` where no text says all of it. */
export function fieldText({ kind }: Kind, value: unknown): string | undefined {
  switch (kind) {
    case 'weights':
    case 'outlines':
      return undefined;
    case 'layers': {
      const layers = (value as readonly LayerInput[]).map((layer) => layerText(completeLayer(layer)));
      return layers.includes(undefined) ? undefined : layers.join(',');
    }
    case 'yes-no':
      return value === true ? 'yes' : 'no';
    case 'color':
      return colorText(value as string);
    case 'colors':
      return (value as readonly string[]).map(colorText).join(',');
    case 'texts':
      return (value as readonly string[]).map(encodeURIComponent).join(',');
    default:
      return String(value);
  }
}

/** The value that such a text says, which nothing has checked: where it says none, the text itself. */
export function fieldFromText({ kind }: Kind, text: string): unknown {
  switch (kind) {
    case 'layers':
      return text.split(',').map(layerFromText);
    case 'yes-no':
      return text === 'yes' || (text === 'no' ? false : text);
    case 'color':
      return colorFromText(text);
    case 'colors':
      return text.split(',').map(colorFromText);
    case 'texts':
      return text.split(',').map(decoded);
    case 'version':
    case 'length':
    case 'number':
    case 'count':
      return parseNumber(text) ?? text;
    default:
      return text;
  }
}

/** What is no encoded text stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** No name of a colour is made of three or six hexadecimal digits, so the sign can go. */
function colorText(color: string): string {
  return color.replace(/^#/, '');
}

function colorFromText(text: string): string {
  return /^([0-9a-f]{3}){1,2}$/i.test(text) ? `#${text}` : text;
}
