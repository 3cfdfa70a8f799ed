/** Why a file is not opened: its bytes are not what its format asks for, or they say what cannot be made. */
export type OpenErrorKind = 'damaged' | 'unusable';

/** Thrown for a file that cannot be opened; each fault is a sentence for whoever chose the file. */
export class OpenError extends Error {
  override readonly name: string = 'OpenError';
  readonly kind: OpenErrorKind;
  readonly faults: readonly string[];

  constructor(kind: OpenErrorKind, faults: readonly string[]) {
    super(faults.join('\n'));
    this.kind = kind;
    this.faults = faults;
  }
}
