import type { HexColor } from '@neurofab/core';
import { countPlates } from '@neurofab/core/internal';
import {
  type Camera,
  DIRECTIONS,
  type Direction,
  fitted,
  orbited,
  panned,
  projected,
  projectionMatrix,
  reachOf,
  type Size,
  viewMatrix,
  zoomed,
} from './camera.ts';
import { drawMeshes } from './draw-meshes.ts';
import { drawScene } from './draw-scene.ts';
import type { Drawing, Room } from './drawing.ts';
import { type Bed, groundOf, rulerMarks } from './ground.ts';
import type { Preview, PreviewEvents } from './preview-interface.ts';
import { createRenderer } from './renderer.ts';
import { spanOf } from './span-of.ts';
import { noTriangles } from './triangles.ts';
import { watchFrames } from './watch-frames.ts';

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

/** Milliseconds that a frame may take while anything moves: with smooth edges, and with solids. */
const [FLUENT, SLOW] = [20, 50];

/** Fewer rods are not what takes the time. */
const MANY = 1000;

/** Between plates. */
const GAP = 20;

/** A view on a canvas; `undefined` where there is no WebGL 2. */
export function createPreview(canvas: HTMLCanvasElement, events: PreviewEvents = {}): Preview | undefined {
  const context = canvas.getContext('webgl2', { stencil: true, antialias: false });
  if (context === null) return undefined;
  const gl = context;
  const room: Room = { instances: new Float32Array(0), triangles: noTriangles() };
  let renderer = createRenderer(gl);
  let watch = watchFrames(gl, economise);
  let shown: Shown | undefined;
  let camera: Camera | undefined;
  let lineColor: HexColor = '#808080';
  /** So many rods are too many while anything moves. */
  let tooMany = Infinity;
  let isHeld = false;
  let isMoving = false;
  /** Whether edges are smooth while anything moves. */
  let isFluent = true;
  /** Whether the last frame can stay. */
  let isFinal = false;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  canvas.addEventListener('webglcontextlost', lose);
  canvas.addEventListener('webglcontextrestored', restore);
  const observer = new ResizeObserver(draw);
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
    pan: (right, up) => move(panned(aimed(), { right, up }, sizeOf(canvas))),
    hold(isHeldNow) {
      isHeld = isHeldNow;
      settleLater();
    },
    viewMatrix: () => viewMatrix(aimed()),
    project: (point) => projected(aimed(), point, sizeOf(canvas)),
    box: () => shown?.drawing.box,
    marks: () => (shown === undefined ? [] : rulerMarks(shown.drawing.box)),
    setLineColor(color) {
      lineColor = color;
      upload();
      request();
    },
    dispose() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      canvas.removeEventListener('webglcontextlost', lose);
      canvas.removeEventListener('webglcontextrestored', restore);
    },
  };

  function present(next: Shown): void {
    shown = next;
    upload();
    moveOn();
  }

  function upload(): void {
    if (shown === undefined || gl.isContextLost()) return;
    const { drawing, ...ground } = shown;
    renderer.upload(drawing, groundOf({ ...ground, box: drawing.box, color: lineColor }));
  }

  /** The camera, which is aimed when it is first asked for, since only then the canvas has its size. */
  function aimed(): Camera {
    if (camera === undefined && shown !== undefined) {
      camera = fitTo(shown.drawing, DIRECTIONS.usual);
    }
    return camera ?? { ...DIRECTIONS.usual, target: [0, 0, 0], distance: 1 };
  }

  function aim(direction: Direction): void {
    if (shown !== undefined) move(fitTo(shown.drawing, direction));
  }

  function fitTo(drawing: Drawing, { turnDegrees, tiltDegrees }: Direction): Camera {
    return fitted({ turnDegrees, tiltDegrees }, (along) => spanOf(drawing, along), sizeOf(canvas));
  }

  function move(to: Camera): void {
    if (shown === undefined) return;
    camera = to;
    moveOn();
  }

  /** Something moved: solids that were lines come back when nothing else does. */
  function moveOn(): void {
    isMoving = true;
    settleLater();
    request();
  }

  function settleLater(): void {
    clearTimeout(rest);
    rest = setTimeout(settle, REST);
  }

  function settle(): void {
    if (isHeld) return;
    isMoving = false;
    if (!isFinal) request();
  }

  function request(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const size = sizeOf(canvas);
    if (shown === undefined || gl.isContextLost() || size.width * size.height === 0) return;
    const ratio = Math.min(devicePixelRatio, MOST_RATIO);
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    // Even the same size would clear the canvas.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    const from = aimed();
    const { drawing, bed, plates, pitch } = shown;
    const reach = reachOf(drawing.box, from.target) + Math.hypot(bed?.x ?? 0, bed?.y ?? 0) + plates * pitch;
    const isSmooth = !isMoving || isFluent;
    const isSketch = isMoving && drawing.rodCount >= tooMany;
    renderer.draw({
      view: viewMatrix(from),
      projection: projectionMatrix(from, size, reach),
      isSmooth,
      isSketch,
    });
    isFinal = isSmooth && !isSketch;
    if (isMoving && !isSketch) watch(isFluent ? FLUENT : SLOW);
    events.onFrame?.();
  }

  /** What takes most is left out first: smooth edges, then solids of as many rods. */
  function economise(): void {
    const rodCount = shown?.drawing.rodCount ?? 0;
    if (isFluent) isFluent = false;
    else if (rodCount >= MANY && rodCount < tooMany) {
      if (tooMany === Infinity) events.onWeak?.();
      tooMany = rodCount;
    }
  }

  function lose(event: Event): void {
    // Or it would never be restored.
    event.preventDefault();
    events.onLost?.();
  }

  function restore(): void {
    renderer = createRenderer(gl);
    watch = watchFrames(gl, economise);
    upload();
    draw();
    events.onRestored?.();
  }
}

function sizeOf({ clientWidth: width, clientHeight: height }: HTMLCanvasElement): Size {
  return { width, height };
}
