import { standing } from '@neurofab/job';
import { readLink } from './link/read-link.ts';
import { stand } from './state/stand.ts';
import { lastLink } from './studio/keeping.ts';
import { type Begun, runStudio } from './studio/run-studio.ts';
import { createStage } from './studio/stage.ts';
import './style.css';

const stage = createStage();
const begun = await begin();
stage.show(begun.standing);
runStudio(document.querySelector<HTMLElement>('#page')!, stage, begun);

/** What the address says, or what was there at the last visit, or the usual network. */
async function begin(): Promise<Begun> {
  const isLinked = location.hash.length > 1;
  const link = isLinked ? location.hash : lastLink();
  const read = link === undefined ? {} : await readLink(link);
  const asked = 'asked' in read ? read.asked : undefined;
  const stood = stand(asked ?? {});
  if ('standing' in stood && 'fault' in read === false) return stood;
  const text = 'fault' in read ? read.fault : 'faults' in stood ? stood.faults.map(({ message }) => message).join(' ') : '';
  const message = { kind: 'fault', text: `The link cannot be read, so here is the usual network. ${text}` } as const;
  // What was kept by an older version is no fault of anybody.
  return { asked: {}, standing: standing({}), ...(isLinked && { message }) };
}
