/** A sphere or cylinder where OpenSCAD puts it. Numbers have the six digits that OpenSCAD writes. */
export interface OpenScadPrimitive {
  readonly kind: 'sphere' | 'cylinder';
  /** Red, green and blue from 0 to 1; missing outside any `color()`. */
  readonly color?: readonly number[];
  readonly radius: number;
  readonly segments: number;
  /** Centre of a sphere, or of a cylinder's first face. */
  readonly from: readonly number[];
  /** Centre of a cylinder's second face. */
  readonly to?: readonly number[];
}

type Matrix = readonly (readonly number[])[];

interface Frame {
  readonly matrix: Matrix;
  readonly color?: readonly number[];
}

const IDENTITY: Matrix = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [0, 0, 0, 1],
];

/** The primitives of OpenSCAD's evaluated tree (`-o model.csg`), in order. Throws on anything but groups, transforms, colours, spheres and cylinders. */
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
    default:
      throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
  }
}

function primitive({ matrix, color }: Frame, name: string, args: string): OpenScadPrimitive {
  const values = new Map(args.split(', ').map((pair) => pair.split(' = ') as [string, string]));
  const number = (key: string): number => {
    const value = Number(values.get(key));
    if (Number.isNaN(value)) throw new Error(`${name}(${args}) has no ${key}.`);
    return value;
  };
  const place = {
    segments: number('$fn'),
    from: apply(matrix, [0, 0, 0]),
    ...(color !== undefined && { color }),
  };
  if (name === 'sphere') return { kind: 'sphere', radius: number('r'), ...place };
  if (name !== 'cylinder') throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
  if (number('r1') !== number('r2') || values.get('center') !== 'false') {
    throw new Error(`Not a plain cylinder: ${args}`);
  }
  return { kind: 'cylinder', radius: number('r1'), ...place, to: apply(matrix, [0, 0, number('h')]) };
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => IDENTITY.map((_, column) => row.reduce((sum, x, i) => sum + x * b[i]![column]!, 0)));
}

function apply(matrix: Matrix, point: readonly number[]): number[] {
  return matrix.slice(0, 3).map((row) => row[3]! + point.reduce((sum, x, axis) => sum + x * row[axis]!, 0));
}
