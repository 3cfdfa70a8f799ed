import type { Step } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printableList } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';
import { isElementwise } from './activation-of.ts';
import type { Affine } from './affine-of.ts';
import { type Dense, denseOf, spread } from './dense-of.ts';
import { type OnnxOperation, titleOf } from './operation-of.ts';
import type { Part } from './parts-of.ts';
import type { Values } from './values.ts';

/** The steps that the parts of a way are. Throws an ImportError for what stands between dense layers and cannot be left out. */
export function stepsOf(
  parts: readonly Part[],
  values: Values,
): { readonly steps: readonly Step[]; readonly notes: readonly Note[] } {
  const steps: Step[] = [];
  const notes: Note[] = [];
  const end = parts.findLastIndex(({ kind }) => kind === 'dense');
  let last: Dense | undefined;
  let size = 0;
  for (const [i, part] of parts.entries()) {
    switch (part.kind) {
      case 'dense':
        last = denseOf(part.operation, values);
        size += last.weights.byteLength;
        if (size > IMPORT_LIMITS.maxBytes)
          throw new ImportError('too-large', 'Its layers have more weights than can be read.');
        steps.push(last);
        break;
      case 'affine': {
        const { operator } = part.operation;
        const before = steps.findLastIndex(({ kind }) => kind !== 'pass');
        const isDirect = last !== undefined && steps[before] === last && operator !== 'BatchNormalization';
        if (last === undefined && operator !== 'BatchNormalization')
          steps.push({ kind: 'left-out', name: operator });
        else if (last === undefined || !isDirect) steps.push(normalisation(part, last?.outputs));
        else {
          last = withAffine(last, part);
          // What only passed between them is part of the layer now.
          steps.splice(before, steps.length, last);
          if (part.affine.scale !== undefined)
            notes.push({ code: 'folded', text: `${operator} folded into ${last.name}` });
        }
        break;
      }
      case 'activation':
      case 'pass':
        steps.push(part);
        break;
      case 'other':
        if (last !== undefined && i < end) refuseBetween(part.operations);
        steps.push({ kind: 'left-out', name: operatorsOf(part.operations) });
        break;
    }
  }
  return { steps, notes };
}

type AffinePart = Extract<Part, { kind: 'affine' }>;

/** A dense layer with what is done to its outputs: scale · (W x + b) + shift. */
function withAffine(dense: Dense, part: AffinePart): Dense {
  const { inputs, outputs: count, weights, bias } = dense;
  const { scale, shift } = numbersOf(part, count);
  return {
    ...dense,
    ...(scale !== undefined && {
      weights: weights.map((weight, i) => weight * scale[Math.floor(i / inputs)]!),
    }),
    bias: Float64Array.from(
      shift ?? new Float64Array(count),
      (number, i) => (bias?.[i] ?? 0) * (scale?.[i] ?? 1) + number,
    ),
  };
}

function normalisation(part: AffinePart, outputs: number | undefined): Step {
  const count = outputs ?? part.affine.scale?.length ?? 0;
  const numbers = numbersOf(part, count);
  return {
    kind: 'normalisation',
    name: part.operation.operator,
    scale: numbers.scale ?? new Float64Array(count).fill(1),
    shift: numbers.shift ?? new Float64Array(count),
  };
}

/** One number for each output. */
function numbersOf({ operation, affine }: AffinePart, count: number): Affine {
  const title = titleOf(operation);
  return {
    ...(affine.scale && { scale: spread(affine.scale, { count, title }) }),
    ...(affine.shift && { shift: spread(affine.shift, { count, title }) }),
  };
}

/** Between layers only that can be left out which keeps them as they are. */
function refuseBetween(operations: readonly OnnxOperation[]): void {
  const other = operations.find(({ operator }) => !isElementwise(operator) && !NORMALISING.test(operator));
  if (other === undefined) return;
  const message = `It has ${titleOf(other)} between its layers, which cannot be drawn. Only networks of dense layers can be drawn.`;
  throw new ImportError('unsupported', message);
}

/** Such as LayerNormalization, or what older files write it out in. */
const NORMALISING = /Normali[sz]ation$|^Lp|^Reduce|^Transpose$/;

function operatorsOf(operations: readonly OnnxOperation[]): string {
  return printableList([...new Set(operations.map(({ operator }) => operator))]);
}
