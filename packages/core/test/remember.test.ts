import { expect, it, vi } from 'vitest';
import { remember, rememberOf } from '../src/remember.ts';

it('keeps the last four results', () => {
  const make = vi.fn((a: number, b: number) => ({ sum: a + b }));
  const remembered = remember(make);
  const first = remembered(1, 2);
  for (const b of [3, 4, 5]) remembered(1, b);
  expect(remembered(1, 2)).toBe(first);
  expect(make).toHaveBeenCalledTimes(4);
  remembered(12, 0);
  expect(remembered(1, 2)).toStrictEqual(first);
  expect(make).toHaveBeenCalledTimes(6);
});

it('tells an argument that is left out from any other', () => {
  const remembered = remember((a: number, b: number | undefined = 7) => a + b);
  expect([remembered(1), remembered(1, 0), remembered(1, 7), remembered(1)]).toStrictEqual([8, 1, 8, 8]);
});

it('keeps what was made of each object, even if that is nothing', () => {
  let made = 0;
  const nothing = rememberOf((_: object) => {
    made++;
    return undefined;
  });
  const [one, other] = [{}, {}];
  for (const object of [one, other, one, other]) expect(nothing(object)).toBeUndefined();
  expect(made).toBe(2);
});

it('keeps what was made of an object with each further argument, told apart by its key', () => {
  let made = 0;
  const sized = rememberOf((_: object, size?: readonly number[]) => ({ made: ++made, size }), String);
  const object = {};
  expect(sized(object, [1, 2])).toBe(sized(object, [1, 2]));
  expect(sized(object)).not.toBe(sized(object, [1, 2]));
  expect(made).toBe(2);
});
