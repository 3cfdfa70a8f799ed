import type { Mesh } from '@neurofab/core';
import type { ThreeMfParts, ThreeMfVolume } from './read-three-mf.ts';
import { readThreeMfMesh } from './read-three-mf-mesh.ts';
import type { MeshText, ThreeMfModel } from './read-three-mf-model.ts';
import type { XmlElement } from './read-xml.ts';
import { checkObjectExtruder, element, equal, must, settings, whole } from './three-mf-rules.ts';

/** Reads the meshes that components join, object by object, with the names and extruders of `Metadata/model_settings.config`. */
export function readAssembly(model: ThreeMfModel, config: XmlElement): ThreeMfParts[] {
  const application = model.metadata.get('Application')!;
  // A program whose name this starts with would look for its own settings in the file.
  must(!/^(BambuStudio-|OrcaSlicer-|Creality_Print)/.test(application), `the application is ${application}`);
  const groups = groupObjects(model.objects);
  element(config, 'config', [], ['object']);
  equal(config.children.length, groups.length, 'number of objects');
  let nextMesh = 0;
  const pieces = groups.map(({ parts, joined }, piece): ThreeMfParts => {
    checkComponents(
      joined,
      parts.map(({ attributes }) => attributes.id!),
    );
    const names = readConfig(config.children[piece]!, joined, parts);
    let nextTriangle = 0;
    const triangleMaterials: number[] = [];
    const volumes = parts.map((part, i): ThreeMfVolume => {
      const text = model.meshes[nextMesh++];
      must(text !== undefined, 'an object has no mesh');
      const { index, ...volume } = readPart(part, text, model, names[i]!);
      for (let k = 0; k < volume.mesh.indices.length; k += 3) triangleMaterials.push(index);
      const firstTriangle = nextTriangle;
      nextTriangle += volume.mesh.indices.length / 3;
      return { ...volume, firstTriangle, lastTriangle: nextTriangle - 1 };
    });
    return {
      object: {
        id: whole(joined.attributes.id),
        name: joined.attributes.name!,
        mesh: join(volumes),
        triangleMaterials: Uint32Array.from(triangleMaterials),
      },
      volumes,
    };
  });
  equal(model.meshes.length, nextMesh, 'number of meshes');
  return pieces;
}

interface Group {
  readonly parts: readonly XmlElement[];
  /** What comes after the parts that it joins. */
  readonly joined: XmlElement;
}

function groupObjects(objects: readonly XmlElement[]): Group[] {
  const ends = objects.flatMap(({ children }, i) => (children[0]?.tag === 'components' ? [i] : []));
  equal(ends.at(-1), objects.length - 1, 'place of the last object with components');
  return ends.map((end, i) => ({
    parts: objects.slice((ends[i - 1] ?? -1) + 1, end),
    joined: objects[end]!,
  }));
}

/** The object has neither colour nor mesh; it names what came before, each once and in order, and moves nothing. */
function checkComponents(joined: XmlElement, ids: readonly string[]): void {
  element(joined, 'object', ['id', 'type', 'name'], ['components']);
  equal(joined.attributes.type, 'model', 'type of the object');
  equal(joined.children.length, 1, 'number of lists of components');
  const components = joined.children[0]!;
  element(components, 'components', [], ['component']);
  for (const component of components.children) element(component, 'component', ['objectid'], []);
  const found = components.children.map(({ attributes }) => attributes.objectid);
  equal(found.join(' '), ids.join(' '), 'components');
}

interface Entry {
  readonly name: string;
  readonly extruder: number;
}

function readConfig(root: XmlElement, joined: XmlElement, parts: readonly XmlElement[]): Entry[] {
  element(root, 'object', ['id'], ['metadata', 'part']);
  equal(root.attributes.id, joined.attributes.id, 'id of the object');
  const { name, extruder } = settings(root, ['name', 'extruder']);
  equal(name, joined.attributes.name, 'name of the object');
  const entries = root.children.filter(({ tag }) => tag === 'part');
  equal(entries.length, parts.length, 'number of parts');
  const read = entries.map((entry, i) => {
    element(entry, 'part', ['id', 'subtype'], ['metadata']);
    equal(entry.attributes.id, parts[i]!.attributes.id, 'id of a part');
    equal(entry.attributes.subtype, 'normal_part', 'subtype of a part');
    const { name, extruder } = settings(entry, ['name', 'extruder']);
    equal(name, parts[i]!.attributes.name, 'name of a part');
    must(whole(extruder) >= 1, `${name} has no extruder`);
    return { name, extruder: whole(extruder) };
  });
  checkObjectExtruder(extruder, read);
  return read;
}

/** A volume, and the number of its material. */
type ReadPart = Omit<ThreeMfVolume, 'firstTriangle' | 'lastTriangle'> & { readonly index: number };

function readPart(
  part: XmlElement,
  text: MeshText,
  { materialsId, materials }: ThreeMfModel,
  { name, extruder }: Entry,
): ReadPart {
  element(part, 'object', ['id', 'type', 'name', 'pid', 'pindex'], ['metadatagroup', 'mesh']);
  equal(part.attributes.type, 'model', `type of ${name}`);
  equal(part.attributes.pid, String(materialsId), `pid of ${name}`);
  const index = whole(part.attributes.pindex);
  const material = materials[index]!;
  equal(part.children.length, 2, `number of elements in ${name}`);
  const [group, mesh] = part.children as [XmlElement, XmlElement];
  element(group, 'metadatagroup', [], ['metadata']);
  equal(group.children.length, 1, `number of metadata of ${name}`);
  element(group.children[0]!, 'metadata', ['name'], [], { text: true });
  equal(group.children[0]!.attributes.name, 'cura:extruder_nr', `metadata of ${name}`);
  equal(group.children[0]!.text, String(extruder - 1), `Cura's extruder of ${name}`);

  element(mesh, 'mesh', [], ['vertices', 'triangles']);
  const read = readThreeMfMesh(text, []).mesh;
  must(read.indices.length >= 12, `${name} has less than 4 triangles`);
  equal(new Set(read.indices).size * 3, read.positions.length, `vertices of ${name} in use, times 3,`);
  return { name, extruder, material, index, mesh: read };
}

function join(volumes: readonly ThreeMfVolume[]): Mesh {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { mesh } of volumes) {
    const firstVertex = positions.length / 3;
    for (const coordinate of mesh.positions) positions.push(coordinate);
    for (const index of mesh.indices) indices.push(firstVertex + index);
  }
  return { positions: new Float32Array(positions), indices: new Uint32Array(indices) };
}
