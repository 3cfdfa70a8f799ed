import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';
import { type NamedArray, withShape } from './named-array.ts';
import { isChain, isNumbered, listOfParts, naturallySorted, onlyOrder } from './order-of-parts.ts';
import { type Layout, type Oriented, type OrientedPart, orientedParts } from './oriented-parts.ts';
import type { Part } from './parts-of-groups.ts';

export interface PartsChain extends Oriented {
  readonly layout: Layout;
  readonly notes: readonly Note[];
}

export interface ChainOfPartsOptions {
  /** Biases that belong to whichever layer they fit. */
  readonly biases: readonly NamedArray[];
  /** The layout that is usual. */
  readonly layout: Layout;
  /** Whether names say the layout, so that the other one is looked at last. */
  readonly isCertain: boolean;
  /** Whether the order of the parts is that of the layers, as far as they fit together. */
  readonly isOrdered: boolean;
  /** Whether to look at no other order. */
  readonly isFixed: boolean;
}

/** The first way in which parts fit together: as they stand, by the other layout, in the only other order; or why none is found. */
export function chainOfParts(parts: readonly Part[], options: ChainOfPartsOptions): PartsChain | ImportError {
  const { layout, isCertain, isOrdered, isFixed, biases } = options;
  const standing = isOrdered ? parts : naturallySorted(parts);
  const read = (by: Layout): PartsChain | undefined => {
    const oriented = orientedParts(standing, { biases, layout: by });
    return oriented && { ...oriented, layout: by, notes: [] };
  };
  const usual = read(layout);
  const turned = read(layout === 'output-input' ? 'input-output' : 'output-input');
  const isSorted = isOrdered || isNumbered(standing);
  const standsAs = (way: PartsChain | undefined) => (way && isSorted && isChain(way.parts) ? way : undefined);
  const reordered = (way: PartsChain | undefined) => (way && !isFixed ? inOnlyOrder(way) : undefined);
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

function inOnlyOrder(way: PartsChain): PartsChain | ImportError | undefined {
  const parts = onlyOrder(way.parts);
  if (parts === 'several') return ambiguous(way.parts);
  const text = 'the order of layers: found by their sizes';
  return parts && { ...way, parts, notes: [{ code: 'assumed', text }] };
}

function sides({ layout }: PartsChain, reason: string): Note {
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
