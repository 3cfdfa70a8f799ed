import colorNames from 'color-name';

/** An opaque sRGB colour, `#RRGGBB` in upper case. */
export type HexColor = `#${string}`;

/** The colour that `text` names, as `#RRGGBB`, as `#RGB` or as a CSS colour name in any case; `undefined` if it names none. */
export function parseColor(text: string): HexColor | undefined {
  if (/^#[0-9a-f]{6}$/i.test(text)) return `#${text.slice(1).toUpperCase()}`;
  // Each digit stands for two of it (CSS Color Module Level 4, section 5.2).
  if (/^#[0-9a-f]{3}$/i.test(text)) return `#${text.slice(1).replace(/./g, '$&$&').toUpperCase()}`;
  const name = text.toLowerCase();
  if (!Object.hasOwn(colorNames, name)) return undefined;
  const channels = colorNames[name as keyof typeof colorNames];
  return `#${channels
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;
}

/** Every CSS colour name, in lower case. */
export const COLOR_NAMES: readonly string[] = Object.keys(colorNames);
