import { oneLine } from './text/one-line.ts';

/** Why a file gives no network. */
export type ImportErrorKind =
  /** The bytes are not what the format asks for, or contradict themselves. */
  | 'damaged'
  /** It is, or holds, something that is no dense layer: a convolution, a recurrent layer, another format. */
  | 'unsupported'
  /** Its dense layers are no chain: branches, several inputs. */
  | 'not-a-chain'
  /** Its layers fit together in several ways. */
  | 'ambiguous-order'
  | 'too-large';

/** Thrown for files that give no network; the message says what was found and what would help, for whoever chose the file. */
export class ImportError extends Error {
  override readonly name: string = 'ImportError';
  readonly kind: ImportErrorKind;

  constructor(kind: ImportErrorKind, message: string, options?: ErrorOptions) {
    super(oneLine(message), options);
    this.kind = kind;
  }
}

/** The refusal of bytes that are not what their format asks for; `what` is a clause, such as `its header is missing`. */
export function damaged(what: string, options?: ErrorOptions): ImportError {
  return new ImportError('damaged', `It is damaged: ${what}.`, options);
}
