import type { NetworkSpec } from '../../spec/network-spec.ts';
import { arrange, type PlateOptions } from '../arrange.ts';
import type { Band, Placed } from '../drawn.ts';
import { footOf, looseFoot } from './foot.ts';
import { lyingBands } from './lying-bands.ts';
import { lyingNetwork } from './lying-network.ts';

/**
 * The two halves of a network, each lying on the plane that it is cut at, and a foot. Put together back to back, with dowels of
 * filament, they are as round as the network is upright, and so are their pegs and the foot's sockets.
 */
export function placeHalves(spec: NetworkSpec, options: PlateOptions): Placed {
  const foot = footOf(spec, Infinity);
  const half = { height: 0, hasDowels: true, foot };
  const halves = [
    lyingNetwork(spec, { ...half, name: `${spec.name} front half` }),
    lyingNetwork(spec, { ...half, name: `${spec.name} back half`, isMirrored: true }),
  ];
  return arrange(foot === undefined ? halves : [...halves, looseFoot(spec, foot)], options);
}

/** What colours by height can tell apart of it. */
export function halvesBands(spec: NetworkSpec): Band[] {
  return lyingBands(spec, 0);
}
