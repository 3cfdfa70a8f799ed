import { EXPORT_ALONE, notDense, otherLayer } from '../../chain/not-dense.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import type { KerasLayer } from './keras-layer.ts';

/** What is made of layers by their classes; others are refused. */
export const LAYER_KINDS: ReadonlyMap<
  string,
  'dense' | 'activation' | 'normalisation' | 'pass' | 'left-out'
> = new Map([
  ['Dense', 'dense'],
  ...(['Activation', 'ReLU', 'LeakyReLU', 'PReLU', 'ELU', 'ThresholdedReLU', 'Softmax'] as const).map(
    (className) => [className, 'activation'] as const,
  ),
  ['BatchNormalization', 'normalisation'],
  ['SyncBatchNormalization', 'normalisation'],
  ...(
    [
      'InputLayer',
      'Dropout',
      'AlphaDropout',
      'GaussianDropout',
      'GaussianNoise',
      'ActivityRegularization',
      'Flatten',
      'Reshape',
      'Identity',
    ] as const
  ).map((className) => [className, 'pass'] as const),
  ['Normalization', 'left-out'],
  ['Rescaling', 'left-out'],
]);

/** Throws an ImportError for the first layer that cannot be drawn, by its kind, class and name. */
export function refuseLayers(layers: readonly KerasLayer[]): void {
  for (const layer of layers) {
    if (isMerge(layer)) {
      throw new ImportError(
        'not-a-chain',
        `Its layers are no chain: ${printable(`${layer.className} ${layer.name}`)} joins several branches. Only networks of dense layers can be drawn: export one branch of it alone.`,
      );
    }
    if (!LAYER_KINDS.has(layer.className)) throw refusal(layer);
  }
}

/** Whether a layer joins several values to one. */
export function isMerge({ className }: KerasLayer): boolean {
  return /^(Add|Subtract|Multiply|Average|Maximum|Minimum|Concatenate|Dot|Merge)$/.test(className);
}

/** A refusal of a layer of a kind that is not drawn. */
export function refusal({ className, name }: Pick<KerasLayer, 'className' | 'name'>): ImportError {
  const kind = otherLayer(className) ?? KINDS.find(([pattern]) => pattern.test(className))?.[1];
  return notDense(kind ?? 'a layer of a kind that is not drawn', {
    name: `${className} ${name}`.trim(),
    remedy: EXPORT_ALONE,
  });
}

const KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/Pool/, 'a pooling layer'],
  [/Lambda/, 'code of its own, which is never run'],
  [/^(Sequential|Functional|Model)$/, 'a model within the model'],
];
