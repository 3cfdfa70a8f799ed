import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Fault,
  NETWORK_DEFAULTS,
  type NetworkSpecInput,
  type PresetName,
  parseNetworkSpec,
  SpecError,
  writtenInFull,
} from '../../src/index.ts';
import { networkInputs } from '../arbitraries.ts';

const reference = JSON.parse(
  readFileSync(new URL('../../../../test-fixtures/seed-reference.json', import.meta.url), 'utf8'),
);

function faultsOf(input: unknown, preset: PresetName = 'desk'): readonly Fault[] {
  try {
    parseNetworkSpec(input, { preset });
  } catch (error) {
    if (error instanceof SpecError) return error.faults;
    throw error;
  }
  throw new Error('No fault was found.');
}

/** The faults as lines, `path: message`. */
function linesOf(input: unknown, preset?: PresetName): string[] {
  return faultsOf(input, preset).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('defaults', () => {
  it('gives the desk preset for nothing at all', () => {
    expect(parseNetworkSpec({})).toStrictEqual({
      version: 2,
      preset: 'desk',
      name: 'Neural network 3-6-6-4-2',
      layers: [3, 6, 6, 4, 2],
      nodeRadius: 4,
      connectionRadius: 1,
      nodeSpacing: 16,
      layerSpacing: 32,
      base: { shape: 'disc', radius: 68, thickness: 2, posts: true },
      mode: 'upright',
      labels: 'none',
      colors: NETWORK_DEFAULTS.colors,
      resolution: { tolerance: 0.02 },
      given: { version: 2, layers: [3, 6, 6, 4, 2] },
    });
  });

  it('gives the seed document for the seed preset', () => {
    expect(parseNetworkSpec({}, { preset: 'seed' })).toStrictEqual({
      version: 2,
      preset: 'seed',
      name: 'Neural network 3-6-6-4-2',
      layers: reference.layers,
      nodeRadius: reference.nodeRadius,
      connectionRadius: reference.connectionRadius,
      nodeSpacing: 8,
      layerSpacing: 16,
      base: {
        shape: 'disc',
        radius: reference.base.radius,
        thickness: reference.base.thickness,
        posts: false,
        segments: reference.base.segments,
      },
      mode: 'upright',
      labels: 'none',
      colors: NETWORK_DEFAULTS.colors,
      resolution: { segments: reference.sphere.segments, rings: reference.sphere.rings },
      given: { version: 2, preset: 'seed', layers: reference.layers },
    });
  });

  it.each<[NetworkSpecInput, PresetName, object]>([
    [{ nodeRadius: 10 }, 'desk', { connectionRadius: 2.5, nodeSpacing: 40, layerSpacing: 80 }],
    [{ nodeRadius: 10 }, 'desk', { base: { shape: 'disc', radius: 170, thickness: 5, posts: true } }],
    // Half the length of the network and a node, however many layers there are.
    [{ layers: [1, 1] }, 'desk', { base: { shape: 'disc', radius: 20, thickness: 2, posts: true } }],
    [
      { layers: Array(10).fill(2) },
      'desk',
      { base: { shape: 'disc', radius: 148, thickness: 2, posts: true } },
    ],
    // The seed's rule, n² / 2 node radii.
    [{ layers: Array(10).fill(2) }, 'seed', { base: expect.objectContaining({ radius: 100 }) }],
    [
      { layers: [1, 1], nodeRadius: 2 },
      'seed',
      { base: expect.objectContaining({ radius: 4, thickness: 1 }) },
    ],
    [{ layerSpacing: 100 }, 'desk', { base: expect.objectContaining({ radius: 204 }) }],
    [{ base: { shape: 'none' } }, 'desk', { base: { shape: 'none' } }],
    [
      { base: { radius: 50, posts: false } },
      'desk',
      { base: { shape: 'disc', radius: 50, thickness: 2, posts: false } },
    ],
    [{ layers: [2, 3] }, 'desk', { name: 'Neural network 2-3' }],
    [{ colors: { base: 'Tomato' } }, 'desk', { colors: { ...NETWORK_DEFAULTS.colors, base: '#FF6347' } }],
    [
      { colors: { layers: ['#abcdef'] } },
      'desk',
      { colors: { ...NETWORK_DEFAULTS.colors, layers: ['#ABCDEF'] } },
    ],
    [{ resolution: { segments: 8 } }, 'desk', { resolution: { segments: 8 } }],
  ])('completes %j of preset %s', (input, preset, expected) => {
    expect(parseNetworkSpec(input, { preset })).toMatchObject(expected);
  });

  it('drops the sides of the seed base when a resolution is asked for, and keeps those that are given', () => {
    const resolution = { tolerance: 0.1 };
    expect(parseNetworkSpec({ resolution }, { preset: 'seed' }).base).not.toHaveProperty('segments');
    expect(parseNetworkSpec({ resolution, base: { segments: 7 } }, { preset: 'seed' }).base).toMatchObject({
      segments: 7,
    });
  });

  it('leaves the input as it is', () => {
    fc.assert(
      fc.property(networkInputs, (input) => {
        const before = structuredClone(input);
        parseNetworkSpec(input);
        expect(input).toEqual(before);
      }),
    );
  });
});

describe('a complete spec', () => {
  it('means the same when it is parsed again, whatever the preset, and through JSON', () => {
    const presets = fc.constantFrom<PresetName>('desk', 'seed');
    fc.assert(
      fc.property(networkInputs, presets, (input, again) => {
        const { given: _, ...spec } = parseNetworkSpec(input);
        const written = writtenInFull({ ...spec, given: {} });
        expect(parseNetworkSpec(written, { preset: again })).toMatchObject(spec);
        expect(parseNetworkSpec(JSON.parse(JSON.stringify(written)), { preset: again })).toMatchObject(spec);
      }),
    );
  });

  it.each(['desk', 'seed'] as const)('of the %s preset means the same under the other', (preset) => {
    const spec = parseNetworkSpec({}, { preset });
    const other = { preset: preset === 'desk' ? 'seed' : 'desk' } as const;
    expect(writtenInFull(parseNetworkSpec(writtenInFull(spec), other))).toStrictEqual(writtenInFull(spec));
  });
});

describe('what was given', () => {
  it('gives the very same spec again, whatever the network', () => {
    fc.assert(
      fc.property(networkInputs, fc.constantFrom<PresetName>('desk', 'seed'), (input, preset) => {
        const spec = parseNetworkSpec(input, { preset });
        expect(parseNetworkSpec(spec.given)).toStrictEqual(spec);
        expect(parseNetworkSpec(JSON.parse(JSON.stringify(spec.given)))).toEqual(spec);
      }),
    );
  });

  it('is what its author wrote, but for the version, and with the layers', () => {
    const given = parseNetworkSpec({ $schema: 'x', nodeRadius: 5, colors: { base: 'tomato' } }).given;
    expect(given).toStrictEqual({
      version: 2,
      layers: [3, 6, 6, 4, 2],
      nodeRadius: 5,
      colors: { base: 'tomato' },
    });
  });
});

describe('weights', () => {
  const of = (input: NetworkSpecInput) => linesOf({ layers: [2, 1], ...input });

  it.each<[NetworkSpecInput, string]>([
    [{ weights: [] }, 'weights: Must have a matrix for each gap between 2 layers, which is 1, but has 0.'],
    [
      {
        weights: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
      },
      'weights.0: Must have a row for each node of layer 2 (1), but has 2.',
    ],
    [{ weights: [[[1]]] }, 'weights.0.0: Must have a number for each node of layer 1 (2), but has 1.'],
    [
      { layers: [{ size: 9, shown: 3 }, 1], weights: [[[1]]] },
      'weights.0.0: Must have a number for each node of layer 1 (9, or the 3 that are drawn), but has 1.',
    ],
    [
      { weights: [[[1, Number.NaN]]] },
      'weights.0.0.1: Must be a number, or null for no connection, but is NaN.',
    ],
    [{ thickest: 3 }, 'thickest: There are no weights to apply this to.'],
    [{ colors: { negative: 'red' } }, 'colors.negative: There are no weights to apply this to.'],
    [
      { weights: [[[1, 2]]], connectionRadius: 1 },
      'connectionRadius: Connections have weights, so thickest and thinnest say how thick they are.',
    ],
    [{ weights: [[[1, 2]]], thickest: 8 }, 'thickest: Must be less than two node radii (8 mm), but is 8 mm.'],
    [
      { weights: [[[1, 2]]], thinnest: 5 },
      'thinnest: Must be at most as thick as the thickest (4 mm), but is 5 mm.',
    ],
  ])('of %j are refused: %s', (input, line) => {
    expect(of(input)).toStrictEqual([line]);
  });

  it('give connections colours by their sign where they differ in it', () => {
    const both = parseNetworkSpec({ layers: [2, 1], weights: [[[1, -1]]] });
    expect(both.colors).toMatchObject({ connections: '#0072B2', negative: '#E69F00' });
    const one = parseNetworkSpec({ layers: [2, 1], weights: [[[1, 1]]] });
    expect(one.colors).toStrictEqual(NETWORK_DEFAULTS.colors);
  });
});

describe('layers', () => {
  const ONE = 'layers: A network needs at least 2 layers, such as 3,2, but this one has 1.';
  const fault = (layer: number, value: string) =>
    `layers.${layer}: A layer must have a whole number of nodes from 1 to 10000, but this one has ${value}.`;

  it.each<[unknown[], string[]]>([
    [[3, 0, 2], [fault(1, '0')]],
    [[3, '', 2], [fault(1, '""')]],
    [[3, null, 2], [fault(1, 'null')]],
    [['abc'], [fault(0, '"abc"'), ONE]],
    [[3.5, 2], [fault(0, '3.5')]],
    [[-1], [fault(0, '-1'), ONE]],
    [[5], [ONE]],
    [[], ['layers: A network needs at least 2 layers, such as 3,2, but this one has 0.']],
    [[1e9, 2], [fault(0, '1000000000')]],
    [
      [NaN, Infinity],
      [fault(0, 'NaN'), fault(1, 'Infinity')],
    ],
    [
      [0, 2, -3, 'x'],
      [fault(0, '0'), fault(2, '-3'), fault(3, '"x"')],
    ],
    [Array(101).fill(2), ['layers: A network has at most 100 layers, but this one has 101.']],
    [[[[3]], 2], [fault(0, 'a list of 1')]],
  ])('%j is refused, one fault a layer', (layers, lines) => {
    expect(linesOf({ layers })).toStrictEqual(lines);
  });

  it('that are no list are refused', () => {
    expect(linesOf({ layers: '3,2' })).toStrictEqual([
      'layers: Must be a list of nodes per layer, such as [3, 6, 6, 4, 2], but is "3,2".',
    ]);
  });

  it('a million of them are refused in a few words', () => {
    expect(linesOf({ layers: Array(1_000_000).fill('x') }).join().length).toBeLessThan(100);
  });
});

describe('sizes', () => {
  const LENGTHS = ['nodeRadius', 'connectionRadius', 'nodeSpacing', 'layerSpacing'] as const;
  const BAD_LENGTHS: [unknown, string][] = [
    [0, '0'],
    [NaN, 'NaN'],
    [-1, '-1'],
    [Infinity, 'Infinity'],
    [1e9, '1000000000'],
    ['4', '"4"'],
    [null, 'null'],
    [[4], 'a list of 1'],
    [{}, 'an object'],
    [true, 'true'],
  ];

  it.each(BAD_LENGTHS)('of %j are refused, all at once', (value, shown) => {
    const message = `Must be a length from 0.01 to 10000 mm, but is ${shown}.`;
    const input = {
      ...Object.fromEntries(LENGTHS.map((field) => [field, value])),
      base: { radius: value, thickness: value },
    };
    expect(linesOf(input)).toStrictEqual(
      [...LENGTHS, 'base.radius', 'base.thickness'].map((path) => `${path}: ${message}`),
    );
  });

  it('that do not fit together are refused, all at once', () => {
    expect(
      linesOf({ connectionRadius: 4, nodeSpacing: 8, layerSpacing: 7, base: { thickness: 8.5, radius: 1 } }),
    ).toStrictEqual([
      'connectionRadius: Must be less than the node radius (4 mm), but is 4 mm.',
      'nodeSpacing: Nodes would overlap: must be more than two node radii (8 mm), but is 8 mm.',
      'layerSpacing: Layers would overlap: must be more than two node radii (8 mm), but is 7 mm.',
      'base.thickness: Would bury the nodes: must be at most two node radii (8 mm), but is 8.5 mm.',
      'base.radius: Must be at least 4 mm, to reach a post of the middle layers, but is 1 mm.',
    ]);
  });

  it('that follow from a faulty one are not blamed', () => {
    expect(linesOf({ layers: [3, 2], connectionRadius: 5 })).toStrictEqual([
      'connectionRadius: Must be less than the node radius (4 mm), but is 5 mm.',
    ]);
  });

  it('that just fit are taken', () => {
    const input = { connectionRadius: 3.99, nodeSpacing: 8.01, layerSpacing: 8.01, base: { thickness: 8 } };
    expect(parseNetworkSpec(input)).toMatchObject(input);
  });

  it('that follow from others are checked like those that are given', () => {
    expect(linesOf({ nodeRadius: 0.01 })).toStrictEqual([
      'connectionRadius: Would be 0.0025 mm by default, but must be a length from 0.01 to 10000 mm.',
      'base.thickness: Would be 0.005 mm by default, but must be a length from 0.01 to 10000 mm.',
    ]);
    expect(faultsOf({ nodeRadius: 9000 }).map(({ path }) => path)).toStrictEqual([
      ['nodeSpacing'],
      ['layerSpacing'],
      ['base', 'radius'],
    ]);
  });

  it('a base that posts cannot hold up is refused, with an even and an odd number of layers', () => {
    expect(linesOf({ layers: [2, 2], base: { radius: 17.9 } })).toStrictEqual([
      'base.radius: Must be at least 18 mm, to reach a post of the middle layers, but is 17.9 mm.',
    ]);
    expect(parseNetworkSpec({ layers: [2, 2], base: { radius: 18 } }).base).toMatchObject({ radius: 18 });
    expect(parseNetworkSpec({ layers: [2, 2, 2], base: { radius: 2 } }).base).toMatchObject({ radius: 2 });
    expect(parseNetworkSpec({ layers: [2, 2], base: { radius: 1, posts: false } }).base).toMatchObject({
      radius: 1,
    });
  });
});

describe('a field that is faulty itself', () => {
  it.each<[string, unknown, string[]]>([
    ['node radius', { nodeRadius: -1, connectionRadius: 5, nodeSpacing: 1, layerSpacing: 1 }, ['nodeRadius']],
    ['connection radius', { connectionRadius: 'thick' }, ['connectionRadius']],
    ['spacing', { nodeSpacing: 0, layerSpacing: 0 }, ['nodeSpacing', 'layerSpacing']],
    ['list of layers', { layers: [2], base: { radius: 5 } }, ['layers']],
    ['layer, on which the default base depends', { layers: [2, 'x'], nodeRadius: 1000 }, ['layers.1']],
    ['base', { base: { shape: 'square', radius: 1, thickness: 100 } }, ['base.shape']],
    ['base thickness', { base: { thickness: -1, radius: 1 } }, ['base.thickness']],
    ['resolution', { resolution: { tolerance: 0, segments: 8, rings: 4 } }, ['resolution.tolerance']],
  ])('is left out of the check how fields fit: %s', (_, input, paths) => {
    expect(faultsOf(input).map(({ path }) => path.join('.'))).toStrictEqual(paths);
  });

  it('hides no fault of other fields', () => {
    expect(
      faultsOf({ name: 5, connectionRadius: 4, layers: ['x', 2] }).map(({ path }) => path),
    ).toStrictEqual([['layers', 0], ['name'], ['connectionRadius']]);
  });
});

describe('base, colours and resolution', () => {
  it.each<[unknown, string[]]>([
    [{ base: 'disc' }, ['base: Must be an object such as { "shape": "disc" }, but is "disc".']],
    [{ base: { shape: 'square' } }, ['base.shape: Must be "disc" or "none", but is "square".']],
    [{ base: { posts: 'yes' } }, ['base.posts: Must be true or false, but is "yes".']],
    [
      { base: { segments: 2 } },
      ['base.segments: Must be a whole number of sides from 3 to 100000, but is 2.'],
    ],
    [
      { base: { shape: 'none', radius: 3, posts: false } },
      ['base.radius: There is no base to apply this to.', 'base.posts: There is no base to apply this to.'],
    ],
    [
      { colors: { base: 'gray-ish', connections: '#12345', layers: ['red', 7, 'constructor'] } },
      [
        'colors.base: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is "gray-ish".',
        'colors.connections: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is "#12345".',
        'colors.layers.1: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is 7.',
        'colors.layers.2: Must be a colour, as #RRGGBB, #RGB or a CSS colour name, but is "constructor".',
      ],
    ],
    [{ colors: { layers: [] } }, ['colors.layers: Must name at least one colour, but is empty.']],
    [
      { colors: { layers: Array(101).fill('red') } },
      ['colors.layers: Must name at most 100 colours, but names 101.'],
    ],
    [{ resolution: {} }, ['resolution: Must have either a tolerance or segments.']],
    [
      { resolution: { tolerance: 1, segments: 8 } },
      ['resolution: Must have either a tolerance or segments.'],
    ],
    [{ resolution: { tolerance: 1, rings: 8 } }, ['resolution.rings: Rings go with segments.']],
    [
      { resolution: { tolerance: 0 } },
      ['resolution.tolerance: Must be a number from 0.0001 to 10, but is 0.'],
    ],
    [
      { resolution: { segments: 2, rings: 1 } },
      [
        'resolution.segments: Must be a whole number of sides from 3 to 1000, but is 2.',
        'resolution.rings: Must be a whole number of rings from 2 to 1000, but is 1.',
      ],
    ],
    [{ version: 3 }, ['version: Must be 1 or 2, the versions there are, but is 3.']],
    [{ name: 5 }, ['name: Must be text, but is 5.']],
    [{ $schema: 5 }, ['$schema: Must be the address of a JSON Schema, but is 5.']],
  ])('%j is refused', (input, lines) => {
    expect(linesOf(input)).toStrictEqual(lines);
  });
});

describe('text that is drawn', () => {
  const fields = (text: string) => ({
    mode: 'plaque',
    text,
    braille: text,
    inputs: [text],
    outputs: ['a', text],
    layers: [2, { size: 1, labels: [text] }],
  });
  const paths = ['braille', 'inputs.0', 'layers.1.labels.0', 'outputs.1', 'text'];

  it.each([
    ['a\u202Eb\u202C', 'U+202E, U+202C'],
    ['a\u0000b\u0000', 'U+0000'],
    ['\uD83E', 'U+D83E'],
    ['\u{1FFFE}', 'U+1FFFE'],
  ])('has no control characters, which are named: %j', (text, named) => {
    const message = `Must be text that can be drawn, but has ${named}.`;
    expect(linesOf(fields(text)).toSorted()).toEqual(paths.map((path) => `${path}: ${message}`));
  });

  it('has blanks for the ends of lines and tabs', () => {
    expect(parseNetworkSpec({ mode: 'plaque', text: ' a\r\nb\tc\uFEFF ' }).text).toBe('a b c');
  });
});

describe('what is no network at all', () => {
  it.each([
    [null, 'null'],
    [undefined, 'undefined'],
    [5, '5'],
    ['3,6,6,4,2', '"3,6,6,4,2"'],
    [[3, 6], 'a list of 2'],
  ])('%j is refused', (input, shown) => {
    expect(faultsOf(input)).toStrictEqual([
      { path: [], message: `Must be an object such as { "layers": [3, 6, 6, 4, 2] }, but is ${shown}.` },
    ]);
  });
});

describe('unknown fields', () => {
  it('are refused with the name that was meant, at every depth', () => {
    const input = {
      layer: [3, 2],
      noderadius: 4,
      base: { raduis: 3 },
      colors: { conections: 'red' },
      resolution: { segment: 8 },
    };
    expect(linesOf(input).toSorted()).toStrictEqual([
      'base.raduis: There is no field "raduis". Did you mean "radius"?',
      'colors.conections: There is no field "conections". Did you mean "connections"?',
      'layer: There is no field "layer". Did you mean "layers"?',
      'noderadius: There is no field "noderadius". Did you mean "nodeRadius"?',
      'resolution.segment: There is no field "segment". Did you mean "segments"?',
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('named %s are refused', (key) => {
    const input = JSON.parse(`{ "${key}": { "layers": [1] }, "base": { "${key}": { "radius": 1 } } }`);
    expect(faultsOf(input).map(({ path }) => path)).toStrictEqual(
      expect.arrayContaining([[key], ['base', key]]),
    );
    expect(faultsOf(input)).toHaveLength(2);
    expect(Object.hasOwn(Object.prototype, 'layers')).toBe(false);
  });

  it('hide no fault, whatever their names', () => {
    const faults = faultsOf({ 'base\nradius': 1, 'base.radius': 1, base: { radius: -1 } });
    expect(faults.map(({ path }) => path)).toStrictEqual(
      expect.arrayContaining([['base\nradius'], ['base.radius'], ['base', 'radius']]),
    );
  });
});

describe('hostile input', () => {
  function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
    let value: unknown = 1;
    for (let i = 0; i < depth; i++) value = wrap(value);
    return value;
  }

  it.each([
    ['lists', (inner: unknown) => [inner]],
    ['objects', (inner: unknown) => ({ base: inner })],
  ])('a hundred thousand nested %s are refused', (_, wrap) => {
    const deep = nested(100_000, wrap);
    for (const field of ['layers', 'name', 'base', 'colors', 'nodeRadius', 'other']) {
      expect(faultsOf({ [field]: deep }).length).toBeGreaterThan(0);
    }
    expect(faultsOf(deep).length).toBeGreaterThan(0);
  });

  it('long values and keys are cut in messages', () => {
    const long = 'x'.repeat(1_000_000);
    try {
      parseNetworkSpec({ [long]: 1, version: long, base: { shape: long } });
      expect.unreachable();
    } catch (error) {
      expect((error as SpecError).message.length).toBeLessThan(700);
    }
  });

  it('whatever JSON it is, faults are found or a spec comes out', () => {
    const fields = fc.constantFrom('layers', 'base', 'colors', 'resolution', 'name', 'nodeRadius', 'version');
    fc.assert(
      fc.property(fc.dictionary(fields, fc.jsonValue()), (input) => {
        try {
          expect(parseNetworkSpec(input)).toMatchObject({ version: 2 });
        } catch (error) {
          expect(error).toBeInstanceOf(SpecError);
          expect((error as SpecError).faults.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['  two\twords\n', 'two words'],
    ['a\u0000b\u202Ec', 'abc'],
    ['\u0007\u200F \uD800', '\u200F'],
    ['<&"\'> 🧠 שלום', '<&"\'> 🧠 שלום'],
    ['', 'Neural network 3-6-6-4-2'],
    ['\u0000 \n', 'Neural network 3-6-6-4-2'],
  ])('%j are cleaned', (name, cleaned) => {
    expect(parseNetworkSpec({ name }).name).toBe(cleaned);
  });

  it('of at most a thousand characters are taken, counted as they are and as they come out', () => {
    expect(parseNetworkSpec({ name: 'x'.repeat(1000) }).name).toHaveLength(1000);
    expect(linesOf({ name: 'x'.repeat(1001) })).toStrictEqual([
      'name: Must have at most 1000 characters, but has 1001.',
    ]);
    // NFC writes this letter as two.
    expect(linesOf({ name: '\u0958'.repeat(501) })).toStrictEqual([
      'name: Must have at most 1000 characters, but has 1002.',
    ]);
    expect(linesOf({ name: ' '.repeat(1001) })).toStrictEqual([
      'name: Must have at most 1000 characters, but has 1001.',
    ]);
  });
});
