import { toJson } from '../text/to-json.ts';
import { writtenInFull } from './complete-spec.ts';
import type { NetworkSpec } from './network-spec.ts';

/** What a spec file of a network holds: what was given of it, from which all else follows, or if `complete` all of it. */
export function specText(
  spec: NetworkSpec,
  { complete = false }: { readonly complete?: boolean } = {},
): string {
  return toJson(complete ? writtenInFull(spec) : spec.given);
}
