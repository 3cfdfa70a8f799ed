import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, inFolder } from './judge.ts';

export interface PrusaRun {
  readonly stdout: string;
  /** The file that it wrote, if any. */
  readonly output: Uint8Array | undefined;
}

/** Runs PrusaSlicer on a model, and throws what it says when it fails. `command` gives its arguments for the paths. */
export async function runPrusaSlicer(
  bytes: Uint8Array,
  extension: string,
  command: (input: string, output: string) => readonly string[],
): Promise<PrusaRun> {
  return inFolder(async (folder) => {
    const [input, output] = [join(folder, `in${extension}`), join(folder, 'out')];
    writeFileSync(input, bytes);
    const { exitCode, stdout, stderr } = await ask('prusa-slicer', [
      // A folder without anybody's profiles.
      ...['--datadir', folder],
      ...command(input, output),
    ]);
    if (exitCode !== 0) throw new Error(`PrusaSlicer failed with ${exitCode}:\n${stdout}\n${stderr}`);
    return { stdout, output: existsSync(output) ? readFileSync(output) : undefined };
  });
}
