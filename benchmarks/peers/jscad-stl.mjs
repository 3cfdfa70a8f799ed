// The seed network with JSCAD, from its primitives to a binary STL: node jscad-stl.mjs FILE
import { closeSync, openSync, writeSync } from 'node:fs';
import modeling from '@jscad/modeling';
import serializer from '@jscad/stl-serializer';
import { BASE, CONNECTION_RADIUS, CONNECTIONS, NODE_RADIUS, NODES, SEGMENTS } from './seed-network.mjs';

const { cylinder, polyhedron } = modeling.primitives;
const { rotateY, translate } = modeling.transforms;

// JSCAD's own sphere has half as many rings as segments. The seed's has as many.
const ball = polyhedron(uvSphere(NODE_RADIUS, SEGMENTS, SEGMENTS));

const shapes = [
  translate(BASE.center, cylinder({ radius: BASE.radius, height: BASE.thickness, segments: BASE.segments })),
  ...CONNECTIONS.map(([from, to]) => {
    const [x, , z] = to.map((value, axis) => value - from[axis]);
    const rod = cylinder({ radius: CONNECTION_RADIUS, height: Math.hypot(x, z), segments: SEGMENTS });
    return translate(
      from.map((value, axis) => (value + to[axis]) / 2),
      rotateY(Math.atan2(x, z), rod),
    );
  }),
  ...NODES.flat().map((center) => translate(center, ball)),
];

const file = openSync(process.argv[2], 'w');
for (const piece of serializer.serialize({ binary: true }, ...shapes)) writeSync(file, new Uint8Array(piece));
closeSync(file);

function uvSphere(radius, segments, rings) {
  const points = [[0, 0, radius]];
  for (let ring = 1; ring < rings; ring++) {
    const [across, z] = [
      radius * Math.sin((Math.PI * ring) / rings),
      radius * Math.cos((Math.PI * ring) / rings),
    ];
    for (let i = 0; i < segments; i++) {
      const angle = (2 * Math.PI * i) / segments;
      points.push([across * Math.cos(angle), across * Math.sin(angle), z]);
    }
  }
  const south = points.push([0, 0, -radius]) - 1;
  const vertex = (ring, i) => 1 + (ring - 1) * segments + (i % segments);
  const faces = [];
  for (let i = 0; i < segments; i++) {
    faces.push([0, vertex(1, i), vertex(1, i + 1)]);
    for (let ring = 1; ring < rings - 1; ring++) {
      faces.push([vertex(ring, i), vertex(ring + 1, i), vertex(ring + 1, i + 1), vertex(ring, i + 1)]);
    }
    faces.push([south, vertex(rings - 1, i + 1), vertex(rings - 1, i)]);
  }
  return { points, faces };
}
