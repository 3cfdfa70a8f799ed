import type { LayerSpec, NetworkSpec } from '@neurofab/core';
import { layerFromText, layerSize, layerText, shownCount, specWith } from '@neurofab/core/internal';

/** Layers that draw more nodes are drawn in short: so many, and an ellipsis. */
const MOST_NODES = 10;
const DRAWN_NODES = 9;

/** A network with its large layers drawn in short. */
export interface Shortened {
  /** The layers as text, such as `784~9,10`. */
  readonly layers: string;
  readonly spec: NetworkSpec;
}

/**
 * The same network with nine nodes and an ellipsis drawn of each layer that draws more than ten. `undefined` where none
 * does, or where no text says all of its layers.
 */
export function withEllipses(spec: NetworkSpec): Shortened | undefined {
  if (spec.layers.every((layer) => shownCount(layer) <= MOST_NODES)) return undefined;
  const texts = spec.layers.map(shortened);
  if (texts.includes(undefined)) return undefined;
  const layers = texts.join();
  const short = specWith(spec, { layers: layersFrom(layers) });
  return short && { layers, spec: short };
}

/** The layers that a text such as `784~9,10` says. */
export function layersFrom(text: string): ReturnType<typeof layerFromText>[] {
  return text.split(',').map(layerFromText);
}

function shortened(layer: LayerSpec): string | undefined {
  if (shownCount(layer) <= MOST_NODES) return layerText(layer);
  const isNamed = typeof layer !== 'number' && layer.name !== undefined;
  return isNamed ? undefined : `${layerSize(layer)}~${DRAWN_NODES}`;
}
