import { isObject } from '@neurofab/core/internal';
import { field, type JsonObject } from '../../bytes/json-fields.ts';
import { isSize } from '../../bytes/tensor.ts';
import { damaged, ImportError } from '../../import-error.ts';
import type { GraphConnection } from './steps-of-graph.ts';

/** The objects of a list of a JSON. */
export function objectsOf(json: unknown, name: string): readonly JsonObject[] {
  const list = field(json, name);
  if (Array.isArray(list) && list.every(isObject)) return list;
  throw damaged(`its ${name} are no list of objects`);
}

/** A finite number of an object of a JSON. */
export function numberOf(value: JsonObject, name: string): number {
  const number = field(value, name);
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw damaged(`a ${name} in it is no number`);
}

/** What synaptic and neataptic call connections, between nodes by their index, of which there are `count`. */
export function connectionsOf(json: unknown, count: number): readonly GraphConnection[] {
  return objectsOf(json, 'connections').map((connection) => {
    const [from, to, weight] = [
      numberOf(connection, 'from'),
      numberOf(connection, 'to'),
      numberOf(connection, 'weight'),
    ];
    if (![from, to].every((node) => isSize(node) && node < count)) {
      throw damaged(`a connection leads from node ${from} to node ${to} of ${count}`);
    }
    const gater = field(connection, 'gater');
    if (gater !== undefined && gater !== null) {
      const message = `The connection from node ${from} to node ${to} has a gate. Only networks without gates can be drawn.`;
      throw new ImportError('unsupported', message);
    }
    return { from, to, weight };
  });
}
