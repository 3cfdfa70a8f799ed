import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printableList } from '../../text/printable.ts';
import type { Operation, Reached } from './reached-from.ts';

/**
 * Refuses graphs without dense layers, and with very many. Said before weights are read: a file may name one tensor in
 * very many layers.
 */
export function refuseCount<Node extends Operation>(
  { nodes }: Reached<Node>,
  isDense: (node: Node) => boolean,
): void {
  const layers = nodes.filter(isDense).length;
  if (layers === 0) {
    const operators = [...new Set(nodes.map(({ operator }) => operator))];
    const found = operators.length === 0 ? '' : `: its operators are ${printableList(operators)}`;
    const message = `It has no dense layer${found}. Only networks of dense layers can be drawn.`;
    throw new ImportError('unsupported', message);
  }
  if (layers > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${layers} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    throw new ImportError('too-large', message);
  }
}
