import { type NetworkSpec, type NetworkSpecInput, parseNetworkSpec, scaleSpec } from '@neurofab/core';
import { type Asked, planJob } from '@neurofab/job';
import { describe, expect, it } from 'vitest';
import type { WriteRequest } from '../src/arguments/command-line.ts';
import { InputError } from '../src/errors.ts';
import { refuse, warnings } from '../src/words/findings.ts';

/** `3,6,6,4,2 --segments 99`, as far as it is needed here. */
function spec(text: string): NetworkSpec {
  const [layers, ...flags] = text.split(/ +(?:--)?/);
  const flag = (name: string) => (flags.includes(name) ? Number(flags[flags.indexOf(name) + 1]) : undefined);
  const segments = flag('segments');
  const scale = flag('scale');
  const parsed = parseNetworkSpec(
    { layers: layers!.split(',').map(Number), ...(segments && { resolution: { segments } }) },
    { preset: flags.includes('seed') ? 'seed' : 'desk' },
  );
  return scale === undefined ? parsed : scaleSpec(parsed, scale);
}

/** What is said of a plan, or thrown. */
async function warned(text: string, ...formats: string[]): Promise<string[]> {
  return said({
    spec: spec(text),
    outputs: (formats.length === 0 ? ['3mf'] : formats).map((format) => ({ format })),
  });
}

function said(asked: Asked): string[] {
  const { findings } = planJob(asked);
  const words = { request: NOTHING_ASKED, saved: undefined };
  refuse(findings, words);
  // A model that no bed holds is another matter.
  return warnings(
    findings.filter(({ code }) => code !== 'no-common-bed'),
    words,
  );
}

const NOTHING_ASKED: WriteRequest = {
  kind: 'write',
  models: [],
  noConfig: false,
  shownNodes: [],
  flags: new Map(),
  outputs: [],
  printSpec: false,
  complete: false,
  fit: false,
  strict: false,
  json: false,
  quiet: false,
};

describe('joining', () => {
  it.each([
    '3,6,6,4,2',
    '3,6,6,4,2 --preset seed',
    '16,16',
    '16,16 --segments 25',
    '16,16 --segments 100',
    '24,24',
    '12,12 --segments 99',
    '1,200',
  ])('is not worth a word for %s', async (text) => {
    expect(await warned(text)).toEqual([]);
  });

  it.each([
    [
      '48,48',
      'about a minute: it has 96 nodes with circles of 32 sides, and its connections cross 1,272,384 times; --shells writes',
    ],
    [
      '24,24 --segments 99',
      'about .* seconds: .* circles of 99 sides, .*; --segments 24 makes it quick, and --shells ',
    ],
    ['3,6,6,4,2 --segments 361', 'about .* seconds: .*; --segments 24 makes it quick'],
    ['1,1000', 'about .* seconds: it has 1,001 nodes'],
  ])('is warned of for %s', async (text, words) => {
    const [warning, ...more] = await warned(text);
    expect(more).toEqual([]);
    expect(warning).toMatch(new RegExp(`^To join this network may take ${words}`));
  });

  it.each([
    ['200,200', 'more than an hour'],
    ['784,128,64,10 --segments 8', 'more than an hour'],
    ['100,100,100,100,100 --segments 1000', 'more than an hour'],
  ])('is refused for %s', async (text, words) => {
    await expect(warned(text)).rejects.toThrow(InputError);
    await expect(warned(text)).rejects.toThrow(`To join this network would take ${words}: it has `);
  });

  it('is drawn in short, or written as shells, in the formats that hold them', async () => {
    await expect(warned('784,128,64', '3mf', 'stl')).rejects.toThrow(
      'times; 784~9,128~9,64~9 draws nine nodes and an ellipsis of each large layer, and --shells writes balls and rods as they are.',
    );
    await expect(warned('2000,2000 --segments 8', '3mf', 'stl')).rejects.toThrow(
      ' of each large layer, and an STL with --shells holds balls and rods as they are.',
    );
    await expect(warned('2000,2000 --segments 8', 'stl')).rejects.toThrow(', and --shells writes');
    await expect(warned('10000,10000,10000', 'stl')).rejects.toThrow(' of each large layer.');
    const layers = ['a', 'b', 'c'].map((name) => ({ name, size: 10_000 }));
    expect(() => said({ network: { layers }, outputs: [{ format: 'stl' }] })).toThrow(
      '; fewer nodes take less.',
    );
  });

  it('is advised what is quick by the same estimate', async () => {
    for (const sides of [9, 25, 99, 199, 299]) {
      for (const layers of ['3,6,6,4,2', '9,9', '12,12', '20,20', '30,30', '40,40', '60,60']) {
        const text = `${layers} --segments ${sides}`;
        const [words = ''] = await warned(text).catch(({ message }: Error) => [message]);
        if (words.includes('--segments 24')) expect(await warned(`${layers} --segments 24`)).toEqual([]);
      }
    }
  });
});

