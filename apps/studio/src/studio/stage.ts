import type { HexColor, Mesh, Placement } from '@neurofab/core';
import type { Standing } from '@neurofab/job';
import { createPreview } from '../preview/preview.ts';
import { previewControls } from '../preview/preview-controls.ts';
import type { PageState } from '../state/page-state.ts';

/** Where the model is drawn: live where the browser can. */
export interface Stage {
  /** One for as long as the page lives. */
  readonly canvas: HTMLCanvasElement;
  readonly graphics: () => PageState['graphics'];
  /** Says how the model is drawn from now on. */
  onGraphics(tell: (graphics: PageState['graphics']) => void): void;
  /** Draws what stands on the bed; the camera stays. */
  readonly show: (standing: Standing, isDragging?: boolean) => void;
  /** Draws meshes in its place. */
  readonly showBodies: (bodies: readonly DrawnBody[]) => void;
  readonly fit: () => void;
  readonly look: (from: 'usual' | 'front' | 'top') => void;
}

export interface DrawnBody {
  readonly mesh: Mesh;
  readonly color: HexColor;
  readonly placement?: Placement | undefined;
}
