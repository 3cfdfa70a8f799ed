import { transposed } from '../../bytes/transposed.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import { batchNormalisation, KERAS_EPSILON, TORCH_EPSILON } from '../affine.ts';
import type { Step } from '../step.ts';
import type { ArrayGroup } from './group-arrays.ts';
import type { Layout, OrientedPart } from './oriented-parts.ts';

/** The steps that parts are, whose numbers are read now. Throws an ImportError where they are too many. */
export function stepsOfParts(parts: readonly OrientedPart[], layout: Layout): Step[] {
  refuseManyNumbers(parts);
  return parts.flatMap((part, i) => [...gapBefore(part, parts[i - 1]), stepOf(part, layout)]);
}

/** Checked before any are read, as those of one byte take four. */
function refuseManyNumbers(parts: readonly OrientedPart[]): void {
  const count = parts.reduce(
    (sum, part) => sum + (part.kind === 'dense' ? part.inputs * part.outputs : 0),
    0,
  );
  refuseMore(count, { most: IMPORT_LIMITS.maxAllNumbers, of: 'weights' });
}

/** Numbers of a sequence that are missing before a normalisation, as of `0, 2`: what stands there has no weights. */
function gapBefore(part: OrientedPart, before: OrientedPart | undefined): readonly Step[] {
  if (part.kind !== 'normalisation' || before === undefined) return [];
  const [start, number] = [before, part].map(({ name }) => /^(.*)(?<!\d)(\d+)$/s.exec(name)) as [
    RegExpExecArray?,
    RegExpExecArray?,
  ];
  const isGap = start?.[1] === number?.[1] && Number(number?.[2]) > Number(start?.[2]) + 1;
  return isGap ? [{ kind: 'left-out', name: 'something without weights, such as an activation' }] : [];
}

function stepOf(part: OrientedPart, layout: Layout): Step {
  switch (part.kind) {
    case 'dense': {
      const { kind, name, inputs, outputs, weight, bias } = part;
      const values = weight.values();
      const weights = layout === 'output-input' ? values : transposed(values, inputs, outputs);
      return { kind, name: printable(name), inputs, outputs, weights, bias: bias?.values() };
    }
    case 'normalisation':
      return normalisation(part.group);
    case 'activation':
      return { kind: 'activation', activation: 'prelu' };
  }
}

function normalisation({ name, weight, bias, mean, variance }: ArrayGroup): Step {
  const affine = batchNormalisation({
    mean: mean!.values(),
    variance: variance!.values(),
    gamma: weight?.values(),
    beta: bias?.values(),
    epsilon: /moving/.test(mean!.name) ? KERAS_EPSILON : TORCH_EPSILON,
  });
  return { kind: 'normalisation', name: printable(name), ...affine };
}