describe('a base that touches nothing', () => {
  it('is told of, with what would help', () => {
    expect(
      said({ network: { preset: 'seed', layers: [2, 2] }, outputs: [{ format: 'openscad' }] }),
    ).toStrictEqual([
      'The base touches nothing: it reaches 4 mm from the middle, and the nodes over it are higher or farther. ' +
        'Posts join it to the network: --preset desk, or "posts": true in a spec and a base radius of at least 9 mm.',
    ]);
  });
});

describe('a network that falls into pieces', () => {
  const saidOf = (weights: NetworkSpecInput['weights'], base?: NetworkSpecInput['base']) =>
    said({ network: { layers: [2, 2], weights, base } });

  it('is told of, with the nodes that nothing reaches, and what would help', () => {
    expect(
      saidOf([
        [
          [1, 0.05],
          [0, 1],
        ],
      ]),
    ).toEqual(['The model is 2 loose pieces. --thinnest 0.8 would join them.']);
    expect(
      saidOf([
        [
          [1, 0],
          [0, 0],
        ],
      ]),
    ).toEqual([
      'The model is 3 loose pieces, 2 of them nodes that nothing reaches. Weights that join them would help, or "shown" in a spec, to draw none but nodes that are joined.',
    ]);
    expect(
      saidOf(
        [
          [
            [0, 0],
            [1, 1],
          ],
        ],
        { shape: 'none' },
      ),
    ).toEqual([
      'The model is 2 loose pieces, one of them a node that nothing reaches. --base disc would join them.',
    ]);
    expect(
      saidOf([
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toEqual([]);
  });
});

describe('signs that come out in one colour', () => {
  it('are to differ in shape', () => {
    expect(said({ network: { layers: [2, 1], weights: [[[1, -1]]] }, slots: 1 })).toEqual([
      'Positive and negative connections come out in one colour: --sign-shape gives negative ones four sides, to tell them apart by touch.',
    ]);
  });
});

describe('a model that no bed holds', () => {
  const words = { request: NOTHING_ASKED, saved: undefined };
  const warningsFor = (asked: Asked) => warnings(planJob(asked).findings, words);

  it('is told of, printer or none, with the ellipses or the scale that would fit', () => {
    const wide: NetworkSpecInput = { layers: [784, 128, 64, 10] };
    const words =
      'The model is 104 × 104 × 12,537 mm, and no common bed holds it; the largest for it is 420 × 420 × 500 mm. ' +
      '784~9,128~9,64~9,10 would fit: nine nodes and an ellipsis of each large layer.';
    expect(warningsFor({ network: wide, shells: true })).toEqual([words]);
    expect(warningsFor({ network: wide, shells: true, printer: 'generic-3mf' })).toContain(words);
    expect(warningsFor({ network: { layers: [2, 2], layerSpacing: 500 }, shells: true })).toEqual([
      'The model is 508 × 508 × 25 mm, and no common bed holds it; the largest for it is 420 × 420 × 500 mm. --scale 0.826 would fit.',
    ]);
  });

  it('has both advised where neither is enough', () => {
    const [said] = warningsFor({ network: { layers: [200, 200], nodeRadius: 20 }, shells: true });
    expect(said).toMatch(/ 200~9,200~9 with --scale 0\.\d+ would fit: nine nodes and an ellipsis/);
  });

  it('is advised the ellipses beside the scale that a printer asks for', () => {
    const refusal = () =>
      refuse(
        planJob({ network: { layers: [784, 10] }, shells: true, printer: 'prusa-mk4s' }).findings,
        words,
      );
    expect(refusal).toThrow(
      /^The model is 12537 mm along z, but Prusa MK4S takes 220 mm; a scale of 0\.0175 would fit, but connections would be 0\.04 mm thick, and FDM needs 1 mm\. 784~9,10 would fit: nine nodes and an ellipsis of each large layer\.$/,
    );
  });
});
