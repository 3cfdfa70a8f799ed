import type { HexColor } from '@neurofab/core';
import { countPlates, dot } from '@neurofab/core/internal';
import {
  type Camera,
  DIRECTIONS,
  type Direction,
  farthest,
  fitted,
  isOff,
  orbited,
  panned,
  projected,
  projectionMatrix,
  type Reach,
  type Size,
  viewMatrix,
  zoomed,
} from './camera.ts';
import { drawMeshes } from './draw-meshes.ts';
import { drawScene } from './draw-scene.ts';
import type { Drawing, Room } from './drawing.ts';
import { type Bed, groundOf, isTooLarge, rulerEnds, rulerMarks } from './ground.ts';
import { createPace } from './pace.ts';
import type { Preview, PreviewEvents } from './preview-interface.ts';
import { reachOf } from './reach-of.ts';
import { createRenderer, type View } from './renderer.ts';
import { noTriangles } from './triangles.ts';

/** What is drawn, and what it stands on. */
interface Shown {
  readonly drawing: Drawing;
  readonly bed: Bed | undefined;
  readonly plates: number;
  /** From one plate to the next. */
  readonly pitch: number;
}

/** Rest begins so many milliseconds after the last change. */
const REST = 250;

/** Pixels of the canvas for each of the page, along one side: more are not seen. */
const MOST_RATIO = 2;

/** Between plates. */
const GAP = 20;

