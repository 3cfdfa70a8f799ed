import { mapped } from '../bytes/mapped.ts';
import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { printable } from '../text/printable.ts';
import type { DenseLayer, Note, Numbers } from '../trained-network.ts';
import type { Step } from './step.ts';

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
  let pending: Normalisation | undefined;
  /** Normalisations behind the last layer, which are folded at once: thousands of them may follow one another. */
  let behind: Normalisation | undefined;
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
        const { kind: _, ...layer } = step;
        settle();
        check(layer, last);
        layers.push(pending === undefined ? layer : foldedInto(layer, pending));
        if (pending !== undefined) notes.push(folded(layer));
        pending = undefined;
        isCut = false;
        break;
      }
      case 'normalisation':
        checkNormalisation(step, last);
        if (pending === undefined && last !== undefined && isLinear(last) && !isCut) {
          behind = behind === undefined ? step : composed(behind, step);
          notes.push(folded(last));
        } else if (i > end) leaveOut(step.name, i);
        else pending = pending === undefined ? step : composed(pending, step);
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
  if (layers.length === 0) {
    throw new ImportError(
      'unsupported',
      'It has no dense layer. Only networks of dense layers can be drawn.',
    );
  }
  if (layers.length > IMPORT_LIMITS.maxLayers) {
    const message = `It has ${layers.length} dense layers, and at most ${IMPORT_LIMITS.maxLayers} can be drawn.`;
    throw new ImportError('too-large', message);
  }
  return { layers, notes };
}

type Normalisation = Extract<Step, { kind: 'normalisation' }>;

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

function checkNormalisation({ name, scale, shift }: Normalisation, last: DenseLayer | undefined): void {
  const isFitting = last === undefined || scale.length === last.outputs;
  if (!isFitting || scale.length !== shift.length) {
    const message = `Its layers do not fit together: the normalisation ${printable(name)} is for ${scale.length} values${last === undefined ? '' : `, and ${printable(last.name)} has ${last.outputs} outputs`}.`;
    throw new ImportError('not-a-chain', message);
  }
  if (!scale.every(Number.isFinite) || !shift.every(Number.isFinite)) {
    throw new ImportError('damaged', `The normalisation ${printable(name)} has values that are no numbers.`);
  }
}

/** scale · (W x + b) + shift. */
function foldedBehind(layer: DenseLayer, { scale, shift }: Normalisation): DenseLayer {
  const { inputs, weights } = layer;
  const bias: Numbers = layer.bias ?? new Float64Array(layer.outputs);
  return {
    ...layer,
    weights: mapped(weights, (weight, i) => weight * scale[Math.floor(i / inputs)]!),
    bias: mapped(bias, (value, row) => value * scale[row]! + shift[row]!),
  };
}

/** W (scale · x + shift) + b. */
function foldedInto(layer: DenseLayer, { name, scale, shift }: Normalisation): DenseLayer {
  const { inputs, weights } = layer;
  if (scale.length !== inputs) {
    const message = `Its layers do not fit together: the normalisation ${printable(name)} is for ${scale.length} values, and ${printable(layer.name)} after it has ${inputs} inputs.`;
    throw new ImportError('not-a-chain', message);
  }
  const bias = layer.bias === undefined ? new Float64Array(layer.outputs) : new Float64Array(layer.bias);
  for (let row = 0; row < layer.outputs; row++) {
    for (let column = 0; column < inputs; column++)
      bias[row]! += weights[row * inputs + column]! * shift[column]!;
  }
  return {
    ...layer,
    weights: mapped(weights, (weight, i) => weight * scale[i % inputs]!),
    bias,
  };
}

/** First one, then the other. */
function composed(one: Normalisation, other: Normalisation): Normalisation {
  return {
    ...other,
    scale: mapped(one.scale, (value, i) => value * other.scale[i]!),
    shift: mapped(one.shift, (value, i) => value * other.scale[i]! + other.shift[i]!),
  };
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
