import { expect, it } from 'vitest';
import { collect } from '../../src/index.ts';

async function* chunks(...list: number[][]): AsyncGenerator<Uint8Array> {
  for (const chunk of list) yield Uint8Array.from(chunk);
}

it('collect joins chunks in order, empty ones too', async () => {
  expect(await collect(chunks([1, 2], [], [3]))).toStrictEqual(Uint8Array.of(1, 2, 3));
  expect(await collect(chunks())).toStrictEqual(new Uint8Array());
});

it('collect rejects with what its source throws', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Uint8Array.of(1);
    throw new Error('no more');
  }
  await expect(collect(broken())).rejects.toThrow('no more');
});
