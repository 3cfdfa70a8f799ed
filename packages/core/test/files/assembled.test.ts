import { expect, it } from 'vitest';
import {
  assembled,
  type Body,
  type BodyMaker,
  type Bounds,
  layout,
  meshBounds,
  parseNetworkSpec,
  type Scene,
  tessellate,
  volume,
} from '../../src/index.ts';

/** A body a node and a solid of the foot, as they lie. */
const primitives: BodyMaker = async ({ pieces, parts }) => ({
  triangles: 0,
  parts,
  async *[Symbol.asyncIterator]() {
    for (const [piece, { nodes, others }] of pieces.entries()) {
      for (const solid of [...nodes, ...others]) yield { piece, part: solid.part, mesh: tessellate(solid) };
    }
  },
});

async function bodiesOf(maker: BodyMaker, scene: Scene): Promise<Body[]> {
  const bodies: Body[] = [];
  for await (const body of await maker(scene)) bodies.push(body);
  return bodies;
}

function expectSameSize(one: Bounds, other: Bounds, axes: readonly [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2]) {
  const size = ({ min, max }: Bounds) => max.map((most, axis) => most - min[axis]!);
  for (const [to, from] of axes.entries()) expect(size(other)[to]).toBeCloseTo(size(one)[from]!, 4);
}

it('has the network stand over its foot, and turns nothing inside out', async () => {
  const scene = layout(parseNetworkSpec({ layers: [2, 3, 3, 2], mode: 'flat' }));
  const [lying, standing] = await Promise.all(
    [primitives, assembled(primitives)].map((maker) => bodiesOf(maker, scene)),
  );
  expect(standing).toHaveLength(lying!.length);
  lying!.forEach(({ piece, part, mesh }, i) => {
    const other = standing![i]!;
    expect(other).toMatchObject({ piece, part });
    expect(volume(other.mesh)).toBeCloseTo(volume(mesh), 2);
    const turned = piece === 0 ? ([0, 2, 1] as const) : ([0, 1, 2] as const);
    expectSameSize(meshBounds(mesh), meshBounds(other.mesh), turned);
  });
  const nodes = standing!.filter(
    ({ piece, part }) => piece === 0 && scene.parts[part]!.name.startsWith('layer'),
  );
  const foot = standing!.filter(({ piece }) => piece === 1);
  const lowest = Math.min(...nodes.map(({ mesh }) => meshBounds(mesh).min[2]));
  const top = Math.max(...foot.map(({ mesh }) => meshBounds(mesh).max[2]));
  expect(lowest).toBeCloseTo(top, 4);
});

it('leaves what stands already as it is', async () => {
  const scene = layout(parseNetworkSpec({ layers: [2, 3] }));
  const [before, after] = await Promise.all(
    [primitives, assembled(primitives)].map((maker) => bodiesOf(maker, scene)),
  );
  expect(after).toStrictEqual(before);
});
