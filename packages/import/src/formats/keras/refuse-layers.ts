import { EXPORT_ALONE, notDense, otherLayer } from '../../chain/not-dense.ts';
import type { Step } from '../../chain/step.ts';
import { ImportError } from '../../import-error.ts';
import { printable } from '../../text/printable.ts';
import { words } from '../../text/words.ts';
import type { KerasLayer } from './keras-layer.ts';

/** What is made of a layer; `undefined` for one that is refused. */
export function layerKind({ className }: Pick<KerasLayer, 'className'>): Step['kind'] | undefined {
  return CLASSES.find(([, classes]) => classes.has(className))?.[0];
}

const CLASSES: readonly (readonly [Step['kind'], ReadonlySet<string>])[] = [
  ['dense', words('Dense')],
  ['activation', words('Activation ReLU LeakyReLU PReLU ELU ThresholdedReLU Softmax')],
  ['normalisation', words('BatchNormalization SyncBatchNormalization')],
  [
    'pass',
    words(`
      InputLayer Dropout AlphaDropout GaussianDropout GaussianNoise ActivityRegularization Flatten Reshape Identity
    `),
  ],
  ['left-out', words('Normalization Rescaling')],
];

/** Throws an ImportError for the first layer that cannot be drawn, by its kind, class and name. */
export function refuseLayers(layers: readonly KerasLayer[]): void {
  for (const layer of layers) {
    if (isMerge(layer)) {
      throw new ImportError(
        'not-a-chain',
        `Its layers are no chain: ${printable(`${layer.className} ${layer.name}`)} joins several branches. Only networks of dense layers can be drawn: export one branch of it alone.`,
      );
    }
    if (layerKind(layer) === undefined) throw refusal(layer);
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
