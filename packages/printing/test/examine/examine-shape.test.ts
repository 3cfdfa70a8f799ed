import { layout, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import type { Printer } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { examineShape, type PrintFinding } from '../../src/index.ts';
import { FILAMENT, POWDER, RESIN, sceneOf } from './examining.ts';

function find(
  code: PrintFinding['code'],
  network: NetworkSpecInput,
  printer: Printer | undefined = FILAMENT,
) {
  return examineShape(sceneOf(network), printer).find((finding) => finding.code === code);
}

describe('what the lengths of a network say of its print', () => {
  it.each<[PrintFinding['code'], NetworkSpecInput, NetworkSpecInput, Printer?]>([
    ['thin-connections', { connectionRadius: 0.49 }, { connectionRadius: 0.5 }],
    ['thin-connections', { connectionRadius: 0.29 }, { connectionRadius: 0.3 }, RESIN],
    ['thin-connections', { connectionRadius: 0.39 }, { connectionRadius: 0.4 }, POWDER],
    ['narrow-contact', { mode: 'flat', connectionRadius: 0.5 }, { mode: 'flat', connectionRadius: 0.55 }],
    ...[3, 5, 6, 7].map((segments): [PrintFinding['code'], NetworkSpecInput, NetworkSpecInput] => [
      'few-sides',
      { mode: 'flat', resolution: { segments } },
      { mode: 'flat', resolution: { segments: segments === 3 ? 4 : 8 } },
    ]),
    ['fusing-connections', { layers: [16, 16] }, { layers: [16, 16], layerSpacing: 34 }],
    [
      'fusing-connections',
      { layers: [16, 16], layerSpacing: 42 },
      { layers: [16, 16], layerSpacing: 43 },
      POWDER,
    ],
    [
      'slender-connection',
      { layers: [3, 6], connectionRadius: 0.79 },
      { layers: [3, 6], connectionRadius: 0.8 },
    ],
    ['bridge', { layers: [2, 2], layerSpacing: 18.1 }, { layers: [2, 2], layerSpacing: 18 }],
    ['thin-posts', { nodeRadius: 2.9 }, { nodeRadius: 3 }],
    ['thin-posts', { nodeRadius: 2.9, mode: 'flat' }, { nodeRadius: 3, mode: 'flat' }],
    ['slender-post', { layers: [9, 1] }, { layers: [8, 1] }],
    ['loose-pegs', { mode: 'flat', clearance: 0.21 }, { mode: 'flat', clearance: 0.2 }],
    ['tight-pegs', { mode: 'halves', clearance: 0.09 }, { mode: 'halves', clearance: 0.1 }],
    ['high-layers', { mode: 'plaque', layerHeight: 0.33 }, { mode: 'plaque', layerHeight: 0.32 }],
    [
      'no-whole-layers',
      { mode: 'flat', layerHeight: 0.86, connectionRadius: 0.5 },
      { mode: 'flat', layerHeight: 0.85, connectionRadius: 0.5 },
    ],
  ])('finds %s in %j and not in %j', (code, bad, good, printer) => {
    expect(find(code, bad, printer)).toMatchObject({ code, level: 'warning', source: expect.any(String) });
    expect(find(code, good, printer)).toBeUndefined();
  });

  it.each<[PrintFinding['code'], NetworkSpecInput, NetworkSpecInput]>([
    ['thin-connections', { connectionRadius: 0.249 }, { connectionRadius: 0.25 }],
    ['bridge', { layers: [2, 2], layerSpacing: 33.1 }, { layers: [2, 2], layerSpacing: 33 }],
    ['high-layers', { mode: 'plaque', layerHeight: 0.41 }, { mode: 'plaque', layerHeight: 0.4 }],
  ])('takes %s for an error in %j and for a warning in %j', (code, error, warning) => {
    expect(find(code, error)?.level).toBe('error');
    expect(find(code, warning)?.level).toBe('warning');
  });

  it('knows which nodes a connection joins, also of a layer that is drawn in part', () => {
    expect(find('bridge', { layers: [4, 4] })?.where).toEqual({
      connections: [
        [
          { layer: 0, node: 0 },
          { layer: 1, node: 0 },
        ],
      ],
    });
    const layers = [9, { size: 100, shown: ['…', 7] as const }];
    expect(find('slender-post', { layers })?.where).toEqual({ node: { layer: 1, node: 7 } });
  });

  it('counts the way between crossings, not from end to end', () => {
    // 64 mm high and 32 wide, the diagonals are 71 mm long, less two node radii, and cross in the middle of each other and others.
    expect(find('slender-connection', { layers: [5, 5] })).toBeUndefined();
    expect(find('slender-connection', { layers: [5, 1], nodeSpacing: 24 })).toMatchObject({
      value: expect.closeTo(24.844, 3),
    });
  });

  it('asks nothing of powder that only filament needs, and nothing of anybody where no printer is named', () => {
    const network: NetworkSpecInput = { layers: [9, 9, 1], nodeRadius: 2.9, clearance: 0.2, mode: 'flat' };
    const upright: NetworkSpecInput = { layers: [16, 16, 1], nodeRadius: 2.9 };
    expect(examineShape(sceneOf(upright), POWDER).map(({ code }) => code)).toEqual([
      'fusing-connections',
      'slender-connection',
    ]);
    expect(examineShape(sceneOf(network), undefined)).toEqual([]);
    const cut = sceneOf({ mode: 'flat', layerHeight: 1, connectionRadius: 0.4 });
    expect(examineShape(cut, undefined)).toMatchObject([
      { code: 'no-whole-layers', remedies: [{ layerHeight: 0.27 }] },
    ]);
    expect(examineShape(cut, undefined)[0]).not.toHaveProperty('process');
  });

  it('lets a length be its limit, however the pieces are turned', () => {
    const network = { layers: [3, 6], connectionRadius: 0.8, mode: 'flat' } as const;
    for (const bed of [undefined, [250, 210], [180, 180]] as const) {
      expect(examineShape(layout(parseNetworkSpec(network), { bed }), FILAMENT)).toEqual([]);
    }
  });

  it('finds nothing in the usual network, lying', () => {
    expect(examineShape(sceneOf({ mode: 'flat' }), FILAMENT)).toEqual([]);
  });

  it('reckons remedies for the network as it was asked for', () => {
    const half = sceneOf({ nodeRadius: 2, mode: 'flat' });
    const found = examineShape(half, FILAMENT, { scale: 0.5 }).map(({ code, remedies }) => [
      code,
      remedies?.[0],
    ]);
    expect(found).toEqual([
      ['narrow-contact', { connectionRadius: 1.27 }],
      ['thin-posts', { scale: 0.75 }],
      ['loose-pegs', { clearance: 0.1 }],
    ]);
  });
});
