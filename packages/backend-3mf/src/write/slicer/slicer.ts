import type { FlavorWriter } from '../../flavor.ts';
import { colorChanges } from './color-changes.ts';
import { slicerConfig } from './slicer-config.ts';
import { slicerModel } from './slicer-model.ts';

/** The flavour that PrusaSlicer and its descendants read. */
export const slicer: FlavorWriter = {
  model: slicerModel,
  config: slicerConfig,
  configName: 'Metadata/Slic3r_PE_model.config',
  changes: colorChanges,
};
