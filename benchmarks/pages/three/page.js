// The default network on a bare page of three.js. The build puts where everything stands into SCENE.
import {
  Color,
  CylinderGeometry,
  DirectionalLight,
  Group,
  HemisphereLight,
  InstancedMesh,
  Mesh,
  MeshLambertMaterial,
  Object3D,
  PerspectiveCamera,
  Scene,
  SphereGeometry,
  Vector3,
  WebGLRenderer,
} from 'three';

const { bounds, balls, rods, cylinders } = SCENE;

// As large as that of the page that it stands beside.
const [WIDTH, HEIGHT] = [935, 525];

// A cylinder of three.js stands on Y.
const UP = new Vector3(0, 1, 0);

const model = new Group();
model.add(instanced(new SphereGeometry(1, 24, 12), balls, placeBall));
model.add(instanced(new CylinderGeometry(1, 1, 1, 12, 1, true), rods, placeRod));
for (const cylinder of cylinders) {
  const { segments, color } = cylinder;
  const object = new Mesh(new CylinderGeometry(1, 1, 1, segments), new MeshLambertMaterial({ color }));
  placeRod(object, cylinder);
  model.add(object);
}

const scene = new Scene();
const lamp = new DirectionalLight('white', 2);
lamp.position.set(-2, -3, 6);
scene.add(model, new HemisphereLight('white', 'grey', 1), lamp);

const [min, max] = [new Vector3(...bounds.min), new Vector3(...bounds.max)];
const middle = min.clone().add(max).divideScalar(2);
const reach = min.distanceTo(max);
const camera = new PerspectiveCamera(30, WIDTH / HEIGHT, reach / 100, 10 * reach);
camera.up.set(0, 0, 1);
camera.position.copy(middle).add(new Vector3(-0.7, -1.4, 0.7).multiplyScalar(reach));
camera.lookAt(middle);

const renderer = new WebGLRenderer({ antialias: true, alpha: true });
renderer.setSize(WIDTH, HEIGHT);
document.body.append(renderer.domElement);
requestAnimationFrame(() => renderer.render(scene, camera));

function instanced(geometry, solids, place) {
  const mesh = new InstancedMesh(geometry, new MeshLambertMaterial(), solids.length);
  const placed = new Object3D();
  for (const [i, solid] of solids.entries()) {
    place(placed, solid);
    placed.updateMatrix();
    mesh.setMatrixAt(i, placed.matrix);
    mesh.setColorAt(i, new Color(solid.color));
  }
  return mesh;
}

function placeBall(object, { center, radius }) {
  object.position.set(...center);
  object.scale.setScalar(radius);
}

function placeRod(object, { from, to, radius }) {
  const [start, end] = [new Vector3(...from), new Vector3(...to)];
  const axis = end.clone().sub(start);
  object.position.copy(start.add(end).divideScalar(2));
  object.quaternion.setFromUnitVectors(UP, axis.clone().normalize());
  object.scale.set(radius, axis.length(), radius);
}
