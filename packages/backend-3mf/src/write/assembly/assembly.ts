import type { FlavorWriter } from '../../flavor.ts';
import { assemblyConfig } from './assembly-config.ts';
import { assemblyModel } from './assembly-model.ts';
import { avoidPrusaSlicer } from './avoid-prusa-slicer.ts';

/** The flavour that Cura reads, and whatever goes by the specification alone. */
export const assembly: FlavorWriter = {
  model: (content) => assemblyModel(avoidPrusaSlicer(content)),
  config: (content) => assemblyConfig(avoidPrusaSlicer(content)),
  configName: 'Metadata/model_settings.config',
};
