/** What an array is to its layer. */
export type Role = 'weight' | 'bias' | 'mean' | 'variance' | 'none';

/** What the name of an array says: `fc1.weight` and `fc1/kernel:0` are the weights of `fc1`, `W1` those of a layer 1. */
export interface NamedRole {
  readonly role: Role;
  /** Equal for arrays of one layer. */
  readonly layer: string;
  /** Whether `layer` is a name that the file gives, and no mere number. */
  readonly isNamed: boolean;
}

/** The role that a name gives to an array; `undefined` where it gives none. */
export function roleOfName(name: string): NamedRole | undefined {
  const path = name.replace(/:\d+$/, '');
  for (const [pattern, role] of BEHIND) {
    const match = pattern.exec(path);
    if (match !== null) return { role, layer: match[1] ?? '', isNamed: match[1] !== undefined };
  }
  for (const [pattern, role] of [...NUMBERED, ...BEFORE]) {
    const match = pattern.exec(path);
    if (match !== null) return { role, layer: `${match[1] ?? ''}#${match[2]}`, isNamed: false };
  }
  return undefined;
}

const WORDS: Readonly<Record<Role, string>> = {
  mean: 'running_mean|moving_mean',
  variance: 'running_var|moving_var|moving_variance',
  none: 'num_batches_tracked',
  weight: 'weights?|kernel|gamma|coefs?_?|w',
  bias: 'bias|biases|beta|intercepts?_?|b',
};
const ROLES = Object.entries(WORDS) as [Role, string][];
/** As `fc1.weight`. */
const BEHIND = ROLES.map(
  ([role, words]) => [new RegExp(`^(?:(.*?)[./_-])?(?:${words})$`, 'is'), role] as const,
);
/** As `W1` and `iris-w1`. */
const NUMBERED = ROLES.map(
  ([role, words]) => [new RegExp(`^(?:(.*?)[./_-])??(?:${words})[./_-]?(\\d+)$`, 'is'), role] as const,
);
/** As `weights_hidden`. */
const BEFORE = ROLES.map(
  ([role, words]) => [new RegExp(`^()(?:${words})[./_-](\\w+)$`, 'is'), role] as const,
);
