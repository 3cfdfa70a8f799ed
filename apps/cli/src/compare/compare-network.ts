import { SpecError } from '@neurofab/core';
import { toJson } from '@neurofab/core/internal';
import {
  type ComparedMode,
  compareModes,
  type Format,
  isSound,
  leastMode,
  networkInForce,
} from '@neurofab/job';
import { ownValuesText } from '@neurofab/words';
import { priceIn, refuseContradictions } from '../arguments/ask.ts';
import type { CompareRequest } from '../arguments/command-line.ts';
import { explained } from '../arguments/network-input.ts';
import { CommandError, EXIT_CODES } from '../errors.ts';
import { type Io, writeStdout } from '../io.ts';
import { readAsked } from '../read-asked.ts';
import { faults, refuse } from '../words/findings.ts';
import { sayWarnings } from '../words/messages.ts';
import { printAsJson } from '../words/prints-as-json.ts';
import { comparisonText } from './comparison-text.ts';

/** Prints what a network takes in each mode, and which takes least; gives the exit code: 1 if it comes out in none. Throws a CommandError without a printer. */
export async function compareNetwork(
  request: CompareRequest,
  io: Io,
  formats: readonly Format[],
): Promise<number> {
  refuseContradictions(request);
  const price = priceIn(request);
  const { asked, settled, saved, ownFrom, warnings, explain } = await readAsked(request, { io, formats });
  const { printer } = settled;
  if (printer === undefined) {
    throw new CommandError('What a network takes depends on the printer: name it with --printer.');
  }
  const words = { request, saved };
  const { unscaled, findings } = explained(explain, () => networkInForce(asked, settled));
  refuse(findings, words);
  if (!request.json) sayWarnings(io, warnings);
  const compared = compareModes({ ...asked, spec: unscaled }, { formats, price });
  const own = asked.own && ownValuesText(asked.own);
  const ownText = own && `With your own values for ${printer.name}: ${own} (${ownFrom}).`;
  const sentences = ({ plan, faults: ofNetwork = [] }: ComparedMode) =>
    plan === undefined ? explain(new SpecError(ofNetwork)).faults : faults(plan.findings, words);
  await writeStdout(
    io,
    request.json
      ? toJson({
          printer: printer.id,
          ...(asked.own !== undefined && { own: { ...asked.own, path: ownFrom } }),
          modes: compared.map(asJson),
          least: leastMode(compared)?.mode ?? null,
        })
      : comparisonText(compared, { io, sentences, own: ownText }),
  );
  return compared.some(isSound) ? EXIT_CODES.done : EXIT_CODES.input;
}

function asJson({ mode, plan, print, faults: ofNetwork }: ComparedMode): object {
  return {
    mode,
    ...(plan !== undefined && { boundsMm: plan.scene.bounds }),
    ...(print !== undefined && { print: printAsJson(print) }),
    findings: plan?.findings.map(({ code, level }) => ({ code, level })) ?? [],
    ...(ofNetwork !== undefined && { faults: ofNetwork.map(({ message }) => message) }),
  };
}
