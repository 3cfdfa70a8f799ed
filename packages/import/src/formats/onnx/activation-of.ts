import { activationName } from '../../chain/activation-name.ts';
import { words } from '../../text/words.ts';
import type { Values } from './constants-of.ts';
import { ELEMENTWISE, erf } from './elementwise.ts';
import type { OnnxOperation } from './operation-of.ts';

/** Operations that work on the value `start`. */
interface Part {
  readonly start: string;
  readonly nodes: readonly OnnxOperation[];
}

/**
 * The activation that operations are: by name, or, where a file writes x · sigmoid(x) out in several operations, by what they
 * give for some numbers. `undefined` where they are none that is known.
 */
export function activationOf(part: Part, values: Values): string | undefined {
  const [first] = part.nodes;
  if (part.nodes.length === 1 && first !== undefined && NAMED.has(first.operator)) {
    return activationName(first.operator);
  }
  if (part.nodes.length > MOST_OPERATIONS) return undefined;
  if (!part.nodes.every(({ operator }) => ELEMENTWISE.has(operator))) return undefined;
  const results = resultsOf(part, values);
  return results && KNOWN.find(([, known]) => SAMPLES.every((x, i) => isNear(known(x), results[i])))?.[0];
}

/** As many operations an activation is written out in at most; GELU takes nine. */
const MOST_OPERATIONS = 32;

/** Whether an operator works on each value alone, so that the layers around it stay what they are. */
export function isElementwise(operator: string): boolean {
  return NAMED.has(operator) || ELEMENTWISE.has(operator);
}

const NAMED: ReadonlySet<string> = words(`
  Abs Celu Cos Elu Exp FastGelu Gelu HardSigmoid HardSwish Hardmax LeakyRelu LogSoftmax Mish PRelu QuickGelu
  Relu ScaledTanh Selu Sigmoid Sin Softmax Softplus Softsign Swish Tanh ThresholdedRelu
`);

/** Activations that files write out. */
const KNOWN: readonly (readonly [string, (x: number) => number])[] = [
  ['relu', (x) => Math.max(0, x)],
  ['relu6', (x) => Math.min(6, Math.max(0, x))],
  ['hardtanh', (x) => Math.min(1, Math.max(-1, x))],
  ['swish', (x) => x * sigmoid(x)],
  ['quickgelu', (x) => x * sigmoid(1.702 * x)],
  ['gelu', (x) => (x * (1 + erf(x / Math.SQRT2))) / 2],
  ['gelu', (x) => (x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)))) / 2],
  ['mish', (x) => x * Math.tanh(Math.log1p(Math.exp(x)))],
  ['hardswish', (x) => (x * Math.min(6, Math.max(0, x + 3))) / 6],
  ['hardsigmoid', (x) => Math.min(6, Math.max(0, x + 3)) / 6],
  ['logsigmoid', (x) => -Math.log1p(Math.exp(-x))],
  ['tanhshrink', (x) => x - Math.tanh(x)],
  ['softplus', (x) => Math.log1p(Math.exp(x))],
  ['softsign', (x) => x / (1 + Math.abs(x))],
];

const SAMPLES = Float64Array.of(-7, -4, -2.5, -1.2, -0.6, -0.1, 0.2, 0.7, 1.5, 2.8, 4, 7);

function isNear(one: number, other: number | undefined): boolean {
  return Math.abs(one - (other ?? Number.NaN)) < 1e-4;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** What operations give for the samples; `undefined` where one needs more than single numbers beside them. */
function resultsOf({ start, nodes }: Part, { constants, flowing }: Values): Float64Array | undefined {
  const known = new Map<string, Float64Array>([[start, SAMPLES]]);
  let last: Float64Array | undefined;
  for (const { operator, node } of nodes) {
    const compute = ELEMENTWISE.get(operator)!;
    const inputs: (Float64Array | undefined)[] = [];
    for (const name of node.inputs) {
      const input = flowing.has(name) ? known.get(name) : single(constants(name)?.numbers);
      if (input === undefined && name !== '') return undefined;
      inputs.push(input);
    }
    last = SAMPLES.map((_, i) =>
      compute(
        inputs.map((input) => input?.[i % input.length]),
        node,
      ),
    );
    known.set(node.outputs[0] ?? '', last);
  }
  return last;
}

function single(numbers: ArrayLike<number> | undefined): Float64Array | undefined {
  return numbers?.length === 1 ? Float64Array.from(numbers) : undefined;
}
