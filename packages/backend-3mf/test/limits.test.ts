import { SpecError } from '@neurofab/core';
import { expect, it } from 'vitest';
import { refuseLongMeshes, refuseManyTriangles } from '../src/limits.ts';

it('takes as many triangles as slicers can read, with half as many vertices', () => {
  expect(() => refuseManyTriangles(20_000_000)).not.toThrow();
  expect(() => refuseLongMeshes([{ triangles: 20_000_000, vertices: 10_000_002 }])).not.toThrow();
});

it('refuses more triangles, and says what would help', () => {
  expect(() => refuseManyTriangles(20_000_001)).toThrow(
    new SpecError([
      {
        path: [],
        message:
          'A 3MF file holds at most 20,000,000 triangles here, but this network has 20,000,001. ' +
          'A coarser resolution or fewer nodes gives less, and an STL file holds more.',
      },
    ]),
  );
});

it('refuses meshes whose text could be longer than slicers can read, all parts together', () => {
  const part = { triangles: 9_000_000, vertices: 7_000_000 };
  expect(() => refuseLongMeshes([part])).not.toThrow();
  expect(() => refuseLongMeshes([part, part])).toThrow(SpecError);
  expect(() => refuseLongMeshes([part, part])).toThrow(/less than 2 GiB of text.* fewer nodes/);
});
