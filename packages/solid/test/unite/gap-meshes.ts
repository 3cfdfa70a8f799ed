import { layout, type Mesh, parseNetworkSpec, partSolids } from '@neurofab/core';
import { booleanMesher } from '../../src/boolean-mesh.ts';
import { upperHalf } from '../../src/upper-half.ts';

/** The halves of the connections between each two layers. */
export function gapMeshes(layers: readonly number[], segments: number): Mesh[][] {
  const scene = layout(parseNetworkSpec({ layers: [...layers], resolution: { segments } }), {
    origin: 'model',
  });
  const [piece] = scene.pieces;
  const toMesh = booleanMesher(scene.parts.flatMap((_, part) => [...partSolids(piece!, part)]));
  const gaps = new Map<number, Mesh[]>();
  for (const rod of piece!.rods.flatMap((some) => [...some])) {
    const x = rod.from[0];
    gaps.set(x, [...(gaps.get(x) ?? []), upperHalf(toMesh(rod))]);
  }
  return [...gaps.values()];
}
