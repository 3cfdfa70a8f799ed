import { type Fault, type Lettering, SpecError } from '@neurofab/core';
import { FIELDS, type FieldPath } from '@neurofab/core/internal';
import { type Asked, type Finding, refusals, type Standing, standing } from '@neurofab/job';
import { setField } from './edits.ts';
import { tooManyConnections } from './too-many.ts';

/** What is asked for, laid out; or what is wrong with its network. */
export type Stood =
  | { readonly asked: Asked; readonly standing: Standing }
  | { readonly asked: Asked; readonly faults: readonly Fault[] };

/**
 * Lays out what is asked for, without fields that mean nothing beside the others any more, such as the radius of a disc that
 * was taken away. Of what is wrong all faults are given. Text is laid out as far as it is known how that looks.
 */
export function stand(asked: Asked, lettering?: Lettering): Stood {
  const tooMany = tooManyConnections(asked.network?.layers);
  if (tooMany !== undefined) return { asked, faults: [tooMany] };
  try {
    return { asked, standing: standing({ ...asked, lettering }) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const idle = error.faults.filter(isIdle);
    if (idle.length === 0) return { asked, faults: error.faults };
    return stand(
      idle.reduce((less, { path }) => setField(path as unknown as FieldPath, undefined)(less), asked),
      lettering,
    );
  }
}

/** Why no file can be made of what stands, as far as that shows without any format; `undefined` where one can. */
export function refusalIn({ settled, findings }: Standing): Finding | undefined {
  return refusals([...settled.findings, ...findings])[0];
}

/** Whether a fault is that of a field which means nothing beside the others. */
function isIdle({ path, message }: Fault): boolean {
  return FIELDS.some((field) => field.needs?.message === message && field.path.join() === path.join());
}
