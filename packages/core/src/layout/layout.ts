import { drawnShare } from '../network/drawn-share.ts';
import { layerSizes } from '../network/network-of.ts';
import { shownInWords } from '../network/shown-in-words.ts';
import { rememberOf } from '../remember.ts';
import type { Scene } from '../scene/scene.ts';
import type { Mode } from '../spec/modes.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import type { PlateOptions } from './arrange.ts';
import { drawnOf, type Placed } from './drawn.ts';
import { placeFlat } from './modes/flat.ts';
import { placeHalves } from './modes/halves.ts';
import { placeInModel, placeOnBed } from './modes/upright.ts';
import { type ColorOptions, planParts } from './plan-parts.ts';

export interface LayoutOptions extends ColorOptions, PlateOptions {
  /** `'bed'` moves the model so that its bounds start at the origin; `'model'`, for one that stands upright alone, has the first layer at x = 0 and every layer centred on z = 0, as the seed does. */
  readonly origin?: 'bed' | 'model' | undefined;
}

/**
 * Where everything stands: layers along x, what is shown of each along z, centred, and the connections between them.
 * Positions follow the seed document, its powers of the node radius written as the spec's lengths.
 *
 * `colorBy` is what parts differ in colour by, `'layer'` if left out; `slots` the most colours, any number if left out, to
 * which more are merged as `fitSlots` says.
 */
export function layout(spec: NetworkSpec, options: LayoutOptions = {}): Scene {
  const { network, drawing } = drawnOf(spec);
  const name = `Neural network with layers ${layerSizes(spec).join(',')}`;
  const share = drawnShare(network, drawing);
  const drawn = share && { share, shown: shownInWords(share) };
  return {
    title: spec.name,
    description: drawn === undefined ? name : `${name}. ${drawn.shown}`,
    ...drawn,
    parts: planParts(spec, { network, drawing }, options).parts,
    ...PLACED[spec.mode](spec, options),
    source: spec,
  };
}

// Remembered, since backends ask again whether a scene stands as its spec says.
const placedInModel = rememberOf(placeInModel);
const placedOnBed = rememberOf(placeOnBed);
const placedFlat = rememberOf(placeFlat, plateKey);
const placedHalves = rememberOf(placeHalves, plateKey);

const PLACED: Readonly<Record<Mode, (spec: NetworkSpec, options: LayoutOptions) => Placed>> = {
  upright: (spec, { origin }) => (origin === 'model' ? placedInModel(spec) : placedOnBed(spec)),
  flat: placedFlat,
  halves: placedHalves,
};

function plateKey({ bed, isOnePlate = false }: PlateOptions): string {
  return `${bed} ${isOnePlate}`;
}
