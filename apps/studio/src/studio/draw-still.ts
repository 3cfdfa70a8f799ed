import type { Studio } from './studio.ts';

/** Where nothing is drawn live: a picture of what is shown in its place. */
export async function drawStill({ state, set, planner }: Studio): Promise<void> {
  const { graphics, inspected, history } = state();
  if (graphics === 'live' || graphics === 'lines') return;
  const [bytes] =
    inspected === undefined
      ? (await planner.call('make', { asked: history.now, format: 'png' })).map((file) => file.bytes)
      : [await planner.call('picture', inspected.bodies)];
  if (bytes === undefined || inspected !== state().inspected) return;
  const { still } = state();
  if (still !== undefined) URL.revokeObjectURL(still);
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/png' });
  set({ still: URL.createObjectURL(blob) });
}
