import type { Readable, Writable } from 'node:stream';
import { CommandError, fileProblem, isReaderGone } from './errors.ts';

/** A stream that words or files go to; a terminal says so and knows its width and colours. */
export type OutputStream = Writable & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  getColorDepth?(env?: object): number;
};

/** All that the command knows of the process it runs in. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly cwd: string;
  /** How much can be done at the same time. */
  readonly cores: number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * Calls `listener` with the exit code to give when someone asks the process to stop; the result takes it away again.
   * While nobody listens, the process stops as the system would have it: at once.
   */
  onInterrupt(listener: (exitCode: number) => void): () => void;
  /** Milliseconds since any moment, for the progress bar. */
  now(): number;
}

/**
 * Writes all of `data` to standard output and waits until it is taken; gives `false` if whoever read it has gone.
 * Throws a CommandError when the system refuses.
 */
export async function writeStdout({ stdout }: Io, data: Uint8Array | string): Promise<boolean> {
  try {
    await new Promise<void>((resolve, reject) => {
      stdout.write(data, (error) => (error ? reject(error) : resolve()));
    });
    return true;
  } catch (error) {
    if (isReaderGone(error)) return false;
    const problem = fileProblem(error);
    throw problem === undefined ? error : new CommandError(`standard output: Cannot be written: ${problem}.`);
  }
}
