import { layout, writtenInFull } from '@neurofab/core';
import { PROCESSES } from '@neurofab/printers';
import { refuseTooLarge } from './bed.ts';
import type { WriteRequest } from './command-line.ts';
import { CommandError } from './errors.ts';
import type { Format } from './formats.ts';
import { type Io, writeStdout } from './io.ts';
import { type Job, planJob } from './job.ts';
import { mergedParts } from './merged-parts.ts';
import { sayWarnings } from './messages.ts';
import { nameOutputs, planOutputs, setUpOutputs } from './plan-outputs.ts';
import { startProgress } from './progress.ts';
import { readSaved } from './read-saved.ts';
import { readSpec } from './read-spec.ts';
import { resize } from './resize.ts';
import { resolveSpec } from './spec-input.ts';
import { saySummary } from './summary.ts';
import { toJson } from './to-json.ts';
import { warningsAfter, warningsBefore } from './warnings.ts';
import { writeOutputs } from './write-outputs.ts';

/** Does what a request to write says: reads the network, refuses what cannot be made, and writes the files. */
export async function writeNetwork(request: WriteRequest, io: Io, formats: readonly Format[]): Promise<void> {
  if (request.spec !== undefined && request.from !== undefined) {
    throw new CommandError('--spec and --from both say which network it is. Leave one of them out.');
  }
  const saved = request.from === undefined ? undefined : await readSaved(request.from, { io, formats });
  const job = planJob(request, saved);
  const asked = await planOutputs(job, formats, io);

  const file = request.spec === undefined ? undefined : await readSpec(request.spec, io);
  const network = resolveSpec({
    ...job,
    tolerance: job.printer && PROCESSES[job.printer.process].tolerance,
    file: saved ?? file,
  });
  const { spec, scale } = resize(network, job);
  if (!job.quiet) sayWarnings(io, saved?.warnings ?? []);
  if (job.printSpec) await writeStdout(io, toJson(job.complete ? writtenInFull(spec) : spec.given));
  if (job.printSpec && asked.length === 0) return;

  const planned = await nameOutputs(asked, job, { formats, io, spec });
  const scene = layout(spec, job);
  if (job.printer !== undefined) refuseTooLarge(scene, job.printer, scale);
  const outputs = await setUpOutputs(planned, { scene, job, io });
  // It also refuses, however quiet.
  const warnings = await warningsBefore(scene, outputs, job);
  if (!job.quiet) sayWarnings(io, warnings);
  const files = await withProgress(job, io, (onProgress) =>
    writeOutputs(scene, outputs, { io, onProgress, settings: job.settings, inDetail: job.json }),
  );
  if (!job.quiet) sayWarnings(io, warningsAfter(scene, outputs, files));

  const merged = mergedParts(scene);
  const adaptations = {
    ...(job.printer !== undefined && { printer: job.printer.id }),
    ...(scale !== 1 && { scale }),
    ...(merged.length > 0 && { merged }),
  };
  if (job.json) await writeStdout(io, toJson({ network: writtenInFull(spec), ...adaptations, files }));
  else if (!job.quiet) saySummary(io, files, { scene, scale, merged, printer: job.printer });
}

async function withProgress<Result>(
  { quiet }: Job,
  io: Io,
  use: (onProgress: (done: number) => void) => Promise<Result>,
): Promise<Result> {
  if (quiet) return use(() => {});
  const progress = await startProgress(io);
  try {
    return await use(progress.update);
  } finally {
    progress.stop();
  }
}
