import type { Mesh } from '@neurofab/core';
import { readThreeMfModel } from './read-three-mf-model.ts';
import { readThreeMfVolumes } from './read-three-mf-volumes.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { readZip, type ZipFile } from './read-zip.ts';
import { element, equal, must } from './three-mf-rules.ts';

/** A 3MF package with one mesh that PrusaSlicer's document cuts into volumes. */
export interface ThreeMf {
  readonly files: readonly ZipFile[];
  readonly metadata: ReadonlyMap<string, string>;
  readonly title: string | undefined;
  readonly application: string | undefined;
  readonly materials: readonly ThreeMfMaterial[];
  readonly object: {
    readonly id: number;
    readonly name: string;
    readonly mesh: Mesh;
    /** The material of each triangle, from 0. */
    readonly triangleMaterials: Uint32Array;
  };
  readonly volumes: readonly ThreeMfVolume[];
  /** What the build item shifts the object by. */
  readonly translation: readonly [x: number, y: number, z: number];
}

export interface ThreeMfMaterial {
  readonly name: string;
  /** `#RRGGBBAA` */
  readonly color: string;
}

export interface ThreeMfVolume {
  readonly name: string;
  /** From 1. */
  readonly extruder: number;
  readonly firstTriangle: number;
  readonly lastTriangle: number;
  readonly material: ThreeMfMaterial;
  /** The volume alone, before the build item's shift. */
  readonly mesh: Mesh;
}

const FILES = ['[Content_Types].xml', '_rels/.rels', '3D/3dmodel.model', 'Metadata/Slic3r_PE_model.config'];

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  model: 'application/vnd.ms-package.3dmanufacturing-3dmodel+xml',
  config: 'text/xml',
};

const NAMESPACES = {
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
};

const MODEL_RELATIONSHIP = 'http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel';

/**
 * Reads a package of the kind that every slicer of the Slic3r family loads as one object with coloured parts. Throws
 * on whatever is not exactly so: missing or further files, elements, attributes and settings, numbers in any other
 * form, ranges that leave a triangle out, volumes that share a vertex, colours that contradict the extruders.
 */
export function readThreeMf(bytes: Uint8Array): ThreeMf {
  const files = readZip(bytes);
  equal(files.map(({ name }) => name).join(' '), FILES.join(' '), 'files');
  checkContentTypes(readXml(files[0]!.bytes));
  checkRelationships(readXml(files[1]!.bytes));
  const model = readThreeMfModel(files[2]!.bytes);
  return { files, ...model, volumes: readThreeMfVolumes(readXml(files[3]!.bytes), model) };
}

function checkContentTypes(root: XmlElement): void {
  element(root, 'Types', ['xmlns'], ['Default']);
  equal(root.attributes.xmlns, NAMESPACES.types, 'namespace of the content types');
  const types = Object.fromEntries(
    root.children.map((child) => {
      element(child, 'Default', ['Extension', 'ContentType'], []);
      return [child.attributes.Extension, child.attributes.ContentType];
    }),
  );
  equal(JSON.stringify(types), JSON.stringify(CONTENT_TYPES), 'content types');
}

function checkRelationships(root: XmlElement): void {
  element(root, 'Relationships', ['xmlns'], ['Relationship']);
  equal(root.attributes.xmlns, NAMESPACES.relationships, 'namespace of the relationships');
  equal(root.children.length, 1, 'number of relationships');
  const relationship = root.children[0]!;
  element(relationship, 'Relationship', ['Id', 'Target', 'Type'], []);
  must(/^[A-Za-z_][\w.-]*$/.test(relationship.attributes.Id!), 'the Id of the relationship is no NCName');
  equal(relationship.attributes.Target, '/3D/3dmodel.model', 'target of the relationship');
  equal(relationship.attributes.Type, MODEL_RELATIONSHIP, 'type of the relationship');
}
