import { unzipSync } from 'fflate';
import { readXml, type XmlElement } from './read-xml.ts';
import { runPrusaSlicer } from './run-prusa-slicer.ts';

/** What `prusa-slicer --info` says of a model. */
export interface PrusaInfo {
  readonly manifold: boolean;
  readonly triangles: number;
  /** Connected shells, not parts. */
  readonly shells: number;
  /** Cubic millimetres. */
  readonly volume: number;
  /** Of the mesh as it is, before a build item moves it. */
  readonly min: readonly [x: number, y: number, z: number];
  readonly max: readonly [x: number, y: number, z: number];
}

/** Has PrusaSlicer measure a model. Of all its judgements this is the one that sees open and reversed edges in a 3MF. */
export async function prusaSlicerInfo(bytes: Uint8Array, extension: '.3mf' | '.stl'): Promise<PrusaInfo> {
  const { stdout } = await runPrusaSlicer(bytes, extension, (input) => ['--info', input]);
  const values = new Map(
    [...stdout.matchAll(/^(\w+) =\s+(\S+)$/gm)].map((match) => [match[1]!, match[2]!] as const),
  );
  const value = (name: string) => {
    const text = values.get(name);
    if (text === undefined) throw new Error(`PrusaSlicer does not say ${name}:\n${stdout}`);
    return text;
  };
  const corner = (name: 'min' | 'max') =>
    [Number(value(`${name}_x`)), Number(value(`${name}_y`)), Number(value(`${name}_z`))] as const;
  return {
    manifold: value('manifold') === 'yes',
    triangles: Number(value('number_of_facets')),
    shells: Number(value('number_of_parts')),
    volume: Number(value('volume')),
    min: corner('min'),
    max: corner('max'),
  };
}

/** An object as PrusaSlicer has it after loading. */
export interface PrusaObject {
  readonly name: string;
  readonly volumes: readonly {
    readonly name: string;
    readonly type: string;
    /** From 1. */
    readonly extruder: number;
    readonly triangles: number;
    /** What was repaired, counted: `edges_fixed`, `degenerate_facets` … PrusaSlicer 2.5 repairs STL files only. */
    readonly repairs: Readonly<Record<string, number>>;
  }[];
}

/** Has PrusaSlicer load a 3MF and write one of its own, and gives the objects that it then has. */
export async function prusaSlicerRoundTrip(bytes: Uint8Array): Promise<PrusaObject[]> {
  const { output } = await runPrusaSlicer(bytes, '.3mf', (input, output) => [
    '--export-3mf',
    '--output',
    output,
    input,
  ]);
  const config = unzipSync(output!)['Metadata/Slic3r_PE_model.config'];
  if (config === undefined) throw new Error('PrusaSlicer wrote no Slic3r_PE_model.config.');
  return readXml(config).children.map((object) => ({
    name: setting(object, 'name'),
    volumes: object.children
      .filter(({ tag }) => tag === 'volume')
      .map((volume) => ({
        name: setting(volume, 'name'),
        type: setting(volume, 'volume_type'),
        extruder: Number(setting(volume, 'extruder')),
        triangles: Number(volume.attributes.lastid) - Number(volume.attributes.firstid) + 1,
        repairs: repairs(volume),
      })),
  }));
}

function setting(parent: XmlElement, key: string): string {
  const found = parent.children.find(({ tag, attributes }) => tag === 'metadata' && attributes.key === key);
  if (found === undefined) throw new Error(`PrusaSlicer wrote no ${key}.`);
  return found.attributes.value!;
}

function repairs(volume: XmlElement): Record<string, number> {
  const mesh = volume.children.find(({ tag }) => tag === 'mesh');
  if (mesh === undefined) throw new Error('PrusaSlicer wrote no repair counts.');
  return Object.fromEntries(Object.entries(mesh.attributes).map(([name, count]) => [name, Number(count)]));
}
