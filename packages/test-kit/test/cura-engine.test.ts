import { curaEngineGcode, itAsks } from '@neurofab/test-kit';
import { expect } from 'vitest';

itAsks('cura-engine')('tells which tools print what', async () => {
  expect(
    await curaEngineGcode([
      { name: 'left.stl', stl: cube(100), extruder: 0 },
      { name: 'right.stl', stl: cube(120), extruder: 1 },
      { name: 'far.stl', stl: cube(140), extruder: 0 },
    ]),
  ).toEqual({ tools: [0, 1], toolsOf: { 'left.stl': [0], 'right.stl': [1], 'far.stl': [0] } });
});

itAsks('cura-engine')('calls no tool that has nothing to print', async () => {
  const { tools } = await curaEngineGcode([{ name: 'only.stl', stl: cube(100), extruder: 0 }]);
  expect(tools).toEqual([0]);
});

itAsks('cura-engine')('fails on an extruder that the printer does not have', async () => {
  const parts = [{ name: 'only.stl', stl: cube(100), extruder: 2 }];
  await expect(curaEngineGcode(parts)).rejects.toThrow('CuraEngine');
});

/** A cube of 10 mm that stands on the bed at (`x`, 100). */
function cube(x: number): Uint8Array {
  const corner = (number: number) =>
    [x + 10 * (number & 1), 100 + 5 * (number & 2), 2.5 * (number & 4)] as const;
  const sides = ['0231', '4576', '0154', '1375', '3267', '2046'];
  const triangles = sides.flatMap(([a, b, c, d]) => [
    [a, b, c],
    [a, c, d],
  ]);
  const view = new DataView(new ArrayBuffer(84 + 50 * triangles.length));
  view.setUint32(80, triangles.length, true);
  for (const [i, triangle] of triangles.entries()) {
    const coordinates = triangle.flatMap((number) => corner(Number(number)));
    for (const [k, coordinate] of coordinates.entries()) {
      view.setFloat32(84 + 50 * i + 12 + 4 * k, coordinate, true);
    }
  }
  return new Uint8Array(view.buffer);
}
