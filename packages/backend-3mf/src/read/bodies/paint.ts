import type { HexColor } from '@neurofab/core';
import { fileFault } from '../file-fault.ts';
import type { ModelMesh, ModelObject, ModelPart } from '../model/model-part.ts';
import { MIXED, UNPAINTED } from '../model/triangle-block.ts';

/** The colour of the triangles from `first` to before `end`; `undefined` where they differ, or one has none. */
export function colorOf(
  model: ModelPart,
  object: ModelObject,
  { paints }: ModelMesh,
  first: number,
  end: number,
): HexColor | undefined {
  let color: HexColor | undefined;
  for (let i = runOf(paints, first); i < paints.length && paints[i]! < end; i += 3) {
    const found = colorOfRun(model, object, paints[i + 1]!, paints[i + 2]!);
    if (found === undefined || (color !== undefined && color !== found)) return undefined;
    color = found;
  }
  return color;
}

/** Where in `paints` the run begins that triangle `triangle` is in. */
function runOf(paints: Uint32Array, triangle: number): number {
  let low = 0;
  let high = paints.length / 3;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (paints[3 * middle]! <= triangle) low = middle;
    else high = middle;
  }
  return 3 * low;
}

function colorOfRun(model: ModelPart, object: ModelObject, pid: number, p1: number): HexColor | undefined {
  if (p1 === MIXED) return undefined;
  const [group, index] =
    p1 === UNPAINTED ? [object.group, object.index] : [pid === 0 ? object.group : pid, p1];
  if (group === undefined || index === undefined) return undefined;
  const colors = model.colors.get(group);
  // A texture, a mixture, or another property that is no colour.
  if (colors === undefined) return undefined;
  if (index < colors.length) return colors[index];
  throw fileFault(
    model.member,
    `has property ${index} of group ${group} in object ${object.id}, but that group has ${colors.length}`,
  );
}
