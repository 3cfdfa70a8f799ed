import { refuseMore } from '../../refuse-more.ts';
import { printableList } from '../../text/printable.ts';
import { DENSE_LAYERS, noDenseLayer } from '../dense-layers.ts';
import { EXPORT_ALONE, notDense, otherLayer } from '../not-dense.ts';
import { inputOf, type Operation, type Reached } from './reached-from.ts';

/** Operations of a format that no dense layer can stand for, beside those that all formats call alike. */
export interface Family<Node extends Operation> {
  /** What a sentence calls one of them, such as `a convolution`. */
  readonly what: string;
  /** `flowing` are the values that depend on the inputs. */
  readonly isOne: (operation: Node, flowing: ReadonlySet<string>) => boolean;
  /** Whether dense layers may stand beside it, which can be exported alone. */
  readonly isBeside?: boolean;
}

/** What a format's operations are. */
export interface OperationKinds<Node extends Operation> {
  readonly families: readonly Family<Node>[];
  /** Whether an operation multiplies what flows by what flows. */
  readonly isProduct: Family<Node>['isOne'];
  /** Whether an operation multiplies what flows by something else, as a dense layer does. */
  readonly isDense: Family<Node>['isOne'];
}

/** Refuses graphs that are no chain of dense layers for what stands in them, by its name. */
export function refuseGraph<Node extends Operation>(
  reached: Reached<Node>,
  { families, isProduct, isDense }: OperationKinds<Node>,
): void {
  const { nodes, values } = reached;
  refuseFamilies(reached, families);
  inputOf(reached);
  const product = 'a product of activations with each other, as in attention';
  refuseFamilies(reached, [{ what: product, isOne: isProduct }]);
  const layers = nodes.filter((node) => isDense(node, values)).length;
  refuseMore(layers, DENSE_LAYERS);
  if (layers > 0) return;
  const operators = [...new Set(nodes.map(({ operator }) => operator))];
  throw noDenseLayer(operators.length === 0 ? '' : `: its operators are ${printableList(operators)}`);
}

function refuseFamilies<Node extends Operation>(
  { nodes, values }: Reached<Node>,
  families: readonly Family<Node>[],
): void {
  for (const operation of nodes) {
    const name = `${operation.operator} ${operation.name}`;
    const layer = otherLayer(operation.operator);
    if (layer !== undefined) throw notDense(layer, { name, remedy: EXPORT_ALONE });
    const found = families.find(({ isOne }) => isOne(operation, values));
    if (found !== undefined) {
      throw notDense(found.what, { name, ...(found.isBeside && { remedy: EXPORT_ALONE }) });
    }
  }
}
