// The seed network with three.js, from its geometries to a binary STL: node three-stl.mjs FILE
import { writeFileSync } from 'node:fs';
import { CylinderGeometry, Group, Mesh, Quaternion, SphereGeometry, Vector3 } from 'three';
import { STLExporter } from 'three/addons/exporters/STLExporter.js';
import { BASE, CONNECTION_RADIUS, CONNECTIONS, NODE_RADIUS, NODES, SEGMENTS } from './seed-network.mjs';

// A cylinder of three.js stands on Y.
const UP = new Vector3(0, 1, 0);
const scene = new Group();

add(BASE.center, new CylinderGeometry(BASE.radius, BASE.radius, BASE.thickness, BASE.segments), [0, 0, 1]);
for (const [from, to] of CONNECTIONS) {
  const axis = to.map((value, i) => value - from[i]);
  const middle = from.map((value, i) => (value + to[i]) / 2);
  const length = Math.hypot(...axis);
  add(middle, new CylinderGeometry(CONNECTION_RADIUS, CONNECTION_RADIUS, length, SEGMENTS), axis);
}
const ball = new SphereGeometry(NODE_RADIUS, SEGMENTS, SEGMENTS);
for (const center of NODES.flat()) add(center, ball, [0, 1, 0]);

scene.updateMatrixWorld(true);
const view = new STLExporter().parse(scene, { binary: true });
writeFileSync(process.argv[2], new Uint8Array(view.buffer, view.byteOffset, view.byteLength));

function add(center, geometry, axis) {
  const mesh = new Mesh(geometry);
  mesh.position.set(...center);
  mesh.quaternion.copy(new Quaternion().setFromUnitVectors(UP, new Vector3(...axis).normalize()));
  scene.add(mesh);
}
