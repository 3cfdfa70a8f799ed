import type { ByteCursor } from './byte-cursor.ts';
import { senseless } from './pickle-constant.ts';
import { isObject, type PickleValue } from './pickle-value.ts';

/** What a pickle works on, as all operations leave it. Each function throws an ImportError where it has not what it asks for. */
export interface PickleMachine {
  readonly cursor: ByteCursor;
  readonly stack: PickleValue[];
  /** Where on the stack a list of unknown length begins, the innermost last. */
  readonly marks: number[];
  readonly memo: Map<number, PickleValue>;
}

/** The value on the stack that came last. */
export function top({ stack, marks, cursor }: PickleMachine): PickleValue {
  if (stack.length <= (marks.at(-1) ?? 0)) throw senseless(cursor);
  return stack.at(-1)!;
}

/** That value, taken away. */
export function pop(machine: PickleMachine): PickleValue {
  const value = top(machine);
  machine.stack.pop();
  return value;
}

/** All values since the last mark, taken away with it. */
export function popToMark({ stack, marks, cursor }: PickleMachine): PickleValue[] {
  const mark = marks.pop();
  if (mark === undefined) throw senseless(cursor);
  return stack.splice(mark);
}

/** A value that was remembered under a number. */
export function recall({ memo, cursor }: PickleMachine, key: number): PickleValue {
  const value = memo.get(key);
  if (value === undefined) throw senseless(cursor);
  return value;
}

/** Adds to the list that came last, or to what an object has as a list. */
export function add(machine: PickleMachine, values: readonly PickleValue[]): void {
  const target = top(machine);
  if (isObject(target)) target.items ??= [];
  const list = isObject(target) ? target.items : target;
  if (!Array.isArray(list)) throw senseless(machine.cursor);
  for (const value of values) list.push(value);
}

/** Keys and values in turn, for the dictionary that came last, or for what an object has as a dictionary. */
export function set(machine: PickleMachine, pairs: readonly PickleValue[]): void {
  const target = top(machine);
  if (isObject(target)) target.entries ??= new Map();
  const map = isObject(target) ? target.entries : target;
  if (!(map instanceof Map) || pairs.length % 2 !== 0) throw senseless(machine.cursor);
  for (let i = 0; i < pairs.length; i += 2) map.set(pairs[i]!, pairs[i + 1]!);
}
