import { SpecError } from '@neurofab/core';
import { FORMATS, type Format } from '@neurofab/job';
import { readCommandLine } from './arguments/command-line.ts';
import { writeBatch } from './batch/write-batch.ts';
import { compareNetwork } from './compare/compare-network.ts';
import { writeCoupon } from './coupon/write-coupon.ts';
import { doctorFiles } from './doctor/doctor-files.ts';
import { CommandError, EXIT_CODES, InputError, InterruptedError } from './errors.ts';
import { inspectFiles } from './inspect/inspect-files.ts';
import { type Io, type OutputStream, writeStdout } from './io.ts';
import { listPrinters } from './list-printers.ts';
import { saveFound } from './own/save-found.ts';
import { serveStudio } from './serve-studio.ts';
import { say, sayFaults } from './words/messages.ts';
import { writeNetwork } from './write-network.ts';

export { FORMATS, type Format } from '@neurofab/job';
export { EXIT_CODES } from './errors.ts';
export type { Io, OutputStream } from './io.ts';
export { processIo } from './process-io.ts';

export interface MainOptions {
  /** What can be written, the usual format first; `FORMATS` if left out. */
  readonly formats?: readonly Format[];
  /** The folder of the page that `studio` serves; the bundled command's if left out. */
  readonly page?: string;
}

/** The `neurofab` command: does what the arguments say and gives the exit code, one of `EXIT_CODES`. Throws nothing. */
export async function main(argv: readonly string[], io: Io, options: MainOptions = {}): Promise<number> {
  ignoreErrorEvents(io.stdout);
  ignoreErrorEvents(io.stderr);
  try {
    return await run(argv, io, options);
  } catch (error) {
    return explain(error, io);
  }
}

async function run(argv: readonly string[], io: Io, options: MainOptions): Promise<number> {
  const { formats = FORMATS } = options;
  const backends = formats.map((format) => format());
  const request = readCommandLine(argv, { backends, io });
  if (typeof request === 'string') {
    await writeStdout(io, request);
    return EXIT_CODES.done;
  }
  switch (request.kind) {
    case 'write':
      await writeNetwork(request, io, formats);
      return EXIT_CODES.done;
    case 'batch':
      await writeBatch(request, io, formats);
      return EXIT_CODES.done;
    case 'compare':
      return compareNetwork(request, io, formats);
    case 'printers':
      await listPrinters(request, io);
      return EXIT_CODES.done;
    case 'inspect':
      return inspectFiles(request, io, backends);
    case 'doctor':
      return doctorFiles(request, io, backends);
    case 'coupon':
      await (request.save ? saveFound(request, io) : writeCoupon(request, io, formats));
      return EXIT_CODES.done;
    case 'studio':
      return serveStudio(request, io, { folder: options.page });
    default:
      throw unknownRequest(request);
  }
}

/** Says what went wrong, and gives the exit code for it. */
function explain(error: unknown, io: Io): number {
  if (error instanceof InterruptedError) return error.exitCode;
  if (error instanceof InputError) {
    sayFaults(io, error.faults);
    return EXIT_CODES.input;
  }
  if (error instanceof SpecError) {
    sayFaults(io, error.message.split('\n'));
    return EXIT_CODES.input;
  }
  if (error instanceof CommandError) {
    sayFaults(io, [error.message]);
    return EXIT_CODES.command;
  }
  sayFaults(io, ['This is a mistake in Neurofab itself. Please report it with the lines below.']);
  say(io, error instanceof Error ? (error.stack ?? String(error)) : String(error));
  return EXIT_CODES.bug;
}

/** A reader that goes away is also told as an event, maybe only after we have ended, and an unheard one ends the process with a stack. */
function ignoreErrorEvents(stream: OutputStream): void {
  if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
}

function ignore(): void {}

function unknownRequest(request: never): Error {
  return new Error(`Unknown request: ${JSON.stringify(request)}`);
}
