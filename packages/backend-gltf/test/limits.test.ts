import { expect, it } from 'vitest';
import { MAX_TRIANGLES } from '../src/index.ts';
import { refuseLargeMeshes, refuseManyTriangles } from '../src/limits.ts';

it('takes as many triangles as 4 GiB hold with half as many vertices', () => {
  expect(() => refuseManyTriangles(MAX_TRIANGLES)).not.toThrow();
  expect(() => refuseManyTriangles(MAX_TRIANGLES + 1)).toThrow(/fewer nodes gives less/);
  const half = Math.floor(MAX_TRIANGLES / 2);
  expect(() => refuseLargeMeshes([{ triangles: MAX_TRIANGLES, vertices: half }])).not.toThrow();
});

it('refuses meshes of more than that, all parts together', () => {
  const part = { triangles: 100_000_000, vertices: 100_000_000 };
  expect(() => refuseLargeMeshes([part])).not.toThrow();
  expect(() => refuseLargeMeshes([part, part])).toThrow(/smaller than 4 GiB.* take 4,800,000,000 bytes/);
});

it('counts corners of 16 bits as what they take', () => {
  const small = { triangles: 130_000, vertices: 65_535 };
  // 1.57 MB each, of which there is room for 2,734.
  expect(() => refuseLargeMeshes(Array(2700).fill(small))).not.toThrow();
  expect(() => refuseLargeMeshes(Array(2800).fill(small))).toThrow();
});
