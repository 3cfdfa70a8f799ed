import type { Case } from '../case.ts';
import { firstPicture } from '../pages/first-picture.ts';
import { STUDIO } from '../pages/studio.ts';
import { buildThreePage } from '../pages/three-page.ts';

/** What somebody waits for who opens the page for the first time. */
export const PAGE_FIRST_PICTURE: Case = {
  id: 'page-first-picture',
  work: 'page: navigation → first picture',
  network: '3,6,6,4,2',
  pace: 'seconds',
  isOnPage: true,
  agreement: {},
  neurofab: firstPicture('Neurofab', STUDIO),
  peers: [firstPicture('three.js', buildThreePage)],
  targets: [
    { kind: 'under', atLeast: 500, reachFor: 250 },
    { kind: 'faster', than: 'three.js', atLeast: 1, reachFor: 2 },
  ],
};
