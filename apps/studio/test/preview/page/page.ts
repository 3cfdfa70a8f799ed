import { type Lettering, layout, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import type { PaintedMesh } from '../../../src/preview/draw-meshes.ts';
import { createPreview } from '../../../src/preview/preview.ts';
import { controlPreview } from '../../../src/preview/preview-controls.ts';
import type { Preview, ShowOptions } from '../../../src/preview/preview-interface.ts';

declare global {
  /** Of the page: functions that tests run there know it. */
  var studio: Studio;
}

/** What a test asks of the page. */
interface Studio {
  /** `undefined` where there is no WebGL. */
  readonly preview: Preview | undefined;
  readonly events: readonly string[];
  /** How many frames were drawn. */
  frames(): number;
  /** Shows a network, or the closed bodies of it. */
  show(input: NetworkSpecInput, options?: ShowOptions & Look): Promise<void>;
  /** Waits until nothing more is drawn. */
  rest(): Promise<void>;
  /** How many pixels of what is drawn have each of these colours in any light. */
  count(colors: readonly string[]): number[];
  image(): ImageData;
  /**
   * Pixels that differ from those of another image by more than so much, 48 of 255 if left out, as a share of those that either shows, or of
   * those that lie so near the middle.
   */
  differs(other: ImageData, options?: { readonly clearly: number; readonly reach: number }): number;
}

interface Look {
  readonly isExact?: boolean;
  readonly lettering?: Lettering | undefined;
}

const canvas = document.querySelector('canvas')!;
const events: string[] = [];
let image = new ImageData(1, 1);
let frames = 0;
let isAtRest = false;
const preview = createPreview(canvas, {
  onLost: () => events.push('lost'),
  onRestored: () => events.push('restored'),
  onSketch: (isSketch) => events.push(isSketch ? 'sketch' : 'solids'),
  onFrame(isFinal) {
    frames++;
    isAtRest = isFinal;
    image = read();
  },
});
if (preview !== undefined) controlPreview(canvas, preview);

globalThis.studio = {
  preview,
  events,
  frames: () => frames,
  async show(input, options = {}) {
    const scene = layout(parseNetworkSpec(input, { lettering: options.lettering }));
    if (!options.isExact) {
      preview!.show(scene, options);
      return;
    }
    const meshes: PaintedMesh[] = [];
    for await (const { part, piece, mesh } of await solids(scene)) {
      const placement = options.isAssembled ? scene.pieces[piece]!.assembled : undefined;
      meshes.push({ mesh, color: scene.parts[part]!.color, placement });
    }
    preview!.showMeshes(meshes);
  },
  async rest() {
    isAtRest = false;
    preview!.orbit({ turnDegrees: 0, tiltDegrees: 0 });
    while (!isAtRest) await new Promise(requestAnimationFrame);
  },
  count(colors) {
    const counts = colors.map(() => 0);
    const hues = colors.map((color) =>
      hueOf([1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))),
    );
    for (let at = 0; at < image.data.length; at += 4) {
      const hue = hueOf([...image.data.subarray(at, at + 3)]);
      const likeness = hues.map((other) => other.reduce((sum, value, i) => sum + value * hue[i]!, 0));
      counts[likeness.indexOf(Math.max(...likeness))]! += image.data[at + 3]! / 255;
    }
    return counts;
  },
  image: () => image,
  differs(other, { clearly, reach } = { clearly: 48, reach: Infinity }) {
    let [shown, different] = [0, 0];
    for (let at = 0; at < image.data.length; at += 4) {
      const [here, there] = [image.data, other.data].map((data) => [...data.subarray(at, at + 4)]);
      const [x, y] = [(at / 4) % canvas.width, Math.floor(at / 4 / canvas.width)];
      if (Math.hypot(x - canvas.width / 2, y - canvas.height / 2) > reach) continue;
      if (here![3] === 0 && there![3] === 0) continue;
      shown++;
      if (here!.some((value, i) => Math.abs(value - there![i]!) > clearly)) different++;
    }
    return different / shown;
  },
};
function read(): ImageData {
  const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d')!;
  copy.drawImage(canvas, 0, 0);
  return copy.getImageData(0, 0, canvas.width, canvas.height);
}

/** The direction of a colour's light, which no light that multiplies changes. */
function hueOf(color: readonly number[]): number[] {
  const light = color.map((value) => value * value);
  const length = Math.hypot(...light) || 1;
  return light.map((value) => value / length);
}
