import { describe, expect, it } from 'vitest';
import { chainOf, type Step } from '../../src/index.ts';
import { forward } from '../forward.ts';
import { refusal } from '../refusal.ts';

const dense = (
  name: string,
  rows: number[][],
  more: { bias?: number[]; activation?: string } = {},
): Step => ({
  kind: 'dense',
  name,
  inputs: rows[0]!.length,
  outputs: rows.length,
  weights: Float64Array.from(rows.flat()),
  ...(more.bias !== undefined && { bias: Float64Array.from(more.bias) }),
  ...(more.activation !== undefined && { activation: more.activation }),
});
const normalisation = (scale: number[], shift: number[]): Step => ({
  kind: 'normalisation',
  name: 'bn',
  scale: Float64Array.from(scale),
  shift: Float64Array.from(shift),
});
const FIRST = [
  [1, 2],
  [3, 4],
];

const refusalOf = (steps: readonly Step[]) => refusal(() => chainOf(steps));

describe('a chain', () => {
  it('gives an activation to the layer before it', () => {
    const { layers, notes } = chainOf([dense('a', FIRST), { kind: 'activation', activation: 'relu' }]);
    expect(layers[0]!.activation).toBe('relu');
    expect(notes).toEqual([]);
  });

  it('folds a normalisation directly behind a dense layer into it', () => {
    const chain = chainOf([dense('a', FIRST, { bias: [1, -1] }), normalisation([2, -3], [0.5, 1])]);
    // 2 (1·5 + 2·7 + 1) + 0.5 and −3 (3·5 + 4·7 − 1) + 1
    expect(forward(chain, [5, 7])).toEqual([40.5, -125]);
    expect(chain.notes).toEqual([{ code: 'folded', text: 'batch normalisation folded into a' }]);
  });

  it('folds several normalisations behind a dense layer, one after the other', () => {
    const chain = chainOf([
      dense('a', FIRST, { bias: [1, -1] }),
      normalisation([2, -3], [0.5, 1]),
      { kind: 'pass', name: 'Reshape' },
      normalisation([10, 100], [7, 8]),
      { kind: 'activation', activation: 'relu' },
      dense('b', [[1, 0]]),
    ]);
    // 10 · 40.5 + 7, of the test above
    expect(forward(chain, [5, 7])).toEqual([412]);
    expect(chain.notes).toHaveLength(2);
  });

  it('folds a normalisation behind an activation, or before all, into the next layer', () => {
    const chain = chainOf([
      normalisation([1, 2], [1, 0]),
      dense('a', FIRST, { activation: 'relu' }),
      normalisation([2, 10], [1, -1]),
      normalisation([1, 2], [3, 0]),
      dense('b', [[1, -1]]),
    ]);
    const first = [1 * 6 + 2 * 14, 3 * 6 + 4 * 14];
    expect(forward(chain, [5, 7])[0]).toBeCloseTo(2 * first[0]! + 1 + 3 - 2 * (10 * first[1]! - 1), 9);
    expect(chain.notes.map(({ code }) => code)).toEqual(['folded', 'folded']);
  });

  it('folds a normalisation behind what is left out into the next layer', () => {
    const chain = chainOf([
      dense('a', FIRST),
      { kind: 'left-out', name: 'LayerNormalization' },
      normalisation([2, 3], [1, 1]),
      dense('b', [[1, 10]]),
    ]);
    expect([...chain.layers[0]!.weights]).toEqual([1, 2, 3, 4]);
    expect([...chain.layers[1]!.weights]).toEqual([2, 30]);
    expect(chain.layers[1]!.bias).toEqual(Float64Array.of(11));
  });

  it('names what is left out, and where', () => {
    const { notes } = chainOf([
      { kind: 'left-out', name: 'Sub' },
      { kind: 'pass', name: 'Flatten' },
      dense('a', FIRST),
      { kind: 'left-out', name: 'Clip' },
      dense('b', FIRST),
      { kind: 'pass', name: 'Identity' },
    ]);
    expect(notes.map(({ text }) => text)).toEqual([
      'before the first layer: Sub',
      'after a: Clip',
      'after the last layer: Identity',
    ]);
  });

  it('says names of any kind on one short line', () => {
    const name = `a\n\u001b[31m${'b'.repeat(1000)}`;
    const { layers, notes } = chainOf([dense(name, FIRST), { kind: 'left-out', name }]);
    expect(layers[0]!.name).toBe(name);
    expect(notes[0]!.text).toMatch(/^after the last layer: a \[31mb+…$/);
    expect(notes[0]!.text.length).toBeLessThan(120);
    expect(refusalOf([dense(name, FIRST), dense(name, [[1]])])?.message).toMatch(/^\P{Cc}{1,300}\.$/u);
  });

  it.each([
    ['without a dense layer', [{ kind: 'left-out', name: 'x' }], 'unsupported'],
    ['whose layers do not fit together', [dense('a', FIRST), dense('b', [[1]])], 'not-a-chain'],
    ['with a normalisation of another size', [dense('a', FIRST), normalisation([1], [1])], 'not-a-chain'],
    ['with weights that are no numbers', [dense('a', [[Number.NaN]])], 'damaged'],
    ['with too few biases', [dense('a', FIRST, { bias: [1] })], 'damaged'],
    ['of very many layers', Array.from({ length: 65 }, (_, i) => dense(`${i}`, [[1]])), 'too-large'],
  ] as const)('refuses one %s', (_, steps, kind) => {
    expect(refusalOf(steps as readonly Step[])?.kind).toBe(kind);
  });
});
