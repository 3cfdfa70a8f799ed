import { deflateRawSync } from 'node:zlib';
import { planJob } from '@neurofab/job';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../src/link/read-link.ts';

/** What a link says that was packed by somebody else. */
function packed(content: unknown): string {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  return `#more=${deflateRawSync(bytes).toString('base64url')}`;
}

const WEIGHTS = packed({ layers: [1, 2], weights: [[[0.5], [-1]]] });
/** Sound, but unpacked a thousand times as large. */
const BOMB = packed(`{}${' '.repeat(5_000_000)}`);

const HOSTILE: readonly (readonly [hash: string, why: string])[] = [
  ['#%', 'the broken text "%"'],
  ['#%E0%A4%A', 'the broken text'],
  ['#name=%ff', 'the broken text "%ff"'],
  ['#%00', 'layers[0]: A layer must have a whole number of nodes'],
  ['#3,4%00', 'layers[1]'],
  ['#name', 'but this one has "name"'],
  ['#3', 'A network needs at least 2 layers, such as 3,2, but this one has 1.'],
  ['#,', 'layers[0]'],
  ['#3,,4', 'layers[1]'],
  ['#0,1', 'but this one has 0'],
  ['#-3,4', 'but this one has -3'],
  ['#3.5,4', 'but this one has 3.5'],
  ['#1e999,4', 'but this one has Infinity'],
  ['#NaN,4', 'but this one has "NaN"'],
  ['#0x10,4', 'but this one has "0x10"'],
  ['#10001,4', 'from 1 to 10000'],
  [`#${Array(101).fill(2)}`, 'at most 100 layers'],
  ['#784~785,10', 'layers[0].shown'],
  ['#784~9~9,10', 'layers[0]'],
  ['#3,4&5,6', 'it says layers twice'],
  ['#3,4&=5,6', 'it says layers twice'],
  ['#seed', 'but this one has "seed"'],
  ['#r=1e999', 'nodeRadius: Must be a length from 0.01 to 10000 mm, but is Infinity.'],
  ['#r=-1e999', 'nodeRadius'],
  ['#r=NaN', 'but is "NaN"'],
  ['#r=', 'but is ""'],
  ['#r=0x10', 'but is "0x10"'],
  ['#r=3mm', 'but is "3mm"'],
  ['#r=3=4', 'but is "3=4"'],
  ['#r=١', 'nodeRadius'],
  ['#r=3&r=4', 'it says "r" twice'],
  ['#r=3&%72=4', 'it says "r" twice'],
  ['#c=5', 'connectionRadius: Must be less than the node radius'],
  ['#nodeRadius=3', '"nodeRadius=3" means nothing here'],
  ['#R=3', '"R=3" means nothing here'],
  ['#version=3', 'version: Must be 1 or 2, the versions there are, but is 3.'],
  ['#version=0', 'version'],
  ['#v1', 'but this one has "v1"'],
  ['#preset=huge', 'preset: Must be "desk" or "seed", but is "huge".'],
  ['#m=__proto__', 'mode'],
  ['#posts=maybe', 'base.posts: Must be true or false, but is "maybe".'],
  ['#base=none&posts=yes', 'There is no base to apply this to.'],
  ['#cb=notacolour', 'colors.base: Must be a colour'],
  ['#cl=f00,,0f0', 'colors.layers[1]'],
  ['#cl=javascript:alert(1)', 'colors.layers[0]'],
  ['#thickest=3', 'There are no weights to apply this to.'],
  ['#segments=1e9', 'resolution.segments'],
  ['#tolerance=0.1&segments=8', 'resolution: Must have either a tolerance or segments.'],
  [`#name=${'n'.repeat(1001)}`, 'name: Must have at most 1000 characters, but has 1001.'],
  ['#weights=1', 'weights: Must be a list of matrices'],
  ['#__proto__=1', '"__proto__=1" means nothing here'],
  ['#constructor=1', '"constructor=1" means nothing here'],
  ['#__proto__.polluted=1', 'means nothing here'],
  ['#trained.__proto__=1', 'means nothing here'],
  ['#toString', 'but this one has "toString"'],
  ['#spec=1', '"spec=1" means nothing here'],
  ['#lettering=1', 'means nothing here'],
  ['#printer=a&printer=b', 'it says "printer" twice'],
  ['#shells&shells', 'it says "shells" twice'],
  ['#shells&shells=yes', 'it says "shells" twice'],
  ['#shells=yes', '"shells=yes" means nothing here'],
  ['#slots=four', '"slots=four" means nothing here'],
  ['#slots=1e999', '"slots=1e999" means nothing here'],
  ['#scale=', '"scale=" means nothing here'],
  ['#scale=1e999', '"scale=1e999" means nothing here'],
  ['#scale=constructor', 'means nothing here'],
  ['#flavor=odd', '"flavor=odd" means nothing here'],
  ['#color-by=odd', 'means nothing here'],
  ['#split=everything', 'means nothing here'],
  ['#origin=moon', 'means nothing here'],
  ['#<script>alert(1)</script>', 'but this one has "<script>alert(1)</script>"'],
  ['#"><img src=x onerror=alert(1)>', 'means nothing here'],
  ['#\u202Egnp.exe=1', 'means nothing here'],
  ['#\uD800=1', 'means nothing here'],
  ['#https://example.org/#3,4', 'layers[0]'],
  [`#${'3,'.repeat(5_000_000)}`, 'it has 10000000 characters, not up to 8000'],
  [`#${'&'.repeat(8001)}`, 'it has 8001 characters'],
  [`#${'a&'.repeat(3000)}`, 'it says layers twice'],
  ['#more=', 'cut off or changed'],
  ['#more=!!!', 'cut off or changed'],
  ['#more=AAAA', 'cut off or changed'],
  ['#more=%00', 'cut off or changed'],
  [WEIGHTS.slice(0, -4), 'cut off or changed'],
  [`${WEIGHTS}&${WEIGHTS.slice(1)}`, 'it says "more" twice'],
  [`${WEIGHTS}&3,4`, 'it says layers twice'],
  [packed({ layers: [3, 4], colors: { negative: 'red' } }), 'There are no weights'],
  [`${packed({ nodeRadius: 3 })}&r=4`, 'it says "r" twice'],
  [BOMB, 'cut off or changed'],
  [packed('null'), 'cut off or changed'],
  [packed('[]'), 'cut off or changed'],
  [packed('5'), 'cut off or changed'],
  [packed('{"layers":'), 'cut off or changed'],
  [packed('['.repeat(99_000)), 'cut off or changed'],
  [packed(`${'{"layers":'.repeat(9_000)}1${'}'.repeat(9_000)}`), 'layers: Must be a list'],
  [packed('{"__proto__":{"polluted":1}}'), 'There is no field "__proto__"'],
  [packed('{"constructor":{"prototype":{"polluted":1}}}'), 'There is no field "constructor"'],
  [packed('{"colors":{"__proto__":{"base":"red"}}}'), 'There is no field "__proto__"'],
  [packed({ printer: 'x' }), 'There is no field "printer"'],
  [packed({ colors: 5 }), 'colors: Must be an object'],
  [packed({ layers: 'many' }), 'layers: Must be a list of nodes per layer'],
  [packed({ layers: [null, 3] }), 'layers[0]'],
  [packed({ layers: [{ size: 3, shown: [2, 1] }, 3] }), 'layers[0].shown[1]'],
  [packed({ weights: [[[1]]] }), 'weights: Must have a matrix for each gap'],
  [packed({ layers: [1, 1], weights: [[['1']]] }), 'weights[0][0][0]: Must be a number, or null'],
  [packed({ layers: [2, 2], weights: [[[1], [1, 2]]] }), 'weights[0][0]'],
  [packed('{"layers":[1,1],"weights":[[[1e999]]]}'), 'weights[0][0][0]'],
  [packed({ layers: [1, 1], weights: [Array(30_000).fill('')] }), 'weights[0][0]: Must be a row of numbers'],
];

