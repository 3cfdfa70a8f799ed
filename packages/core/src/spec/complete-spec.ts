import { type Draft, FIELDS, putAt, valueAt } from './fields.ts';
import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import type { Defaults } from './presets.ts';

/** A sound input with every default filled in. */
export function completeSpec(given: NetworkSpecInput, from: Defaults): NetworkSpec {
  const fields: Record<string, unknown> = {};
  for (const { path, complete, default: usual } of FIELDS) {
    const value = valueAt(given, path);
    const whole = value === undefined || complete === undefined ? value : complete(value as never);
    putAt(fields, path, whole ?? usual?.({ ...fields, given, from } as unknown as Draft));
  }
  return { ...(fields as unknown as NetworkSpec), given };
}

/** A complete spec as a person would write all of it: without what means nothing to this network. */
export function writtenInFull(spec: NetworkSpec): NetworkSpecInput {
  const written: Record<string, unknown> = {};
  for (const { path, needs } of FIELDS) {
    if (needs?.when(spec as Draft) ?? true) putAt(written, path, valueAt(spec, path));
  }
  return written;
}
