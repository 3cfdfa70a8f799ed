import fc from 'fast-check';
import type { NetworkSpecInput, Resolution, Solid, Vec3 } from '../src/index.ts';

const COLORS = ['#0072b2', '#E69F00', 'orange', 'Orange', 'rebeccapurple', '#FFA500', 'black'];

/** A number between two others, however many orders of magnitude lie between. */
function logarithmic(min: number, max: number): fc.Arbitrary<number> {
  return fc
    .double({ min: Math.log(min), max: Math.log(max), noNaN: true })
    .map((exponent) => Math.min(max, Math.max(min, Math.exp(exponent))));
}

function ratio(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true });
}

/** Resolutions that give few triangles at every size from which they come. */
function resolutions(size: number): fc.Arbitrary<Resolution> {
  return fc.oneof(
    fc.record({ tolerance: ratio(0.005, 2).map((share) => Math.min(10, Math.max(0.0001, share * size))) }),
    fc.record({ segments: fc.integer({ min: 3, max: 24 }) }),
    fc.record({ segments: fc.integer({ min: 3, max: 24 }), rings: fc.integer({ min: 2, max: 16 }) }),
  );
}

/** Inputs without a fault, with any of the fields left out. */
export const networkInputs: fc.Arbitrary<NetworkSpecInput> = fc
  .record({ nodeRadius: logarithmic(0.05, 100), connection: ratio(0.25, 0.95), layer: ratio(2.01, 12) })
  .chain(({ nodeRadius, connection, layer }) => {
    const connectionRadius = nodeRadius * connection;
    const layerSpacing = nodeRadius * layer;
    const smallestDisc = layerSpacing / 2 + Math.max(nodeRadius / 2, connectionRadius);
    const whatever = {
      posts: fc.constant(false),
      radius: ratio(0.3, 30).map((times) => times * nodeRadius),
    };
    const disc = {
      shape: fc.constant('disc' as const),
      thickness: ratio(0.2, 2).map((times) => times * nodeRadius),
      segments: fc.integer({ min: 3, max: 60 }),
    };
    const sizes = fc.record({
      nodeRadius: fc.constant(nodeRadius),
      connectionRadius: fc.constant(connectionRadius),
      layerSpacing: fc.constant(layerSpacing),
    });
    const others = fc.record(
      {
        version: fc.constantFrom(1 as const, 2 as const),
        name: fc.string({ unit: 'binary', maxLength: 20 }),
        layers: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 6 }),
        nodeSpacing: ratio(2.01, 10).map((times) => times * nodeRadius),
        base: fc.oneof(
          fc.constant({ shape: 'none' as const }),
          fc.record(
            { ...disc, radius: ratio(1, 5).map((times) => times * smallestDisc), posts: fc.constant(true) },
            { requiredKeys: ['radius'] },
          ),
          fc.record({ ...disc, ...whatever }, { requiredKeys: ['posts'] }),
        ),
        colors: fc.record(
          {
            base: fc.constantFrom(...COLORS),
            connections: fc.constantFrom(...COLORS),
            layers: fc.array(fc.constantFrom(...COLORS), { minLength: 1, maxLength: 4 }),
          },
          { requiredKeys: [] },
        ),
        resolution: resolutions(nodeRadius),
      },
      { requiredKeys: [] },
    );
    return fc.tuple(sizes, others).map(([some, rest]) => ({ ...some, ...rest }));
  });

/** Unit vectors of any direction, often close to an axis. */
const directions: fc.Arbitrary<Vec3> = fc
  .record({
    axis: fc.constantFrom<Vec3>([0, 0, 1], [0, 0, -1], [0, 1, 0], [0, -1, 0], [1, 0, 0], [-1, 0, 0]),
    nudge: fc.oneof(fc.constant(0), logarithmic(1e-16, 1), fc.constant(10)),
    x: ratio(-1, 1),
    y: ratio(-1, 1),
    z: ratio(-1, 1),
  })
  .map(({ axis, nudge, x, y, z }): Vec3 => {
    const [a, b, c] = [axis[0] + nudge * x, axis[1] + nudge * y, axis[2] + nudge * z];
    const length = Math.sqrt(a * a + b * b + c * c);
    return length < 1e-3 ? axis : [a / length, b / length, c / length];
  });

const points: fc.Arbitrary<Vec3> = fc.tuple(ratio(-1000, 1000), ratio(-1000, 1000), ratio(-1000, 1000));

/** A radius, and the sides that some tolerance gives a circle of it: as fine as float32 can hold a metre from the origin. */
export const circles: fc.Arbitrary<{ radius: number; tolerance: number }> = logarithmic(0.01, 1000).chain(
  (radius) =>
    fc.record({
      radius: fc.constant(radius),
      tolerance: logarithmic(Math.max(0.0001, radius / 1000), Math.max(0.001, radius)),
    }),
);

/** Cylinders from 0.01 to 1000 mm, in any direction, within a metre of the origin. */
export function cylinders(
  segments: (radius: number, tolerance: number) => number,
): fc.Arbitrary<Extract<Solid, { kind: 'cylinder' }>> {
  return fc
    .record({ circle: circles, from: points, direction: directions, height: logarithmic(0.01, 1000) })
    .map(({ circle: { radius, tolerance }, from, direction, height }) => ({
      kind: 'cylinder' as const,
      from,
      to: [
        from[0] + height * direction[0],
        from[1] + height * direction[1],
        from[2] + height * direction[2],
      ] as const,
      radius,
      segments: segments(radius, tolerance),
    }));
}

/** Spheres from 0.01 to 1000 mm, within a metre of the origin. */
export function spheres(
  segments: (radius: number, tolerance: number) => number,
): fc.Arbitrary<Extract<Solid, { kind: 'sphere' }>> {
  return fc
    .record({ circle: circles, center: points, rings: ratio(0.3, 1) })
    .map(({ circle: { radius, tolerance }, center, rings }) => ({
      kind: 'sphere' as const,
      center,
      radius,
      segments: segments(radius, tolerance),
      rings: Math.max(2, Math.round(rings * segments(radius, tolerance))),
    }));
}
