import type { Flow, Segment } from '../../chain/graph/flow-of.ts';
import type { FlowPart } from '../../chain/graph/flow-part.ts';
import { words } from '../../text/words.ts';
import { activationOf, isElementwise } from './activation-of.ts';
import { affineOf } from './affine-of.ts';
import type { Values } from './constants-of.ts';
import { denseOf } from './dense-of.ts';
import { isDense } from './factors.ts';
import type { OnnxOperation } from './operation-of.ts';

/** The parts of the way through a graph. */
export function partsOf({ segments, rest }: Flow<OnnxOperation>, values: Values): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  for (let i = 0; i < segments.length; ) {
    const { part, length } = partAt(segments, i, values);
    parts.push(part);
    i += length;
  }
  return rest.length === 0 ? parts : [...parts, otherPart(rest)];
}

/** Change the shape of data, or their type, but not what they are. */
const PASSED: ReadonlySet<string> = words(`
  Cast CastLike DequantizeLinear Dropout DynamicQuantizeLinear Flatten Identity QuantizeLinear Reshape Squeeze Unsqueeze
`);

/** As many segments an activation takes at most. */
const LONGEST_ACTIVATION = 3;

/** The part that begins at a segment, and how many segments it takes. */
function partAt(
  segments: readonly Segment<OnnxOperation>[],
  i: number,
  values: Values,
): { readonly part: FlowPart; readonly length: number } {
  const { start, nodes } = segments[i]!;
  const [operation] = nodes;
  if (operation !== undefined && nodes.length === 1) {
    if (isDense(operation, values.flowing)) {
      return { part: { kind: 'dense', layer: () => denseOf(operation, values) }, length: 1 };
    }
    if (PASSED.has(operation.operator))
      return { part: { kind: 'pass', name: operation.operator }, length: 1 };
    const affine = affineOf(operation, values);
    if (affine !== undefined) {
      const isNormalisation = operation.operator === 'BatchNormalization';
      return { part: { kind: 'affine', operation, affine, isNormalisation }, length: 1 };
    }
  }
  // The longest that is one: relu6 is written as relu and a limit, gelu as twice that, halved.
  for (let length = LONGEST_ACTIVATION; length > 0; length--) {
    const all = segments.slice(i, i + length).flatMap((segment) => segment.nodes);
    if (PASSED.has(all.at(-1)?.operator ?? '')) continue;
    const activation = activationOf({ start, nodes: all }, values);
    if (activation !== undefined) return { part: { kind: 'activation', activation }, length };
  }
  return { part: otherPart(nodes), length: 1 };
}

/** Between layers only that can be left out which keeps them as they are. */
function otherPart(operations: readonly OnnxOperation[]): FlowPart {
  const obstacle = operations.find(({ operator }) => !isElementwise(operator) && !NORMALISING.test(operator));
  return { kind: 'other', operations, ...(obstacle !== undefined && { obstacle }) };
}

/** Such as LayerNormalization, or what older files write it out in. */
const NORMALISING = /Normali[sz]ation$|^Lp|^Reduce|^Transpose$/;
