import type { TrainedNetwork } from '@neurofab/import';
import { type Asked, type Format, type Settled, settle } from '@neurofab/job';
import { savedWarningText } from '@neurofab/words';
import { ask } from './arguments/ask.ts';
import { asksForModel } from './arguments/model-request.ts';
import { type NetworkInput, networkInput } from './arguments/network-input.ts';
import type { NetworkRequest } from './arguments/network-request.ts';
import { inFont } from './files/in-font.ts';
import { readSaved, type SavedFile } from './files/read-saved.ts';
import { readSpec } from './files/read-spec.ts';
import type { Io } from './io.ts';
import { ownValuesFor } from './own/own-values-for.ts';
import { readModelSpec } from './read-model-spec.ts';
import { refuse } from './words/findings.ts';

/** What a request asks for, files aside. */
export interface ReadAsked {
  readonly asked: Asked;
  readonly settled: Settled;
  /** What `--from` reads. */
  readonly saved: SavedFile | undefined;
  /** The file that says what was found out about the printer, if one does. */
  readonly ownFrom: string | undefined;
  /** The trained network that files or an example hold. */
  readonly trained: TrainedNetwork | undefined;
  /** What is to be known of what was read. */
  readonly warnings: readonly string[];
  readonly explain: NetworkInput['explain'];
}

export interface ReadAskedContext {
  readonly io: Io;
  readonly formats: readonly Format[];
  /** Reads trained models; `readModelSpec` if left out. */
  readonly readModel?: typeof readModelSpec | undefined;
}

/** Reads the network of a request, and refuses what no network could have. */
export async function readAsked(
  request: NetworkRequest,
  { io, formats, readModel = readModelSpec }: ReadAskedContext,
): Promise<ReadAsked> {
  const saved = request.from === undefined ? undefined : await readSaved(request.from, { io, formats });
  const own = await ownValuesFor(request, io);
  const flags = ask(request, { saved, own: own?.values });
  refuse(settle(flags).findings, { request, saved });
  const file = request.spec === undefined ? undefined : await readSpec(request.spec, io);
  const model = asksForModel(request) ? await readModel(request, io) : undefined;
  const { network, warnings, explain } = networkInput({ ...request, file: saved ?? model ?? file });
  const asked = await inFont({ ...flags, network }, { font: request.font, io });
  const ofFile = saved?.warnings.map((warning) => `${saved.label}: ${savedWarningText(warning)}`) ?? [];
  return {
    asked,
    settled: settle(asked),
    saved,
    ownFrom: own?.path ?? saved?.label,
    trained: model?.trained,
    warnings: [...ofFile, ...warnings],
    explain,
  };
}
