import { ImportError } from '../import-error.ts';
import { printable } from '../text/printable.ts';
import type { Operation } from './reached-from.ts';

/** Operations that no dense layer can stand for. */
export interface Family<Node extends Operation> {
  /** What a sentence calls one of them, such as `a convolution`. */
  readonly what: string;
  readonly isOne: (operation: Node) => boolean;
  /** Whether dense layers may follow it, which can be exported alone. */
  readonly isFollowed?: boolean;
}

/** Refuses networks with an operation of a family, by its name. */
export function refuseFamilies<Node extends Operation>(
  nodes: readonly Node[],
  families: readonly Family<Node>[],
): void {
  for (const operation of nodes) {
    const found = families.find(({ isOne }) => isOne(operation));
    if (found === undefined) continue;
    const remedy = found.isFollowed ? ': export the dense layers after it alone' : '';
    const message = `It has ${found.what} (${printable(operation.operator)} ${printable(operation.name)}). Only networks of dense layers can be drawn${remedy}.`;
    throw new ImportError('unsupported', message);
  }
}
