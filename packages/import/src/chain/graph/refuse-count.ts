import { refuseMore } from '../../refuse-more.ts';
import { printableList } from '../../text/printable.ts';
import { DENSE_LAYERS, noDenseLayer } from '../dense-layers.ts';
import type { Operation, Reached } from './reached-from.ts';

/** Refuses graphs without dense layers, and with very many. */
export function refuseCount<Node extends Operation>(
  { nodes }: Reached<Node>,
  isDense: (node: Node) => boolean,
): void {
  const layers = nodes.filter(isDense).length;
  refuseMore(layers, DENSE_LAYERS);
  if (layers > 0) return;
  const operators = [...new Set(nodes.map(({ operator }) => operator))];
  throw noDenseLayer(operators.length === 0 ? '' : `: its operators are ${printableList(operators)}`);
}
