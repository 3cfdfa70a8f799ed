import { field } from '../../bytes/json-fields.ts';
import { transposed } from '../../bytes/transposed.ts';
import { activationName } from '../../chain/activation-name.ts';
import type { DenseStep } from '../../chain/step.ts';
import { unknownActivations } from '../../chain/unknown-activations.ts';
import type { FoundModel } from '../format.ts';
import { matrixOf, numbersOf, refuseFaults } from './matrix-of.ts';

/** What a perceptron of scikit-learn has, with or without the underscores of its attributes. */
export function isScikitLearnJson(json: unknown): boolean {
  return Array.isArray(attribute(json, 'coefs').value);
}

/** Reads `{"coefs": […], "intercepts": […], "activation": …, "out_activation": …}` of a perceptron of scikit-learn. */
export function scikitLearnJson(json: unknown): FoundModel {
  const faults: string[] = [];
  const coefs = attribute(json, 'coefs');
  const intercepts = attribute(json, 'intercepts');
  const matrices = coefs.value as readonly unknown[];
  const [inner, outer] = ['activation', 'out_activation'].map((name) => attribute(json, name).value);
  const steps = matrices.flatMap((value, i): DenseStep[] => {
    const matrix = matrixOf(value, { path: `${coefs.name}[${i}]`, faults });
    const list = Array.isArray(intercepts.value) ? intercepts.value[i] : undefined;
    const bias =
      list === undefined ? undefined : numbersOf(list, { path: `${intercepts.name}[${i}]`, faults });
    const activation = i < matrices.length - 1 ? inner : outer;
    if (matrix === undefined) return [];
    const { rows, columns, values } = matrix;
    return [
      {
        kind: 'dense',
        name: `${coefs.name}[${i}]`,
        inputs: rows,
        outputs: columns,
        weights: transposed(values, rows, columns),
        bias,
        activation: typeof activation === 'string' ? activationName(activation) : undefined,
      },
    ];
  });
  refuseFaults(faults);
  const classes = attribute(json, 'classes').value;
  return {
    format: 'JSON of scikit-learn',
    steps,
    outputNames: Array.isArray(classes) && classes.every(isName) ? classes.map(String) : undefined,
    notes: unknownActivations(steps),
  };
}

function isName(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function attribute(json: unknown, name: string): { readonly name: string; readonly value: unknown } {
  const value = field(json, name);
  return value === undefined ? { name: `${name}_`, value: field(json, `${name}_`) } : { name, value };
}
