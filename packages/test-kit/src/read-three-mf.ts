import type { Mesh } from '@neurofab/core';
import type { Png } from './read-png.ts';
import { readAssembly } from './read-three-mf-assembly.ts';
import { readThreeMfModel } from './read-three-mf-model.ts';
import { readSlicerParts } from './read-three-mf-slicer.ts';
import { readThumbnail } from './read-three-mf-thumbnail.ts';
import { readXml, type XmlElement } from './read-xml.ts';
import { readZip, type ZipFile } from './read-zip.ts';
import { checkMaterials, decimal, element, equal, must } from './three-mf-rules.ts';

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
  /** What the file was made from, as one line of JSON; empty where it was made from no network. */
  readonly recipe: string;
  readonly materials: readonly ThreeMfMaterial[];
  /** Where PrusaSlicer is to change the filament of its only extruder; none where the file does not say it. */
  readonly colorChanges: readonly ThreeMfColorChange[];
  readonly thumbnail: Png;
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

/** Before the first layer whose upper side is at least there. */
export interface ThreeMfColorChange {
  readonly printZ: number;
  /** `#RRGGBB` */
  readonly color: string;
}

/** The document that tells slicers of the volumes, by which the flavours are told apart. */
const CONFIGS = {
  'Metadata/Slic3r_PE_model.config': 'slicer',
  'Metadata/model_settings.config': 'assembly',
} as const;

const COLOR_CHANGES = 'Metadata/Prusa_Slicer_custom_gcode_per_print_z.xml';

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
  const changes = files.find(({ name }) => name === COLOR_CHANGES);
  equal(
    files.map(({ name }) => name).join(' '),
    `[Content_Types].xml _rels/.rels 3D/3dmodel.model ${config}${changes === undefined ? '' : ` ${COLOR_CHANGES}`} Metadata/thumbnail.png`,
    'files',
  );
  must(Object.hasOwn(CONFIGS, config), `no slicer knows ${config}`);
  const flavor = CONFIGS[config];
  must(changes === undefined || flavor === 'slicer', 'nobody reads the changes of colour');
  checkContentTypes(readXml(files[0]!.bytes), changes === undefined ? [] : ['xml']);
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
  checkMaterials(
    parts.flatMap(({ volumes }) => volumes),
    materials,
  );
  return {
    files,
    flavor,
    metadata,
    title: metadata.get('Title'),
    application: metadata.get('Application'),
    recipe: metadata.get('neurofab:Recipe') ?? '',
    materials,
    pieces: parts.map((piece, i) => ({ ...piece, translation: items[i]!.translation })),
    colorChanges: changes === undefined ? [] : readColorChanges(readXml(changes.bytes)),
    thumbnail: readThumbnail(files.at(-1)!.bytes),
  };
}

/** Changes of the only extruder, from below. */
function readColorChanges(root: XmlElement): ThreeMfColorChange[] {
  element(root, 'custom_gcodes_per_print_z', [], ['code', 'mode']);
  const [mode, ...codes] = root.children.toReversed();
  element(mode!, 'mode', ['value'], []);
  equal(mode!.attributes.value, 'SingleExtruder', 'mode of the changes');
  const changes = codes.toReversed().map((code) => {
    element(code, 'code', ['print_z', 'type', 'extruder', 'color', 'extra', 'gcode'], []);
    const { type, extruder, color, extra, gcode } = code.attributes;
    equal([type, extruder, extra, gcode].join(), '0,1,,M600', 'kind of a change');
    must(/^#[0-9A-F]{6}$/.test(color!), `${color} is no colour`);
    return { printZ: decimal(code.attributes.print_z), color: color! };
  });
  must(changes.length > 0, 'there is no change');
  for (const [i, { printZ }] of changes.entries()) {
    must(printZ > (changes[i - 1]?.printZ ?? 0), `a change at ${printZ} mm comes too late`);
  }
  return changes;
}

function checkContentTypes(root: XmlElement, further: readonly 'xml'[]): void {
  element(root, 'Types', ['xmlns'], ['Default']);
  equal(root.attributes.xmlns, NAMESPACES.types, 'namespace of the content types');
  const expected = { ...CONTENT_TYPES, ...Object.fromEntries(further.map((type) => [type, 'text/xml'])) };
  const types = Object.fromEntries(
    root.children.map((child) => {
      element(child, 'Default', ['Extension', 'ContentType'], []);
      return [child.attributes.Extension, child.attributes.ContentType];
    }),
  );
  equal(JSON.stringify(types), JSON.stringify(expected), 'content types');
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
