import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface XmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data outside of child elements. */
  readonly text: string;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

/**
 * The root element of a document in UTF-8. Throws where it is not well-formed, has no XML declaration, or has a
 * document type, a comment or a character that XML 1.0 does not know.
 */
export function readXml(source: Uint8Array | string): XmlElement {
  const text =
    typeof source === 'string'
      ? source
      : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(source);
  const start = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(start)) throw new Error('XML: no declaration.');
  if (/<!|<\?(?!xml version)/.test(text)) throw new Error('XML: a document type, comment or instruction.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)) throw new Error('XML: a control character.');
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error('XML: an ampersand that is no entity.');
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(`XML: line ${verdict.err.line}: ${verdict.err.msg}`);

  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    ignoreDeclaration: true,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  const roots = elements(parser.parse(text));
  if (roots.length !== 1) throw new Error(`XML: ${roots.length} root elements.`);
  return roots[0]!;
}

type ParsedNode = Readonly<Record<string, unknown>>;

function elements(nodes: readonly ParsedNode[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const tag = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (tag === undefined) return [];
    const content = node[tag] as readonly ParsedNode[];
    return [
      {
        tag,
        attributes: (node[ATTRIBUTES] ?? {}) as Record<string, string>,
        children: elements(content),
        text: content.map((child) => child[TEXT] ?? '').join(''),
      },
    ];
  });
}
