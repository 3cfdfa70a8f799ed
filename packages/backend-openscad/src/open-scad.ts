import { type Backend, VERSION } from '@neurofab/core';
import { headerSource } from './header-source.ts';
import { modelSource } from './model-source.ts';
import { parametersSource } from './parameters-source.ts';
import { recipeSource } from './recipe-source.ts';

/** OpenSCAD source that lays the network out itself, from parameters that OpenSCAD's Customizer shows. It needs no bodies. */
export function openScad(): Backend {
  return {
    id: 'openscad',
    label: 'OpenSCAD source',
    extensions: ['.scad'],
    mediaType: 'application/x-openscad',
    async *render(scene, { settings = {}, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const printed = { ...scene, spec: { ...scene.spec, colors: scene.colors } };
      const source = [
        headerSource(printed),
        parametersSource(printed),
        modelSource(printed),
        recipeSource({ neurofab: VERSION, spec: scene.spec, settings }),
      ];
      yield new TextEncoder().encode(source.join('\n'));
      onProgress?.(1);
    },
  };
}
