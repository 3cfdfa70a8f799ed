import {
  type Fault,
  type NetworkSpec,
  type NetworkSpecInput,
  parseNetworkSpec,
  SpecError,
} from '@neurofab/core';
import { type Draft, defaultsOf, type Field, type FieldPath, valueAt } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';

/** What a control needs to know of the network. */
export interface FieldContext {
  /** What was given; `undefined` where a field follows its default. */
  readonly given: (path: FieldPath) => unknown;
  /** What is in force. */
  readonly value: (path: FieldPath) => unknown;
  /** What would be in force if nothing had been given. */
  readonly usual: (path: FieldPath) => unknown;
  /** Whether a field means something beside the others. */
  readonly isMeant: (field: Field) => boolean;
  /** With paths as the network has them. */
  readonly faults: readonly Fault[];
}

/** The context of a network as it is given, and of the last one that could be made. */
export function fieldContext(
  network: NetworkSpecInput,
  { spec, faults }: { readonly spec: NetworkSpec; readonly faults: readonly Fault[] },
): FieldContext {
  return {
    given: (path) => valueAt(network, path),
    value: (path) => valueAt(spec, path),
    usual: (path) => valueAt(valueAt(network, path) === undefined ? spec : without(spec, path), path),
    isMeant: ({ needs }) => needs?.when(spec as Draft) ?? true,
    faults,
  };
}

/** The network without one of its fields; the same where that cannot be. */
function without(spec: NetworkSpec, [group, field]: FieldPath): NetworkSpec {
  const given = spec.given as Record<string, unknown>;
  const less = {
    ...given,
    [group]: field === undefined ? undefined : { ...(given[group] as object), [field]: undefined },
  };
  try {
    return parseNetworkSpec(less, defaultsOf(spec));
  } catch (error) {
    if (error instanceof SpecError) return spec;
    throw error;
  }
}

/** By which labels, faults and drags know the control of a field. */
export function fieldId({ path }: Field): string {
  return `field-${path.join('-')}`;
}

/** What is wrong at a place, below its control, and the id by which the control is described. */
export function faultsAt(
  faults: readonly Fault[],
  path: readonly (string | number)[],
  control: string,
): { readonly id: string | typeof nothing; readonly text: TemplateResult | typeof nothing } {
  const here = faults.filter((fault) => path.every((key, i) => fault.path[i] === key));
  if (here.length === 0) return { id: nothing, text: nothing };
  const id = `${control}-fault`;
  return {
    id,
    text: html`<p class="fault" id=${id}>${here.map(({ message }) => message).join(' ')}</p>`,
  };
}
