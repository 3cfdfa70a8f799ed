import type { Tensor } from '../../bytes/tensor.ts';
import { activationName } from '../../chain/activation-name.ts';
import { batchNormalisation, TORCH_EPSILON } from '../../chain/affine.ts';
import { EXPORT_ALONE, notDense, otherLayer } from '../../chain/not-dense.ts';
import type { Step } from '../../chain/step.ts';
import { unknownActivations } from '../../chain/unknown-activations.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { printableList } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';
import { nameOf, type PickleValue } from '../pickle/pickle-value.ts';
import { type ModuleLeaf, moduleLeaves, WHOLE } from './module-leaves.ts';
import { quantised } from './storage.ts';
import type { TensorOf } from './tensors-of.ts';

/**
 * The steps of a whole module. A Sequential says what follows what; a class of one's own says it only in its code, which is not
 * in the file, so that its activations are taken where each dense layer has one directly behind it, and are unknown elsewhere.
 * Throws an ImportError for modules that cannot be drawn.
 */
export function moduleSteps(
  module: PickleValue,
  tensorOf: TensorOf,
): { readonly steps: readonly Step[]; readonly notes: readonly Note[] } {
  const leaves = moduleLeaves(module, tensorOf);
  const links = leaves.filter((leaf) => isDense(leaf) || isActivation(leaf));
  const before = new Map(links.map((leaf, i) => [leaf, links[i - 1]]));
  const behind = new Map(links.map((leaf, i) => [leaf, links[i + 1]]));
  const isAlternating = links.every((leaf, i) => isDense(leaf) === (i % 2 === 0));
  const isJoined = (one: ModuleLeaf, other: ModuleLeaf | undefined): boolean =>
    other === undefined ? one.sequence === WHOLE : isAlternating || isSequence(one, other);
  const steps = leaves.flatMap((leaf): Step[] => {
    if (isDense(leaf)) {
      const next = behind.get(leaf);
      const isLinear = isJoined(leaf, next) && (next === undefined || isDense(next));
      return [{ ...dense(leaf, tensorOf), ...(isLinear && { activation: 'linear' }) }];
    }
    if (!isActivation(leaf)) return stepsOf(leaf, tensorOf);
    const isPlaced = isJoined(before.get(leaf) ?? leaf, leaf);
    return isPlaced ? [{ kind: 'activation', activation: activationName(leaf.className) }] : [];
  });
  const unknown = links.filter((leaf) => isDense(leaf) && !isJoined(leaf, behind.get(leaf)));
  return {
    steps,
    notes: unknownActivations(
      steps,
      unknown.map(({ name }) => name),
    ),
  };
}

/** Whether a Sequential says that one follows the other. */
function isSequence(one: ModuleLeaf, other: ModuleLeaf): boolean {
  return one.sequence !== undefined && one.sequence === other.sequence;
}

function isDense({ module: { type }, className }: ModuleLeaf): boolean {
  return type.startsWith('torch.nn.modules.linear.') && className.endsWith('Linear');
}

function isActivation({ module: { type }, className }: ModuleLeaf): boolean {
  return type.startsWith('torch.nn.modules.activation.') && !/Attention/.test(className);
}

function dense(leaf: ModuleLeaf, tensorOf: TensorOf): Step {
  const weight = parameter(leaf, 'weight', tensorOf);
  const bias = parameter(leaf, 'bias', tensorOf);
  const [outputs, inputs] = weight?.shape ?? [];
  if (weight === undefined || outputs === undefined || inputs === undefined || weight.shape.length !== 2) {
    const names = printableList([...leaf.module.parameters.keys()].map(nameOf));
    const message = `The layer ${leaf.name} has no matrix of weights (it has ${names}). Remove what computes it, as remove_weight_norm does, before you save the network.`;
    throw new ImportError('unsupported', message);
  }
  if (bias !== undefined && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) throw misfit(leaf);
  return {
    kind: 'dense',
    name: leaf.name,
    inputs,
    outputs,
    weights: weight.values(),
    bias: bias?.values(),
  };
}

function stepsOf(leaf: ModuleLeaf, tensorOf: TensorOf): Step[] {
  const { isTorch, className, module } = leaf;
  const name = leaf.name === className ? className : `${className} ${leaf.name}`;
  if (isTorch && /\.modules\.loss\./.test(module.type)) return [];
  if (isTorch && PASSES.test(className)) return [{ kind: 'pass', name }];
  if (isTorch && /^(Sync|Lazy)?BatchNorm/.test(className)) return [normalisation(leaf, tensorOf)];
  if (/quantized|^Quantize|^DeQuantize/.test(`${module.type} ${className}`)) throw quantised(name);
  const hasWeights = [...module.parameters.values()].some((value) => tensorOf(value) !== undefined);
  if (!isTorch && !hasWeights) return [{ kind: 'left-out', name }];
  const kind = isTorch
    ? (otherLayer(className) ?? KINDS.find(([pattern]) => pattern.test(className))?.[1])
    : undefined;
  throw notDense(kind ?? 'a layer of a kind that is not drawn', { name, remedy: EXPORT_ALONE });
}

const PASSES = /^(Identity|Flatten|\w*Dropout\w*)$/;

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/Pool/, 'a pooling layer'],
  [/Norm/, 'a layer normalisation'],
];

function normalisation(leaf: ModuleLeaf, tensorOf: TensorOf): Step {
  const [mean, variance, gamma, beta] = ['running_mean', 'running_var', 'weight', 'bias'].map((name) => {
    const tensor = parameter(leaf, name, tensorOf);
    if (tensor !== undefined && tensor.shape.length !== 1) throw misfit(leaf);
    return tensor?.values();
  });
  if (mean === undefined || variance === undefined) {
    const message = `The batch normalisation ${leaf.name} has no running statistics, so that what it does depends on the batch. Only networks that are a fixed chain of layers can be drawn.`;
    throw new ImportError('unsupported', message);
  }
  if ([variance, gamma, beta].some((values) => values !== undefined && values.length !== mean.length)) {
    throw misfit(leaf);
  }
  const given = leaf.module.attributes.get('eps');
  const epsilon = typeof given === 'number' ? given : TORCH_EPSILON;
  const affine = batchNormalisation({ mean, variance, gamma, beta, epsilon });
  return { kind: 'normalisation', name: leaf.name, ...affine };
}

function parameter({ module }: ModuleLeaf, name: string, tensorOf: TensorOf): Tensor | undefined {
  return tensorOf(module.parameters.get(name));
}

function misfit({ name }: ModuleLeaf): ImportError {
  return damaged(`the weights and biases of ${name} do not fit together`);
}
