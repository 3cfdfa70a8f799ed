import { ImportError } from '../../import-error.ts';
import { tooMuch } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';
import { DENSE_LAYERS, noDenseLayer } from '../refusals.ts';
import type { GroupedArrays } from './group-arrays.ts';
import { withShape } from './named-array.ts';
import { isChain, isNumbered, listOfParts, naturallySorted, onlyOrder } from './order-of-parts.ts';
import { type Layout, type Oriented, type OrientedPart, orientedParts } from './oriented-parts.ts';
import { type Part, partsOfGroups } from './parts-of-groups.ts';
import type { StepsOfArraysOptions } from './steps-of-arrays-options.ts';

/** Layers that fit together, in their order. */
export interface GroupsChain extends Oriented {
  readonly layout: Layout;
  readonly notes: readonly Note[];
}

/** What is known of groups of arrays. */
export interface ChainOptions extends StepsOfArraysOptions {
  /** Whether names say the layout, so that the other one is looked at last. */
  readonly isCertain: boolean;
  /** Whether to look at no other order; default false. */
  readonly isFixed?: boolean;
}

/**
 * The first way in which groups fit together: as they stand, by the other layout, in the only other order; or why none is found.
 * An order that somebody gave is the only one.
 */
export function chainOfGroups(
  { groups, biases }: Pick<GroupedArrays, 'groups' | 'biases'>,
  { layout, isCertain, layerOrder, ...options }: ChainOptions,
): GroupsChain | ImportError {
  const parts = partsOfGroups(groups);
  const layers = parts.filter(({ kind }) => kind === 'dense').length;
  if (layers === 0) return noDenseLayer();
  if (layers > DENSE_LAYERS.most) return tooMuch(DENSE_LAYERS);
  const isOrdered = options.isOrdered || layerOrder !== undefined;
  const isFixed = options.isFixed || layerOrder !== undefined;
  const standing = isOrdered ? parts : naturallySorted(parts);
  const read = (by: Layout): GroupsChain | undefined => {
    const oriented = orientedParts(standing, { biases, layout: by });
    return oriented && { ...oriented, layout: by, notes: [] };
  };
  const usual = read(layout);
  const turned = read(layout === 'output-input' ? 'input-output' : 'output-input');
  const isSorted = isOrdered || isNumbered(standing);
  const standsAs = (way: GroupsChain | undefined) =>
    way && isSorted && isChain(way.parts) ? way : undefined;
  const reordered = (way: GroupsChain | undefined) => (way && !isFixed ? inOnlyOrder(way) : undefined);
  const found =
    standsAs(usual) ??
    (isCertain ? undefined : standsAs(turned)) ??
    reordered(usual) ??
    standsAs(turned) ??
    reordered(turned);
  if (found === undefined) return noChain(usual ?? turned, parts);
  if (found instanceof ImportError) return found;
  if (found.layout !== layout)
    return { ...found, notes: [...found.notes, sides(found, 'only so they fit together in this order')] };
  const isOpen = !isCertain && turned !== undefined && isChain(turned.parts);
  return isOpen ? { ...found, notes: [...found.notes, sides(found, 'is usual')] } : found;
}

function inOnlyOrder(way: GroupsChain): GroupsChain | ImportError | undefined {
  const parts = onlyOrder(way.parts);
  if (parts === 'several') return ambiguous(way.parts);
  const text = 'the order of layers: found by their sizes';
  return parts && { ...way, parts, notes: [{ code: 'assumed', text }] };
}

function sides({ layout }: GroupsChain, reason: string): Note {
  const rows = layout === 'output-input' ? 'outputs' : 'inputs';
  return {
    code: 'assumed',
    text: `whether rows of its matrices are inputs or outputs: taken as ${rows}, as ${reason}`,
  };
}

function ambiguous(parts: readonly OrientedPart[]): ImportError {
  const names = parts.slice(0, 4).map(({ name }) => printable(name, 32));
  const more = parts.length > names.length ? ',…' : '';
  const message = `Its layers fit together in several orders: ${listOfParts(parts)}. Give the right one, as by --layer-order ${names.join(',')}${more}.`;
  return new ImportError('ambiguous-order', message);
}

function noChain(way: Oriented | undefined, parts: readonly Part[]): ImportError {
  if (way !== undefined) {
    const message = `Its layers do not fit together: ${listOfParts(way.parts)}. Name those that follow each other by --layer-order.`;
    return new ImportError('not-a-chain', message);
  }
  const found = parts.flatMap((part) =>
    part.kind === 'dense' && part.bias !== undefined ? [withShape(part.weight), withShape(part.bias)] : [],
  );
  return new ImportError(
    'damaged',
    `Its weights and biases do not fit together: ${found.slice(0, 6).join(', ')}.`,
  );
}
