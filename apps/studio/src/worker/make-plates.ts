import {
  arrangePlates,
  estimatePrint,
  holdsPlates,
  numbered,
  type Plan,
  type PrinterPrint,
  plateOf,
  platePrint,
  refusals,
} from '@neurofab/job';
import { plateLines, plateListText, problemText } from '@neurofab/words';
import { named } from '../state/names.ts';
import type { AskedSet } from './handlers.ts';
import { type MadeFile, makePlanned, planFile } from './make.ts';
import { archiveOf, usualStem } from './make-set.ts';

/** What is asked for with each of some names, as many on a plate as the printer's bed holds, in one archive: of each plate its file and a picture, and a list of what lies where. */
export async function makePlates(
  { asked, names, format }: AskedSet,
  tell: (done: number) => void,
): Promise<MadeFile> {
  const planned = new Map<string, Plan>();
  for (const name of new Set(names)) planned.set(name, await planFile(named(asked, name), format));
  const plans = names.map((name) => planned.get(name)!);
  const { backend } = plans[0]!.files[0]!;
  if (!holdsPlates(backend)) throw new Error(`Plates are 3MF or STL, but this is to be ${backend.label}.`);
  const titles = numbered(
    plans.map(({ spec }) => spec.name),
    ' ',
  );
  const networks = plans.map((plan, i) => ({ name: titles[i]!, asked: plan.asked }));
  const layouts = arrangePlates(plans);
  const entries: Record<string, Uint8Array> = {};
  const lines: string[] = [];
  const prints: PrinterPrint[] = [];
  for (const [i, layout] of layouts.entries()) {
    const number = i + 1;
    const { plate, plan } = await plateOf({ number, layout, networks });
    const refused = refusals(plan.findings).map(problemText);
    if (refused.length > 0) throw new Error(`Plate ${number}: ${refused.join(' ')}`);
    const print = estimatePrint(plan);
    lines.push(...plateLines({ ...plate, ...plan }, { number, print }));
    if (print !== undefined) prints.push(platePrint(plan, print));
    const files = await makePlanned(plan, (done) => tell((i + done) / layouts.length));
    for (const { name, bytes } of files) entries[name] = bytes;
  }
  entries['plates.txt'] = new TextEncoder().encode(plateListText(lines, prints));
  return archiveOf(entries, `${usualStem({ asked, names })}-plates`);
}
