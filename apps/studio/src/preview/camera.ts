import type { Bounds, Vec3 } from '@neurofab/core';
import { cross, dot, minus } from '@neurofab/core/internal';

/** Looks at a point from a distance. */
export interface Camera {
  readonly target: Vec3;
  /** From the front to the right. */
  readonly turnDegrees: number;
  /** From level upward, at most 90 either way. */
  readonly tiltDegrees: number;
  readonly distance: number;
}

/** Where a camera looks from. */
export type Direction = Pick<Camera, 'turnDegrees' | 'tiltDegrees'>;

/** A canvas in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The usual one is that of the pictures in files. */
export const DIRECTIONS: Readonly<Record<'usual' | 'front' | 'top', Direction>> = {
  usual: { turnDegrees: 22.62, tiltDegrees: 28.07 },
  front: { turnDegrees: 0, tiltDegrees: 0 },
  top: { turnDegrees: 0, tiltDegrees: 90 },
};

/** The tangent of half the angle of view, which goes from edge to edge of the canvas's shorter side. */
const TANGENT = Math.tan((14 * Math.PI) / 180);

/** How much of the canvas is left around what fits. */
const MARGIN = 1.12;

/** From inside a node to where the largest network is a dot. */
const [NEAREST, FARTHEST] = [5, 100_000];

/** How far all of what is shown reaches along a vector of any length: the most of its dot products with points. */
export type Reach = (along: Vec3) => number;

/** The camera in a direction from which what is shown just fills the canvas, but for a margin. */
export function fitted(direction: Direction, reach: Reach, size: Size): Camera {
  const [right, up, near] = axesOf(direction);
  const middle = (reach(near) - reach(scaled(near, -1))) / 2;
  // The four sides of what a camera sees, each as far out as it has to be to have all on its inner side.
  const [across, upward] = [right, up].map((axis, i) => {
    const slope = MARGIN / tangents(size)[i]!;
    const [one, other] = [slope, -slope].map((by) => reach(sum(near, scaled(axis, by)))) as [number, number];
    return { middle: (one - other) / (2 * slope), nearest: (one + other) / 2 };
  }) as [Sides, Sides];
  const aside = sum(scaled(right, across.middle), scaled(up, upward.middle));
  return {
    target: sum(aside, scaled(near, middle)),
    ...direction,
    distance: within(Math.max(across.nearest, upward.nearest) - middle, NEAREST, FARTHEST),
  };
}

/** Two opposite sides of what a camera sees: where its axis is between them, and where it stands. */
interface Sides {
  readonly middle: number;
  readonly nearest: number;
}

/** The camera led around its target. */
export function orbited(camera: Camera, { turnDegrees, tiltDegrees }: Direction): Camera {
  return {
    ...camera,
    turnDegrees: (camera.turnDegrees + turnDegrees) % 360,
    tiltDegrees: within(camera.tiltDegrees + tiltDegrees, -90, 90),
  };
}

/** The camera so many times nearer. */
export function zoomed(camera: Camera, factor: number): Camera {
  return { ...camera, distance: within(camera.distance / factor, NEAREST, FARTHEST) };
}

/** The camera moved aside, so that what it looks at moves by so many pixels. */
export function panned(camera: Camera, { right, up }: { right: number; up: number }, size: Size): Camera {
  const [across, upward] = axesOf(camera);
  const pixel = (2 * TANGENT * camera.distance) / Math.min(size.width, size.height);
  const moved = sum(scaled(across, -right * pixel), scaled(upward, -up * pixel));
  return { ...camera, target: sum(camera.target, moved) };
}

/** From millimetres to the camera's own axes, right, up and near, column by column. */
export function viewMatrix(camera: Camera): Float32Array {
  const [right, up, near] = axesOf(camera);
  const { target, distance } = camera;
  const columns = [0, 1, 2].flatMap((i) => [right[i]!, up[i]!, near[i]!, 0]);
  return Float32Array.of(...columns, -dot(target, right), -dot(target, up), -dot(target, near) - distance, 1);
}

/** From the camera's axes to the canvas, column by column; it shows what lies at most `reach` around the target. */
export function projectionMatrix({ distance }: Camera, size: Size, reach: number): Float32Array {
  const [wide, high] = tangents(size);
  const far = distance + reach;
  const near = Math.max(distance - reach, distance / 50);
  const depth = far - near;
  // biome-ignore format: a matrix
  return Float32Array.of(
    1 / wide, 0, 0, 0,
    0, 1 / high, 0, 0,
    0, 0, -(far + near) / depth, -1,
    0, 0, (-2 * far * near) / depth, 0,
  );
}

/** Where a point comes to lie on the canvas, in pixels from its top left; `undefined` behind the camera. */
export function projected(
  camera: Camera,
  point: Vec3,
  size: Size,
): readonly [x: number, y: number] | undefined {
  const [right, up, near] = axesOf(camera);
  const from = minus(point, camera.target);
  const ahead = camera.distance - dot(from, near);
  if (ahead <= 0) return undefined;
  const [wide, high] = tangents(size);
  return [
    (size.width / 2) * (1 + dot(from, right) / (ahead * wide)),
    (size.height / 2) * (1 - dot(from, up) / (ahead * high)),
  ];
}

/** How far out of the canvas a box reaches whose contents fit, and how small it is that nobody sees, as shares of the canvas. */
const [OUTSIDE, SPECK] = [0.2, 0.2];

/** Whether some of what a box holds is out of view, or all of it is a speck. */
export function isOff(camera: Camera, box: Bounds, size: Size): boolean {
  const corners = cornersOf(box).map((corner) => projected(camera, corner, size));
  if (corners.some((corner) => corner === undefined)) return true;
  const reaches = [size.width, size.height].map((length, axis) => {
    const along = corners.map((corner) => corner![axis]! / length);
    return [Math.min(...along), Math.max(...along)] as const;
  });
  const isOutside = reaches.some(([least, most]) => least < -OUTSIDE || most > 1 + OUTSIDE);
  return isOutside || reaches.every(([least, most]) => most - least < SPECK);
}

/** How far the farthest corner of a box is from a point. */
export function farthest(box: Bounds, from: Vec3): number {
  return Math.max(
    ...cornersOf(box).map((corner) => Math.sqrt(dot(minus(corner, from), minus(corner, from)))),
  );
}

function axesOf({ turnDegrees, tiltDegrees }: Direction): readonly [right: Vec3, up: Vec3, near: Vec3] {
  const [turn, tilt] = [(turnDegrees * Math.PI) / 180, (tiltDegrees * Math.PI) / 180];
  const right: Vec3 = [Math.cos(turn), Math.sin(turn), 0];
  const near: Vec3 = [Math.sin(turn) * Math.cos(tilt), -Math.cos(turn) * Math.cos(tilt), Math.sin(tilt)];
  return [right, cross(near, right), near];
}

function tangents({ width, height }: Size): readonly [wide: number, high: number] {
  const shorter = Math.min(width, height);
  return [(TANGENT * width) / shorter, (TANGENT * height) / shorter];
}

function cornersOf({ min, max }: Bounds): Vec3[] {
  return [min[0], max[0]].flatMap((x) =>
    [min[1], max[1]].flatMap((y) => [min[2], max[2]].map((z): Vec3 => [x, y, z])),
  );
}

function sum(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function scaled([x, y, z]: Vec3, by: number): Vec3 {
  return [by * x, by * y, by * z];
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
