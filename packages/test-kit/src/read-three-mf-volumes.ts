import type { ThreeMfVolume } from './read-three-mf.ts';
import type { ThreeMfModel } from './read-three-mf-model.ts';
import type { XmlElement } from './read-xml.ts';
import { element, equal, must, whole } from './three-mf-rules.ts';

/** Cuts the mesh of a model into the volumes that `Metadata/Slic3r_PE_model.config` names. */
export function readThreeMfVolumes(config: XmlElement, { object, materials }: ThreeMfModel): ThreeMfVolume[] {
  element(config, 'config', [], ['object']);
  equal(config.children.length, 1, 'number of objects');
  const root = config.children[0]!;
  element(root, 'object', ['id', 'instances_count'], ['metadata', 'volume']);
  equal(root.attributes.id, String(object.id), 'id of the object');
  equal(root.attributes.instances_count, '1', 'number of instances');
  const settings = readSettings(root, 'object', ['name', 'extruder']);
  equal(settings.name, object.name, 'name of the object');
  equal(settings.extruder, '1', 'extruder of the object');

  let nextTriangle = 0;
  let nextVertex = 0;
  const volumes = root.children
    .filter(({ tag }) => tag === 'volume')
    .map((volume): ThreeMfVolume => {
      element(volume, 'volume', ['firstid', 'lastid'], ['metadata']);
      const {
        name,
        volume_type,
        extruder: text,
      } = readSettings(volume, 'volume', ['name', 'volume_type', 'extruder']) as {
        name: string;
        volume_type: string;
        extruder: string;
      };
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
        used.every((material) => material === extruder - 1),
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
        material: materials[extruder - 1]!,
        mesh: {
          positions: object.mesh.positions.slice(firstVertex * 3, nextVertex * 3),
          indices: indices.map((index) => index - firstVertex),
        },
      };
    });
  equal(nextTriangle * 3, object.mesh.indices.length, 'triangles in volumes, times 3,');
  equal(nextVertex * 3, object.mesh.positions.length, 'vertices in volumes, times 3,');
  equal(new Set(volumes.map(({ extruder }) => extruder)).size, materials.length, 'extruders in use');
  return volumes;
}

/** The keys and values of an element's settings. A `type` that fits the element is vital: PrusaSlicer fails without. */
function readSettings(parent: XmlElement, type: string, keys: readonly string[]): Record<string, string> {
  const entries = parent.children
    .filter(({ tag }) => tag === 'metadata')
    .map((setting) => {
      element(setting, 'metadata', ['type', 'key', 'value'], []);
      equal(setting.attributes.type, type, 'type of a setting');
      return [setting.attributes.key!, setting.attributes.value!] as const;
    });
  equal(entries.map(([key]) => key).join(' '), keys.join(' '), `settings of the ${type}`);
  return Object.fromEntries(entries);
}
