import { ImportError } from '../import-error.ts';
import { refuseMore } from '../refuse-more.ts';
import { printable } from '../text/printable.ts';
import type { DenseLayer, Note } from '../trained-network.ts';
import { composed, foldedBehind, foldedInto } from './affine.ts';
import { DENSE_LAYERS, noDenseLayer } from './dense-layers.ts';
import type { NormalisationStep, Step } from './step.ts';

/** Dense layers with what was folded into them and what was left out. */
export interface Chain {
  readonly layers: readonly DenseLayer[];
  readonly notes: readonly Note[];
}

/**
 * Joins steps to dense layers. An activation goes to the dense layer before it. A normalisation is folded: directly behind a
 * dense layer into that one, elsewhere into the next one, whose result is the same. Throws an ImportError where no dense layer
 * is found, two do not fit together, or a number is not finite.
 */
export function chainOf(steps: readonly Step[]): Chain {
  const layers: DenseLayer[] = [];
  const notes: Note[] = [];
  const end = steps.findLastIndex(({ kind }) => kind === 'dense');
  const leaveOut = (name: string, i: number) =>
    notes.push(leftOut(name, i > end ? undefined : layers.at(-1), i > end));
  /** Normalisations in front of the next layer. */
  let pending: NormalisationStep | undefined;
  /** Normalisations behind the last layer, which are folded at once: thousands of them may follow one another. */
  let behind: NormalisationStep | undefined;
  const settle = () => {
    const last = layers.at(-1);
    if (last !== undefined && behind !== undefined) layers[layers.length - 1] = foldedBehind(last, behind);
    behind = undefined;
  };
  /** Whether something that is left out stands behind the last layer. */
  let isCut = false;
  for (const [i, step] of steps.entries()) {
    const last = layers.at(-1);
    switch (step.kind) {
      case 'dense': {
        const { kind: _, bias, activation, ...plain } = step;
        const layer = { ...plain, ...(bias && { bias }), ...(activation !== undefined && { activation }) };
        settle();
        check(layer, last);
        if (pending !== undefined) checkBefore(layer, pending);
        layers.push(pending === undefined ? layer : foldedInto(layer, pending));
        if (pending !== undefined) notes.push(folded(layer));
        pending = undefined;
        isCut = false;
        break;
      }
      case 'normalisation':
        checkNormalisation(step, last);
        if (pending === undefined && last !== undefined && isLinear(last) && !isCut) {
          behind = behind === undefined ? step : { ...step, ...composed(behind, step) };
          notes.push(folded(last));
        } else if (i > end) leaveOut(step.name, i);
        else pending = pending === undefined ? step : { ...step, ...composed(pending, step) };
        break;
      case 'activation':
        if (last === undefined || pending !== undefined || !isLinear(last)) leaveOut(step.activation, i);
        else layers[layers.length - 1] = { ...last, activation: step.activation };
        break;
      case 'pass':
        if (i > end) leaveOut(step.name, i);
        break;
      case 'left-out':
        leaveOut(step.name, i);
        isCut = true;
        break;
      default:
        throw unknownStep(step);
    }
  }
  settle();
  if (layers.length === 0) throw noDenseLayer();
  refuseMore(layers.length, DENSE_LAYERS);
  return { layers, notes };
}

function check(layer: DenseLayer, before: DenseLayer | undefined): void {
  const { name, inputs, outputs, weights, bias } = layer;
  if (before !== undefined && before.outputs !== inputs) {
    const message = `Its layers do not fit together: ${printable(before.name)} has ${before.outputs} outputs, and ${printable(name)} after it has ${inputs} inputs.`;
    throw new ImportError('not-a-chain', message);
  }
  if (inputs < 1 || outputs < 1) {
    throw new ImportError('damaged', `The layer ${name} is empty: it is ${inputs} × ${outputs}.`);
  }
  if (weights.length !== inputs * outputs || (bias !== undefined && bias.length !== outputs)) {
    throw new ImportError(
      'damaged',
      `The layer ${printable(name)} has ${weights.length} weights for ${inputs} × ${outputs}.`,
    );
  }
  if (!weights.every(Number.isFinite) || !(bias?.every(Number.isFinite) ?? true)) {
    const message = `The layer ${printable(name)} has weights that are no numbers (NaN or infinite), as training leaves them when it fails.`;
    throw new ImportError('damaged', message);
  }
}

function checkNormalisation({ name, scale, shift }: NormalisationStep, last: DenseLayer | undefined): void {
  const isFitting = last === undefined || scale.length === last.outputs;
  if (!isFitting || scale.length !== shift.length) {
    const message = `Its layers do not fit together: the normalisation ${printable(name)} is for ${scale.length} values${last === undefined ? '' : `, and ${printable(last.name)} has ${last.outputs} outputs`}.`;
    throw new ImportError('not-a-chain', message);
  }
  if (!scale.every(Number.isFinite) || !shift.every(Number.isFinite)) {
    throw new ImportError('damaged', `The normalisation ${printable(name)} has values that are no numbers.`);
  }
}

function checkBefore({ name, inputs }: DenseLayer, { name: title, scale }: NormalisationStep): void {
  if (scale.length === inputs) return;
  const message = `Its layers do not fit together: the normalisation ${printable(title)} is for ${scale.length} values, and ${printable(name)} after it has ${inputs} inputs.`;
  throw new ImportError('not-a-chain', message);
}

function isLinear({ activation = 'linear' }: DenseLayer): boolean {
  return activation === 'linear';
}

function folded({ name }: DenseLayer): Note {
  return { code: 'folded', text: `batch normalisation folded into ${printable(name)}` };
}

function leftOut(name: string, before: DenseLayer | undefined, isAfterAll: boolean): Note {
  const place = isAfterAll
    ? 'after the last layer'
    : before === undefined
      ? 'before the first layer'
      : `after ${printable(before.name)}`;
  return { code: 'left-out', text: `${place}: ${printable(name)}` };
}

function unknownStep(step: never): Error {
  return new Error(`Unknown step: ${JSON.stringify(step)}`);
}
