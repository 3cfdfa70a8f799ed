import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type ByteCursor, byteCursor } from './byte-cursor.ts';
import { integer, lineOf, pickleConstant, senseless } from './pickle-constant.ts';
import { add, type PickleMachine, pop, popToMark, recall, set, top } from './pickle-machine.ts';
import { MAKING_OPERATIONS, PICKLE_OPERATION } from './pickle-operation.ts';
import { isObject, type PickleObject, type PickleValue } from './pickle-value.ts';

/** How much may still be done for pickles: one file may have many. */
export interface PickleWork {
  left: number;
}

/** As much work as is done for a file. */
export function pickleWork(): PickleWork {
  return { left: IMPORT_LIMITS.maxPickleOperations };
}

/** How a pickle is read. */
export interface ReadPickleOptions {
  /** Where the pickle begins. */
  readonly at?: number;
  /** Counted down; default all that is done for a file. */
  readonly work?: PickleWork;
  /** What stands for something that is kept outside the pickle, by what the pickle says of it. */
  readonly onPersistent?: (id: PickleValue) => PickleValue;
  /** What stands for an object that has its state now; may read on where bytes of its own follow in the stream. */
  readonly onBuilt?: (object: PickleObject, cursor: ByteCursor) => PickleValue;
}

/** Values that wait for an operation at the same time. */
const MOST_WAITING = 1_000_000;

/** What a pickle holds, and where it ends. Nothing is called or made but plain data. Throws an ImportError for what is no sound pickle. */
export function readPickle(
  bytes: Uint8Array,
  {
    at = 0,
    work = pickleWork(),
    onPersistent = () => null,
    onBuilt = (object) => object,
  }: ReadPickleOptions = {},
): { readonly value: PickleValue; readonly end: number } {
  const cursor = byteCursor(bytes, at);
  const machine: Machine = { cursor, stack: [], marks: [], memo: new Map(), onPersistent, onBuilt };
  while (work.left >= 0 && machine.stack.length + machine.marks.length <= MOST_WAITING) {
    const operation = cursor.byte();
    if (operation === PICKLE_OPERATION.STOP) return { value: pop(machine), end: cursor.at };
    perform(operation, machine);
    work.left -= MAKING_OPERATIONS.has(operation) ? COST_OF_MAKING : 1;
  }
  throw new ImportError('too-large', 'Its pickle holds more objects than any network of dense layers.');
}

/** A dictionary takes some five hundred bytes, and a file needs but one to ask for it. */
const COST_OF_MAKING = 8;

type Machine = PickleMachine & Required<Pick<ReadPickleOptions, 'onPersistent' | 'onBuilt'>>;

