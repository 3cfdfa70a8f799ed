import { specText, writtenInFull } from '@neurofab/core';
import { countPlates, shownInWords, toJson, touchSentences } from '@neurofab/core/internal';
import type { TrainedNetwork } from '@neurofab/import';
import {
  type EstimatedPrints,
  estimatePrints,
  examined,
  type Format,
  type Plan,
  planJob,
} from '@neurofab/job';
import { ownValuesNote, printsText } from '@neurofab/words';
import type { WriteRequest } from './arguments/command-line.ts';
import { refuseFullDisk } from './files/disk-room.ts';
import { type PlacedFile, placeFiles } from './files/outputs.ts';
import { type WrittenFile, writeFiles } from './files/write-files.ts';
import { type Io, writeStdout } from './io.ts';
import { type NetworkToWrite, readNetwork } from './read-network.ts';
import { type FindingsContext, findingsAsJson, notes, refuse, warnings } from './words/findings.ts';
import { sayWarnings } from './words/messages.ts';
import { printsAsJson } from './words/prints-as-json.ts';
import { withProgress } from './words/progress.ts';
import { saySummary } from './words/summary.ts';

/** Does what a request to write says: reads the network, refuses what cannot be made, and writes the files. */
export async function writeNetwork(request: WriteRequest, io: Io, formats: readonly Format[]): Promise<void> {
  const read = await readNetwork(request, { io, formats });
  if (!request.quiet) sayWarnings(io, read.warnings);
  if (request.printSpec) {
    await writeStdout(io, specText(read.spec, request));
    if (request.outputs.length === 0) return;
  }
  const plan = planJob(read.asked, { formats });
  // Who wants to know nothing of it need not wait for it.
  const isHeard = !request.quiet || request.json || request.strict;
  await makeFiles(isHeard ? examined(plan, { formats }) : plan, read, {
    request,
    io,
    prints: () => estimatePrints(plan, { formats, price: read.price }),
  });
}

interface WriteNetworkContext {
  readonly request: WriteRequest;
  readonly io: Io;
  /** What it takes to print, reckoned when it is said. */
  readonly prints: () => EstimatedPrints | undefined;
}

/** Makes the files of a plan, and says what there is to say of it before and after. */
async function makeFiles(
  plan: Plan,
  { outputs, saved, ownFrom, trained }: NetworkToWrite,
  { request, io, prints }: WriteNetworkContext,
): Promise<void> {
  const placed = await placeFiles(plan.files, outputs, { io, request });
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
        ...(plan.spec.own !== undefined && { own: { ...plan.spec.own, path: ownFrom } }),
        ...(trained !== undefined && { notes: trained.notes }),
        ...printsAsJson(prints()),
      }),
    );
  } else if (!request.quiet) {
    saySummary(io, files, plan, {
      prints: [...printsText(prints()), ...ownValuesNote(plan, ownFrom)],
      notes: [...foldedIn(trained), ...notes(plan.findings, words)],
    });
  }
}

function asJson(plan: Plan, files: readonly WrittenFile[], words: FindingsContext): object {
  const { spec, scene, printer, scale, merged, findings } = plan;
  const plates = countPlates(scene.pieces);
  const touch = touchSentences(scene);
  return {
    network: writtenInFull(spec),
    ...(scene.share !== undefined && { shown: shownInWords(scene.share), drawn: scene.share }),
    ...(touch.length > 0 && { touch }),
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
