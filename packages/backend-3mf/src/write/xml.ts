/** Text as it may stand between tags and in attributes of XML 1.0: cleaned, with markup escaped. */
export function escapeXml(text: string): string {
  return cleanXml(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text without what XML changes or lacks: line breaks and tabs become spaces (a reader would make them so in an
 * attribute), and other control characters, noncharacters and lone surrogates, which XML cannot hold or readers refuse,
 * go.
 */
export function cleanXml(text: string): string {
  return text.replace(/[\t\n\r]+/g, ' ').replace(/[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/gu, '');
}

/** Text as UTF-8. */
export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
