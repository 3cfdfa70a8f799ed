import { networkSpecSchema } from './network-schema.ts';
import { OWN_FIELDS, type OwnValues } from './own-values.ts';
import { show } from './show.ts';
import { type Fault, isObject, SpecError } from './spec-error.ts';

/** Own values of any origin. Throws a SpecError that lists every fault. */
export function parseOwnValues(input: unknown): OwnValues {
  if (!isObject(input)) {
    const message = `Must be an object such as { "clearance": 0.15 }, but is ${show(input)}.`;
    throw new SpecError([{ path: [], message }]);
  }
  const faults = Object.entries(input).flatMap(([name, value]): Fault[] => {
    if (!OWN_FIELDS.some((field) => field === name)) {
      const message = `There is no own value ${show(name)}. There are ${OWN_FIELDS.join(', ')}.`;
      return [{ path: [name], message }];
    }
    const { error } = networkSpecSchema.safeParse({ [name]: value }, { jitless: true });
    return error === undefined ? [] : [{ path: [name], message: error.issues[0]!.message }];
  });
  if (faults.length > 0) throw new SpecError(faults);
  return input as OwnValues;
}
