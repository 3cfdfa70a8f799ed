import { standing } from '@neurofab/job';
import type { followLink } from './link/follow-link.ts';
import { stand } from './state/stand.ts';
import { lastAsked } from './studio/last-asked.ts';
import type { Begun } from './studio/run-studio.ts';
import { createStage } from './studio/stage.ts';

const stage = createStage();
const begun = await begin();
stage.show(begun.standing);
const page = document.querySelector<HTMLElement>('#page')!;
page.append(stage.view);
// The model is there first, and what is around it a moment later.
const { runStudio } = await import('./studio/run-studio.ts');
runStudio(page, stage, begun);

/** What the address says, or else what was there at the last visit, or else the usual network. */
async function begin(): Promise<Begun> {
  const followed = location.hash.length > 1 ? await follow(location.hash) : undefined;
  if (followed === undefined) return last() ?? usual();
  if ('standing' in followed) return followed;
  return {
    ...usual(),
    message: { kind: 'fault', text: `${followed.fault} So here is the usual network.` },
  };
}

/** Most visits have no link, and wait for nothing that reads one. */
async function follow(hash: string): ReturnType<typeof followLink> {
  return (await import('./link/follow-link.ts')).followLink(hash);
}

function usual(): Begun {
  return { asked: {}, standing: standing({}) };
}

/** An older version of the page may have kept what this one cannot make. */
function last(): Begun | undefined {
  try {
    const stood = stand(lastAsked() ?? {});
    return 'standing' in stood ? stood : undefined;
  } catch {
    return undefined;
  }
}
