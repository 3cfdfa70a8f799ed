import type { NetworkSpec } from '@neurofab/core';
import type { TrainedNetwork } from '@neurofab/import';
import { type Asked, networkInForce } from '@neurofab/job';
import { priceIn, refuseContradictions, refuseWithoutPrinter } from './arguments/ask.ts';
import type { WriteRequest } from './arguments/command-line.ts';
import { explained } from './arguments/network-input.ts';
import { askedOutput, type FoundOutput, findOutputs, formatNamed } from './files/outputs.ts';
import type { SavedFile } from './files/read-saved.ts';
import { type ReadAskedContext, readAsked } from './read-asked.ts';
import { refuse } from './words/findings.ts';

/** A network of which only what printing it shows is not known yet. */
export interface NetworkToWrite {
  /** What is to be planned, with the network in force. */
  readonly asked: Asked;
  readonly spec: NetworkSpec;
  /** One for each that is asked for. */
  readonly outputs: readonly FoundOutput[];
  /** What `--from` reads. */
  readonly saved: SavedFile | undefined;
  /** The file that says what was found out about the printer, if one does. */
  readonly ownFrom: string | undefined;
  /** The trained network that it was read from. */
  readonly trained: TrainedNetwork | undefined;
  /** What is to be known of what was read. */
  readonly warnings: readonly string[];
  /** Of a kilogram of filament. */
  readonly price: number | undefined;
}

export interface ReadNetworkContext extends ReadAskedContext {
  /** Whether the folders of files are made; no if left out. */
  readonly makesFolders?: boolean | undefined;
}

/** Reads the network of a request to write, and refuses what cannot be read, written or in force. */
export async function readNetwork(
  request: WriteRequest,
  { io, formats, makesFolders, readModel }: ReadNetworkContext,
): Promise<NetworkToWrite> {
  refuseContradictions(request);
  const price = priceIn(request);
  const { asked, settled, saved, ownFrom, trained, warnings, explain } = await readAsked(request, {
    io,
    formats,
    readModel,
  });
  refuseWithoutPrinter({ price, strict: request.strict }, settled);
  const backends = formats.map((format) => format());
  const found = await findOutputs(request, { io, backends, usual: settled.format, makesFolders });
  const outputs = found.length === 0 ? [{ folder: '' }] : found;
  const named = formatNamed(request.format, backends)?.id;
  const whole = { ...asked, outputs: outputs.map((output) => askedOutput(output, named)) };
  const { spec, unscaled, findings } = explained(explain, () => networkInForce(whole, settled));
  refuse(findings, { request, saved });
  return { asked: { ...whole, spec: unscaled }, spec, outputs, saved, ownFrom, trained, warnings, price };
}
