import type { ImportError } from '../../import-error.ts';
import { tooMuch } from '../../refuse-more.ts';
import { DENSE_LAYERS, noDenseLayer } from '../dense-layers.ts';
import { type ChainOfPartsOptions, chainOfParts, type PartsChain } from './chain-of-parts.ts';
import type { GroupedArrays } from './group-arrays.ts';
import { partsOfGroups } from './parts-of-groups.ts';
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
  if (layers === 0) return noDenseLayer();
  if (layers > DENSE_LAYERS.most) return tooMuch(DENSE_LAYERS);
  const isGiven = layerOrder !== undefined;
  return chainOfParts(parts, {
    biases,
    layout,
    isCertain,
    isOrdered: isOrdered || isGiven,
    isFixed: isFixed || isGiven,
  });
}
