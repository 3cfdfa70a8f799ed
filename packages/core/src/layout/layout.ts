import { drawnShare } from '../network/drawn-share.ts';
import { layerSizes } from '../network/network-of.ts';
import { rememberOf } from '../remember.ts';
import type { NetworkScene, Part } from '../scene/scene.ts';
import { solidsBounds } from '../scene/scene-bounds.ts';
import type { Mode } from '../spec/modes.ts';
import type { NetworkSpec } from '../spec/network-spec.ts';
import { type PlateOptions, plateKey } from './arrange.ts';
import { byHeightOf, colorBands } from './by-height.ts';
import { drawnOf, type Placed } from './drawn.ts';
import { placeFlat } from './modes/flat.ts';
import { placeHalves } from './modes/halves.ts';
import { placePlaque } from './modes/plaque.ts';
import { placeInModel, placeOnBed } from './modes/upright.ts';
import { type ColorOptions, planParts } from './plan-parts.ts';

export interface LayoutOptions extends Omit<ColorOptions, 'byHeight'>, PlateOptions {
  /** Whether colours go by height where the mode lets them: one filament a layer, changed by hand unless there are slots for it; no if left out. */
  readonly colorsByHeight?: boolean | undefined;
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
export function layout(spec: NetworkSpec, options: LayoutOptions = {}): NetworkScene {
  const { network, drawing } = drawnOf(spec);
  const share = drawnShare(network, drawing);
  const byHeight = byHeightOf(spec, options);
  const { parts, text } = planParts(spec, { network, drawing }, { ...options, byHeight });
  const placed = (byHeight?.place ?? PLACED[spec.mode])(spec, options);
  const bands = byHeight?.isByHand
    ? colorBands(spec, byHeight.bands(spec), {
        parts,
        bounds: placed.bounds,
        text: raisedText(placed, parts, text),
      })
    : [];
  return {
    title: spec.name,
    description: `Neural network with layers ${layerSizes(spec).join(',')}`,
    ...(share !== undefined && { share }),
    parts,
    ...(bands.length > 1 && { colorBands: bands }),
    ...placed,
    source: spec,
  };
}

/** `undefined` where there is none, or it is cut in. */
function raisedText({ pieces }: Placed, parts: readonly Part[], part: number | undefined) {
  const letters = pieces.flatMap(({ others }) => others.filter((other) => other.part === part));
  return letters.length === 0 ? undefined : { name: parts[part!]!.name, top: solidsBounds(letters).max[2] };
}

// Remembered, since backends ask again whether a scene stands as its spec says.
const placedInModel = rememberOf(placeInModel);
const placedOnBed = rememberOf(placeOnBed);
const placedFlat = rememberOf(placeFlat, plateKey);
const placedHalves = rememberOf(placeHalves, plateKey);
const placedPlaque = rememberOf(placePlaque, plateKey);

const PLACED: Readonly<Record<Mode, (spec: NetworkSpec, options: LayoutOptions) => Placed>> = {
  upright: (spec, { origin }) => (origin === 'model' ? placedInModel(spec) : placedOnBed(spec)),
  flat: placedFlat,
  halves: placedHalves,
  plaque: placedPlaque,
};
