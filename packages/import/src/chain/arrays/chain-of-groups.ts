import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { type ChainOfPartsOptions, chainOfParts, type PartsChain } from './chain-of-parts.ts';
import type { GroupedArrays } from './group-arrays.ts';
import { partsOfGroups } from './parts-of-arrays.ts';
import type { StepsOfArraysOptions } from './steps-of-arrays-options.ts';

/** What is known of groups of arrays. */
export type ChainOptions = StepsOfArraysOptions &
  Pick<ChainOfPartsOptions, 'isCertain'> & { readonly isFixed?: boolean };

/** The chain that groups of arrays are, or why they are none. */
export function chainOfGroups(
  { groups, biases }: Pick<GroupedArrays, 'groups' | 'biases'>,
  { layerOrder, isOrdered, isFixed = false, layout, isCertain }: ChainOptions,
): PartsChain | ImportError {
  const parts = partsOfGroups(groups);
  const layers = parts.filter(({ kind }) => kind === 'dense').length;
  if (layers > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${layers} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    return new ImportError('too-large', message);
  }
  if (layers === 0) {
    return new ImportError(
      'unsupported',
      'It has no dense layer. Only networks of dense layers can be drawn.',
    );
  }
  const isGiven = layerOrder !== undefined;
  return chainOfParts(parts, {
    biases,
    layout,
    isCertain,
    isOrdered: isOrdered || isGiven,
    isFixed: isFixed || isGiven,
  });
}
