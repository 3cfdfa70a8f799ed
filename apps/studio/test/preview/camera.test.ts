import type { Vec3 } from '@neurofab/core';
import { dot } from '@neurofab/core/internal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Camera,
  fitted,
  orbited,
  panned,
  projected,
  projectionMatrix,
  type Size,
  viewMatrix,
  zoomed,
} from '../../src/preview/camera.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const point = fc.tuple(number(-300, 300), number(-300, 300), number(-300, 300));
/** Corners of boxes, since whatever is shown has some width. */
const points = fc.array(point, { minLength: 1, maxLength: 20 }).map((some) => some.flatMap(boxAround));
const direction = fc.record({ turnDegrees: number(-360, 360), tiltDegrees: number(-90, 90) });
const size = fc.record({ width: number(50, 3000), height: number(50, 3000) });
const camera = fc.tuple(direction, points, size).map((given) => fit(...given));

describe('a camera', () => {
  it('sees all that it fits, and would not from much nearer', () => {
    fc.assert(
      fc.property(direction, points, size, (from, some, canvas) => {
        const fitting = fit(from, some, canvas);
        expect(seesAll(fitting, some, canvas)).toBe(true);
        expect(seesAll(zoomed(fitting, 3), some, canvas)).toBe(false);
      }),
    );
  });

  it('looks at its target, in the middle of the canvas, wherever it is led', () => {
    fc.assert(
      fc.property(camera, direction, number(0.2, 5), size, (start, by, factor, canvas) => {
        const led = zoomed(orbited(start, by), factor);
        expect(led.target).toEqual(start.target);
        expect(Math.abs(led.tiltDegrees)).toBeLessThanOrEqual(90);
        const [x, y] = projected(led, led.target, canvas)!;
        expect(x).toBeCloseTo(canvas.width / 2, 6);
        expect(y).toBeCloseTo(canvas.height / 2, 6);
      }),
    );
  });

  it('moves what is at its target by as many pixels as it is told', () => {
    fc.assert(
      fc.property(camera, number(-200, 200), number(-200, 200), size, (start, right, up, canvas) => {
        const [x, y] = projected(panned(start, { right, up }, canvas), start.target, canvas)!;
        expect(x - canvas.width / 2).toBeCloseTo(right, 5);
        expect(canvas.height / 2 - y).toBeCloseTo(up, 5);
      }),
    );
  });

  it('projects points as its matrices do', () => {
    fc.assert(
      fc.property(camera, point, size, (from, each, canvas) => {
        const pixel = projected(from, each, canvas);
        const [x, y, , w] = times(
          projectionMatrix(from, canvas, 1000),
          times(viewMatrix(from), [...each, 1]),
        );
        if (pixel === undefined || Math.abs(w!) < 1) return;
        expect(pixel[0] / canvas.width).toBeCloseTo((1 + x! / w!) / 2, 2);
        expect(pixel[1] / canvas.height).toBeCloseTo((1 - y! / w!) / 2, 2);
      }),
    );
  });
});

function fit(
  from: { turnDegrees: number; tiltDegrees: number },
  some: readonly Vec3[],
  canvas: Size,
): Camera {
  return fitted(from, (along) => Math.max(...some.map((each) => dot(each, along))), canvas);
}

function boxAround([x, y, z]: Vec3): Vec3[] {
  return [-5, 5].flatMap((dx) =>
    [-5, 5].flatMap((dy) => [-5, 5].map((dz): Vec3 => [x + dx, y + dy, z + dz])),
  );
}

function seesAll(from: Camera, some: readonly Vec3[], canvas: Size): boolean {
  return some.every((each) => {
    const [x, y] = projected(from, each, canvas) ?? [-1, -1];
    return x >= 0 && x <= canvas.width && y >= 0 && y <= canvas.height;
  });
}

function times(matrix: Float32Array, vector: readonly number[]): number[] {
  return [0, 1, 2, 3].map((row) => vector.reduce((sum, value, i) => sum + matrix[4 * i + row]! * value, 0));
}