async function faultOf(hash: string): Promise<string> {
  const read = await readLink(hash);
  if (read === undefined || !('fault' in read)) throw new Error('There is no fault.');
  return read.fault;
}

describe('a link from anywhere', () => {
  it.each(HOSTILE.map(([hash, why]) => [hash.slice(0, 60), why, hash]))(
    'gets one sentence: %s',
    async (_, why, hash) => {
      const fault = await faultOf(hash);
      expect(fault).toContain(why);
      expect(fault).toMatch(/^\P{C}{10,400}\.$/u);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it.each([
    ['#3,%206, 6', { network: { layers: [3, 6, 6] } }],
    ['3,4', { network: { layers: [3, 4] } }],
    ['#3%2C4&%72=3', { network: { layers: [3, 4], nodeRadius: 3 } }],
    ['#&3,4&&r=3&', { network: { layers: [3, 4], nodeRadius: 3 } }],
    ['#slots=2&printer=prusa-mk4s', { network: {}, printer: 'prusa-mk4s', slots: 2 }],
    [
      '#colors-by-height=no&split&partial',
      { network: {}, colorsByHeight: false, split: 'parts', partial: true },
    ],
    ['#name=%00a%00', { network: { name: '\0a\0' } }],
    ['#h=0.3&printer=prusa-mk4s', { network: { layerHeight: 0.3 }, printer: 'prusa-mk4s' }],
  ])('means what it says: %s', async (hash, asked) => {
    expect(await readLink(hash)).toEqual({ asked });
  });

  it.each(['', '#'])('asks for nothing where nothing is said: "%s"', async (hash) => {
    expect(await readLink(hash)).toBeUndefined();
  });

  it('leaves what the network does not decide to the plan, which says what is wrong with it', async () => {
    const codes = async (hash: string) => {
      const read = await readLink(hash);
      return read !== undefined && 'asked' in read && planJob(read.asked).findings.map(({ code }) => code);
    };
    expect(await codes('#2,3&printer=none-such')).toContain('unknown-printer');
    expect(await codes('#2,3&slots=99')).toContain('slots-out-of-range');
    expect(await codes('#2,3&scale=-1')).toContain('scale-out-of-range');
    expect(await codes('#2,3&scale=fit')).toContain('fit-without-bed');
  });

  it('asks for what can be planned or has a fault, whatever it is', async () => {
    const names = fc.constantFrom(
      '',
      'r',
      'name',
      'base',
      'cl',
      'm',
      'preset',
      'printer',
      'slots',
      'scale',
      'more',
      'x',
    );
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('3,4', '2', 'fit', 'seed', 'flat', 'none', 'red'),
    );
    const words = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(names, values).map(([name, value]) => `${name}=${value}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 6 }), async (list) => {
        const read = await readLink(`#${list.join('&')}`);
        if (read === undefined) return;
        if ('asked' in read) planJob(read.asked);
        else expect(read.fault).toMatch(/^[^\n]+\.$/);
      }),
      { numRuns: 500 },
    );
  });
});
