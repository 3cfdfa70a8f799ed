import type { Asked } from '@neurofab/job';

addEventListener('message', async ({ data }: MessageEvent<Asked | Uint8Array>) => {
  if (data instanceof Uint8Array) {
    const { readTrained } = await import('@neurofab/import');
    postMessage(await readTrained([{ name: '', bytes: data }]));
    return;
  }
  const { planJob, renderPlan } = await import('@neurofab/job');
  for await (const { chunks } of renderPlan(planJob(data))) {
    for await (const chunk of chunks ?? []) postMessage(chunk.length);
  }
});
