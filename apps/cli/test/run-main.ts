import { PassThrough, Readable, Writable } from 'node:stream';
import type { Io, MainOptions, OutputStream } from '../src/main.ts';
import { main } from '../src/main.ts';

export interface Run {
  readonly exitCode: number;
  readonly stdout: string;
  readonly bytes: Buffer;
  readonly stderr: string;
  /** The lines of standard error that are no blank lines. */
  readonly lines: readonly string[];
}

export interface RunOptions extends MainOptions {
  readonly cwd: string;
  readonly stdin?: string | Uint8Array | Readable;
  readonly env?: Io['env'];
  readonly io?: Partial<Io>;
}

/** Runs the command in this process, with streams that only listen. */
export async function run(
  args: readonly string[],
  { cwd, stdin = '', env = {}, io, ...options }: RunOptions,
): Promise<Run> {
  const stdout = listener();
  const stderr = listener();
  const exitCode = await main(
    args,
    {
      stdin: stdin instanceof Readable ? stdin : Readable.from([Buffer.from(stdin)]),
      stdout: stdout.stream,
      stderr: stderr.stream,
      cwd,
      // Threads run what is built, which tests do not need.
      cores: 1,
      env,
      onInterrupt: () => () => {},
      now: () => 0,
      ...io,
    },
    options,
  );
  const words = stderr.heard().toString();
  return {
    exitCode,
    bytes: stdout.heard(),
    stdout: stdout.heard().toString(),
    stderr: words,
    lines: words.split('\n').filter((line) => line !== ''),
  };
}

/** A stream that keeps what is written to it, and is a terminal if told so. */
export function listener(terminal: { columns?: number; colors?: number } | undefined = undefined): {
  readonly stream: OutputStream;
  readonly heard: () => Buffer;
} {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer | string, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  if (terminal !== undefined) {
    Object.assign(stream, {
      isTTY: true,
      columns: terminal.columns ?? 80,
      getColorDepth: () => terminal.colors ?? 24,
    });
  }
  return { stream, heard: () => Buffer.concat(chunks) };
}

/** A stream whose reader has gone away. */
export function brokenPipe(code: string): OutputStream {
  return new Writable({
    write(_chunk, _encoding, done) {
      done(Object.assign(new Error(code), { code, syscall: 'write' }));
    },
  });
}

/** A stream that says no more than what it is given. */
export function endless(chunk: Uint8Array): PassThrough {
  const stream = new PassThrough();
  const push = () => {
    while (!stream.destroyed && stream.write(chunk));
    if (!stream.destroyed) stream.once('drain', push);
  };
  push();
  return stream;
}
