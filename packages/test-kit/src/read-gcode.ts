/** What G-code has a printer do. */
export interface Gcode {
  /** The tools that it calls, from 0, in order. */
  readonly tools: readonly number[];
  /** What they push out. */
  readonly extrusions: readonly Extrusion[];
}

/** All that one tool pushes out for one object. */
export interface Extrusion {
  readonly tool: number;
  /** As the slicer names it; empty for what belongs to none, such as a skirt. */
  readonly object: string;
  /** Millimetres of filament. */
  readonly filament: number;
}

export interface GcodeOptions {
  /** The slicer's comment about which object comes next, with the name as its group; nothing in it ends the object. */
  readonly object: RegExp;
}

const NUMBER = '-?\\d*\\.?\\d+';
const MOVE = new RegExp(`^G[01] .*E(${NUMBER})`);
const RESET = new RegExp(`^G92 .*E(${NUMBER})`);

/** Reads which tools G-code calls and how much filament they push out. What is pulled back and pushed again counts once. */
export function readGcode(text: string, { object: pattern }: GcodeOptions): Gcode {
  const tools = new Set<number>();
  const extrusions = new Map<string, { tool: number; object: string; filament: number }>();
  /** How far each tool's filament is pulled back. */
  const pulledBack = new Map<number, number>();
  let tool = 0;
  let object = '';
  let isRelative = false;
  let at = 0;

  const push = (length: number) => {
    const rest = length - (pulledBack.get(tool) ?? 0);
    pulledBack.set(tool, Math.max(0, -rest));
    if (rest <= 0) return;
    const key = `${tool} ${object}`;
    const extrusion = extrusions.get(key) ?? { tool, object, filament: 0 };
    extrusion.filament += rest;
    extrusions.set(key, extrusion);
  };

  for (const line of text.split('\n')) {
    const named = pattern.exec(line);
    if (named !== null) object = named[1] ?? '';
    const code = line.split(';', 1)[0]!.trim();
    const called = /^T(\d+)$/.exec(code);
    if (called !== null) {
      tool = Number(called[1]);
      tools.add(tool);
    }
    if (code === 'M82' || code === 'M83') isRelative = code === 'M83';
    const reset = RESET.exec(code);
    if (reset !== null) at = Number(reset[1]);
    const move = MOVE.exec(code);
    if (move === null) continue;
    const to = Number(move[1]);
    push(isRelative ? to : to - at);
    at = to;
  }
  return {
    tools: [...tools].sort((a, b) => a - b),
    extrusions: [...extrusions.values()].sort((a, b) => a.tool - b.tool),
  };
}
