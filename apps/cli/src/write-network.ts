import { specText, writtenInFull } from '@neurofab/core';
import { countPlates, toJson } from '@neurofab/core/internal';
import type { TrainedNetwork } from '@neurofab/import';
import {
  type Asked,
  type EstimatedPrints,
  estimatePrints,
  examined,
  type Format,
  networkInForce,
  type Plan,
  planJob,
} from '@neurofab/job';
import { printsText } from '@neurofab/words';
import { priceIn, refuseContradictions, refuseWithoutPrinter } from './arguments/ask.ts';
import type { WriteRequest } from './arguments/command-line.ts';
import { explained } from './arguments/network-input.ts';
import { refuseFullDisk } from './files/disk-room.ts';
import { type FoundOutput, findOutputs, formatNamed, type PlacedFile, placeFiles } from './files/outputs.ts';
import type { SavedFile } from './files/read-saved.ts';
import { type WrittenFile, writeFiles } from './files/write-files.ts';
import { type Io, writeStdout } from './io.ts';
import { readAsked } from './read-asked.ts';
import { type FindingsContext, findingsAsJson, notes, refuse, warnings } from './words/findings.ts';
import { sayWarnings } from './words/messages.ts';
import { printsAsJson } from './words/prints-as-json.ts';
import { withProgress } from './words/progress.ts';
import { saySummary } from './words/summary.ts';

/** Does what a request to write says: reads the network, refuses what cannot be made, and writes the files. */
export async function writeNetwork(request: WriteRequest, io: Io, formats: readonly Format[]): Promise<void> {
  refuseContradictions(request);
  const price = priceIn(request);
  const {
    asked,
    settled,
    saved,
    trained,
    warnings: ofInput,
    explain,
  } = await readAsked(request, { io, formats });
  refuseWithoutPrinter({ price, strict: request.strict }, settled);
  const words = { request, saved };
  const backends = formats.map((format) => format());
  const outputs = await findOutputs(request, { io, backends, usual: settled.format });

  const found = outputs.length === 0 ? [{ folder: '' }] : outputs;
  const named = formatNamed(request.format, backends)?.id;
  const whole = { ...asked, outputs: found.map((output) => asOutput(output, named)) };
  const { spec, unscaled, findings } = explained(explain, () => networkInForce(whole, settled));
  refuse(findings, words);
  if (!request.quiet) sayWarnings(io, ofInput);
  if (request.printSpec) {
    await writeStdout(io, specText(spec, request));
    if (outputs.length === 0) return;
  }
  const planned = { ...whole, spec: unscaled };
  const plan = planJob(planned, { formats });
  // Who wants to know nothing of it need not wait for it.
  const isHeard = !request.quiet || request.json || request.strict;
  await makeFiles(isHeard ? examined(plan, { formats }) : plan, found, {
    ...words,
    io,
    trained,
    prints: () => estimatePrints(plan, { formats, price }),
  });
}

interface WriteNetworkContext {
  readonly request: WriteRequest;
  readonly saved: SavedFile | undefined;
  readonly io: Io;
  /** The trained network that it was read from. */
  readonly trained: TrainedNetwork | undefined;
  /** What it takes to print, reckoned when it is said. */
  readonly prints: () => EstimatedPrints | undefined;
}

/** Makes the files of a plan, and says what there is to say of it before and after. */
async function makeFiles(
  plan: Plan,
  outputs: readonly FoundOutput[],
  { request, saved, io, trained, prints }: WriteNetworkContext,
): Promise<void> {
  const placed = await placeFiles(plan.files, outputs, {
    io,
    from: request.from,
    sources: [...request.models, ...(request.spec === undefined ? [] : [request.spec])],
  });
  const words = { request, saved, placed };
  refuse(plan.findings, words);
  await refuseFullDisk(placed);
  if (!request.quiet) sayWarnings(io, warnings(plan.findings, words));
  const files = await withProgress(request.quiet, io, (onProgress) =>
    writeFiles(plan, placed, { io, onProgress, inDetail: request.json }),
  );
  if (!request.quiet) sayWarnings(io, coveredParts(plan, placed, files));
  if (request.json) {
    await writeStdout(
      io,
      toJson({
        ...asJson(plan, files, words),
        ...(trained !== undefined && { notes: trained.notes }),
        ...printsAsJson(prints()),
      }),
    );
  } else if (!request.quiet) {
    saySummary(io, files, plan, {
      prints: printsText(prints()),
      notes: [...foldedIn(trained), ...notes(plan.findings, words)],
    });
  }
}

function asOutput(output: FoundOutput, format: string | undefined): NonNullable<Asked['outputs']>[number] {
  return 'folder' in output ? { format } : { name: output.path, format: output.format };
}

function asJson(plan: Plan, files: readonly WrittenFile[], words: FindingsContext): object {
  const { spec, scene, printer, scale, merged, findings } = plan;
  const plates = countPlates(scene.pieces);
  return {
    network: writtenInFull(spec),
    ...(scene.shown !== undefined && { shown: scene.shown, drawn: scene.share }),
    ...(printer !== undefined && { printer: printer.id }),
    ...(scale !== 1 && { scale }),
    ...(plates > 1 && { plates }),
    ...(merged.length > 0 && { merged }),
    ...(scene.colorBands !== undefined && { colorBands: scene.colorBands }),
    findings: findingsAsJson(findings, words),
    files,
  };
}

/** What of a trained network is part of its weights, or is not drawn. */
function foldedIn(trained: TrainedNetwork | undefined): string[] {
  const texts = trained?.notes.filter(({ code }) => code !== 'unknown').map(({ text }) => text) ?? [];
  return texts.length === 0 ? [] : [`Of the file: ${texts.join('; ')}.`];
}

/** What only the work shows: parts of which nothing is left. */
function coveredParts(
  { scene: { parts } }: Plan,
  placed: readonly PlacedFile[],
  files: readonly WrittenFile[],
): string[] {
  const written = new Set(files.map(({ path }) => path));
  return placed.flatMap(({ path, file: { portion } }) => {
    if (portion === undefined || written.has(path)) return [];
    const name = portion.part === undefined ? `slot ${portion.slot}` : parts[portion.part]!.name;
    return [`${path}: Was not written, since other parts cover all of ${name}.`];
  });
}
