import type { ThreeMf, ThreeMfMaterial } from './read-three-mf.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { DECIMAL, decimal, element, equal, must, WHOLE, whole } from './three-mf-rules.ts';

const CORE_NAMESPACE = 'http://schemas.microsoft.com/3dmanufacturing/core/2015/02';
const SLIC3R_NAMESPACE = 'http://schemas.slic3r.org/3mf/2017/06';

/** The metadata names that the core specification has, and the one that PrusaSlicer needs. */
const METADATA_NAMES = new Set([
  'Title',
  'Designer',
  'Description',
  'Copyright',
  'LicenseTerms',
  'Rating',
  'CreationDate',
  'ModificationDate',
  'Application',
  'slic3rpe:Version3mf',
]);

/** What `3D/3dmodel.model` holds. */
export type ThreeMfModel = Omit<ThreeMf, 'files' | 'volumes'>;

/** Reads `3D/3dmodel.model`. */
export function readThreeMfModel(bytes: Uint8Array): ThreeMfModel {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  // The mesh is most of the file, so its lines are read by patterns, and the XML parser gets the rest.
  const vertices = between(text, '<vertices>', '</vertices>');
  const triangles = between(text, '<triangles>', '</triangles>');
  must(vertices.end < triangles.start, 'the triangles come before the vertices');
  const root = readXml(
    text.slice(0, vertices.start) +
      text.slice(vertices.end, triangles.start) +
      text.slice(triangles.end, text.length),
  );

  element(root, 'model', ['unit', 'xml:lang', 'xmlns', 'xmlns:slic3rpe'], ['metadata', 'resources', 'build']);
  equal(root.attributes.unit, 'millimeter', 'unit');
  equal(root.attributes.xmlns, CORE_NAMESPACE, 'namespace of the model');
  equal(root.attributes['xmlns:slic3rpe'], SLIC3R_NAMESPACE, 'namespace of Version3mf');
  const [build, resources, ...metadataElements] = root.children.toReversed();
  const metadata = readMetadata(metadataElements.toReversed());
  equal(metadata.get('slic3rpe:Version3mf'), '1', 'Version3mf');

  element(resources!, 'resources', [], ['basematerials', 'object']);
  equal(resources!.children.length, 2, 'number of resources');
  const [group, object] = resources!.children as [XmlElement, XmlElement];
  element(group, 'basematerials', ['id'], ['base']);
  const materials = group.children.map((base): ThreeMfMaterial => {
    element(base, 'base', ['name', 'displaycolor'], []);
    const { name, displaycolor: color } = base.attributes as Record<string, string>;
    must(/^#[0-9A-F]{8}$/.test(color!), `${color} is no colour`);
    return { name: name!, color: color! };
  });

  element(object, 'object', ['id', 'type', 'name', 'pid', 'pindex'], ['mesh']);
  equal(object.attributes.type, 'model', 'type of the object');
  const [groupId, id] = [resourceId(group), resourceId(object)];
  must(groupId !== id, 'two resources have the same id');
  equal(object.attributes.pid, String(groupId), 'pid of the object');
  must(whole(object.attributes.pindex) < materials.length, 'the pindex of the object is too large');
  equal(object.children.length, 1, 'number of meshes');
  element(object.children[0]!, 'mesh', [], ['vertices', 'triangles']);

  element(build!, 'build', [], ['item']);
  equal(build!.children.length, 1, 'number of build items');
  const item = build!.children[0]!;
  element(item, 'item', ['objectid', 'transform'], []);
  equal(item.attributes.objectid, String(id), 'object of the build item');

  const positions = readVertices(vertices.content);
  return {
    metadata,
    title: metadata.get('Title'),
    application: metadata.get('Application'),
    materials,
    object: {
      id,
      name: object.attributes.name!,
      ...readTriangles(triangles.content, positions, groupId, materials.length),
    },
    translation: readTranslation(item.attributes.transform!),
  };
}

function readMetadata(elements: readonly XmlElement[]): Map<string, string> {
  const metadata = new Map<string, string>();
  for (const entry of elements) {
    element(entry, 'metadata', ['name'], [], { text: true });
    const name = entry.attributes.name!;
    must(METADATA_NAMES.has(name), `there is no metadata called ${name}`);
    must(!metadata.has(name), `the metadata ${name} is there twice`);
    metadata.set(name, entry.text);
  }
  return metadata;
}

function readVertices(text: string): Float32Array {
  const line = new RegExp(`\\s*<vertex x="(${DECIMAL})" y="(${DECIMAL})" z="(${DECIMAL})"/>`, 'y');
  const coordinates: number[] = [];
  for (const [, x, y, z] of matches(line, text)) coordinates.push(decimal(x), decimal(y), decimal(z));
  return new Float32Array(coordinates);
}

function readTriangles(text: string, positions: Float32Array, groupId: number, materials: number) {
  const number = (name: string) => `${name}="(${WHOLE})"`;
  const pattern = ['<triangle', ...['v1', 'v2', 'v3', 'pid', 'p1'].map(number)].join(' ');
  const vertices = positions.length / 3;
  const indices: number[] = [];
  const triangleMaterials: number[] = [];
  for (const [, ...numbers] of matches(new RegExp(`\\s*${pattern}/>`, 'y'), text)) {
    const [a, b, c, pid, material] = numbers.map(whole) as [number, number, number, number, number];
    must(a < vertices && b < vertices && c < vertices, 'a triangle has a vertex that is not there');
    must(a !== b && b !== c && c !== a, 'a triangle has one vertex twice');
    equal(pid, groupId, 'pid of a triangle');
    must(material < materials, `there is no material ${material}`);
    indices.push(a, b, c);
    triangleMaterials.push(material);
  }
  return {
    mesh: { positions, indices: new Uint32Array(indices) },
    triangleMaterials: new Uint32Array(triangleMaterials),
  };
}

function readTranslation(transform: string): [number, number, number] {
  const numbers = transform.split(' ').map(decimal);
  equal(numbers.length, 12, 'numbers in the transform');
  equal(numbers.slice(0, 9).join(' '), '1 0 0 0 1 0 0 0 1', 'linear part of the transform');
  return numbers.slice(9) as [number, number, number];
}

function resourceId({ attributes }: XmlElement): number {
  const id = whole(attributes.id);
  must(id >= 1 && id < 2 ** 31, `${id} is no resource id`);
  return id;
}

function between(text: string, opening: string, closing: string) {
  const [start, end] = [text.indexOf(opening) + opening.length, text.indexOf(closing)];
  must(start >= opening.length && end >= start, `there is no ${opening}`);
  return { start, end, content: text.slice(start, end) };
}

/** All matches of a sticky pattern, which must cover the text up to white space. */
function* matches(pattern: RegExp, text: string): Generator<string[]> {
  let end = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    end = pattern.lastIndex;
    yield match;
  }
  const rest = text.slice(end, end + 100);
  must(text.slice(end).trim() === '', `what is this in the mesh: ${rest}`);
}
