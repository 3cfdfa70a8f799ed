import type { Mesh } from '@neurofab/core';
import { readAssembly } from './read-three-mf-assembly.ts';
import { readThreeMfModel } from './read-three-mf-model.ts';
import { readSlicerParts } from './read-three-mf-slicer.ts';
import { readThumbnail, type Thumbnail } from './read-three-mf-thumbnail.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { readZip, type ZipFile } from './read-zip.ts';
import { element, equal, must } from './three-mf-rules.ts';

/** A 3MF package with one object that is made of volumes. */
export interface ThreeMf extends ThreeMfPackage, ThreeMfPiece {}

/** A 3MF package with one object or more. */
export interface ThreeMfPieces extends ThreeMfPackage {
  /** In the order in which they are built. */
  readonly pieces: readonly ThreeMfPiece[];
}

interface ThreeMfPackage {
  readonly files: readonly ZipFile[];
  /** Whether a document of PrusaSlicer's cuts a mesh into volumes, or components join a mesh a volume. */
  readonly flavor: 'slicer' | 'assembly';
  readonly metadata: ReadonlyMap<string, string>;
  readonly title: string | undefined;
  readonly application: string | undefined;
  /** What the file was made from, as one line of JSON. */
  readonly recipe: string;
  readonly materials: readonly ThreeMfMaterial[];
  readonly thumbnail: Thumbnail;
}

/** An object that is built. */
export interface ThreeMfPiece extends ThreeMfParts {
  /** What the build item shifts the object by. */
  readonly translation: readonly [x: number, y: number, z: number];
}

/** What a flavour has its own way of saying. */
export interface ThreeMfParts {
  /** What is built, with the mesh of all volumes, one after another. */
  readonly object: {
    readonly id: number;
    readonly name: string;
    readonly mesh: Mesh;
    /** The material of each triangle, from 0. */
    readonly triangleMaterials: Uint32Array;
  };
  readonly volumes: readonly ThreeMfVolume[];
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
  /** Of the object's mesh. */
  readonly firstTriangle: number;
  readonly lastTriangle: number;
  readonly material: ThreeMfMaterial;
  /** The volume alone, before the build item's shift. */
  readonly mesh: Mesh;
}

/** The document that tells slicers of the volumes, by which the flavours are told apart. */
const CONFIGS = {
  'Metadata/Slic3r_PE_model.config': 'slicer',
  'Metadata/model_settings.config': 'assembly',
} as const;

const READERS = { slicer: readSlicerParts, assembly: readAssembly } as const;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  model: 'application/vnd.ms-package.3dmanufacturing-3dmodel+xml',
  config: 'text/xml',
  png: 'image/png',
};

const NAMESPACES = {
  types: 'http://schemas.openxmlformats.org/package/2006/content-types',
  relationships: 'http://schemas.openxmlformats.org/package/2006/relationships',
};

const RELATIONSHIPS: Readonly<Record<string, string>> = {
  '/3D/3dmodel.model': 'http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel',
  '/Metadata/thumbnail.png':
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail',
};

/** Reads a package as `readThreeMfPieces` does, and throws unless it has one object. */
export function readThreeMf(bytes: Uint8Array): ThreeMf {
  const { pieces, ...file } = readThreeMfPieces(bytes);
  equal(pieces.length, 1, 'number of objects');
  return { ...file, ...pieces[0]! };
}

/**
 * Reads a package of one of the two kinds that programs load as objects with coloured parts. Throws on whatever is not
 * exactly so: missing or further files, elements, attributes and settings, numbers in any other form, triangles or
 * vertices that are in no volume or in two, colours that contradict the extruders, a blank picture.
 */
export function readThreeMfPieces(bytes: Uint8Array): ThreeMfPieces {
  const files = readZip(bytes);
  const config = files[3]?.name as keyof typeof CONFIGS;
  equal(
    files.map(({ name }) => name).join(' '),
    `[Content_Types].xml _rels/.rels 3D/3dmodel.model ${config} Metadata/thumbnail.png`,
    'files',
  );
  must(Object.hasOwn(CONFIGS, config), `no slicer knows ${config}`);
  const flavor = CONFIGS[config];
  checkContentTypes(readXml(files[0]!.bytes));
  checkRelationships(readXml(files[1]!.bytes));
  if (flavor === 'assembly') checkWords(files.slice(0, 4));
  const model = readThreeMfModel(files[2]!.bytes, flavor);
  const { metadata, materials, items } = model;
  const parts = READERS[flavor](model, readXml(files[3]!.bytes));
  equal(
    items.map(({ id }) => id).join(' '),
    parts.map(({ object }) => object.id).join(' '),
    'objects of the build items',
  );
  const extruders = parts.flatMap(({ volumes }) => volumes.map(({ extruder }) => extruder));
  equal(new Set(extruders).size, materials.length, 'extruders in use');
  return {
    files,
    flavor,
    metadata,
    title: metadata.get('Title'),
    application: metadata.get('Application'),
    recipe: metadata.get('neurofab:Recipe')!,
    materials,
    pieces: parts.map((piece, i) => ({ ...piece, translation: items[i]!.translation })),
    thumbnail: readThumbnail(files[4]!.bytes),
  };
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
  const ids = new Set<string>();
  const types = Object.fromEntries(
    root.children.map((relationship) => {
      element(relationship, 'Relationship', ['Id', 'Target', 'Type'], []);
      const { Id, Target, Type } = relationship.attributes as Record<string, string>;
      must(/^[A-Za-z_][\w.-]*$/.test(Id!), `the Id ${Id} of a relationship is no NCName`);
      must(!ids.has(Id!), `the Id ${Id} is there twice`);
      ids.add(Id!);
      return [Target, Type];
    }),
  );
  equal(root.children.length, 2, 'number of relationships');
  equal(JSON.stringify(types), JSON.stringify(RELATIONSHIPS), 'relationships');
}

/** Bambu Studio and OrcaSlicer take a file that says this for one of PrusaSlicer's, and its components apart. */
function checkWords(files: readonly ZipFile[]): void {
  for (const { name, bytes } of files) {
    must(!new TextDecoder().decode(bytes).includes('PrusaSlicer'), `${name} says PrusaSlicer`);
  }
}
