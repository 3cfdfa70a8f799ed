import {
  type Body,
  type BodyMaker,
  type BodyStream,
  type Bounds,
  countTriangles,
  meshBounds,
  type Part,
  volume,
} from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';

/** A part as it is in a file. */
export interface MeasuredBody extends Pick<Part, 'name' | 'color' | 'slot'> {
  readonly triangles: number;
  /** `null` unless measured in detail. */
  readonly volumeMm3: number | null;
}

export interface Measurement {
  readonly triangles: number;
  /** One a part, in the order of the file. */
  readonly bodies: readonly MeasuredBody[];
  /** `undefined` unless measured in detail. */
  readonly bounds: Bounds | undefined;
}

export interface MeasureOptions {
  /** Volumes and bounds too, which take a look at every vertex. */
  readonly inDetail: boolean;
}

/** A body maker that measures what a backend takes from it, while it is taken: nothing is kept. */
export function measureBodies(
  maker: BodyMaker,
  options: MeasureOptions,
): {
  readonly maker: BodyMaker;
  /** Of the last run through all bodies. */
  readonly measurement: () => Measurement | undefined;
} {
  let measurement: Measurement | undefined;
  return {
    measurement: () => measurement,
    async maker(scene, job) {
      const stream = await maker(scene, job);
      return {
        triangles: stream.triangles,
        parts: stream.parts,
        async *[Symbol.asyncIterator]() {
          measurement = yield* measured(stream, options);
        },
      };
    },
  };
}

async function* measured(
  stream: BodyStream,
  { inDetail }: MeasureOptions,
): AsyncGenerator<Body, Measurement> {
  const bodies: MeasuredBody[] = [];
  let last: Body | undefined;
  let triangles = 0;
  let bounds: Bounds | undefined;
  for await (const body of stream) {
    const { mesh, piece, part } = body;
    const { name, color, slot } = stream.parts[part]!;
    const count = countTriangles(mesh);
    const before = part === last?.part && piece === last.piece ? bodies.pop() : undefined;
    last = body;
    bodies.push({
      name,
      color,
      slot,
      triangles: (before?.triangles ?? 0) + count,
      volumeMm3: inDetail ? (before?.volumeMm3 ?? 0) + volume(mesh) : null,
    });
    triangles += count;
    if (inDetail) {
      const box = meshBounds(mesh);
      bounds = bounds === undefined ? box : joinBounds(bounds, box);
    }
    yield body;
  }
  return { triangles, bodies, bounds };
}
