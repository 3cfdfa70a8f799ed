import type { Case } from '../case.ts';
import { draggedFrame, sliderEvent } from '../pages/sliding.ts';

/** What the page itself does while somebody drags a slider. */
export const PAGE_SLIDER: Case = {
  id: 'page-slider',
  work: 'page: slider event and its frame',
  network: '3,6,6,4,2',
  pace: 'milliseconds',
  isOnPage: true,
  agreement: {},
  neurofab: sliderEvent(),
  peers: [],
  targets: [{ kind: 'under', atLeast: 4, reachFor: 2 }],
};

/** The same with 110,000 connections. */
export const PAGE_SLIDER_LARGE: Case = {
  ...PAGE_SLIDER,
  id: 'page-slider-large',
  network: '275,400: 110,000 connections',
  neurofab: sliderEvent({ hash: '#275,400' }),
  targets: [{ kind: 'under', atLeast: 12, reachFor: 6 }],
};

/** What somebody sees of that: a screen has sixty frames a second. */
export const PAGE_DRAG: Case = {
  ...PAGE_SLIDER,
  id: 'page-drag',
  work: 'page: from frame to frame of a drag, 95 % of them',
  pace: 'seconds',
  neurofab: draggedFrame(),
  targets: [{ kind: 'under', atLeast: 17, reachFor: 17 }],
};
