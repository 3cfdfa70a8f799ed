import {
  type CsgSolid,
  cylinder,
  extrusion,
  IDENTITY,
  type Matrix,
  multiply,
  numberIn,
  prism,
  sphere,
  type Turned,
} from './csg-solids.ts';

/** A solid where OpenSCAD puts it. */
export type OpenScadPrimitive = CsgSolid & {
  /** Red, green and blue from 0 to 1; missing outside any `color()`. */
  readonly color?: readonly number[];
  /** The number of the `difference()` that it stands in, from 1; missing outside any. */
  readonly difference?: number;
  /** Whether it is taken away there. */
  readonly isTakenAway?: true;
};

interface Frame {
  readonly matrix: Matrix;
  /** What primitives in it have in common. */
  readonly common: Pick<OpenScadPrimitive, 'color' | 'difference' | 'isTakenAway'>;
  readonly turned?: Turned;
  /** The height of what stands on polygons. */
  readonly extruded?: number;
}

/** A node of the tree that is open, and how many children it has had. */
interface Open {
  readonly frame: Frame;
  readonly name: string;
  children: number;
}

/**
 * The primitives of OpenSCAD's evaluated tree (`-o model.csg`), in order. Throws on anything but groups, differences that hold no
 * others, transforms, colours, turned half circles, cylinders, prisms and what stands on polygons.
 */
export function readCsg(text: string): OpenScadPrimitive[] {
  const primitives: OpenScadPrimitive[] = [];
  const open: Open[] = [{ frame: { matrix: IDENTITY, common: {} }, name: 'root', children: 0 }];
  let differences = 0;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    if (line === '}') {
      open.pop();
      continue;
    }
    const frame = childFrame(open.at(-1)!);
    const [, name = '', args = '', end = ''] = /^(\w+)\((.*)\)( \{|;)$/.exec(line) ?? [];
    if (name === 'difference') differences++;
    if (end === ' {') open.push({ frame: inside(frame, { name, args, differences }), name, children: 0 });
    else if (name !== 'group') primitives.push(primitive(frame, name, args));
  }
  if (open.length !== 1) throw new Error('A tree of OpenSCAD must close what it opens.');
  return primitives;
}

/** The frame of the next child. */
function childFrame(parent: Open): Frame {
  const { frame } = parent;
  const isTakenAway = parent.name === 'difference' && parent.children > 0;
  parent.children++;
  return isTakenAway ? { ...frame, common: { ...frame.common, isTakenAway } } : frame;
}

interface Opening {
  readonly name: string;
  readonly args: string;
  /** How many differences there were up to it. */
  readonly differences: number;
}

function inside(frame: Frame, { name, args, differences }: Opening): Frame {
  switch (name) {
    case 'group':
    case 'union':
      return frame;
    case 'difference':
      if (frame.common.difference !== undefined) throw new Error('A difference must not hold another.');
      return { ...frame, common: { ...frame.common, difference: differences } };
    case 'color':
      return {
        ...frame,
        common: { ...frame.common, color: (JSON.parse(args) as number[]).slice(0, 3) },
      };
    case 'multmatrix':
      return { ...frame, matrix: multiply(frame.matrix, JSON.parse(args) as Matrix) };
    case 'rotate_extrude':
      // Older ones say no start, and turn from -x on.
      return {
        ...frame,
        turned: { segments: numberIn(name, args, '$fn'), start: /\bstart = 0\b/.test(args) ? 1 : -1 },
      };
    case 'linear_extrude':
      return { ...frame, extruded: numberIn(name, args, 'height') };
    default:
      throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
  }
}

function primitive(
  { matrix, common, turned, extruded }: Frame,
  name: string,
  args: string,
): OpenScadPrimitive {
  if (extruded !== undefined && name === 'polygon')
    return { ...extrusion(matrix, extruded, args), ...common };
  if (turned !== undefined && name === 'polygon') return { ...sphere(matrix, turned, args), ...common };
  if (turned === undefined && name === 'cylinder') return { ...cylinder(matrix, args), ...common };
  if (turned === undefined && name === 'polyhedron') return { ...prism(matrix, args), ...common };
  throw new Error(`Unexpected in a tree of OpenSCAD: ${name}(${args})`);
}
