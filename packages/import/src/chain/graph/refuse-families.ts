import { EXPORT_ALONE, notDense, otherLayer } from '../not-dense.ts';
import type { Operation } from './reached-from.ts';

/** Operations that no dense layer can stand for. */
export interface Family<Node extends Operation> {
  /** What a sentence calls one of them, such as `a convolution`. */
  readonly what: string;
  readonly isOne: (operation: Node) => boolean;
  /** Whether dense layers may stand beside it, which can be exported alone. */
  readonly isBeside?: boolean;
}

/** Refuses networks with a layer that is no dense one, or an operation of one of `families`, by its name. */
export function refuseFamilies<Node extends Operation>(
  nodes: readonly Node[],
  families: readonly Family<Node>[],
): void {
  for (const operation of nodes) {
    const name = `${operation.operator} ${operation.name}`;
    const layer = otherLayer(operation.operator);
    if (layer !== undefined) throw notDense(layer, { name, remedy: EXPORT_ALONE });
    const found = families.find(({ isOne }) => isOne(operation));
    if (found !== undefined)
      throw notDense(found.what, { name, ...(found.isBeside && { remedy: EXPORT_ALONE }) });
  }
}
