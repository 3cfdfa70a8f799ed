/** How the command ends. */
export const EXIT_CODES = {
  done: 0,
  /** What was asked for cannot be made: a layer, a length, a spec. */
  input: 1,
  /** The command line is wrong, or a file cannot be read or written. */
  command: 2,
  /** Our own mistake; the stack is printed. `EX_SOFTWARE` of sysexits.h. */
  bug: 70,
  interrupted: 130,
} as const;

/** Thrown when the input is at fault: one message a fault. */
export class InputError extends Error {
  override readonly name: string = 'InputError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/** Thrown when the command line, or the machine under it, is at fault. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

/** Thrown when somebody has asked us to stop. */
export class InterruptedError extends Error {
  override readonly name: string = 'InterruptedError';
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('Interrupted.');
    this.exitCode = exitCode;
  }
}

/** What the system says is wrong with a file, in words; `undefined` if the error does not come from the system. */
export function fileProblem(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  return PROBLEMS[error.code as keyof typeof PROBLEMS] ?? `the system says ${error.code}`;
}

/** Whether a pipe could not be written to because whoever read it has gone, which is no fault: `head` had enough. */
export function isReaderGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
}

const PROBLEMS = {
  EACCES: 'no permission',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'something else has that name',
  EFBIG: 'the file would be larger than this disk or account allows',
  EINVAL: 'the system cannot do that with it',
  EIO: 'the disk reports a fault',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENODEV: 'there is no such device',
  ENOENT: 'there is no such file',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENXIO: 'there is no such device',
  EPERM: 'no permission',
  EROFS: 'the disk is read-only',
  ETXTBSY: 'it is a program that is running',
} as const;
