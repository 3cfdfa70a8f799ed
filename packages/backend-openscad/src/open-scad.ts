import type { Backend, Scene, Settings } from '@neurofab/core';
import { recipeOf } from '@neurofab/core/internal';
import { checkScene, SOURCE_MODES } from './check-scene.ts';
import { headerSource } from './header-source.ts';
import { modelSource } from './model/model-source.ts';
import { parametersSource } from './parameters/parameters-source.ts';
import { readOpenScad } from './read-open-scad.ts';
import { recipeSource } from './recipe-source.ts';
import { sourceModel } from './source-model.ts';
import { tablesSource } from './tables-source.ts';

/** Two of them begin a comment, as ours begins with. */
const SLASH = 0x2f;

/**
 * OpenSCAD source that lays the network out itself, from parameters that OpenSCAD's Customizer shows and tables of what has
 * no formula. It needs no bodies. Rendering rejects with a SpecError for a scene that is not what its spec lays out.
 */
export function openScad(): Backend {
  return {
    id: 'openscad',
    label: 'OpenSCAD source',
    extensions: ['.scad'],
    mediaType: 'application/x-openscad',
    holds: 'source',
    modes: SOURCE_MODES,
    // Contents count more than extensions, since people rename files; but source may start with anything.
    recognises: (start, name) =>
      (start[0] === SLASH && start[1] === SLASH) || name.toLowerCase().endsWith('.scad'),
    read: readOpenScad,
    async *render(scene, { settings = {}, signal, onProgress } = {}) {
      signal?.throwIfAborted();
      checkScene(scene);
      yield new TextEncoder().encode(sourceOf(scene, settings));
      onProgress?.(1);
    },
  };
}

function sourceOf(scene: Scene, settings: Settings): string {
  const model = sourceModel(scene);
  return [
    headerSource(model),
    parametersSource(model),
    tablesSource(model),
    modelSource(model),
    recipeSource(recipeOf(scene, settings)),
  ].join('\n');
}
