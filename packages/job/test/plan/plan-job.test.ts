import { type NetworkSpec, SpecError } from '@neurofab/core';
import { described, LEAST_DOWELED_NODE } from '@neurofab/core/internal';
import { networks } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  askedIn,
  type Finding,
  FORMATS,
  planJob,
  refusals,
  renderPlan,
  withRemedy,
} from '../../src/index.ts';
import { anythingAsked, SMALL } from '../asking.ts';

/** Name, format, bodies and portion of each file. */
function filesOf(asked: Asked): unknown[] {
  return planJob({ network: SMALL, ...asked }).files.map(({ name, backend, bodies, portion }) =>
    portion === undefined ? [name, backend.id, bodies] : [name, backend.id, bodies, portion],
  );
}

function codesOf(asked: Asked): Finding['code'][] {
  return planJob({ network: SMALL, ...asked }).findings.map(({ code }) => code);
}

describe('a plan', () => {
  it('is one file in the usual format where nothing is said', () => {
    expect(filesOf({})).toEqual([['network-2-3.3mf', '3mf', 'solids']]);
    expect(planJob({}).files).toHaveLength(1);
  });

  it.each<[Asked, unknown[]]>([
    [{ printer: 'prusa-mk4s' }, ['network-2-3-prusa-mk4s-flat.stl', 'stl', 'fused']],
    [{ printer: 'bambu-p1s-ams' }, ['network-2-3-bambu-p1s-ams-flat.3mf', '3mf', 'solids']],
    [{ printer: 'P1S with AMS' }, ['network-2-3-bambu-p1s-ams-flat.3mf', '3mf', 'solids']],
    [{ printer: 'prusa-mk4s', slots: 2 }, ['network-2-3-prusa-mk4s-flat.3mf', '3mf', 'solids']],
    [{ printer: 'generic-resin' }, ['network-2-3-generic-resin-upright.stl', 'stl', 'fused']],
    [{ network: { ...SMALL, mode: 'upright' } }, ['network-2-3-upright.3mf', '3mf', 'solids']],
    // Walls between parts of one colour would only weaken a print; a model to be shown has no walls.
    [{ format: '3mf', colorBy: 'none' }, ['network-2-3.3mf', '3mf', 'fused']],
    [{ format: 'glb', colorBy: 'none' }, ['network-2-3.glb', 'glb', 'solids']],
    // A picture of balls and rods looks the same, joined or not, unless something is cut off.
    [{ format: 'png' }, ['network-2-3.png', 'png', 'shells']],
    [{ format: 'gif', network: { ...SMALL, mode: 'plaque' } }, ['network-2-3-plaque.gif', 'gif', 'shells']],
    [{ format: 'png', network: { ...SMALL, mode: 'flat' } }, ['network-2-3-flat.png', 'png', 'solids']],
    [{ format: 'openscad' }, ['network-2-3.scad', 'openscad', 'none']],
    [{ shells: true }, ['network-2-3.3mf', '3mf', 'shells']],
    [{ fileName: 'Anna/B', printer: 'bambu-p1s-ams' }, ['Anna-B.3mf', '3mf', 'solids']],
    [{ network: { layers: Array(50).fill(2) } }, ['network-50-layers.3mf', '3mf', 'solids']],
    [
      { network: { layers: Array(40).fill(2) }, printer: 'generic-3mf' },
      ['network-40-layers-generic-3mf-flat.3mf', '3mf', 'solids'],
    ],
  ])('of %j is the file that it wants', (asked, file) => {
    expect(filesOf(asked)).toEqual([file]);
  });

  it('has a file for each output, named as it was asked, in its own format', () => {
    const outputs = [{ name: 'a/b.STL', format: 'stl' }, { format: 'glb' }, { name: 'c' }];
    expect(filesOf({ outputs })).toEqual([
      ['a/b.STL', 'stl', 'fused'],
      ['network-2-3.glb', 'glb', 'solids'],
      ['c', '3mf', 'solids'],
    ]);
    expect(filesOf({ outputs: [] })).toEqual([]);
  });

  it('has a file a part where that is asked for, the part before the extension', () => {
    const parts = ['base', 'connections', 'layer-1', 'layer-2'];
    const split = (stem: string, end: string, bodies: string) =>
      parts.map((name, part) => [`${stem}-${name}${end}`, 'stl', bodies, { part, piece: 0 }]);
    expect(filesOf({ split: 'parts' })).toEqual(split('network-2-3', '.stl', 'solids'));
    expect(filesOf({ split: 'parts', shells: true })).toEqual(split('network-2-3', '.stl', 'shells'));
    for (const [name, stem, end] of [
      ['x.y/net.stl', 'x.y/net', '.stl'],
      ['x.y/net', 'x.y/net', ''],
      ['.net', '.net', ''],
      ['x/.net', 'x/.net', ''],
      ['a.b.stl', 'a.b', '.stl'],
    ] as const) {
      const outputs = [{ name, format: 'stl' }];
      expect(filesOf({ split: 'parts', outputs })).toEqual(split(stem, end, 'solids'));
    }
  });

  it('has a file a plate where a bed does not hold all pieces at once, unless they are split or put together', () => {
    const large = { network: { layers: [10, 4, 3, 6, 5], layerSpacing: 36 }, printer: 'prusa-mini' };
    const outputs = [{ name: 'a.stl', format: 'stl' }];
    const plates = [0, 1].map((plate) => [`a-plate-${plate + 1}.stl`, 'stl', 'fused', { plate }]);
    expect(filesOf({ ...large, outputs })).toEqual(plates);
    expect(refusals(planJob(large).findings)).toEqual([]);
    expect(filesOf({ ...large, outputs, split: 'pieces' })).toEqual([
      ['a-network.stl', 'stl', 'fused', { piece: 0 }],
      ['a-foot.stl', 'stl', 'fused', { piece: 1 }],
    ]);
    expect(filesOf({ ...large, outputs, split: 'slots' })).toEqual(
      [0, 1].map((plate) => [`a-plate-${plate + 1}-slot-1.stl`, 'stl', 'slots', { plate, slot: 1 }]),
    );
    const shown = { ...large, outputs: [{ name: 'a.glb', format: 'glb' }] };
    expect(filesOf(shown)).toEqual([['a.glb', 'glb', 'solids']]);
    expect(filesOf({ ...shown, show: 'plate' })).toHaveLength(2);
    expect(filesOf({ ...large, outputs, scale: 'fit' })).toEqual([['a.stl', 'stl', 'fused']]);
    expect(filesOf({ ...large, outputs, printer: undefined })).toEqual([['a.stl', 'stl', 'fused']]);
  });

  it('says the size of a file before it is made, where that is known', async () => {
    const plan = planJob({ network: SMALL, shells: true, split: 'parts', outputs: [{ format: 'stl' }] });
    for await (const { file, chunks } of renderPlan(plan)) {
      let bytes = 0;
      for await (const { length } of chunks!) bytes += length;
      expect(file.bytes).toBe(bytes);
    }
    expect(planJob({ network: SMALL, format: 'stl' }).files[0]!.bytes).toBeUndefined();
    expect(planJob({ network: SMALL, shells: true }).files[0]!.bytes).toBeUndefined();
  });

  it('has the network in the size that was asked for', () => {
    expect(planJob({ network: SMALL, scale: 2 })).toMatchObject({ scale: 2, spec: { nodeRadius: 8 } });
    const fitted = planJob({ network: SMALL, printer: 'prusa-mk4s', scale: 'fit' });
    const [x, y] = fitted.scene.bounds.max;
    const fills = Math.max(x / 250, y / 210);
    expect(fills).toBeLessThanOrEqual(1);
    expect(fills).toBeGreaterThan(0.95);
  });

  it.each<[NetworkSpec['mode'], Asked]>([
    ['upright', {}],
    ['flat', { printer: 'prusa-mk4s' }],
    ['flat', { printer: 'prusa-mk4s', outputs: [{}, { format: 'openscad' }] }],
    ['flat', { printer: 'prusa-mk4s', network: { ...SMALL, nodeRadius: 3 }, scale: 2 }],
    ['upright', { printer: 'generic-resin' }],
    ['upright', { printer: 'prusa-mk4s', network: { ...SMALL, mode: 'upright' } }],
    ['flat', { printer: 'generic-resin', network: { ...SMALL, mode: 'flat' } }],
    // Only there upright.
    ['upright', { printer: 'prusa-mk4s', shells: true }],
    ['upright', { printer: 'prusa-mk4s', origin: 'model' }],
    ['upright', { printer: 'prusa-mk4s', network: { ...SMALL, base: { radius: 40 } } }],
    ['flat', { printer: 'prusa-mk4s', network: { ...SMALL, base: { shape: 'none' } } }],
    // Nothing to plug into a foot.
    ['upright', { printer: 'prusa-mk4s', network: { ...SMALL, preset: 'seed' } }],
  ])('has a network printed %s of %j', (mode, asked) => {
    expect(planJob({ network: SMALL, ...asked }).spec.mode).toBe(mode);
  });

  it('is cut by layers as high as the printer makes them, unless they are said to be others', () => {
    const layerHeight = (asked: Asked) => {
      const network = { ...SMALL, mode: 'flat' as const, ...asked.network };
      return planJob({ ...asked, network }).spec.layerHeight;
    };
    expect(layerHeight({})).toBe(0.2);
    expect(layerHeight({ printer: 'prusa-mk4s' })).toBe(0.2);
    expect(layerHeight({ printer: 'generic-resin' })).toBe(0.05);
    expect(layerHeight({ printer: 'generic-resin', network: { layerHeight: 0.1 } })).toBe(0.1);
  });

  it.each<[string, boolean, Asked]>([
    ['3mf', true, { printer: 'prusa-mk4s' }],
    ['stl', true, { printer: 'creality-ender-3-v3' }],
    ['stl', false, { printer: 'prusa-mk4s', colorsByHeight: false }],
    ['3mf', false, { printer: 'bambu-p1s-ams' }],
    ['3mf', false, { printer: 'prusa-mk4s', slots: 3 }],
    ['stl', false, { printer: 'generic-resin' }],
    ['3mf', true, { colorsByHeight: true }],
    ['3mf', true, { printer: 'prusa-mk4s', network: { ...SMALL, mode: 'flat' }, colorsByHeight: true }],
    ['stl', false, { printer: 'prusa-mk4s', network: { ...SMALL, mode: 'flat' } }],
  ])(
    'writes %s, with filament changed by hand or not (%j), where a plaque is asked for, or other things: %j',
    (format, isByHand, asked) => {
      const { files, scene } = planJob({ network: { ...SMALL, mode: 'plaque' }, ...asked });
      expect(files[0]!.backend.id).toBe(format);
      expect(scene.colorBands !== undefined).toBe(isByHand);
    },
  );

  it('joins what is in one colour, and keeps apart what filament is changed for', () => {
    const bodies = (asked: Asked) =>
      planJob({ printer: 'prusa-mk4s', colorsByHeight: true, ...asked }).files.map(({ bodies }) => bodies);
    expect(bodies({ network: { ...SMALL, mode: 'plaque' } })).toEqual(['solids']);
    expect(bodies({ network: { ...SMALL, mode: 'flat' } })).toEqual(['fused']);
    expect(bodies({ network: { ...SMALL, mode: 'plaque' }, format: 'stl' })).toEqual(['fused']);
  });

  it('is the same again from what its recipe keeps', () => {
    const { spec, scene, settings } = planJob({ network: SMALL, printer: 'bambu-p1s-ams' });
    const again = planJob({ network: spec.given, ...askedIn(settings) });
    expect(again.spec).toEqual(spec);
    expect(again.scene.bounds).toEqual(scene.bounds);
  });

  it('fits a lying network to a bed as closely as an upright one', () => {
    fc.assert(
      fc.property(networks({ maxLayers: 5, maxNodes: 12 }), (input) => {
        const network = { ...input, mode: 'flat' } as const;
        const { scene, findings } = planJob({ network, printer: 'bambu-a1-mini', scale: 'fit' });
        if (refusals(findings).length > 0) return;
        const shares = scene.bounds.max.map((length) => length / 180);
        // Sums of lengths round in their last bit.
        expect(Math.max(...shares)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.max(...shares)).toBeGreaterThan(0.98);
      }),
    );
  });

  it('has a file a piece where that is asked for', () => {
    const network = { ...SMALL, mode: 'flat' } as const;
    expect(filesOf({ network, split: 'pieces' })).toEqual([
      ['network-2-3-flat-network.stl', 'stl', 'fused', { piece: 0 }],
      ['network-2-3-flat-foot.stl', 'stl', 'fused', { piece: 1 }],
    ]);
  });

  it('has two files of a part that lies in two pieces, and none of one that lies in none', () => {
    const network = { ...SMALL, mode: 'flat' } as const;
    const namesOf = (asked: Asked) =>
      planJob({ split: 'parts', ...asked }).files.map(({ name }) => name.replace('network-2-3-flat-', ''));
    const own = ['base.stl', 'connections.stl', 'layer-1.stl', 'layer-2.stl'];
    expect(namesOf({ network })).toEqual([...own, 'foot-base.stl']);
    expect(namesOf({ network: { ...network, base: { posts: false } } })).toEqual(own.slice(1));
  });

  it('has a file a slot where that is asked for, in which all of one colour is one body', () => {
    expect(filesOf({ split: 'slots', slots: 2 })).toEqual([
      ['network-2-3-slot-1.stl', 'stl', 'slots', { slot: 1 }],
      ['network-2-3-slot-2.stl', 'stl', 'slots', { slot: 2 }],
    ]);
    expect(filesOf({ split: 'slots', slots: 1, shells: true })).toEqual([
      ['network-2-3-slot-1.stl', 'stl', 'shells', { slot: 1 }],
    ]);
  });

  it('puts together what is to be shown, unless it is to be as it is printed', () => {
    const network = { ...SMALL, mode: 'flat' } as const;
    const outputs = [{ format: 'glb' }, { format: '3mf' }];
    const areAssembled = (asked: Asked) =>
      planJob({ network, outputs, ...asked }).files.map(({ isAssembled = false }) => isAssembled);
    expect(areAssembled({})).toEqual([true, false]);
    expect(areAssembled({ show: 'plate' })).toEqual([false, false]);
    expect(areAssembled({ network: SMALL })).toEqual([false, false]);
  });

  it('is finer for resin, but not for a complete network', () => {
    const network = { layers: [2, 2] };
    expect(planJob({ network, printer: 'generic-resin' }).spec.resolution).toEqual({ tolerance: 0.01 });
    const { spec } = planJob({ network });
    expect(planJob({ spec, printer: 'generic-resin' }).spec.resolution).toEqual({ tolerance: 0.02 });
  });

  it('says what is drawn of a network that is not drawn whole', () => {
    const network = {
      layers: [
        { size: 784, shown: 9 },
        { name: 'a. b', size: 20, shown: 3 },
      ],
    };
    expect(described(planJob({ network }).scene)).toMatch(
      /\. Nodes drawn: 9 of 784 of layer 1; 3 of 20 of a\. b$/,
    );
    expect(described(planJob({ network: SMALL }).scene)).not.toContain('drawn');
  });

  it('names the parts that share a colour for want of slots', () => {
    expect(planJob({ network: SMALL, slots: 2 }).merged).toEqual([
      { name: 'layer 2', color: '#56B4E9', printedColor: '#444C56' },
    ]);
    expect(planJob({ network: SMALL }).merged).toEqual([]);
  });

  it('estimates what is joined, and nothing else', () => {
    expect(planJob({ network: SMALL }).joining).toMatchObject({ crossings: 3 });
    expect(planJob({ network: SMALL, shells: true })).not.toHaveProperty('joining');
    expect(planJob({ network: SMALL, format: 'openscad' })).not.toHaveProperty('joining');
  });

  it('throws the faults of a network that is not sound', () => {
    expect(() => planJob({ network: { layers: [0, 2] } })).toThrow(SpecError);
  });
});

