import { lengthOf, type NamedArray } from './named-array.ts';
import type { Part } from './parts-of-groups.ts';

/** Whether a row of a matrix belongs to an output, as in PyTorch, or to an input, as in Keras. */
export type Layout = 'output-input' | 'input-output';

/** A part of which it is known which side of its matrix its inputs are. */
export type OrientedPart =
  | {
      readonly kind: 'dense';
      readonly name: string;
      readonly inputs: number;
      readonly outputs: number;
      readonly weight: NamedArray;
      readonly bias?: NamedArray;
    }
  | Exclude<Part, { kind: 'dense' }>;

/** Parts that were read by a layout. */
export interface Oriented {
  readonly parts: readonly OrientedPart[];
  /** Biases for which there is no layer. */
  readonly loose: readonly NamedArray[];
}

/** Parts read by a layout, each loose bias given to the first layer before which it fits; `undefined` where a bias does not fit its layer. */
export function orientedParts(
  parts: readonly Part[],
  { biases, layout }: { readonly biases: readonly NamedArray[]; readonly layout: Layout },
): Oriented | undefined {
  const oriented = parts.map((part): OrientedPart => {
    if (part.kind !== 'dense') return part;
    const { rows, columns, ...rest } = part;
    return layout === 'output-input'
      ? { ...rest, inputs: columns, outputs: rows }
      : { ...rest, inputs: rows, outputs: columns };
  });
  const loose: NamedArray[] = [];
  for (const bias of biases) {
    const at = oriented.findIndex(
      (part) => part.kind === 'dense' && part.bias === undefined && part.outputs === lengthOf(bias),
    );
    const part = oriented[at];
    if (part?.kind === 'dense') oriented[at] = { ...part, bias };
    else loose.push(bias);
  }
  const isFitting = oriented.every(
    (part) => part.kind !== 'dense' || part.bias === undefined || lengthOf(part.bias) === part.outputs,
  );
  return isFitting ? { parts: oriented, loose } : undefined;
}
