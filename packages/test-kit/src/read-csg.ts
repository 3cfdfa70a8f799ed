/** A sphere, as a turned half circle, or a cylinder where OpenSCAD puts it. Numbers have the six digits that OpenSCAD writes. */
export interface OpenScadPrimitive {
  readonly kind: 'sphere' | 'cylinder';
  /** Red, green and blue from 0 to 1; missing outside any `color()`. */
  readonly color?: readonly number[];
  readonly radius: number;
  readonly segments: number;
  /** Bands of latitude of a sphere. */
  readonly rings?: number;
  /** Centre of a sphere, or of a cylinder's first face. */
  readonly from: readonly number[];
  /** Centre of a cylinder's second face. */
  readonly to?: readonly number[];
}

type Matrix = readonly (readonly number[])[];

interface Frame {
  readonly matrix: Matrix;
  readonly color?: readonly number[];
  /** What is turned about the z axis: how many sides it gets, and whether the first corner is at +x or -x. */
  readonly turned?: { readonly segments: number; readonly start: 1 | -1 };
}

const IDENTITY: Matrix = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

/** The primitives of OpenSCAD's evaluated tree (`-o model.csg`), in order. Throws on anything but groups, transforms, colours, turned half circles and cylinders. */
export function readCsg(text: string): OpenScadPrimitive[] {
  const primitives: OpenScadPrimitive[] = [];
  const frames: Frame[] = [{ matrix: IDENTITY }];
  for (const line of text.split('\n').map((one) => one.trim())) {
    const frame = frames.at(-1)!;
    if (line === '' || line === 'group();') continue;
    if (line === '}') {
      frames.pop();
      continue;
    }
    const [, name = '', args = '', end = ''] = /^(\w+)\((.*)\)( \{|;)$/.exec(line) ?? [];
    if (end === ' {') frames.push(inside(frame, name, args));
    else primitives.push(primitive(frame, name, args));
  }
  if (frames.length !== 1) throw new Error('A tree of OpenSCAD must close what it opens.');
  return primitives;
}

function inside(frame: Frame, name: string, args: string): Frame {
  switch (name) {
    case 'group':
      return frame;
    case 'color':
      return { ...frame, color: (JSON.parse(args) as number[]).slice(0, 3) };
    case 'multmatrix':
      return { ...frame, matrix: multiply(frame.matrix, JSON.parse(args) as Matrix) };
    case 'rotate_extrude':
      // Older ones say no start, and turn from -x on.
      return {
        ...frame,
        turned: { segments: numberIn(name, args, '$fn'), start: /\bstart = 0\b/.test(args) ? 1 : -1 },
      };
    default:
      throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
  }
}

function primitive(frame: Frame, name: string, args: string): OpenScadPrimitive {
  if (frame.turned !== undefined && name === 'polygon') return sphere(frame, args);
  if (frame.turned === undefined && name === 'cylinder') return cylinder(frame, args);
  throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
}

function sphere({ matrix, color, turned }: Frame, args: string): OpenScadPrimitive {
  const { segments, start } = turned!;
  const points = JSON.parse(/points = (\[\[.*?\]\])/.exec(args)?.[1] ?? '[]') as [number, number][];
  const rings = points.length - 1;
  const radius = points[0]?.[1] ?? 0;
  const isHalfCircle = points.every(([x, y], i) => {
    const angle = (Math.PI * i) / rings;
    return Math.hypot(x - radius * Math.sin(angle), y - radius * Math.cos(angle)) < 1e-5 * radius;
  });
  const from = apply(matrix, [0, 0, 0]);
  if (rings < 2 || !isHalfCircle) throw new Error(`Not a half circle: ${args}`);
  if (Math.abs(apply(matrix, [start * radius, 0, 0])[0]! - from[0]! - radius) > 1e-5 * radius) {
    throw new Error('A ball must have a vertex at +x.');
  }
  return { kind: 'sphere', radius, segments, rings, from, ...(color !== undefined && { color }) };
}

function cylinder({ matrix, color }: Frame, args: string): OpenScadPrimitive {
  const number = (key: string) => numberIn('cylinder', args, key);
  if (number('r1') !== number('r2') || !/\bcenter = false\b/.test(args)) {
    throw new Error(`Not a plain cylinder: ${args}`);
  }
  return {
    kind: 'cylinder',
    radius: number('r1'),
    segments: number('$fn'),
    from: apply(matrix, [0, 0, 0]),
    to: apply(matrix, [0, 0, number('h')]),
    ...(color !== undefined && { color }),
  };
}

function numberIn(name: string, args: string, key: string): number {
  const values = new Map(args.split(', ').map((pair) => pair.split(' = ') as [string, string]));
  const value = Number(values.get(key));
  if (Number.isNaN(value)) throw new Error(`${name}(${args}) has no ${key}.`);
  return value;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => IDENTITY.map((_, column) => row.reduce((sum, x, i) => sum + x * b[i]![column]!, 0)));
}

function apply(matrix: Matrix, point: readonly number[]): number[] {
  return matrix.slice(0, 3).map((row) => row[3]! + point.reduce((sum, x, axis) => sum + x * row[axis]!, 0));
}