/** A view on a canvas; `undefined` where there is no WebGL 2. */
export function createPreview(canvas: HTMLCanvasElement, events: PreviewEvents = {}): Preview | undefined {
  const context = canvas.getContext('webgl2', { stencil: true, antialias: false });
  if (context === null) return undefined;
  const gl = context;
  const room: Room = { instances: new Float32Array(0), triangles: noTriangles() };
  let renderer = createRenderer(gl);
  const pace = createPace(gl, weaken);
  let shown: Shown | undefined;
  let camera: Camera | undefined;
  let lineColor: HexColor = '#808080';
  /** Whether graphics were found to be weak, and whether somebody was told that rods are lines because of that. */
  let isWeak = false;
  let hasToldSketch = false;
  let isHeld = false;
  let isMoving = false;
  /** Whether the last frame can stay. */
  let isFinal = false;
  /** Steps that are being drawn; what comes in between forgets them. */
  let steps: Generator<void> | undefined;
  let isUploaded = false;
  /** The canvas's, once it is known: whoever asks for it after a change has the browser lay out the page. */
  let size: Size | undefined;
  /** The first frame comes without smooth edges, in half the time where graphics are weak. */
  let hasDrawn = false;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  canvas.addEventListener('webglcontextlost', lose);
  canvas.addEventListener('webglcontextrestored', restore);
  const observer = new ResizeObserver(resize);
  observer.observe(canvas);

  return {
    show(scene, { bed, isAssembled = false } = {}) {
      const { min, max } = scene.bounds;
      const pitch = GAP + (bed?.x ?? max[0] - min[0]);
      const plates = isAssembled ? 1 : countPlates(scene.pieces);
      present({ drawing: drawScene(scene, { isAssembled, pitch, room }), bed, plates, pitch });
    },
    showMeshes(meshes, { bed } = {}) {
      present({ drawing: drawMeshes(meshes, room), bed, plates: 1, pitch: 0 });
    },
    fit: () => aim(aimed()),
    look: (from) => aim(DIRECTIONS[from]),
    orbit: (by) => move(orbited(aimed(), by)),
    zoom: (factor) => move(zoomed(aimed(), factor)),
    pan: (right, up) => move(panned(aimed(), { right, up }, knownSize())),
    hold(isHeldNow) {
      isHeld = isHeldNow;
      settleLater();
    },
    viewMatrix: () => viewMatrix(aimed()),
    project: (point) => projected(aimed(), point, knownSize()),
    box: () => shown?.drawing.box,
    isOff: () => shown !== undefined && isOff(aimed(), shown.drawing.box, knownSize()),
    marks: () => (shown === undefined ? [] : rulerMarks(shown.drawing.box)),
    setLineColor(color) {
      lineColor = color;
      isUploaded = false;
      request();
    },
    dispose() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      steps = undefined;
      canvas.removeEventListener('webglcontextlost', lose);
      canvas.removeEventListener('webglcontextrestored', restore);
    },
  };

  function present(next: Shown): void {
    shown = next;
    isUploaded = false;
    tellSketch();
    moveOn();
  }

  function upload({ drawing, ...ground }: Shown): void {
    renderer.upload(drawing, groundOf({ ...ground, box: drawing.box, color: lineColor }));
    isUploaded = true;
  }

  /** The camera, which is aimed when it is first asked for, since only then the canvas has its size. */
  function aimed(): Camera {
    if (shown !== undefined) camera ??= fitTo(shown.drawing, DIRECTIONS.usual);
    return camera ?? { ...DIRECTIONS.usual, target: [0, 0, 0], distance: 1 };
  }

  function aim(direction: Direction): void {
    if (shown !== undefined) move(fitTo(shown.drawing, direction));
  }

  function fitTo(drawing: Drawing, { turnDegrees, tiltDegrees }: Direction): Camera {
    const ends = rulerEnds(drawing.box);
    const reach: Reach = (along) => Math.max(reachOf(drawing, along), ...ends.map((end) => dot(end, along)));
    return fitted({ turnDegrees, tiltDegrees }, reach, knownSize());
  }

  function move(to: Camera): void {
    if (shown === undefined) return;
    camera = to;
    moveOn();
  }

  /** What is left out while something moves comes back when nothing does. */
  function moveOn(): void {
    isMoving = true;
    request();
  }

  function settleLater(): void {
    clearTimeout(rest);
    rest = setTimeout(settle, REST);
  }

  function settle(): void {
    if (isHeld || shown === undefined) return;
    isMoving = false;
    if (isFinal) return;
    if (pace.isTooMuch(shown.drawing.rodCount)) void refine();
    else request();
  }

  async function refine(): Promise<void> {
    const own = renderer.drawInSteps(
      viewOf({ isSmooth: pace.isFluent(), isSketch: false, isCoarse: false }),
      pace.rodsAtOnce,
    );
    steps = own;
    if (!(await pace.take(own, () => steps === own))) return;
    steps = undefined;
    isFinal = true;
    events.onFrame?.(isFinal);
  }

  /** Begins again without smooth edges, which take longer than what was drawn. */
  function weaken(): void {
    isWeak = true;
    tellSketch();
    void refine();
  }

  function tellSketch(): void {
    const isSketch = isWeak && shown !== undefined && pace.isTooMuch(shown.drawing.rodCount);
    if (isSketch !== hasToldSketch) events.onSketch?.(isSketch);
    hasToldSketch = isSketch;
  }

  function request(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function knownSize(): Size {
    size ??= sizeOf(canvas);
    return size;
  }

  function resize(): void {
    const before = size;
    size = sizeOf(canvas);
    // The observer also tells of the size at the beginning, in which the first frame is drawn.
    if (size.width !== before?.width || size.height !== before.height) draw();
  }

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const seen = knownSize();
    if (shown === undefined || gl.isContextLost() || seen.width * seen.height === 0) return;
    const ratio = Math.min(devicePixelRatio, MOST_RATIO);
    const [width, height] = [Math.round(seen.width * ratio), Math.round(seen.height * ratio)];
    // Even the same size would clear the canvas.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    steps = undefined;
    // Only now, or many changes on end would pile up before a graphics card that is slow.
    if (!isUploaded) upload(shown);
    const isSketch = pace.isTooMuch(shown.drawing.rodCount);
    // Smooth lines would take longer than solids.
    const isSmooth = hasDrawn && !isSketch && (!isMoving || pace.isFluent());
    renderer.draw(viewOf({ isSmooth, isSketch, isCoarse: !isSmooth }));
    hasDrawn = true;
    isFinal = isSmooth;
    if (isMoving && isSmooth) pace.watch();
    if (isMoving || !isFinal) settleLater();
    events.onFrame?.(isFinal);
  }

  function viewOf(look: Pick<View, 'isSmooth' | 'isSketch' | 'isCoarse'>): View {
    const from = aimed();
    const projection = projectionMatrix(from, knownSize(), reachFrom(from));
    const isGroundOnTop = shown?.bed !== undefined && isTooLarge(shown.drawing.box, shown.bed);
    return { view: viewMatrix(from), projection, isGroundOnTop, ...look };
  }

  function reachFrom({ target }: Camera): number {
    if (shown === undefined) return 1;
    const { drawing, bed, plates, pitch } = shown;
    return farthest(drawing.box, target) + Math.hypot(bed?.x ?? 0, bed?.y ?? 0) + plates * pitch;
  }

  function lose(event: Event): void {
    // Or it would never be restored.
    event.preventDefault();
    steps = undefined;
    events.onLost?.();
  }

  function restore(): void {
    renderer = createRenderer(gl);
    isUploaded = false;
    draw();
    events.onRestored?.();
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLCanvasElement): Size {
  return { width, height };
}
