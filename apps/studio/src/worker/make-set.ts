import { numbered, safeFileName, standing, usualName } from '@neurofab/job';
import { zipSync } from 'fflate';
import { named } from '../state/names.ts';
import type { AskedSet } from './handlers.ts';
import { type MadeFile, make } from './make.ts';

/** What is asked for with each of some names, as files that are called after them, in one archive. Equal names are made once. */
export async function makeSet(
  { asked, names, format }: AskedSet,
  tell: (done: number) => void,
): Promise<MadeFile> {
  const usual = usualStem({ asked, names });
  const stems = names.map((name) => safeFileName(name) ?? usual);
  const own = numbered(stems);
  const made = new Map<string, readonly MadeFile[]>();
  const entries: Record<string, Uint8Array> = {};
  for (const [i, name] of names.entries()) {
    const fileName = stems[i]!;
    const file = { asked: { ...named(asked, name), fileName }, format };
    const files = made.get(name) ?? (await make(file, (done) => tell((i + done) / names.length)));
    made.set(name, files);
    for (const each of files) entries[own[i] + each.name.slice(fileName.length)] = each.bytes;
  }
  return archiveOf(entries, usual);
}

/** Files by their names in one archive, which is called after a stem. */
export function archiveOf(files: Readonly<Record<string, Uint8Array>>, stem: string): MadeFile {
  // Local time: fflate takes the clock fields in the machine's own zone.
  const bytes = zipSync(files, { mtime: new Date(1980, 0, 1) });
  return { name: `${stem}.zip`, mediaType: 'application/zip', bytes };
}

/** What the file is called that is made where there are no names. */
export function usualStem({ asked, names }: AskedSet): string {
  const { spec, settled } = standing(named(asked, names[0]));
  return usualName(spec, { asked: asked.fileName ?? asked.network?.name, printer: settled.printer?.id });
}
