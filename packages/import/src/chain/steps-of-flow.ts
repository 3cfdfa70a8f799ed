import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { printable, printableList } from '../text/printable.ts';
import type { Note } from '../trained-network.ts';
import type { Affine, AffinePart, Dense, FlowPart } from './flow-part.ts';
import { type Operation, titleOf } from './reached-from.ts';
import { spread } from './spread.ts';
import type { Step } from './step.ts';

/**
 * The steps that the parts of the way through a graph are. Arithmetic directly behind a dense layer becomes part of it; of
 * inputs it is left out. Throws an ImportError for what stands between dense layers and cannot be left out.
 */
export function stepsOfFlow(parts: readonly FlowPart[]): {
  readonly steps: readonly Step[];
  readonly notes: readonly Note[];
} {
  const steps: Step[] = [];
  const notes: Note[] = [];
  const end = parts.findLastIndex(({ kind }) => kind === 'dense');
  let last: Dense | undefined;
  let size = 0;
  for (const [i, part] of parts.entries()) {
    switch (part.kind) {
      case 'dense':
        last = part.layer();
        size += last.weights.byteLength;
        if (size > IMPORT_LIMITS.maxBytes) throw tooLarge();
        steps.push(last);
        break;
      case 'affine': {
        const { operator } = part.operation;
        const before = steps.findLastIndex(({ kind }) => kind !== 'pass');
        if (last === undefined && !part.isNormalisation) steps.push({ kind: 'left-out', name: operator });
        else if (last === undefined || !isDirectly(last, steps[before]) || part.isNormalisation) {
          steps.push(normalisation(part, last?.outputs));
        } else {
          last = withAffine(last, part);
          // What only passed between them is part of the layer now.
          steps.splice(before, steps.length, last);
          if (part.affine.scale !== undefined) notes.push(folded(operator, last));
        }
        break;
      }
      case 'activation':
      case 'pass':
        steps.push(part);
        break;
      case 'other':
        if (last !== undefined && i < end && part.obstacle !== undefined) throw between(part.obstacle);
        steps.push({ kind: 'left-out', name: operatorsOf(part.operations) });
        break;
    }
  }
  return { steps, notes };
}

function isDirectly(last: Dense, step: Step | undefined): boolean {
  return step === last && (last.activation ?? 'linear') === 'linear';
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

/** One number for each output. */
function numbersOf({ operation, affine }: AffinePart, count: number): Affine {
  const title = titleOf(operation);
  return {
    ...(affine.scale && { scale: spread(affine.scale, { count, title }) }),
    ...(affine.shift && { shift: spread(affine.shift, { count, title }) }),
  };
}

function folded(operator: string, { name }: Dense): Note {
  return { code: 'folded', text: `${printable(operator)} folded into ${printable(name)}` };
}

function between(operation: Operation): ImportError {
  const message = `It has ${titleOf(operation)} between its layers, which cannot be left out. Only networks of dense layers can be drawn.`;
  return new ImportError('unsupported', message);
}

function tooLarge(): ImportError {
  const message = `Its layers have more weights than the ${IMPORT_LIMITS.maxBytes / 2 ** 20} MB that are read.`;
  return new ImportError('too-large', message);
}

function operatorsOf(operations: readonly Operation[]): string {
  return printableList([...new Set(operations.map(({ operator }) => operator))]);
}
