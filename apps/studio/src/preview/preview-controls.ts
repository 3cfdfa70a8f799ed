import type { Preview } from './preview-interface.ts';

/** Degrees for each pixel of a drag, and for each press of an arrow. */
const TURN = { pixel: 0.4, key: 15 };

/** How much nearer a press of + is, and how much a pixel of the wheel. */
const ZOOM = { key: 1.25, pixel: 1.0015 };

/** Pixels of the wheel where it counts in lines or pages. */
const WHEEL_STEPS = [1, 16, 400];

/** What keys do on the focused canvas. */
const KEYS: Readonly<Record<string, (preview: Preview) => void>> = {
  ArrowLeft: (preview) => preview.orbit({ turnDegrees: -TURN.key, tiltDegrees: 0 }),
  ArrowRight: (preview) => preview.orbit({ turnDegrees: TURN.key, tiltDegrees: 0 }),
  ArrowUp: (preview) => preview.orbit({ turnDegrees: 0, tiltDegrees: TURN.key }),
  ArrowDown: (preview) => preview.orbit({ turnDegrees: 0, tiltDegrees: -TURN.key }),
  '+': (preview) => preview.zoom(ZOOM.key),
  '=': (preview) => preview.zoom(ZOOM.key),
  '-': (preview) => preview.zoom(1 / ZOOM.key),
  '0': (preview) => preview.fit(),
};

/**
 * Lets people turn what a preview shows: a drag orbits, with Shift or another button than the first it moves; two fingers move and zoom,
 * the wheel zooms, and the focused canvas heeds arrows, +, − and 0. One finger up or down scrolls the page. Gives what ends it.
 */
export function controlPreview(canvas: HTMLCanvasElement, preview: Preview): () => void {
  const pointers = new Map<number, Point>();
  const ending = new AbortController();
  const { signal } = ending;
  canvas.style.touchAction = 'pan-y';

  canvas.addEventListener('pointerdown', press, { signal });
  canvas.addEventListener('pointermove', drag, { signal });
  canvas.addEventListener('pointerup', release, { signal });
  canvas.addEventListener('pointercancel', release, { signal });
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  canvas.addEventListener('wheel', turnWheel, { signal, passive: false });
  canvas.addEventListener('keydown', pressKey, { signal });
  return () => ending.abort();

  function press(event: PointerEvent): void {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, pointOf(event));
    preview.hold(true);
  }

  function drag(event: PointerEvent): void {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const now = pointOf(event);
    const [right, up] = [now.x - before.x, before.y - now.y];
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (other !== undefined) {
      // Each finger moves the middle by half of its way.
      preview.pan(right / 2, up / 2);
      preview.zoom(distance(now, other) / distance(before, other));
    } else if (event.shiftKey || event.buttons > 1) preview.pan(right, up);
    else preview.orbit({ turnDegrees: -TURN.pixel * right, tiltDegrees: -TURN.pixel * up });
  }

  function release({ pointerId }: PointerEvent): void {
    pointers.delete(pointerId);
    if (pointers.size === 0) preview.hold(false);
  }

  function turnWheel(event: WheelEvent): void {
    event.preventDefault();
    preview.zoom(ZOOM.pixel ** (-event.deltaY * WHEEL_STEPS[event.deltaMode]!));
  }

  function pressKey(event: KeyboardEvent): void {
    const action = KEYS[event.key];
    if (action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action(preview);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}

/** At least a pixel, so that fingers that meet do not zoom without end. */
function distance(a: Point, b: Point): number {
  return Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
}
