import type { ThreeMfParts, ThreeMfVolume } from './read-three-mf.ts';
import { readThreeMfMesh } from './read-three-mf-mesh.ts';
import type { MeshText, ThreeMfModel } from './read-three-mf-model.ts';
import type { XmlElement } from './read-xml.ts';
import { checkObjectExtruder, element, equal, must, settings, whole } from './three-mf-rules.ts';

/** Reads the mesh of each object and cuts it into the volumes that `Metadata/Slic3r_PE_model.config` names. */
export function readSlicerParts(model: ThreeMfModel, config: XmlElement): ThreeMfParts[] {
  equal(model.metadata.get('slic3rpe:Version3mf'), '1', 'Version3mf');
  const application = model.metadata.get('Application')!;
  must(/^PrusaSlicer-2\.5\.0\+[0-9A-Za-z.-]+$/.test(application), `the application is ${application}`);
  equal(model.meshes.length, model.objects.length, 'number of meshes with triangles');
  element(config, 'config', [], ['object']);
  equal(config.children.length, model.objects.length, 'number of objects');
  return model.objects.map((built, i) => {
    const object = readObject(built, model.meshes[i]!, model);
    return { object, volumes: readVolumes(config.children[i]!, model, object) };
  });
}

function readObject(
  object: XmlElement,
  text: MeshText,
  { materialsId, materials }: ThreeMfModel,
): ThreeMfParts['object'] {
  element(object, 'object', ['id', 'type', 'name', 'pid', 'pindex'], ['mesh']);
  equal(object.attributes.type, 'model', 'type of the object');
  equal(object.attributes.pid, String(materialsId), 'pid of the object');
  must(whole(object.attributes.pindex) < materials.length, 'the pindex of the object is too large');
  equal(object.children.length, 1, 'number of meshes');
  element(object.children[0]!, 'mesh', [], ['vertices', 'triangles']);
  const { mesh, properties } = readThreeMfMesh(text, ['pid', 'p1']);
  for (const [pid, material] of properties) {
    equal(pid, materialsId, 'pid of a triangle');
    must(material! < materials.length, `there is no material ${material}`);
  }
  return {
    id: whole(object.attributes.id),
    name: object.attributes.name!,
    mesh,
    triangleMaterials: Uint32Array.from(properties, ([, material]) => material!),
  };
}

function readVolumes(
  root: XmlElement,
  { materials }: ThreeMfModel,
  object: ThreeMfParts['object'],
): ThreeMfVolume[] {
  element(root, 'object', ['id', 'instances_count'], ['metadata', 'volume']);
  equal(root.attributes.id, String(object.id), 'id of the object');
  equal(root.attributes.instances_count, '1', 'number of instances');
  const { name, extruder } = settings(root, ['name', 'extruder'], { type: 'object' });
  equal(name, object.name, 'name of the object');

  let nextTriangle = 0;
  let nextVertex = 0;
  const volumes = root.children
    .filter(({ tag }) => tag === 'volume')
    .map((volume): ThreeMfVolume => {
      element(volume, 'volume', ['firstid', 'lastid'], ['metadata']);
      const keys = ['name', 'volume_type', 'extruder'] as const;
      const { name, volume_type, extruder: text } = settings(volume, keys, { type: 'volume' });
      equal(volume_type, 'ModelPart', `type of ${name}`);
      const extruder = whole(text);
      must(extruder >= 1, `${name} has no extruder`);
      const firstTriangle = whole(volume.attributes.firstid);
      const lastTriangle = whole(volume.attributes.lastid);
      equal(firstTriangle, nextTriangle, `first triangle of ${name}`);
      must(lastTriangle - firstTriangle >= 3, `${name} has less than 4 triangles`);
      nextTriangle = lastTriangle + 1;

      must(lastTriangle * 3 < object.mesh.indices.length, `${name} has triangles that are not there`);
      const used = object.triangleMaterials.subarray(firstTriangle, nextTriangle);
      must(
        used.every((material) => material === used[0]),
        `${name} is printed with extruder ${extruder}, but not coloured so`,
      );

      const indices = object.mesh.indices.subarray(firstTriangle * 3, nextTriangle * 3);
      const firstVertex = nextVertex;
      nextVertex = indices.reduce((next, index) => Math.max(next, index + 1), 0);
      equal(new Set(indices).size, nextVertex - firstVertex, `vertices of ${name} alone`);
      must(
        indices.every((index) => index >= firstVertex),
        `${name} shares vertices with what comes before`,
      );
      return {
        name,
        extruder,
        firstTriangle,
        lastTriangle,
        material: materials[used[0]!]!,
        mesh: {
          positions: object.mesh.positions.slice(firstVertex * 3, nextVertex * 3),
          indices: indices.map((index) => index - firstVertex),
        },
      };
    });
  equal(nextTriangle * 3, object.mesh.indices.length, 'triangles in volumes, times 3,');
  equal(nextVertex * 3, object.mesh.positions.length, 'vertices in volumes, times 3,');
  checkObjectExtruder(extruder, volumes);
  return volumes;
}
