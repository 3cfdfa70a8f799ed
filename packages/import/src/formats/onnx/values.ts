import type { Constants } from './fold-constants.ts';

/** What is known of a graph's values. */
export interface Values {
  readonly constants: Constants;
  /** Those that depend on the inputs. */
  readonly flowing: ReadonlySet<string>;
}
