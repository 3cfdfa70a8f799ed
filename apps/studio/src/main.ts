import { standing } from '@neurofab/job';
import { readLink } from './link/read-link.ts';
import { unreadText } from './link/unread-text.ts';
import { stand } from './state/stand.ts';
import { lastAsked } from './studio/keeping.ts';
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
  const read = await readLink(location.hash);
  if (read === undefined) return last() ?? usual();
  if ('asked' in read) {
    const stood = stand(read.asked);
    if ('standing' in stood) return stood;
    return { ...usual(), message: unread(stood.faults.map(({ message }) => message).join(' ')) };
  }
  return { ...usual(), message: unread(read.fault) };
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

function unread(why: string): Begun['message'] {
  return { kind: 'fault', text: `${unreadText(why)} So here is the usual network.` };
}
