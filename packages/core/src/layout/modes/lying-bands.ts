import type { NetworkSpec } from '../../spec/network-spec.ts';
import { NETWORK_DEFAULTS } from '../../spec/presets.ts';
import { type Band, drawnOf } from '../drawn.ts';
import { wholeLayers } from './whole-layers.ts';

/**
 * The layers that hold all connections of a network whose plane lies at a height, and those above, which hold nothing of it but
 * nodes.
 */
export function lyingBands(spec: NetworkSpec, height: number): Band[] {
  const { plan } = drawnOf(spec);
  const layerHeight = spec.layerHeight!;
  const thickest = rodRadii(spec).reduce((most, radius) => Math.max(most, radius), 0);
  const to = wholeLayers(height + thickest, layerHeight) * layerHeight;
  const below = [plan.connections, plan.negative, plan.base].filter((part) => part !== undefined);
  if (below.length === 0) return [{ from: 0, to: Infinity, parts: plan.layers }];
  return [
    { from: 0, to, parts: below },
    { from: to, to: Infinity, parts: plan.layers },
  ];
}

/** Of all rods that are drawn. */
export function rodRadii(spec: NetworkSpec): number[] {
  const { network, drawing } = drawnOf(spec);
  const radii =
    drawing === undefined
      ? [spec.connectionRadius]
      : Array.from(drawing.diameter, (diameter) => diameter / 2);
  const hasDots = network.layers.some(({ drawn, shown }) => shown.length > drawn);
  if (hasDots) radii.push(NETWORK_DEFAULTS.dotRodRatio * spec.nodeRadius);
  return radii;
}