describe('findings', () => {
  const RAINBOW = ['red', 'lime', 'blue', 'gold', 'teal'];
  const upright = { ...SMALL, mode: 'upright' } as const;
  const long = { ...upright, layerSpacing: 400 };

  it.each<[Asked, object]>([
    [{ printer: 'x' }, { code: 'unknown-printer', level: 'refusal', path: ['printer'], value: 'x' }],
    [
      { outputs: [{}, { format: 'obj' }] },
      { code: 'unknown-format', level: 'refusal', path: ['outputs', 1, 'format'], value: 'obj' },
    ],
    [{ slots: 17 }, { code: 'slots-out-of-range', level: 'refusal', path: ['slots'], value: 17, limit: 16 }],
    [
      { slots: 2, printer: 'generic-resin' },
      { code: 'one-color-process', level: 'refusal', path: ['slots'], value: 2, limit: 1, process: 'resin' },
    ],
    [
      { colorsByHeight: true, network: { mode: 'plaque' }, printer: 'generic-resin' },
      { code: 'no-filament', level: 'refusal', path: ['colorsByHeight'], process: 'resin' },
    ],
    [{ scale: -1 }, { code: 'scale-out-of-range', level: 'refusal', path: ['scale'], value: -1 }],
    [{ scale: 'fit' }, { code: 'fit-without-bed', level: 'refusal', path: ['scale'] }],
    [
      { scale: 0.001 },
      { code: 'length-out-of-limits', level: 'refusal', path: ['network', 'nodeRadius'], value: 0.001 },
    ],
    [
      { network: { ...long, connectionRadius: 0.6 }, printer: 'bambu-a1-mini', scale: 'fit' },
      {
        code: 'too-thin-to-fit',
        level: 'refusal',
        path: ['scale'],
        value: 0.441,
        printer: 'Bambu Lab A1 mini',
        thin: { value: 1.2 * 0.441, limit: 1, process: 'fdm' },
      },
    ],
    [
      { network: { ...upright, layerSpacing: 200 }, printer: 'bambu-a1-mini' },
      {
        code: 'too-large',
        level: 'refusal',
        path: ['scale'],
        axis: 'x',
        value: 208,
        limit: 180,
        printer: 'Bambu Lab A1 mini',
        scale: 0.865,
        remedies: [{ scale: 0.865 }],
      },
    ],
    [
      { network: { ...SMALL, connectionRadius: 0.3 }, printer: 'prusa-mk4s' },
      {
        code: 'thin-connections',
        level: 'warning',
        path: ['network'],
        value: 0.6,
        limit: 1,
        process: 'fdm',
        source: expect.any(String),
        remedies: [{ connectionRadius: 0.631 }, { scale: 1.67 }],
      },
    ],
    [
      { network: { ...upright, layerSpacing: 170 }, printer: 'bambu-a1-mini-ams-lite' },
      { code: 'no-room-for-tower', level: 'warning', path: ['scale'], limit: 40 },
    ],
    [
      {
        network: { layers: [1, 1, 1, 1, 1], colors: { layers: RAINBOW } },
        slots: 6,
        printer: 'bambu-a1-ams-lite',
      },
      {
        code: 'more-colors-than-slots',
        level: 'warning',
        path: ['slots'],
        value: 6,
        limit: 4,
        printer: 'Bambu Lab A1 with AMS lite',
      },
    ],
    [
      { network: SMALL, slots: 2, printer: 'prusa-mk4s' },
      {
        code: 'more-colors-than-slots',
        level: 'warning',
        path: ['slots'],
        value: 2,
        limit: 1,
        printer: 'Prusa MK4S',
      },
    ],
    [
      { network: { layers: [1, 1, 1, 1, 1] } },
      { code: 'many-colors', level: 'note', path: ['slots'], value: 6, limit: 4, remedies: [{ slots: 4 }] },
    ],
    [
      { network: { preset: 'seed', layers: [2, 2] } },
      {
        code: 'loose-base',
        level: 'warning',
        path: ['network', 'base'],
        value: 4,
        limit: 9,
        remedies: [{ posts: true, baseRadius: 9 }],
      },
    ],
    [
      { network: { ...SMALL, name: 'n'.repeat(70) }, outputs: [{ format: '3mf' }, { format: 'stl' }] },
      {
        code: 'recipe-cut',
        level: 'warning',
        path: ['outputs', 1],
        file: 'network-2-3.stl',
        value: 'shape',
      },
    ],
    [
      { network: { layers: [2000, 2000], resolution: { segments: 97 } }, shells: true, format: 'stl' },
      {
        code: 'large-file',
        level: 'warning',
        path: ['outputs', 0],
        file: 'network-2000-2000.stl',
        value: 78_662_457_684,
        limit: 4e9,
      },
    ],
    [
      { printer: 'bambu-p1s-ams' },
      {
        code: 'laid-flat',
        level: 'note',
        path: ['network', 'mode'],
        value: 'flat',
        printer: 'Bambu Lab P1S with one AMS',
      },
    ],
    ...(
      [
        [{}, 4, 3.6],
        [{ nodeRadius: 3 }, 0, 0],
      ] as const
    ).map(([sizes, value, length]): [Asked, object] => [
      { network: { ...SMALL, ...sizes, mode: 'halves' } },
      { code: 'dowels', level: 'note', path: ['network', 'mode'], value, length, limit: LEAST_DOWELED_NODE },
    ]),
    [
      { network: { ...SMALL, mode: 'flat', base: { thickness: 1 } } },
      {
        code: 'no-disc',
        level: 'warning',
        path: ['network', 'base'],
        value: 'flat',
        remedies: [{ mode: 'upright' }],
      },
    ],
    [
      { printer: 'bambu-p1s-ams', shells: true },
      {
        code: 'kept-upright',
        level: 'note',
        path: ['network', 'mode'],
        value: 'shells',
        printer: 'Bambu Lab P1S with one AMS',
      },
    ],
    [
      { network: { ...SMALL, mode: 'flat' }, shells: true },
      {
        code: 'shells-of-cut',
        level: 'refusal',
        path: ['shells'],
        value: 'flat',
        file: 'network-2-3-flat.3mf',
        remedies: [{ mode: 'upright' }],
      },
    ],
    [
      { colorsByHeight: true },
      {
        code: 'no-heights',
        level: 'refusal',
        path: ['colorsByHeight'],
        value: 'upright',
        remedies: [{ mode: 'plaque' }],
      },
    ],
    [
      { network: { ...SMALL, mode: 'flat' }, printer: 'bambu-p1s-ams', colorsByHeight: true },
      {
        code: 'heights-by-hand',
        level: 'refusal',
        path: ['colorsByHeight'],
        value: 'flat',
        limit: 4,
        remedies: [{ mode: 'plaque' }, { slots: 1 }],
      },
    ],
    [
      { network: { mode: 'plaque' }, printer: 'prusa-mk4s' },
      {
        code: 'many-changes',
        level: 'note',
        path: ['colorsByHeight'],
        value: 6,
        limit: 4,
        remedies: [{ colorBy: 'role' }],
      },
    ],
    [
      { network: { ...SMALL, mode: 'flat' }, colorsByHeight: true },
      { code: 'foot-changes-color', level: 'note', path: ['colorsByHeight'], value: 1.6 },
    ],
    [
      { split: 'parts', outputs: [{ format: '3mf' }] },
      {
        code: 'nothing-to-split',
        level: 'note',
        path: ['outputs', 0],
        file: 'network-2-3.3mf',
        format: '3MF',
      },
    ],
    [
      { flavor: 'assembly', format: 'stl' },
      { code: 'nothing-of-a-flavor', level: 'note', path: ['flavor'] },
    ],
    [
      { show: 'plate', outputs: [{ format: '3mf' }, { format: 'stl' }] },
      { code: 'nothing-to-show', level: 'note', path: ['show'] },
    ],
    [
      { size: 2049, format: 'png' },
      {
        code: 'size-out-of-range',
        level: 'refusal',
        path: ['size'],
        value: 2049,
        limit: { min: 16, max: 2048 },
      },
    ],
    [
      { size: 300, outputs: [{ format: 'glb' }, { format: 'stl' }] },
      { code: 'nothing-to-size', level: 'note', path: ['size'] },
    ],
  ])('of %j are data', (asked, expected) => {
    const { findings } = planJob({ network: SMALL, ...asked });
    const found = findings.find(({ code }) => code === (expected as Finding).code);
    expect(found).toMatchObject(expected);
    expect(Object.keys(found!).filter((key) => !(key in expected) && key !== 'message')).toEqual([]);
    expect(structuredClone(findings)).toEqual(findings);
  });

  it('are none for the usual network on a printer with room and slots', () => {
    expect(codesOf({ printer: 'prusa-xl-5t' })).toEqual(['laid-flat']);
    expect(planJob({ printer: 'prusa-xl-5t', network: { mode: 'flat' } }).findings).toEqual([]);
  });

  it('refuse a mode that a format does not hold, and know those that it does', () => {
    const formats = [() => ({ ...FORMATS[0]!(), modes: ['upright'] as const })];
    const asked = { network: { ...SMALL, mode: 'flat' } } as const;
    expect(refusals(planJob(asked, { formats }).findings)).toEqual([
      {
        code: 'mode-not-in-format',
        level: 'refusal',
        path: ['outputs', 0],
        value: 'flat',
        file: 'network-2-3-flat.3mf',
        format: '3MF',
        remedies: [{ mode: 'upright' }],
      },
    ]);
    expect(refusals(planJob(withRemedy(asked, { mode: 'upright' }), { formats }).findings)).toEqual([]);
  });

  it('refuse more colours than a file for slicers holds, but not one that has none', () => {
    const layers = Array.from({ length: 20 }, (_, i) => `#0000${String(10 + i)}`);
    const network = { layers: layers.map(() => 1), colors: { layers }, nodeRadius: 1 };
    const [refused, ...more] = refusals(planJob({ network }).findings);
    expect(refused).toMatchObject({ code: 'more-colors-than-format', value: 21, limit: 16 });
    expect(more).toEqual([]);
    expect(codesOf({ network, format: 'stl' })).not.toContain('more-colors-than-format');
    expect(codesOf({ network, format: 'glb' })).not.toContain('more-colors-than-format');
  });

  it('judge no bed by a size that a model cannot have', () => {
    expect(codesOf({ network: { ...upright, layerSpacing: 9000 }, scale: 10, printer: 'prusa-xl' })).toEqual([
      'length-out-of-limits',
    ]);
  });

  it('know that no common bed holds a model, printer or none, and what would fit', () => {
    const network = { layers: [784, 128, 64, 10] };
    for (const printer of [undefined, 'generic-3mf', 'prusa-mk4s']) {
      const { findings } = planJob({ network, printer, shells: true });
      expect(findings.find(({ code }) => code === 'no-common-bed')).toMatchObject({
        level: 'warning',
        value: [104, 104, 12537],
        remedies: [{ layers: '784~9,128~9,64~9,10' }],
      });
    }
    expect(codesOf({ network: { ...SMALL, layerSpacing: 350 } })).not.toContain('no-common-bed');
  });

  it('are what a plan is made of, not thrown, whatever is asked for', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anythingAsked, (asked) => {
        const { findings, files, scale } = planJob(asked);
        expect(structuredClone(findings)).toEqual(findings);
        expect(scale).toBeGreaterThan(0);
        const wanted = (asked.outputs ?? [{}]).filter(({ format }) => format !== 'obj').length;
        expect(files.length).toBeGreaterThanOrEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('have no remedy in another mode where sizes were given that mean nothing there', () => {
    const network = { layers: [4, 4], clearance: 0.1 };
    const { findings } = planJob({ network, printer: 'snapmaker-u1', colorsByHeight: true });
    const { remedies } = findings.find(({ code }) => code === 'heights-by-hand')!;
    expect(remedies).toEqual([{ slots: 1 }]);
  });

  it('have remedies that mend', { timeout: 300_000 }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anythingAsked, (asked) => {
        for (const { code, remedies = [] } of planJob(asked).findings) {
          for (const remedy of remedies) {
            for (const change of Object.keys(remedy)) seen.add(`${code} ${change}`);
            const after = planJob(withRemedy(asked, remedy)).findings.map((finding) => finding.code);
            expect(after, `${code}: ${JSON.stringify(remedy)}`).not.toContain(code);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect([...seen].sort()).toEqual(expect.arrayContaining(['endless-joining layers', 'too-large scale']));
  });
});
