import { layout, type NetworkScene, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import { findPrinter, type Printer } from '@neurofab/printers';

export const FILAMENT: Printer = findPrinter('prusa-mk4s')!;
export const RESIN: Printer = findPrinter('generic-resin')!;
export const POWDER: Printer = findPrinter('generic-powder')!;

export function sceneOf(network: NetworkSpecInput): NetworkScene {
  return layout(parseNetworkSpec(network));
}
