import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { curaDefinitions } from './cura-definitions.ts';
import { ask, inFolder } from './judge.ts';
import { readGcode } from './read-gcode.ts';

/** A file that Cura is to print, at the place that its coordinates say. */
export interface CuraPart {
  readonly name: string;
  readonly stl: Uint8Array;
  /** From 0. */
  readonly extruder: number;
}

/** What CuraEngine's G-code does. */
export interface CuraGcode {
  /** The tools that it calls, from 0. */
  readonly tools: readonly number[];
  /** The tools that print each part, by the part's name. */
  readonly toolsOf: Readonly<Record<string, readonly number[]>>;
}

/** Has CuraEngine slice STL files for the Ultimaker S5, a printer with two extruders. */
export async function curaEngineGcode(parts: readonly CuraPart[]): Promise<CuraGcode> {
  const { printers, extruders } = curaDefinitions()!;
  return inFolder(async (folder) => {
    for (const { name, stl } of parts) writeFileSync(join(folder, name), stl);
    const { exitCode, stderr } = await ask(
      'cura-engine',
      [
        'slice',
        ...['-j', join(printers, 'ultimaker_s5.def.json')],
        ...['-o', 'out.gcode'],
        // A file goes to the extruder that is named last before it.
        ...parts.flatMap(({ name, extruder }) => [`-e${extruder}`, '-l', name]),
      ],
      { cwd: folder, env: { CURA_ENGINE_SEARCH_PATH: [printers, extruders].join(delimiter) } },
    );
    const errors = stderr.split('\n').filter((line) => line.includes('[ERROR]'));
    if (exitCode !== 0 || errors.length > 0) {
      throw new Error(`CuraEngine ended with ${exitCode}:\n${errors.join('\n')}`);
    }
    const text = readFileSync(join(folder, 'out.gcode'), 'utf8');
    const { tools, extrusions } = readGcode(text, { object: /^;MESH:(.*)$/ });
    const toolsOf = parts.map(({ name }) => [
      name,
      extrusions.filter(({ object }) => object === name).map(({ tool }) => tool),
    ]);
    return { tools, toolsOf: Object.fromEntries(toolsOf) };
  });
}
