import type { Bounds, HexColor, Scene, Vec3 } from '@neurofab/core';
import type { DIRECTIONS, Direction } from './camera.ts';
import type { PaintedMesh } from './draw-meshes.ts';
import type { Bed, Mark } from './ground.ts';

/** A live view on a canvas, whose background shows through. It is drawn when something changed, and nothing moves by itself. */
export interface Preview {
  /** Draws a scene from now on. The camera fits the first and then stays. */
  show(scene: Scene, options?: ShowOptions): void;
  /** Draws meshes instead: exact bodies, or a file from elsewhere. */
  showMeshes(meshes: readonly PaintedMesh[], options?: Pick<ShowOptions, 'bed'>): void;
  /** Brings all of what is shown into view. */
  fit(): void;
  look(from: keyof typeof DIRECTIONS): void;
  orbit(by: Direction): void;
  /** So many times nearer. */
  zoom(factor: number): void;
  /** Moves what is shown by CSS pixels. */
  pan(right: number, up: number): void;
  /** While something is dragged, rods may be lines where graphics are weak; as they do in what follows quickly. */
  hold(isHeld: boolean): void;
  /** From millimetres to the camera's axes, column by column. */
  viewMatrix(): Float32Array;
  /** Where a point in millimetres lies, in CSS pixels from the canvas's top left; `undefined` behind the viewer. */
  project(point: Vec3): readonly [x: number, y: number] | undefined;
  /** Around what is shown, in millimetres. */
  box(): Bounds | undefined;
  /** Whether some of what is shown is out of view, or all of it is a speck. */
  isOff(): boolean;
  /** The numbers of the ruler, and the points where they belong. */
  marks(): readonly Mark[];
  /** The colour of the bed and the ruler, which stand before the page's background. */
  setLineColor(color: HexColor): void;
  dispose(): void;
}

export interface ShowOptions {
  /** Drawn to scale if given. */
  readonly bed?: Bed | undefined;
  /** Whether pieces are put together; as they lie on the plate if left out. */
  readonly isAssembled?: boolean | undefined;
}

export interface PreviewEvents {
  /** The graphics card is gone, and nothing is drawn until it comes back. */
  readonly onLost?: () => void;
  readonly onRestored?: () => void;
  /** Whether rods are lines while anything moves, since solids of so many take too long here. */
  readonly onSketch?: (isSketch: boolean) => void;
  /** A frame was drawn, and what lies over it may have to follow; a final one stays until something changes. */
  readonly onFrame?: (isFinal: boolean) => void;
}
