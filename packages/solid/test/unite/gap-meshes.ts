import { layout, type Mesh, parseNetworkSpec } from '@neurofab/core';
import { booleanMesher } from '../../src/boolean-mesh.ts';
import { upperHalf } from '../../src/upper-half.ts';

/** The halves of the connections between each two layers. */
export function gapMeshes(layers: readonly number[], segments: number): Mesh[][] {
  const scene = layout(parseNetworkSpec({ layers: [...layers], resolution: { segments } }), {
    origin: 'model',
  });
  const toMesh = booleanMesher(scene.parts.flatMap(({ solids }) => [...solids]));
  const gaps = new Map<number, Mesh[]>();
  for (const solid of scene.parts.flatMap(({ role, solids }) =>
    role === 'connections' ? [...solids] : [],
  )) {
    if (solid.kind !== 'cylinder') continue;
    const x = solid.from[0];
    gaps.set(x, [...(gaps.get(x) ?? []), upperHalf(toMesh(solid))]);
  }
  return [...gaps.values()];
}
