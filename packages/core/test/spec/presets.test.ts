import { describe, expect, it } from 'vitest';
import { type HexColor, layout, NETWORK_DEFAULTS, parseColor, parseNetworkSpec } from '../../src/index.ts';

type Rgb = readonly [red: number, green: number, blue: number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/**
 * What is left of linear sRGB for the whole of each deficiency: Machado, Oliveira and Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, doi:10.1109/TVCG.2009.113, severity 1.0.
 */
const VISIONS: Readonly<Record<string, Matrix>> = {
  'normal vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Ten times what the eye can just tell apart side by side (about 2.3): told apart at a glance, and by the slot's swatch. */
const DISTINCT = 23;

/** The sRGB transfer function of IEC 61966-2-1, to linear light. */
function linear(color: HexColor): Rgb {
  return [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

function times(matrix: Matrix, [r, g, b]: Rgb): Rgb {
  return matrix.map((row) => row[0] * r + row[1] * g + row[2] * b) as unknown as Rgb;
}

/** CIELAB under D65 of linear sRGB. */
function lab(rgb: Rgb): Rgb {
  const [x, y, z] = times(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  );
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

/** ΔE*ab of 1976 between two colours as some vision has them. */
function difference(a: HexColor, b: HexColor, vision: Matrix): number {
  const [seenA, seenB] = [a, b].map((color) => {
    const seen = times(vision, linear(color)).map((channel) => Math.min(1, Math.max(0, channel)));
    return lab(seen as unknown as Rgb);
  }) as [Rgb, Rgb];
  return Math.hypot(seenA[0] - seenB[0], seenA[1] - seenB[1], seenA[2] - seenB[2]);
}

describe('the default colours', () => {
  const { base, connections, layers } = NETWORK_DEFAULTS.colors;
  const colors = [...new Set([base, connections, ...layers])];
  const pairs = colors.flatMap((a, i) => colors.slice(i + 1).map((b): [HexColor, HexColor] => [a, b]));

  it.each(Object.entries(VISIONS))('stay apart under %s', (_, vision) => {
    for (const [a, b] of pairs) {
      expect(difference(a, b, vision), `${a} and ${b}`).toBeGreaterThan(DISTINCT);
    }
  });

  it('of the first four slots, and those of the others, are as far apart as the presets say', () => {
    const least = (of: readonly [HexColor, HexColor][]) =>
      Math.min(...of.flatMap(([a, b]) => Object.values(VISIONS).map((vision) => difference(a, b, vision))));
    const first = colors.slice(0, 4);
    const isOfFirst = (color: HexColor) => first.includes(color);
    expect(least(pairs.filter(([a, b]) => !(isOfFirst(a) && isOfFirst(b))))).toBeGreaterThan(33);
    expect(least(pairs.filter(([a, b]) => isOfFirst(a) && isOfFirst(b)))).toBeGreaterThan(DISTINCT);
  });

  it('are nine, written as they come out: a layer has one of its own up to eight', () => {
    expect(colors).toHaveLength(9);
    for (const color of colors) expect(parseColor(color)).toBe(color);
    const slots = (layers: number) =>
      layout(parseNetworkSpec({ layers: Array(layers).fill(1) })).parts.map(({ slot }) => slot);
    expect(slots(8)).toStrictEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(slots(9).at(-1)).toBe(2);
  });

  it('merge to those of four slots for a printer that has four', () => {
    const { parts } = layout(parseNetworkSpec({}), { slots: 4 });
    expect(parts.map(({ slot }) => slot)).toStrictEqual([1, 1, 2, 3, 4, 2, 3]);
    expect(new Set(parts.map(({ color }) => color))).toStrictEqual(new Set(colors.slice(0, 4)));
  });

  it.each(Object.entries(VISIONS))('of signs and nodes stay apart under %s', (_, vision) => {
    const { positive, negative, layers: nodes } = NETWORK_DEFAULTS.signedColors;
    expect(difference(positive, negative, vision)).toBeGreaterThan(78);
    const all = [base, positive, negative, ...nodes];
    for (const [i, a] of all.entries()) {
      for (const b of all.slice(i + 1)) {
        expect(difference(a, b, vision), `${a} and ${b}`).toBeGreaterThan(DISTINCT);
      }
    }
  });
});

describe('the measure of the colours', () => {
  it('is right for known colours', () => {
    const white = lab(linear('#FFFFFF'));
    expect(white[0]).toBeCloseTo(100, 3);
    expect(Math.hypot(white[1], white[2])).toBeLessThan(0.02);
    // CIELAB of sRGB's red under D65: 53.24, 80.09, 67.20.
    const red = lab(linear('#FF0000'));
    expect(red.map((value) => Math.round(value * 10) / 10)).toStrictEqual([53.2, 80.1, 67.2]);
  });

  it('finds red and green alike without red or green cones, and blue and green without blue ones', () => {
    const { protanopia, deuteranopia, tritanopia, 'normal vision': normal } = VISIONS;
    expect(difference('#C04000', '#708000', normal!)).toBeGreaterThan(2 * DISTINCT);
    expect(difference('#C04000', '#708000', deuteranopia!)).toBeLessThan(DISTINCT);
    expect(difference('#C00000', '#404000', protanopia!)).toBeLessThan(DISTINCT);
    // Okabe and Ito's sky blue and bluish green.
    expect(difference('#56B4E9', '#009E73', tritanopia!)).toBeLessThan(DISTINCT);
  });
});
