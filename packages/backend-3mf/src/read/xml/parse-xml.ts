import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fileFault, quote } from '../file-fault.ts';

/** An element with its namespace resolved. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  /** Empty where the element is in none. */
  readonly namespace: string;
  /** By name, prefix included; attributes without prefix belong to the element. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data outside of child elements. */
  readonly text: string;
  /** The namespace that a prefix stands for here; the empty prefix is that of names without one. */
  readonly namespaceOf: Scope;
}

type Scope = (prefix: string) => string | undefined;

/** The root of a document that `scanXml` has been through: without comments, instructions, document type and CDATA. */
export function parseXml(member: string, xml: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for.
  if (/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) {
    throw fileFault(member, 'has a control character, which XML forbids');
  }
  const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/.exec(xml);
  if (reference !== null) {
    const text = quote(xml.slice(reference.index, reference.index + 20));
    throw fileFault(member, `has an entity that XML itself does not know: ${text}`);
  }
  let roots: readonly ParsedNode[];
  try {
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw new Error(verdict.err.msg);
    roots = new XMLParser(OPTIONS).parse(xml);
  } catch (error) {
    throw fileFault(member, `is no XML that can be read: ${quote((error as Error).message)}`);
  }
  return element(roots[0]!, NO_SCOPE);
}

const ATTRIBUTES = ':@';
const TEXT = '#text';

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Numbers of characters count as HTML to fast-xml-parser.
  htmlEntities: true,
  // Without this a path is put together as text at each element.
  jPath: false,
} as const;

type ParsedNode = Readonly<Record<string, unknown>>;

const NO_SCOPE: Scope = () => undefined;

function element(node: ParsedNode, outer: Scope): XmlElement {
  const tag = Object.keys(node).find((key) => key !== ATTRIBUTES)!;
  const attributes = new Map(Object.entries((node[ATTRIBUTES] ?? {}) as Record<string, string>));
  const content = node[tag] as readonly ParsedNode[];
  const namespaceOf = innerScope(attributes, outer);
  const colon = tag.indexOf(':');
  return {
    name: tag.slice(colon + 1),
    namespace: namespaceOf(tag.slice(0, Math.max(colon, 0))) ?? '',
    attributes,
    children: content.filter((child) => !(TEXT in child)).map((child) => element(child, namespaceOf)),
    text: content.map((child) => child[TEXT] ?? '').join(''),
    namespaceOf,
  };
}

function innerScope(attributes: ReadonlyMap<string, string>, outer: Scope): Scope {
  const declared = [...attributes.keys()].some((name) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (!declared) return outer;
  return (prefix) => attributes.get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`) ?? outer(prefix);
}

/** The child elements of a name, in the namespace of their parent. */
export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name && child.namespace === parent.namespace);
}

/** An attribute that has a prefix for `namespace`. */
export function attributeIn(element: XmlElement, namespace: string, name: string): string | undefined {
  for (const [key, value] of element.attributes) {
    const colon = key.indexOf(':');
    if (
      colon > 0 &&
      key.slice(colon + 1) === name &&
      element.namespaceOf(key.slice(0, colon)) === namespace
    ) {
      return value;
    }
  }
  return undefined;
}

/** Whether an element has a `name` whose prefix stands for `namespace`, as 3MF has it for metadata that is not its own. */
export function isMetadata(
  { attributes, namespaceOf }: XmlElement,
  namespace: string,
  name: string,
): boolean {
  const [prefix, ...rest] = (attributes.get('name') ?? '').split(':');
  return rest.join(':') === name && namespaceOf(prefix!) === namespace;
}
