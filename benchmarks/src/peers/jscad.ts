import serializer from '@jscad/3mf-serializer';
import modeling from '@jscad/modeling';
import type { HexColor, Mesh } from '@neurofab/core';
import { measureThreeMf } from '../measure/measure-three-mf.ts';
import { solidBodies } from './solid-bodies.ts';
import { type Prepare, task } from './task.ts';

/** JSCAD geometries, one a part in its colour, to the bytes of a 3MF. */
export const meshesToThreeMf: Prepare = async ({ network }) => {
  const { parts, bodies } = await solidBodies(network);
  const geometries = bodies.map(({ part, mesh }) => geometryOf(mesh, parts[part]!.color));
  return task({
    work: () => Buffer.concat(serializer.serialize({}, ...geometries).map((piece) => new Uint8Array(piece))),
    measure: measureThreeMf,
  });
};

function geometryOf({ positions, indices }: Mesh, color: HexColor) {
  const corner = (i: number): [number, number, number] => {
    const at = 3 * indices[i]!;
    return [positions[at]!, positions[at + 1]!, positions[at + 2]!];
  };
  const triangles = Array.from({ length: indices.length / 3 }, (_, i) => [
    corner(3 * i),
    corner(3 * i + 1),
    corner(3 * i + 2),
  ]);
  return modeling.colors.colorize(
    modeling.colors.hexToRgb(color),
    modeling.geometries.geom3.fromPoints(triangles),
  );
}
