import type { HexColor, Mesh, Placement } from '@neurofab/core';
import type { Standing } from '@neurofab/job';
import { createPreview } from '../preview/preview.ts';
import type { Preview } from '../preview/preview-interface.ts';
import type { PageState } from '../state/page-state.ts';

/** Where the model is drawn: live where the browser can. */
export interface Stage {
  /** The canvas with the numbers of its ruler: one for as long as the page lives. */
  readonly view: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly graphics: () => PageState['graphics'];
  /** `tell` hears how the model is drawn from now on. */
  readonly onGraphics: (tell: (graphics: PageState['graphics']) => void) => void;
  /** Draws what stands on the bed. The camera fits the first and then stays. */
  readonly show: (standing: Standing, options?: StandOptions) => void;
  /** Draws meshes in its place. */
  readonly showBodies: (bodies: readonly DrawnBody[]) => void;
  readonly fit: () => void;
  readonly look: (from: 'usual' | 'front' | 'top') => void;
}

export interface StandOptions {
  /** Whether pieces are put together, instead of lying as they are printed. */
  readonly isAssembled?: boolean;
  /** Whether it is about to change again. */
  readonly isDragging?: boolean;
}

export interface DrawnBody {
  readonly mesh: Mesh;
  readonly color: HexColor;
  readonly placement?: Placement | undefined;
}

/** A stage with a new canvas. */
export function createStage(): Stage {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  const numbers = document.createElement('div');
  numbers.className = 'ruler';
  numbers.ariaHidden = 'true';
  const view = document.createElement('div');
  view.className = 'live';
  view.append(canvas, numbers);
  let tell: (graphics: PageState['graphics']) => void = () => {};
  let graphics: PageState['graphics'] = 'live';
  let isLost = false;
  let isSketch = false;
  const tellGraphics = () => {
    graphics = isLost ? 'lost' : isSketch ? 'lines' : 'live';
    tell(graphics);
  };
  const preview: Preview | undefined = createPreview(canvas, {
    onLost: () => {
      isLost = true;
      tellGraphics();
    },
    onRestored: () => {
      isLost = false;
      tellGraphics();
    },
    onSketch: (isNowSketch) => {
      isSketch = isNowSketch;
      tellGraphics();
    },
    onFrame: () => {
      placeNumbers(numbers, preview!);
      view.classList.toggle('off', preview!.isOff());
    },
  });
  if (preview === undefined) graphics = 'still';
  // Nobody turns a model that is not there yet.
  else
    void import('../preview/preview-controls.ts').then(({ controlPreview }) =>
      controlPreview(canvas, preview),
    );
  return {
    view,
    canvas,
    graphics: () => graphics,
    onGraphics: (listener) => {
      tell = listener;
    },
    show: ({ scene, settled }, { isAssembled, isDragging = false } = {}) => {
      preview?.hold(isDragging);
      preview?.show(scene, { bed: settled.printer?.bed, isAssembled });
    },
    showBodies: (bodies) => preview?.showMeshes(bodies),
    fit: () => preview?.fit(),
    look: (from) => preview?.look(from),
  };
}

/** Pixels between numbers that can be read. */
const APART = 28;

/** The numbers of the ruler, in millimetres, where the ruler is in this frame, as far as there is room for them. */
function placeNumbers(numbers: HTMLElement, preview: Preview): void {
  const marks = preview.marks();
  while (numbers.childElementCount > marks.length) numbers.lastElementChild!.remove();
  while (numbers.childElementCount < marks.length) numbers.append(document.createElement('span'));
  let last: readonly [number, number] | undefined;
  for (const [i, { millimetres, at }] of marks.entries()) {
    const number = numbers.children[i] as HTMLElement;
    const place = preview.project(at);
    const isApart = place && (!last || Math.hypot(place[0] - last[0], place[1] - last[1]) > APART);
    number.hidden = !isApart;
    if (isApart) last = place;
    const text = `${millimetres}${i === marks.length - 1 ? ' mm' : ''}`;
    // Even the same text would be laid out again.
    if (number.textContent !== text) number.textContent = text;
    if (place !== undefined) number.style.translate = `${place[0]}px ${place[1]}px`;
  }
}
