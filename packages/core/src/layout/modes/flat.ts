import { postRadius } from '../../spec/base.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { arrange, type PlateOptions } from '../arrange.ts';
import type { Band, Placed } from '../drawn.ts';
import { footOf, looseFoot } from './foot.ts';
import { lyingBands, rodRadii } from './lying-bands.ts';
import { lyingNetwork } from './lying-network.ts';
import { tagsOf } from './tags.ts';

/** How far under its axis the thinnest rod is cut, in its radii; source is written from the same numbers. */
export const CUTS = {
  /** A deeper cut would leave flanks that hang over too far. */
  deepest: 0.7,
  /** Where no whole number of layers will do. */
  usual: 0.6,
} as const;

/**
 * The network lying on the bed, cut off under its plane, and a foot whose sockets take the pegs under its layers: nothing of either
 * needs support. Put together it stands as it does upright.
 */
export function placeFlat(spec: NetworkSpec, options: PlateOptions): Placed {
  const height = cutDepth(thinnestRadius(spec), spec.layerHeight!);
  const foot = footOf(spec, height);
  const network = lyingNetwork(spec, { name: spec.name, height, foot, tags: tagsOf(spec) });
  return arrange(foot === undefined ? [network] : [network, looseFoot(spec, foot)], options);
}

/** What colours by height can tell apart of it. */
export function flatBands(spec: NetworkSpec): Band[] {
  return lyingBands(spec, cutDepth(thinnestRadius(spec), spec.layerHeight!));
}

/** The largest depth that has the thinnest rod end with a whole layer; the usual one where no number of layers will do. */
export function cutDepth(radius: number, layerHeight: number): number {
  const layers = Math.floor(((1 + CUTS.deepest) * radius) / layerHeight + 1e-9);
  const depth = layers * layerHeight - radius;
  return depth > 0 ? depth : CUTS.usual * radius;
}

/** Of all rods that are drawn, and of pegs, which are as thick as the thickest of them, but there without any too. */
export function thinnestRadius(spec: NetworkSpec): number {
  return rodRadii(spec).reduce((least, radius) => Math.min(least, radius), postRadius(spec));
}
