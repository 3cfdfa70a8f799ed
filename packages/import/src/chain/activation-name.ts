/** The name of an activation as all formats have it: `LeakyReLU` and `leaky_relu` are `leakyrelu`. */
export function activationName(text: string): string {
  const name = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return SYNONYMS[name] ?? name;
}

const SYNONYMS: Readonly<Record<string, string>> = {
  identity: 'linear',
  logistic: 'sigmoid',
  silu: 'swish',
};
