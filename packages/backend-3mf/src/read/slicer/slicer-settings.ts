import { fileFault, quote } from '../file-fault.ts';
import type { Package } from '../package/open-package.ts';
import { readDocument } from '../package/read-document.ts';
import type { XmlElement } from '../xml/parse-xml.ts';
import { parseWhole } from '../xml/scan-number.ts';

/** What slicers keep of a part beside the model. */
export interface PartSettings {
  readonly name?: string;
  /** From 1. */
  readonly slot?: number;
  /** Whether it is printed: a modifier, a support blocker or a negative part is none. */
  readonly isPrinted: boolean;
}

/** PrusaSlicer's part: the triangles of a mesh from `first` to `last`. */
export interface VolumeSettings extends PartSettings {
  readonly first: number;
  readonly last: number;
}

export interface ObjectSettings extends PartSettings {
  readonly volumes: readonly VolumeSettings[];
  /** By the id of the object that the part is in the model. */
  readonly parts: ReadonlyMap<number, PartSettings>;
}

/** By the id of the object in the model. */
export type Settings = ReadonlyMap<number, ObjectSettings>;

/** PrusaSlicer's document, which goes by mesh objects. */
export const PRUSA_SETTINGS = 'Metadata/Slic3r_PE_model.config';

/** Bambu Studio's, which goes by what is built, and by mesh objects within that. */
export const BAMBU_SETTINGS = 'Metadata/model_settings.config';

/** Reads either document; without it nothing is set. */
export async function readSlicerSettings(source: Package, member: string): Promise<Settings> {
  const settings = new Map<number, ObjectSettings>();
  if (!source.has(member)) return settings;
  const root = await readDocument(source, member);
  for (const object of childrenNamed(root, 'object')) {
    const id = whole(member, object, 'id');
    if (settings.has(id)) throw fileFault(member, `has object ${id} twice`);
    const parts = childrenNamed(object, 'part');
    settings.set(id, {
      ...partSettings(member, object),
      volumes: childrenNamed(object, 'volume').map((volume) => ({
        ...partSettings(member, volume),
        first: whole(member, volume, 'firstid'),
        last: whole(member, volume, 'lastid'),
      })),
      parts: new Map(parts.map((part) => [whole(member, part, 'id'), partSettings(member, part)])),
    });
  }
  return settings;
}

/** Neither slicer puts these documents into a namespace. */
function childrenNamed(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function partSettings(member: string, element: XmlElement): PartSettings {
  const values = new Map(
    childrenNamed(element, 'metadata').map(({ attributes }) => [
      attributes.get('key'),
      attributes.get('value'),
    ]),
  );
  const name = values.get('name');
  const extruder = values.get('extruder');
  const slot = extruder === undefined ? 0 : parseWhole(extruder);
  if (Number.isNaN(slot)) {
    throw fileFault(member, `has the extruder ${quote(extruder!)} instead of a whole number`);
  }
  const kind = values.get('volume_type') ?? element.attributes.get('subtype');
  return {
    ...(name && { name }),
    // 0 is whatever holds for the object.
    ...(slot > 0 && { slot }),
    isPrinted: (kind === undefined || PRINTED_KINDS.includes(kind)) && values.get('modifier') !== '1',
  };
}

const PRINTED_KINDS: readonly string[] = ['ModelPart', 'normal_part'];

function whole(member: string, element: XmlElement, name: string): number {
  const text = element.attributes.get(name) ?? '';
  const value = parseWhole(text);
  if (!Number.isNaN(value)) return value;
  throw fileFault(member, `has ${name} = ${quote(text)} in <${element.name}> instead of a whole number`);
}
