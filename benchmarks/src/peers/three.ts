import { BufferAttribute, BufferGeometry, Group, Mesh, MeshBasicMaterial } from 'three';
import { exportTo3MF } from 'three-3mf-exporter';
import { measureThreeMf } from '../measure/measure-three-mf.ts';
import { solidBodies } from './solid-bodies.ts';
import { type Prepare, task } from './task.ts';

/** Three.js meshes, one a part in its colour, to the bytes of a 3MF. */
export const meshesToThreeMf: Prepare = async ({ network }) => {
  const group = new Group();
  const { parts, bodies } = await solidBodies(network);
  for (const { part, mesh } of bodies) {
    const { name, color } = parts[part]!;
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(mesh.positions, 3));
    geometry.setIndex(new BufferAttribute(mesh.indices, 1));
    const object = new Mesh(geometry, new MeshBasicMaterial({ color }));
    object.name = name;
    group.add(object);
  }
  return task({
    work: async () => new Uint8Array(await (await exportTo3MF(group)).arrayBuffer()),
    measure: measureThreeMf,
  });
};
