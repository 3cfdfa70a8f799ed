import { numberIn, type Table } from './table.ts';

/** The activation that is part of an operator, the first of its options. */
export function fusedActivation(options: Table | undefined): string {
  const code = options === undefined ? 0 : numberIn(options, 0, 'byte');
  return ACTIVATIONS[code] ?? `activation ${code}`;
}

/** As the schema numbers ActivationFunctionType. */
const ACTIVATIONS: readonly string[] = ['linear', 'relu', 'hardtanh', 'relu6', 'tanh', 'signbit'];
