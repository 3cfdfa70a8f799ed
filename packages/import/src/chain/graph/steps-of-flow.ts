import { ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { tooMuch } from '../../refuse-more.ts';
import { printable, printableList } from '../../text/printable.ts';
import type { Note, Numbers } from '../../trained-network.ts';
import { foldedBehind } from '../affine.ts';
import type { DenseStep, Step } from '../step.ts';
import type { AffinePart, FlowPart } from './flow-part.ts';
import { type Operation, titleOf } from './reached-from.ts';
import { spread } from './spread.ts';

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
  let last: DenseStep | undefined;
  let size = 0;
  /** A file may name one constant again and again, so what is made of them is counted. */
  const count = (numbers: Numbers) => {
    size += numbers.length;
    if (size > IMPORT_LIMITS.maxAllNumbers) {
      throw tooMuch({ most: IMPORT_LIMITS.maxAllNumbers, of: 'numbers', subject: 'Its layers have' });
    }
  };
  for (const [i, part] of parts.entries()) {
    switch (part.kind) {
      case 'dense':
        last = part.layer();
        count(last.weights);
        steps.push(last);
        break;
      case 'affine': {
        const { operator } = part.operation;
        const before = steps.findLastIndex(({ kind }) => kind !== 'pass');
        if (last === undefined && !part.isNormalisation) {
          steps.push({ kind: 'left-out', name: operator });
          break;
        }
        const { scale, shift } = numbersOf(part, last?.outputs);
        count(shift);
        if (scale !== undefined) count(scale);
        if (last === undefined || !isDirectly(last, steps[before]) || part.isNormalisation) {
          steps.push({ kind: 'normalisation', name: operator, scale: scale ?? shift.map(() => 1), shift });
          break;
        }
        last = foldedBehind(last, { shift, ...(scale && { scale }) });
        // What only passed between them is part of the layer now.
        steps.splice(before, steps.length, last);
        if (scale === undefined) break;
        count(last.weights);
        notes.push(folded(operator, last));
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

interface EachOutput {
  /** `undefined` where nothing is multiplied. */
  readonly scale: Numbers | undefined;
  readonly shift: Numbers;
}

/** One number for each of a layer's outputs; in front of all layers for each that there is a scale for. */
function numbersOf({ operation, affine }: AffinePart, outputs: number | undefined): EachOutput {
  const { scale, shift } = affine();
  const count = outputs ?? scale?.length ?? 0;
  const title = titleOf(operation);
  return {
    scale: scale && spread(scale, { count, title }),
    shift: shift === undefined ? new Float64Array(count) : spread(shift, { count, title }),
  };
}

function isDirectly(last: DenseStep, step: Step | undefined): boolean {
  return step === last && (last.activation ?? 'linear') === 'linear';
}

function folded(operator: string, { name }: DenseStep): Note {
  return { code: 'folded', text: `${printable(operator)} folded into ${printable(name)}` };
}

function between(operation: Operation): ImportError {
  const message = `It has ${titleOf(operation)} between its layers, which cannot be left out. Only networks of dense layers can be drawn.`;
  return new ImportError('unsupported', message);
}

function operatorsOf(operations: readonly Operation[]): string {
  return printableList([...new Set(operations.map(({ operator }) => operator))]);
}
