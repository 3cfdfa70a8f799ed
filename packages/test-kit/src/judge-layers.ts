import type { Mesh } from '@neurofab/core';
import type { CrossSection, ManifoldToplevel } from 'manifold-3d';
import { type Outline, sliceMesh } from './slice-mesh.ts';

/** What a printer that lays layer on layer would lay into the air. */
export interface LayerVerdict {
  readonly layers: number;
  /** Regions of a layer that have nothing of the layer below under them. What lies on the bed is none. */
  readonly islands: readonly Spot[];
  /** What lies farther out from the layer below than a flank of the steepest overhang does, islands too, connected regions one by one. */
  readonly overhangs: readonly Spot[];
  /** Of all overhangs together, with those that are too small to be listed. */
  readonly overhangMm2: number;
}

/** A region of one layer. */
export interface Spot {
  /** Of the layer's middle, in millimetres above the bed. */
  readonly height: number;
  readonly areaMm2: number;
  /** The box around it. */
  readonly min: readonly [x: number, y: number];
  readonly max: readonly [x: number, y: number];
}

export interface LayerOptions {
  /** Default 0.2. */
  readonly layerHeight?: number;
  /** From the vertical: 0 for a wall, 90 for a ceiling. Default 45. */
  readonly steepestDegrees?: number;
}

/** Far less than a nozzle lays down: what is smaller is neither a region nor carries one. */
const MIN_AREA = 0.01;

/** Sides of a full circle where an outline grows around a corner: for layers of 0.2 mm they are off by 0.0002 mm. */
const ROUND = 64;

/** Judges closed meshes that are printed together, layer by layer; they may touch and overlap. The bed is at z = 0. */
export async function judgeLayers(
  meshes: readonly Mesh[],
  { layerHeight = 0.2, steepestDegrees = 45 }: LayerOptions = {},
): Promise<LayerVerdict> {
  const kernel = await startKernel();
  const reach = layerHeight * Math.tan((steepestDegrees * Math.PI) / 180);
  const outlines = joinLayers(meshes.map((mesh) => sliceMesh(mesh, layerHeight)));
  const islands: Spot[] = [];
  const overhangs: Spot[] = [];
  let overhangMm2 = 0;
  let below: CrossSection | undefined;
  for (const [layer, lines] of outlines.entries()) {
    const height = (layer + 0.5) * layerHeight;
    const section = fill(kernel, lines);
    if (below !== undefined) {
      islands.push(...islandsOn(below, section).map((region) => spot(region, height)));
      const hanging = section.subtract(below.offset(reach, 'Round', 2, ROUND));
      overhangs.push(...regions(hanging).map((region) => spot(region, height)));
      overhangMm2 += hanging.area();
    }
    below = section;
  }
  return { layers: outlines.length, islands, overhangs, overhangMm2 };
}

/** A kernel for one verdict: its memory goes with it, with all cross-sections. */
async function startKernel(): Promise<ManifoldToplevel> {
  // Loaded when it is asked: most tests ask something else.
  const { default: start } = await import('manifold-3d');
  const kernel = await start();
  kernel.setup();
  return kernel;
}

function joinLayers(meshes: readonly (readonly Outline[][])[]): Outline[][] {
  const count = Math.max(0, ...meshes.map((layers) => layers.length));
  return Array.from({ length: count }, (_, layer) => meshes.flatMap((layers) => layers[layer] ?? []));
}

function fill({ CrossSection }: ManifoldToplevel, outlines: readonly Outline[]): CrossSection {
  // Of no outlines at all it makes an error.
  if (outlines.length === 0) return CrossSection.square(0);
  return new CrossSection(outlines as [number, number][][], 'NonZero');
}

function islandsOn(below: CrossSection, section: CrossSection): CrossSection[] {
  return regions(section).filter((region) => region.intersect(below).area() < MIN_AREA);
}

/** Connected, and large enough to count. */
function regions(section: CrossSection): CrossSection[] {
  return section.decompose().filter((region) => region.area() > MIN_AREA);
}

function spot(region: CrossSection, height: number): Spot {
  const { min, max } = region.bounds();
  return { height, areaMm2: region.area(), min: [min[0], min[1]], max: [max[0], max[1]] };
}
