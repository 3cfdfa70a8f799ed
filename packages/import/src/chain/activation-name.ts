/** The name of an activation as all formats have it: `LeakyReLU` and `leaky_relu` are `leakyrelu`. */
export function activationName(text: string): string {
  const name = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return SYNONYMS.get(name) ?? name;
}

/** The activation that a file says, if it says one as a text. */
export function activationIn(value: unknown): string | undefined {
  return typeof value === 'string' ? activationName(value) : undefined;
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['identity', 'linear'],
  ['logistic', 'sigmoid'],
  ['silu', 'swish'],
  ['softmaxv2', 'softmax'],
]);
