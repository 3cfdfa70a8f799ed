import {
  type Body,
  type BodyMaker,
  type BodyStream,
  type Bounds,
  countTriangles,
  joinBounds,
  meshBounds,
  volume,
} from '@neurofab/core';

/** A part as it is in a file. */
export interface MeasuredBody extends Omit<Body, 'mesh'> {
  readonly triangles: number;
  readonly volumeMm3: number;
}

export interface Measurement {
  readonly triangles: number;
  /** One a part, in the order of the file. */
  readonly bodies: readonly MeasuredBody[];
  readonly bounds: Bounds;
}

/** A body maker that measures what a backend takes from it, while it is taken: nothing is kept. */
export function measureBodies(maker: BodyMaker): {
  readonly maker: BodyMaker;
  /** Of the last run through all bodies. */
  readonly measurement: () => Measurement | undefined;
} {
  let measurement: Measurement | undefined;
  return {
    measurement: () => measurement,
    async maker(scene, options) {
      const stream = await maker(scene, options);
      return {
        triangles: stream.triangles,
        async *[Symbol.asyncIterator]() {
          measurement = yield* measured(stream);
        },
      };
    },
  };
}

async function* measured(stream: BodyStream): AsyncGenerator<Body, Measurement> {
  const bodies: MeasuredBody[] = [];
  let triangles = 0;
  let bounds: Bounds | undefined;
  for await (const body of stream) {
    const { mesh, name, color, slot } = body;
    const count = countTriangles(mesh);
    const before = bodies.at(-1)?.name === name ? bodies.pop() : undefined;
    bodies.push({
      name,
      color,
      slot,
      triangles: (before?.triangles ?? 0) + count,
      volumeMm3: (before?.volumeMm3 ?? 0) + volume(mesh),
    });
    triangles += count;
    const box = meshBounds(mesh);
    bounds = bounds === undefined ? box : joinBounds(bounds, box);
    yield body;
  }
  return { triangles, bodies, bounds: bounds ?? { min: [0, 0, 0], max: [0, 0, 0] } };
}
