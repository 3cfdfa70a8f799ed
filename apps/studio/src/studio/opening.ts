import { setNetwork } from '../state/edits.ts';
import type { GalleryEntry } from '../state/gallery.ts';
import { advanced } from '../state/history.ts';
import type { Reduction } from '../view/actions.ts';
import type { GivenFile, Opened } from '../worker/open.ts';
import type { TrainedModel } from '../worker/trained.ts';
import { drawStill } from './draw-still.ts';
import { ask, fail, type Studio, work } from './studio.ts';

/** More than a page has memory for. */
const MAX_BYTES = 1_000_000_000;

/** Opens files: a trained model, a spec, what Neurofab wrote, or what somebody else did. */
export async function openFiles(studio: Studio, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (first === undefined) return;
  if (files.reduce((sum, { size }) => sum + size, 0) > MAX_BYTES) {
    const text = `${first.name}: It is larger than 1 GB, which is more than a page can hold.`;
    studio.set({ message: { kind: 'fault', text } });
    return;
  }
  const opened = await work(studio, `Reading ${first.name}`, async (onProgress) =>
    studio.planner.call('open', await Promise.all(files.map(givenFile)), { onProgress }),
  );
  const others = files.length - 1;
  if (opened !== undefined)
    take(studio, others === 0 ? first.name : `${first.name} and ${others} more`, opened);
}

/** Begins with a network of the gallery. */
export async function choose(studio: Studio, { title, network, example }: GalleryEntry): Promise<void> {
  try {
    if (example !== undefined) take(studio, title, await studio.planner.call('example', example));
    else {
      const asked = setNetwork(network ?? {})(studio.state().history.now);
      take(studio, title, { kind: 'saved', asked, notes: [] });
    }
  } catch (error) {
    fail(studio, error);
  }
}

/** Draws other nodes of the trained network that was opened last. */
export async function reduce(studio: Studio, reduction: Reduction, drag?: string): Promise<void> {
  const { models, standing } = studio.state();
  const model = models.find(({ sha256 }) => sha256 === standing.spec.trained?.sha256);
  if (model === undefined) return;
  const changed = { ...model, ...reduction };
  try {
    const { network, fault } = await studio.planner.call('reduce', changed);
    studio.set({ models: withModel(studio.state().models, { ...changed, fault }) });
    if (network === undefined) return;
    const { layers, weights, trained } = network;
    const asked = studio.state().history.now;
    const drawn = { ...asked, network: { ...asked.network, layers, weights, trained } };
    studio.show(advanced(studio.state().history, drawn, drag));
  } catch (error) {
    fail(studio, error);
  }
}

function withModel(models: readonly TrainedModel[], model: TrainedModel): readonly TrainedModel[] {
  return [...models.filter(({ sha256 }) => sha256 !== model.sha256), model];
}

function take(studio: Studio, name: string, opened: Opened): void {
  const { state, set, stage } = studio;
  switch (opened.kind) {
    case 'fault':
      set({ message: { kind: 'fault', text: `${name}: ${opened.text}` } });
      return;
    case 'inspected':
      set({ inspected: opened.inspected, message: undefined });
      stage.showBodies(opened.inspected.bodies);
      stage.fit();
      void drawStill(studio);
      return;
    default: {
      const asked = opened.kind === 'saved' ? opened.asked : setNetwork(opened.network)(state().history.now);
      const text = opened.notes.join(' ');
      if (opened.kind === 'trained') set({ models: withModel(state().models, opened.model) });
      // What is there in the font that comes along may be there in another.
      set({ lettering: { lines: {} } });
      ask(studio, asked);
      if (text !== '') set({ message: { kind: 'note', text } });
      stage.fit();
    }
  }
}

async function givenFile(file: File): Promise<GivenFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
