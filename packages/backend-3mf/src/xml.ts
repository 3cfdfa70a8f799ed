/**
 * Text as it may stand between tags and in attributes of XML 1.0: markup is escaped, line breaks and tabs become
 * spaces (a reader would make them so in an attribute), and other control characters, noncharacters and lone
 * surrogates, which XML cannot hold or readers refuse, go.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}]|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
