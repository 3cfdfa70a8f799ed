import { layout, parseNetworkSpec } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { estimateJoining } from '../../src/findings/estimate-joining.ts';
import { joiningFindings } from '../../src/findings/joining.ts';
import { FORMATS, type PlannedFile } from '../../src/index.ts';

const BACKENDS = new Map(FORMATS.map((format) => [format().id, format()]));

/** What is found of joining layers of so many nodes, for files of a format and bodies each. */
function found(layers: readonly number[], segments: number, ...files: [string, PlannedFile['bodies']][]) {
  const scene = layout(parseNetworkSpec({ layers, resolution: { segments } }));
  const planned = files.map(([format, bodies], output) => {
    const backend = BACKENDS.get(format)!;
    return { name: format, output, backend, bodies };
  });
  return joiningFindings(scene, planned, FORMATS);
}

const WIDE = [784, 128, 64, 10];

describe('joining', () => {
  it('is not worth a word where it is quick', () => {
    expect(found([3, 6, 6, 4, 2], 24, ['3mf', 'solids'])).toEqual([]);
  });

  it('that is slow is a warning, with what would be quick', () => {
    const [finding, ...more] = found([24, 24], 99, ['3mf', 'solids']);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'slow-joining',
      level: 'warning',
      path: ['network', 'layers'],
      value: { crossings: 76_176 },
      nodes: 48,
      sides: 99,
      remedies: [{ segments: 24 }, { shells: true }],
    });
  });

  it('of a network that lies takes longer, since no plane mirrors it', () => {
    const seconds = (mode: 'upright' | 'flat') =>
      estimateJoining(layout(parseNetworkSpec({ layers: [24, 24], mode, resolution: { segments: 60 } })))
        .seconds;
    expect(seconds('flat')).toBeGreaterThan(1.8 * seconds('upright'));
  });

  it('that never ends is a refusal, with what can be drawn instead first', () => {
    expect(found(WIDE, 8, ['3mf', 'solids'])).toMatchObject([
      {
        code: 'endless-joining',
        level: 'refusal',
        remedies: [{ layers: '784~9,128~9,64~9,10' }, { shells: true }],
      },
    ]);
  });

  it('concerns only what is joined', () => {
    expect(found(WIDE, 8, ['3mf', 'shells'])).toEqual([]);
    expect(found(WIDE, 8, ['openscad', 'none'])).toEqual([]);
    expect(found(WIDE, 8, ['3mf', 'shells'], ['stl', 'fused'])).toHaveLength(1);
  });

  it('is replaced by shells only in formats that hold them', () => {
    const remedies = (...files: [string, PlannedFile['bodies']][]) =>
      found([2000, 2000], 8, ...files)[0]!.remedies!.slice(1);
    expect(remedies(['3mf', 'solids'], ['stl', 'fused'])).toEqual([{ shells: true, format: 'stl' }]);
    expect(remedies(['stl', 'fused'])).toEqual([{ shells: true }]);
    expect(found([10_000, 10_000, 10_000], 32, ['stl', 'fused'])[0]!.remedies).toEqual([
      { layers: '10000~9,10000~9,10000~9' },
    ]);
  });
});
