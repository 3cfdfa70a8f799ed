import { type HexColor, parseColor } from '@neurofab/core';
import { fileFault, quote } from '../file-fault.ts';
import { attributeIn, childrenOf, isMetadata, type XmlElement } from '../xml/parse-xml.ts';
import { parseWhole } from '../xml/scan-number.ts';
import type { CutModel } from './cut-model.ts';
import type { ModelMesh, ModelObject, ModelPart, Reference } from './model-part.ts';
import { NAMESPACES } from './namespaces.ts';
import { parsePlacement } from './placement.ts';
import { LARGEST_FLOAT32 } from './vertex-block.ts';

/** The model document that something stands in. */
export interface Context {
  readonly member: string;
  readonly cut: CutModel;
  /** Millimetres. */
  readonly unit: number;
}

/** Reads all `<resources>` of a model; there should be one. */
export function readResources(
  context: Context,
  elements: readonly XmlElement[],
): Pick<ModelPart, 'objects' | 'colors'> {
  const objects = new Map<number, ModelObject>();
  const colors = new Map<number, readonly (HexColor | undefined)[]>();
  for (const resource of elements.flatMap(({ children }) => children)) {
    const kind = KINDS.find(
      ({ name, namespace }) => name === resource.name && namespace === resource.namespace,
    );
    if (kind === undefined) continue;
    const id = requiredWhole(context, resource, 'id');
    if (objects.has(id) || colors.has(id)) {
      throw fileFault(context.member, `has two resources with the id ${id}, which must differ`);
    }
    if (kind.name === 'object') objects.set(id, readObject(context, resource, id));
    else
      colors.set(
        id,
        childrenOf(resource, kind.child).map((child) => opaqueColor(child.attributes.get(kind.color))),
      );
  }
  return { objects, colors };
}

const KINDS = [
  { name: 'object', namespace: NAMESPACES.core },
  { name: 'basematerials', namespace: NAMESPACES.core, child: 'base', color: 'displaycolor' },
  { name: 'colorgroup', namespace: NAMESPACES.materials, child: 'color', color: 'color' },
] as const;

/** A colour without its opacity, which the last two of eight digits are. */
function opaqueColor(text: string | undefined): HexColor | undefined {
  return text !== undefined && /^#[\da-f]{6}([\da-f]{2})?$/i.test(text)
    ? parseColor(text.slice(0, 7))
    : undefined;
}

function readObject(context: Context, element: XmlElement, id: number): ModelObject {
  const name = element.attributes.get('name');
  const slot = curaSlot(context, element);
  const group = optionalWhole(context, element, 'pid');
  const index = optionalWhole(context, element, 'pindex');
  const [mesh, second] = childrenOf(element, 'mesh');
  if (second !== undefined) throw fileFault(context.member, `has two meshes in object ${id} instead of one`);
  return {
    id,
    type: element.attributes.get('type') ?? 'model',
    ...(name && { name }),
    ...(slot !== undefined && { slot }),
    ...(group !== undefined && { group }),
    ...(index !== undefined && { index }),
    ...(mesh !== undefined && { mesh: readMesh(context, mesh, id) }),
    components: childrenOf(element, 'components')
      .flatMap((components) => childrenOf(components, 'component'))
      .map((component) => readReference(context, component)),
  };
}

function curaSlot(context: Context, object: XmlElement): number | undefined {
  const entry = childrenOf(object, 'metadatagroup')
    .flatMap((group) => childrenOf(group, 'metadata'))
    .find((metadata) => isMetadata(metadata, NAMESPACES.cura, 'extruder_nr'));
  if (entry === undefined) return undefined;
  const extruder = parseWhole(entry.text);
  if (!Number.isNaN(extruder)) return extruder + 1;
  throw fileFault(context.member, `has the extruder ${quote(entry.text)} instead of a whole number`);
}

function readMesh(context: Context, element: XmlElement, id: number): ModelMesh {
  const { member, cut, unit } = context;
  const content = <Content>(name: string, lists: readonly Content[]) => {
    const [list, second] = childrenOf(element, name);
    if (second !== undefined) throw fileFault(member, `has <${name}> twice in object ${id} instead of once`);
    return list === undefined || list.text === '' ? undefined : lists[Number(list.text)];
  };
  const vertices = content('vertices', cut.vertices);
  const triangles = content('triangles', cut.triangles);
  if (vertices === undefined || triangles === undefined || triangles.indices.length === 0) {
    throw fileFault(member, `has no triangles in the mesh of object ${id}`);
  }
  const count = vertices.length / 3;
  const stray = triangles.indices.find((index) => index >= count);
  if (stray !== undefined) {
    throw fileFault(
      member,
      `has a triangle with vertex ${stray} in object ${id}, which has ${count} vertices from 0 on`,
    );
  }
  return { positions: inMillimetres(vertices, unit, member), ...triangles };
}

function inMillimetres(vertices: Float32Array, unit: number, member: string): Float32Array {
  if (unit === 1) return vertices;
  const positions = vertices.map((value) => value * unit);
  const large = positions.findIndex((value) => !(Math.abs(value) <= LARGEST_FLOAT32));
  if (large < 0) return positions;
  throw fileFault(
    member,
    `has a vertex at ${vertices[large]}, which in millimetres is more than float32 holds`,
  );
}

/** Reads an `<item>` or `<component>`. */
export function readReference(context: Context, element: XmlElement): Reference {
  const { member, unit } = context;
  const path = attributeIn(element, NAMESPACES.production, 'path');
  return {
    member: path === undefined ? member : path.replace(/^\//, ''),
    objectId: requiredWhole(context, element, 'objectid'),
    placement: parsePlacement(member, element.attributes.get('transform'), unit),
  };
}

function requiredWhole(context: Context, element: XmlElement, name: string): number {
  const value = optionalWhole(context, element, name);
  if (value !== undefined) return value;
  throw fileFault(context.member, `has <${element.name}> without the attribute ${name}`);
}

function optionalWhole(context: Context, element: XmlElement, name: string): number | undefined {
  const text = element.attributes.get(name);
  if (text === undefined) return undefined;
  const value = parseWhole(text);
  if (!Number.isNaN(value)) return value;
  throw fileFault(
    context.member,
    `has ${name} = ${quote(text)} in <${element.name}> instead of a whole number`,
  );
}
