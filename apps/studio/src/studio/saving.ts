import { linkOf } from '../link/link-of.ts';
import { areOnPlates, copiesText } from '../state/names.ts';
import { refusalIn, stand } from '../state/stand.ts';
import { type CallOptions, Stopped } from '../worker/connection.ts';
import type { MadeFile } from '../worker/make.ts';
import { checkNames } from './check-names.ts';
import { type Studio, work } from './studio.ts';

/** Makes a file of what is asked for and saves it, in the format that the printer wants if none is named. */
export async function download(studio: Studio, format?: string): Promise<void> {
  const isFocused = document.activeElement?.closest('.download') !== null;
  const making = make(studio, format);
  // The button that was pressed goes while the work goes on, and with it the focus.
  if (isFocused) focus('cancel');
  await making;
  if (isFocused) focus('download');
}

function focus(id: string): void {
  document.getElementById(id)?.focus();
}

async function make(studio: Studio, format?: string): Promise<void> {
  const { state, set, planner } = studio;
  const { report, shown, names } = state();
  const label = report?.formats.find(({ id }) => id === format)?.label ?? report?.file.label ?? 'the file';
  const count = names.list.length;
  const made = await work(studio, `Making ${copiesText(state())}${label}`, (onProgress) =>
    (count > 0 ? makeNamed : makeOne)(studio, format, { onProgress }),
  );
  if (made === undefined || made.length === 0) return;
  const files = made.map(toFile) as [File, ...File[]];
  for (const one of files) saveFile(one);
  const canShare = navigator.canShare?.({ files }) ?? false;
  set({ change: `Saved ${files.map(({ name }) => name).join(', ')}.` });
  const next = await planner.call('steps', { asked: shown, format });
  set({ saved: { files, canShare, next } });
}

/** Makes a file, or files where it is split. */
async function makeOne(
  { state, planner, maker }: Studio,
  format: string | undefined,
  options: CallOptions,
): Promise<readonly MadeFile[]> {
  const file = { asked: state().shown, format };
  return maker.call('make', file, options).catch(async (error) => {
    const why = error instanceof Stopped ? undefined : await planner.call('refusal', file);
    throw why === undefined ? error : new Error(why);
  });
}

/** Makes a file for each name, or plates of them, in one archive; nothing where one of them cannot be made. */
async function makeNamed(
  studio: Studio,
  format: string | undefined,
  options: CallOptions,
): Promise<readonly MadeFile[]> {
  const state = studio.state();
  const set = { asked: state.history.now, names: state.names.list, format };
  const { maker } = studio;
  return (await checkNames(studio, set, { worker: maker }))
    ? [await maker.call(areOnPlates(state) ? 'makePlates' : 'makeSet', set, options)]
    : [];
}

/** Hands what was saved last to another program, which a person chooses. */
export async function share({ state, set }: Studio): Promise<void> {
  const { saved } = state();
  try {
    await navigator.share({ files: [...saved!.files] });
  } catch (error) {
    if ((error as DOMException).name === 'AbortError') return;
    set({ message: { kind: 'note', text: 'This browser shares no such files: it is among its downloads.' } });
  }
}

/** Saves what was given of the network as a spec. */
export async function downloadSpec(studio: Studio): Promise<void> {
  const asked = studio.state().shown;
  const file = await work(studio, 'Writing the spec', () => studio.planner.call('spec', asked));
  if (file !== undefined) saveFile(toFile(file));
}

/** Copies a link to the page as it is, or says why there is none. */
export async function copyLink({ state, set }: Studio): Promise<void> {
  const { history, faults, standing } = state();
  if (faults.length > 0 || refusalIn(standing) !== undefined) {
    set({ message: { kind: 'fault', text: 'What cannot be made has no link.' } });
    return;
  }
  const link = await linkOf(stand(history.now).asked);
  set({ message: { kind: 'note', text: 'hash' in link ? await copied(link.hash) : TOO_LONG } });
}

const TOO_LONG =
  'This network is too large for a link: download a file of it and send that. Whoever opens it here gets everything back.';

async function copied(hash: string): Promise<string> {
  const address = new URL(hash, location.href).href;
  return (await isCopied(address)) ? 'The link is on the clipboard.' : `The link: ${address}`;
}

/** Browsers may have no clipboard, or ask first. */
async function isCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** How long a browser may take to begin with a file before its bytes are let go, in milliseconds. */
const BEGIN = 60_000;

function toFile({ name, mediaType, bytes }: MadeFile): File {
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: mediaType });
}

function saveFile(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), BEGIN);
}
