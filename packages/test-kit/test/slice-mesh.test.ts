import { type Outline, sliceMesh } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { ball, box, cone, joined } from './toy-shapes.ts';

/** What an outline goes around, negative when it runs clockwise. */
function area(outline: Outline): number {
  return outline.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = outline[(i + 1) % outline.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The areas of each layer, to three decimals, largest first. */
function areas(layers: readonly (readonly Outline[])[]): number[][] {
  return layers.map((outlines) =>
    outlines.map((outline) => Number(area(outline).toFixed(3))).sort((a, b) => b - a),
  );
}

describe('slices of a mesh', () => {
  it('are one in the middle of each layer', () => {
    expect(areas(sliceMesh(joined(box([3, 2, 1])), 0.25))).toEqual([[6], [6], [6], [6]]);
    expect(sliceMesh(joined(box([3, 2, 1])), 0.3)).toHaveLength(3);
    expect(sliceMesh(joined(box([3, 2, 1])), 0.45)).toHaveLength(2);
  });

  it('start at the bed, where there may be nothing', () => {
    expect(areas(sliceMesh(joined(box([3, 2, 1], [5, 5, 1])), 0.5))).toEqual([[], [], [6], [6]]);
    expect(areas(sliceMesh(joined(box([3, 2, 2], [5, 5, -1])), 0.5))).toEqual([[6], [6]]);
  });

  it('run around what is solid counter-clockwise, and around holes clockwise', () => {
    const hole = box([2, 2, 2], [1, 1, 0]);
    const frame = joined(box([4, 4, 2]).subtract(hole), box([1, 1, 1], [9, 0, 0]));
    expect(areas(sliceMesh(frame, 1))).toEqual([
      [16, 1, -4],
      [16, -4],
    ]);
  });

  it('are closed where corners and faces lie in the very plane of the cut', () => {
    const stairs = joined(box([4, 4, 0.5]), box([2, 4, 1.5]), cone(0.5, 1).translate(9, 9, 0));
    for (const outlines of areas(sliceMesh(stairs, 1))) {
      for (const inside of outlines) expect(inside).toBeGreaterThan(0);
    }
    const [lower, upper] = sliceMesh(joined(ball(1, 0)), 2).map((outlines) => outlines.length);
    expect([lower, upper]).toEqual([1, undefined]);
  });

  it('go by where corners are, as in an STL, where no triangles share any', () => {
    const { positions, indices } = joined(ball(2, 0));
    const loose = new Float32Array(3 * indices.length);
    indices.forEach((corner, i) => {
      loose.set(positions.subarray(3 * corner, 3 * corner + 3), 3 * i);
    });
    const stl = { positions: loose, indices: indices.map((_, i) => i) };
    expect(areas(sliceMesh(stl, 0.3))).toEqual(areas(sliceMesh({ positions, indices }, 0.3)));
  });

  it('are refused of a mesh that is open', () => {
    const { positions, indices } = joined(box([3, 2, 1]));
    for (let i = 0; i < indices.length; i += 3) {
      const heights = [0, 1, 2].map((k) => positions[3 * indices[i + k]! + 2]!);
      if (new Set(heights).size === 1) continue;
      const torn = indices.filter((_, k) => Math.floor(k / 3) !== i / 3);
      expect(() => sliceMesh({ positions, indices: torn }, 0.2)).toThrow('open');
    }
  });
});
