import { fileFault } from '../file-fault.ts';
import { READ_LIMITS } from '../limits.ts';
import type { ModelObject, Reference } from '../model/model-part.ts';
import { type Build, findObject, prusaSettings } from './build.ts';

/**
 * Gives a function that says how many pieces an item or component comes to without laying any out, since components
 * within components multiply. Nothing comes to less than one, so the number bounds the work too. Throws where objects
 * go in circles, nest too deep, or do not exist.
 */
export function pieceCounter(build: Build): (reference: Reference) => number {
  const known = new Map<ModelObject, Measure>();
  const around = new Set<ModelObject>();

  const measure = (reference: Reference): Measure => {
    const found = findObject(build, reference);
    const { model, object } = found;
    const earlier = known.get(object);
    if (earlier !== undefined) return earlier;
    const fault = (what: string) => fileFault(model.member, `has object ${object.id} ${what}`);
    if (around.has(object)) throw fault('within itself');
    if (around.size === READ_LIMITS.nesting) throw fault(TOO_DEEP);
    if ((object.mesh === undefined) === (object.components.length === 0)) {
      throw fault('without a mesh or components, or with both');
    }
    around.add(object);
    const inner = object.components.map(measure);
    around.delete(object);
    const depth = inner.reduce((deepest, { depth }) => Math.max(deepest, depth + 1), 1);
    if (depth > READ_LIMITS.nesting) throw fault(TOO_DEEP);
    const own = prusaSettings(build, found)?.volumes.length ?? 0;
    const pieces = inner.reduce((sum, { pieces }) => sum + pieces, 0) || Math.max(own, 1);
    known.set(object, { pieces, depth });
    return { pieces, depth };
  };

  return (reference) => measure(reference).pieces;
}

interface Measure {
  readonly pieces: number;
  /** How many objects are within each other, itself included. */
  readonly depth: number;
}

const TOO_DEEP = `with components within components, more than ${READ_LIMITS.nesting} deep`;
