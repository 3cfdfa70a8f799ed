import { fail, type Studio } from './studio.ts';

/** Where nothing is drawn live: a picture of what is shown in its place. */
export async function drawStill(studio: Studio): Promise<void> {
  const { state, set } = studio;
  const { graphics, inspected } = state();
  if (graphics === 'live' || graphics === 'lines') return;
  try {
    const bytes = await pictureOf(studio);
    if (bytes === undefined || inspected !== state().inspected) return;
    const { still } = state();
    if (still !== undefined) URL.revokeObjectURL(still);
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' });
    set({ still: URL.createObjectURL(blob) });
  } catch (error) {
    fail(studio, error);
  }
}

async function pictureOf({ state, planner }: Studio): Promise<Uint8Array | undefined> {
  const { inspected, shown } = state();
  if (inspected !== undefined) return planner.call('picture', inspected.bodies);
  const [file] = await planner.call('make', { asked: shown, format: 'png' });
  return file?.bytes;
}
