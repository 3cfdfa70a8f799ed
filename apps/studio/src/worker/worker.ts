import type { Asked } from '@neurofab/job';

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const { planJob, renderPlan } = await import('@neurofab/job');
  for await (const { chunks } of renderPlan(planJob(data))) {
    for await (const chunk of chunks ?? []) postMessage(chunk.length);
  }
});
