import { layout, type NetworkSpec, parseNetworkSpec, scaleSpec, shells } from '@neurofab/core';
import { fused, solids } from '@neurofab/solid';
import { describe, expect, it } from 'vitest';
import { InputError } from '../src/errors.ts';
import { joiningWarnings } from '../src/joining-warnings.ts';
import { FORMATS } from '../src/main.ts';
import type { Output } from '../src/plan-outputs.ts';

const [THREE_MF, STL, SCAD] = FORMATS;

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

function warned(text: string, ...more: Partial<Output>[]): Promise<string[]> {
  const usual = { path: 'a.3mf', target: { kind: 'stdout' }, format: THREE_MF!, bodies: solids } as const;
  const outputs = (more.length === 0 ? [{}] : more).map((each) => ({
    ...usual,
    backend: usual.format.backend,
    ...each,
  }));
  return joiningWarnings(layout(spec(text)), outputs);
}

describe('joining', () => {
  it.each([
    '3,6,6,4,2',
    '3,6,6,4,2 --preset seed',
    '16,16',
    '16,16 --segments 100',
    '31,31',
    '9,9 --segments 25',
    '1,200',
  ])('is not worth a word for %s', async (text) => {
    expect(await warned(text)).toEqual([]);
  });

  it.each([
    [
      '12,12 --segments 99',
      'about 50 seconds: it has 24 nodes with circles of 99 sides, and its connections cross 4,356 times; an even number of --segments makes it quick, and --shells writes balls and rods as they are.',
    ],
    ['9,9 --segments 99', 'about 20 seconds: .* an even number of --segments makes it quick, and --shells '],
    [
      '8,8,8 --segments 99',
      'about 20 seconds: .* an even number of --segments makes it quick, and --shells ',
    ],
    ['20,20 --segments 9', 'about a minute: .* an even number of --segments makes it quick, and --shells '],
    ['3,6,6,4,2 --segments 199', 'about 20 seconds: .* an even number of --segments makes it quick, and '],
    // There, an even number does not help, for nodes have many sides too.
    [
      '3,6,6,4,2 --segments 361',
      'about 40 seconds and about 3 GB of memory: .*; --segments 24 makes it quick',
    ],
    ['9,9 --scale 100', 'about 20 seconds: .* circles of 316 sides, .*; --segments 24 makes it quick, and '],
    [
      '48,48',
      'about 20 seconds: it has 96 nodes with circles of 32 sides, and its connections cross 1,272,384 times; --shells writes',
    ],
    ['1,1000', 'about a minute: it has 1,001 nodes'],
    ['53,53', 'about 20 seconds: .* times; --shells writes'],
    ['53,53 --segments 100', 'about a minute and about 4 GB of memory: .* times; --shells writes'],
    ['40,40 --segments 9', 'some minutes and about 3 GB of memory: .* --segments makes it quick, and'],
    ['50,50 --segments 9', 'the better part of an hour and about 7 GB of memory: .* times; --shells writes'],
  ])('is warned of for %s', async (text, words) => {
    const [warning, ...more] = await warned(text);
    expect(more).toEqual([]);
    expect(warning).toMatch(new RegExp(`^To join this network may take ${words}`));
  });

  it.each([
    ['64,64 --segments 9', 'more than an hour'],
    ['784,128,64,10 --segments 8', 'more than an hour'],
    ['128,64,10', 'more memory than there can be'],
    ['3,6,6,4,2 --segments 1000', 'more memory than there can be'],
  ])('is refused for %s', async (text, words) => {
    await expect(warned(text)).rejects.toThrow(InputError);
    await expect(warned(text)).rejects.toThrow(`To join this network would take ${words}: it has `);
  });

  it('concerns only what is joined', async () => {
    const text = '784,128,64,10 --segments 8';
    expect(await warned(text, { bodies: shells })).toEqual([]);
    expect(await warned(text, { format: SCAD!, bodies: undefined })).toEqual([]);
    await expect(warned(text, { bodies: shells }, { bodies: fused })).rejects.toThrow(InputError);
  });

  it('advises shells only where the formats hold them', async () => {
    const both = [{}, { format: STL!, bodies: fused }] as const;
    await expect(warned('784,128,64', ...both)).rejects.toThrow(
      '; --shells writes balls and rods as they are.',
    );
    await expect(warned('2000,2000 --segments 8', ...both)).rejects.toThrow(
      '; an STL with --shells holds balls and rods as they are.',
    );
    await expect(warned('2000,2000 --segments 8', both[1])).rejects.toThrow('; --shells writes');
    await expect(warned('10000,10000,10000', both[1])).rejects.toThrow('; fewer nodes take less.');
  });

  it('advises what is quick by the same estimate', async () => {
    for (const sides of [9, 25, 99, 199, 299]) {
      for (const layers of ['3,6,6,4,2', '9,9', '12,12', '20,20', '30,30', '40,40', '60,60']) {
        const text = `${layers} --segments ${sides}`;
        const [words = ''] = await warned(text).catch(({ message }: Error) => [message]);
        if (words.includes('an even number'))
          expect(await warned(`${layers} --segments ${sides + 1}`)).toEqual([]);
        if (words.includes('--segments 24')) expect(await warned(`${layers} --segments 24`)).toEqual([]);
      }
    }
  });
});
