import { layout, SpecError } from '@neurofab/core';
import { type Request, readCommandLine } from './command-line.ts';
import { CommandError, EXIT_CODES, InputError, InterruptedError } from './errors.ts';
import { FORMATS, type Format } from './formats.ts';
import { type Io, type OutputStream, writeStdout } from './io.ts';
import { say, sayFaults, sayWarnings } from './messages.ts';
import { planDefaultOutput, planOutputs, splitOutputs } from './plan-outputs.ts';
import { startProgress } from './progress.ts';
import { readSpec } from './read-spec.ts';
import { resolveSpec } from './spec-input.ts';
import { saySummary } from './summary.ts';
import { toJson } from './to-json.ts';
import { warningsAfter, warningsBefore } from './warnings.ts';
import { writeOutputs } from './write-outputs.ts';

export { EXIT_CODES } from './errors.ts';
export { FORMATS, type Format } from './formats.ts';
export type { Io, OutputStream } from './io.ts';
export { processIo } from './process-io.ts';

export interface MainOptions {
  /** What can be written, the usual format first; `FORMATS` if left out. */
  readonly formats?: readonly Format[];
}

/** The `neurofab` command: does what the arguments say and gives the exit code, one of `EXIT_CODES`. Throws nothing. */
export async function main(argv: readonly string[], io: Io, options: MainOptions = {}): Promise<number> {
  ignoreErrorEvents(io.stdout);
  ignoreErrorEvents(io.stderr);
  try {
    await run(argv, io, options.formats ?? FORMATS);
    return EXIT_CODES.done;
  } catch (error) {
    return explain(error, io);
  }
}

async function run(argv: readonly string[], io: Io, formats: readonly Format[]): Promise<void> {
  const request = readCommandLine(argv, { formats, io });
  if (typeof request === 'string') {
    await writeStdout(io, request);
    return;
  }

  const asked = await planOutputs(request, formats, io);
  const file = request.spec === undefined ? undefined : await readSpec(request.spec, io);
  const spec = resolveSpec({ ...request, file });
  if (request.printSpec) await writeStdout(io, toJson(spec));
  if (request.printSpec && asked.length === 0) return;

  const named = asked.length > 0 ? asked : [await planDefaultOutput(request, { formats, io, spec })];
  const scene = layout(spec, { origin: request.origin });
  const outputs = request.split ? await splitOutputs(named, scene, io) : named;
  const warnings = warningsBefore(scene, outputs);
  if (!request.quiet) sayWarnings(io, warnings);
  const files = await withProgress(request, io, (onProgress) =>
    writeOutputs(scene, outputs, { io, onProgress }),
  );
  if (!request.quiet) sayWarnings(io, warningsAfter(outputs, files));
  if (request.json) await writeStdout(io, toJson({ network: spec, files }));
  else if (!request.quiet) saySummary(io, files, scene);
}

async function withProgress<Result>(
  { quiet }: Request,
  io: Io,
  use: (onProgress: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  if (quiet) return use(() => {});
  const progress = startProgress(io);
  try {
    return await use(progress.update);
  } finally {
    progress.stop();
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