function perform(operation: number, machine: Machine): void {
  const { cursor, stack, marks, memo } = machine;
  switch (operation) {
    case PICKLE_OPERATION.PROTO:
      if (cursor.byte() > 5) throw senseless(cursor);
      return;
    case PICKLE_OPERATION.FRAME:
      cursor.bytes(8);
      return;
    case PICKLE_OPERATION.READONLY_BUFFER:
      return;

    case PICKLE_OPERATION.MARK:
      marks.push(stack.length);
      return;
    case PICKLE_OPERATION.POP:
      // Python takes a mark from the stack in the same way.
      if (marks.at(-1) === stack.length) marks.pop();
      else pop(machine);
      return;
    case PICKLE_OPERATION.POP_MARK:
      popToMark(machine);
      return;
    case PICKLE_OPERATION.DUP:
      stack.push(top(machine));
      return;

    case PICKLE_OPERATION.PUT:
      memo.set(integer(cursor), top(machine));
      return;
    case PICKLE_OPERATION.BINPUT:
      memo.set(cursor.byte(), top(machine));
      return;
    case PICKLE_OPERATION.LONG_BINPUT:
      memo.set(cursor.uint32(), top(machine));
      return;
    case PICKLE_OPERATION.MEMOIZE:
      memo.set(memo.size, top(machine));
      return;
    case PICKLE_OPERATION.GET:
      stack.push(recall(machine, integer(cursor)));
      return;
    case PICKLE_OPERATION.BINGET:
      stack.push(recall(machine, cursor.byte()));
      return;
    case PICKLE_OPERATION.LONG_BINGET:
      stack.push(recall(machine, cursor.uint32()));
      return;

    case PICKLE_OPERATION.EMPTY_TUPLE:
    case PICKLE_OPERATION.EMPTY_LIST:
    case PICKLE_OPERATION.EMPTY_SET:
      stack.push([]);
      return;
    case PICKLE_OPERATION.TUPLE:
    case PICKLE_OPERATION.LIST:
    case PICKLE_OPERATION.FROZENSET:
      stack.push(popToMark(machine));
      return;
    case PICKLE_OPERATION.TUPLE1:
      stack.push([pop(machine)]);
      return;
    case PICKLE_OPERATION.TUPLE2:
      stack.push([pop(machine), pop(machine)].reverse());
      return;
    case PICKLE_OPERATION.TUPLE3:
      stack.push([pop(machine), pop(machine), pop(machine)].reverse());
      return;
    case PICKLE_OPERATION.APPEND:
      add(machine, [pop(machine)]);
      return;
    case PICKLE_OPERATION.APPENDS:
    case PICKLE_OPERATION.ADDITEMS:
      add(machine, popToMark(machine));
      return;
    case PICKLE_OPERATION.EMPTY_DICT:
      stack.push(new Map());
      return;
    case PICKLE_OPERATION.DICT: {
      const pairs = popToMark(machine);
      stack.push(new Map());
      set(machine, pairs);
      return;
    }
    case PICKLE_OPERATION.SETITEM:
      set(machine, [pop(machine), pop(machine)].reverse());
      return;
    case PICKLE_OPERATION.SETITEMS:
      set(machine, popToMark(machine));
      return;

    case PICKLE_OPERATION.GLOBAL:
      stack.push({ kind: 'global', name: `${lineOf(cursor)}.${lineOf(cursor)}` });
      return;
    case PICKLE_OPERATION.STACK_GLOBAL: {
      const name = pop(machine);
      const module = pop(machine);
      if (typeof name !== 'string' || typeof module !== 'string') throw senseless(cursor);
      stack.push({ kind: 'global', name: `${module}.${name}` });
      return;
    }
    case PICKLE_OPERATION.REDUCE:
    case PICKLE_OPERATION.NEWOBJ: {
      const args = pop(machine);
      stack.push({ kind: 'object', of: pop(machine), args });
      return;
    }
    case PICKLE_OPERATION.NEWOBJ_EX: {
      // Arguments by name are for classes that no network has.
      pop(machine);
      const args = pop(machine);
      stack.push({ kind: 'object', of: pop(machine), args });
      return;
    }
    case PICKLE_OPERATION.INST: {
      const of: PickleValue = { kind: 'global', name: `${lineOf(cursor)}.${lineOf(cursor)}` };
      stack.push({ kind: 'object', of, args: popToMark(machine) });
      return;
    }
    case PICKLE_OPERATION.OBJ: {
      const [of = null, ...args] = popToMark(machine);
      stack.push({ kind: 'object', of, args });
      return;
    }
    case PICKLE_OPERATION.BUILD: {
      const state = pop(machine);
      const object = pop(machine);
      if (!isObject(object)) throw senseless(cursor);
      object.state = state;
      stack.push(machine.onBuilt(object, cursor));
      return;
    }
    case PICKLE_OPERATION.PERSID:
      stack.push(machine.onPersistent(lineOf(cursor)));
      return;
    case PICKLE_OPERATION.BINPERSID:
      stack.push(machine.onPersistent(pop(machine)));
      return;

    default:
      stack.push(pickleConstant(operation, cursor));
  }
}
