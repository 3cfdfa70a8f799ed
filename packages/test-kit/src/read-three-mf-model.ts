import type { ThreeMf, ThreeMfMaterial } from './read-three-mf.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { decimal, element, equal, must, whole } from './three-mf-rules.ts';

const CORE_NAMESPACE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';

const NAMESPACES = {
  slicer: {
    'xmlns:slic3rpe': 'http://schemas.slic3r.org/3mf/2017/06',
    'xmlns:neurofab': 'urn:neurofab:recipe:1',
  },
  assembly: {
    'xmlns:cura': 'http://software.ultimaker.com/xml/cura/3mf/2015/10',
    'xmlns:neurofab': 'urn:neurofab:recipe:1',
  },
} as const;

/** The metadata names that the core specification has. */
const CORE_METADATA = [
  'Title',
  'Designer',
  'Description',
  'Copyright',
  'LicenseTerms',
  'Rating',
  'CreationDate',
  'ModificationDate',
  'Application',
];

const REQUIRED_METADATA = {
  slicer: ['slic3rpe:Version3mf', 'Application', 'Title'],
  assembly: ['Application', 'Title'],
} as const;

/** Of a network. */
const RECIPE = 'neurofab:Recipe';

/** What `3D/3dmodel.model` holds. */
export interface ThreeMfModel {
  readonly metadata: ReadonlyMap<string, string>;
  readonly materials: readonly ThreeMfMaterial[];
  /** What objects and triangles name as their `pid`. */
  readonly materialsId: number;
  /** As they stand in the file, without what is in `meshes`. */
  readonly objects: readonly XmlElement[];
  /** The text of each mesh, in the order of the objects that have one. */
  readonly meshes: readonly MeshText[];
  /** Which objects are built, and where. */
  readonly items: readonly ThreeMfItem[];
}

/** An object by its id, and what it is shifted by. */
export interface ThreeMfItem {
  readonly id: number;
  readonly translation: readonly [x: number, y: number, z: number];
}

/** What stands between the tags `vertices` and `triangles`. */
export interface MeshText {
  readonly vertices: string;
  readonly triangles: string;
}

/** Reads `3D/3dmodel.model`. */
export function readThreeMfModel(bytes: Uint8Array, flavor: ThreeMf['flavor']): ThreeMfModel {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  // The meshes are most of the file, so their lines are read by patterns, and the XML parser gets the rest.
  const meshes: MeshText[] = [];
  const frame = text.replace(MESH, (_, vertices: string, between: string, triangles: string) => {
    meshes.push({ vertices, triangles });
    return `<vertices></vertices>${between}<triangles></triangles>`;
  });
  must(!/<(vertex|triangle)\b/.test(frame), 'vertices or triangles stand where they should not');
  const root = readXml(frame);

  const namespaces: Readonly<Record<string, string>> = NAMESPACES[flavor];
  const prefixes = Object.keys(namespaces);
  element(root, 'model', ['unit', 'xml:lang', 'xmlns', ...prefixes], ['metadata', 'resources', 'build']);
  equal(root.attributes.unit, 'millimeter', 'unit');
  equal(root.attributes.xmlns, CORE_NAMESPACE, 'namespace of the model');
  for (const prefix of prefixes) equal(root.attributes[prefix], namespaces[prefix], prefix);
  const [build, resources, ...metadataElements] = root.children.toReversed();

  element(resources!, 'resources', [], ['basematerials', 'object']);
  const [group, ...objects] = resources!.children as [XmlElement, ...XmlElement[]];
  const ids = resources!.children.map(resourceId);
  equal(new Set(ids).size, ids.length, 'number of different ids of resources');

  element(build!, 'build', [], ['item']);
  return {
    metadata: readMetadata(metadataElements.toReversed(), REQUIRED_METADATA[flavor]),
    materials: readMaterials(group),
    materialsId: ids[0]!,
    objects,
    meshes,
    items: build!.children.map(readItem),
  };
}

function readItem(item: XmlElement): ThreeMfItem {
  element(item, 'item', ['objectid', 'transform'], []);
  return {
    id: whole(item.attributes.objectid),
    translation: readTranslation(item.attributes.transform!),
  };
}

const MESH = /<vertices>(.*?)<\/vertices>(\s*)<triangles>(.*?)<\/triangles>/gs;

function readMetadata(elements: readonly XmlElement[], required: readonly string[]): Map<string, string> {
  const metadata = new Map<string, string>();
  for (const entry of elements) {
    element(entry, 'metadata', ['name'], [], { text: true });
    const name = entry.attributes.name!;
    must([...CORE_METADATA, ...required, RECIPE].includes(name), `there is no metadata called ${name}`);
    must(!metadata.has(name), `the metadata ${name} is there twice`);
    metadata.set(name, entry.text);
  }
  for (const name of required) must(metadata.has(name), `there is no ${name}`);
  return metadata;
}

function readMaterials(group: XmlElement): ThreeMfMaterial[] {
  element(group, 'basematerials', ['id'], ['base']);
  return group.children.map((base) => {
    element(base, 'base', ['name', 'displaycolor'], []);
    const { name, displaycolor: color } = base.attributes as Record<string, string>;
    must(/^#[0-9A-F]{8}$/.test(color!), `${color} is no colour`);
    return { name: name!, color: color! };
  });
}

function resourceId({ attributes }: XmlElement): number {
  const id = whole(attributes.id);
  must(id >= 1 && id < 2 ** 31, `${id} is no resource id`);
  return id;
}

function readTranslation(transform: string): [number, number, number] {
  const numbers = transform.split(' ').map(decimal);
  equal(numbers.length, 12, 'numbers in the transform');
  equal(numbers.slice(0, 9).join(' '), '1 0 0 0 1 0 0 0 1', 'linear part of the transform');
  return numbers.slice(9) as [number, number, number];
}
