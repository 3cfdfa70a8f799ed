import { fileFault, quote } from '../file-fault.ts';
import type { Package } from '../package/open-package.ts';
import { toUtf8 } from '../package/to-utf8.ts';
import { childrenOf, isMetadata, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { cutModel } from './cut-model.ts';
import type { ModelPart } from './model-part.ts';
import { KNOWN_EXTENSIONS, NAMESPACES } from './namespaces.ts';
import { readReference, readResources } from './read-resources.ts';

/** Reads a `.model` member. */
export async function readModelPart(source: Package, member: string): Promise<ModelPart> {
  const cutter = cutModel(member);
  const scanner = toUtf8(member, cutter);
  await source.unpack(member, scanner.push);
  scanner.end();
  const cut = cutter.finish();
  const root = parseXml(member, cut.xml);
  if (root.name !== 'model' || root.namespace !== NAMESPACES.core) {
    const found = `<${root.name}> in the namespace ${quote(root.namespace)}`;
    throw fileFault(member, `holds ${found} instead of a <model> in that of 3MF, ${quote(NAMESPACES.core)}`);
  }
  checkExtensions(member, root);
  const context = { member, cut, unit: unitOf(member, root) };
  const items = childrenOf(root, 'build').flatMap((build) => childrenOf(build, 'item'));
  const recipe = childrenOf(root, 'metadata').find((metadata) =>
    isMetadata(metadata, NAMESPACES.recipe, 'Recipe'),
  );
  return {
    member,
    ...readResources(context, childrenOf(root, 'resources')),
    items: items.map((item) => readReference(context, item)),
    ...(recipe !== undefined && { recipe: recipe.text }),
  };
}

function checkExtensions(member: string, root: XmlElement): void {
  for (const prefix of (root.attributes.get('requiredextensions') ?? '').split(/\s+/).filter(Boolean)) {
    const namespace = root.namespaceOf(prefix);
    if (namespace === undefined || !KNOWN_EXTENSIONS.includes(namespace)) {
      const name = quote(namespace ?? prefix);
      throw fileFault(member, `requires the 3MF extension ${name}, which cannot be read here`);
    }
  }
}

const MILLIMETRES: ReadonlyMap<string, number> = new Map([
  ['micron', 0.001],
  ['millimeter', 1],
  ['centimeter', 10],
  ['inch', 25.4],
  ['foot', 304.8],
  ['meter', 1000],
]);

function unitOf(member: string, root: XmlElement): number {
  const name = root.attributes.get('unit') ?? 'millimeter';
  const unit = MILLIMETRES.get(name);
  if (unit !== undefined) return unit;
  const known = [...MILLIMETRES.keys()].join(', ');
  throw fileFault(member, `has the unit ${quote(name)} instead of one of ${known}`);
}
