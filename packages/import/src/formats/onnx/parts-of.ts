import type { Flow, Segment } from '../../chain/flow-of.ts';
import { activationOf } from './activation-of.ts';
import { type Affine, affineOf } from './affine-of.ts';
import { isDense } from './factors.ts';
import type { OnnxOperation } from './operation-of.ts';
import type { Values } from './values.ts';

/** What a part of the way through a graph is. */
export type Part =
  | { readonly kind: 'dense'; readonly operation: OnnxOperation }
  | { readonly kind: 'affine'; readonly operation: OnnxOperation; readonly affine: Affine }
  | { readonly kind: 'activation'; readonly activation: string }
  | { readonly kind: 'pass'; readonly name: string }
  | { readonly kind: 'other'; readonly operations: readonly OnnxOperation[] };

/** The parts of the way through a graph. */
export function partsOf({ segments, rest }: Flow<OnnxOperation>, values: Values): readonly Part[] {
  const parts: Part[] = [];
  for (let i = 0; i < segments.length; ) {
    const { part, length } = partAt(segments, i, values);
    parts.push(part);
    i += length;
  }
  return rest.length === 0 ? parts : [...parts, { kind: 'other', operations: rest }];
}

/** Change the shape of data, or their type, but not what they are. */
const PASSED: ReadonlySet<string> = new Set([
  'Cast',
  'CastLike',
  'DequantizeLinear',
  'Dropout',
  'DynamicQuantizeLinear',
  'Flatten',
  'Identity',
  'QuantizeLinear',
  'Reshape',
  'Squeeze',
  'Unsqueeze',
]);

/** An activation takes as many at most. */
const MOST_SEGMENTS = 3;

/** The part that begins at a segment, and how many segments it takes. */
function partAt(
  segments: readonly Segment<OnnxOperation>[],
  i: number,
  values: Values,
): { readonly part: Part; readonly length: number } {
  const { start, nodes } = segments[i]!;
  const [operation] = nodes;
  if (operation !== undefined && nodes.length === 1) {
    if (isDense(operation, values.flowing)) return { part: { kind: 'dense', operation }, length: 1 };
    if (PASSED.has(operation.operator))
      return { part: { kind: 'pass', name: operation.operator }, length: 1 };
    const affine = affineOf(operation, values);
    if (affine !== undefined) return { part: { kind: 'affine', operation, affine }, length: 1 };
  }
  // The longest that is one: relu6 is written as relu and a limit, gelu as twice that, halved.
  for (let length = MOST_SEGMENTS; length > 0; length--) {
    const all = segments.slice(i, i + length).flatMap((segment) => segment.nodes);
    if (PASSED.has(all.at(-1)?.operator ?? '')) continue;
    const activation = activationOf({ start, nodes: all }, values);
    if (activation !== undefined) return { part: { kind: 'activation', activation }, length };
  }
  return { part: { kind: 'other', operations: nodes }, length: 1 };
}
