import { type Backend, type HexColor, type NetworkSpec, type Scene, VERSION } from '@neurofab/core';
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
      const printed = { ...scene, source: printedSpec(scene) };
      const source = [
        headerSource(printed),
        parametersSource(printed),
        modelSource(printed),
        recipeSource({ neurofab: VERSION, spec: scene.source, settings }),
      ];
      yield new TextEncoder().encode(source.join('\n'));
      onProgress?.(1);
    },
  };
}

/** The spec in the colours that the scene is printed in. */
function printedSpec({ source, parts }: Scene): NetworkSpec {
  const colors = parts.map(({ color }) => color);
  const layers = colors.splice(-source.layers.length);
  const [base, connections] = source.base.shape === 'none' ? [source.colors.base, colors[0]!] : colors;
  return { ...source, colors: { base: base!, connections: connections!, layers: withoutRepeats(layers) } };
}

/** The shortest list that gives the same colours when it is used in turn. */
function withoutRepeats(colors: readonly HexColor[]): readonly HexColor[] {
  const period = colors.findIndex(
    (_, length) => length > 0 && colors.every((color, i) => color === colors[i % length]),
  );
  return period < 0 ? colors : colors.slice(0, period);
}
