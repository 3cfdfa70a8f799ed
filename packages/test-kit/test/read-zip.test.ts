import { readZip } from '@neurofab/test-kit';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { expect, it } from 'vitest';

const FILES = { 'a.txt': strToU8('a'.repeat(1000)), 'b/c.txt': strToU8('c') };
const PLAIN = { mtime: new Date(1980, 0, 1) };

it('reads stored and deflated files, in order', () => {
  for (const [level, method] of [
    [0, 0],
    [6, 8],
  ] as const) {
    const files = readZip(zipSync(FILES, { ...PLAIN, level }));
    expect(files.map(({ name }) => name)).toEqual(['a.txt', 'b/c.txt']);
    expect(files.map((file) => file.method)).toEqual([method, method]);
    expect(files.map(({ bytes }) => bytes.length)).toEqual([1000, 1]);
    expect(files[0]!.modified).toBe(0x210000);
  }
});

it('reads files whose sizes follow them', () => {
  expect(readZip(streamed()).map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['hello']);
});

it('reads names of any script where it is told to', () => {
  const archive = zipSync({ 'Łukasz Żółć.txt': strToU8('x'), "O'Brien 2.txt": strToU8('y') }, PLAIN);
  expect(readZip(archive, { anyScript: true }).map(({ name }) => name)).toEqual([
    'Łukasz Żółć.txt',
    "O'Brien 2.txt",
  ]);
  expect(() => readZip(archive)).toThrow('flags');
});

it('throws wherever a byte is changed or missing', () => {
  for (const sound of [zipSync(FILES, PLAIN), streamed()]) {
    for (let i = 0; i < sound.length; i++) {
      const broken = sound.slice();
      broken[i]! ^= 0xff;
      expect(() => readZip(broken), `byte ${i}`).toThrow();
      expect(() => readZip(sound.filter((_, k) => k !== i)), `without byte ${i}`).toThrow();
    }
  }
});

it('throws at folders, comments, extra fields and attributes', () => {
  const file = strToU8('x');
  expect(() => readZip(zipSync({ 'a/': new Uint8Array(0) }, PLAIN))).toThrow('folder');
  expect(() => readZip(zipSync({ a: [file, { comment: 'x' }] }, PLAIN))).toThrow('comment');
  expect(() => readZip(zipSync({ a: [file, { extra: { 1: file } }] }, PLAIN))).toThrow('extra');
  expect(() => readZip(zipSync({ a: [file, { attrs: 1 }] }, PLAIN))).toThrow('attributes');
});

function streamed(): Uint8Array {
  const bytes: number[] = [];
  const archive = new Zip((_, chunk) => bytes.push(...chunk));
  const file = new ZipDeflate('a.txt');
  file.mtime = PLAIN.mtime;
  archive.add(file);
  file.push(strToU8('hello'), true);
  archive.end();
  return new Uint8Array(bytes);
}
