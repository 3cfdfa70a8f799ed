import {
  type Backend,
  countSlots,
  type HexColor,
  type NetworkSpec,
  type Scene,
  VERSION,
} from '@neurofab/core';
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

/** The spec in the colours that the scene is printed in. Those that its parts do not use stay, for layers or a base to come. */
function printedSpec({ source, parts }: Scene): NetworkSpec {
  const own = source.colors;
  const layers = parts.slice(-source.layers.length).map(({ color }) => color);
  const [connections, base] = parts.slice(0, -source.layers.length).reverse();
  const isMerged = countSlots(parts) === 1 || parts.some(({ color, ownColor }) => color !== ownColor);
  return {
    ...source,
    colors: {
      base: base?.color ?? (isMerged ? connections!.color : own.base),
      connections: connections!.color,
      layers: layers.every((color, i) => color === own.layers[i % own.layers.length])
        ? own.layers
        : withoutRepeats(layers),
    },
  };
}

/** The shortest list that gives the same colours when it is used in turn. */
function withoutRepeats(colors: readonly HexColor[]): readonly HexColor[] {
  const period = colors.findIndex(
    (_, length) => length > 0 && colors.every((color, i) => color === colors[i % length]),
  );
  return period < 0 ? colors : colors.slice(0, period);
}
