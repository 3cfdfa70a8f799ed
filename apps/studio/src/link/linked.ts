import type { Asked } from '@neurofab/job';

/** What a link holds: all that can be asked for on the page. */
export type Linked = Omit<Asked, 'spec' | 'outputs'>;

/** The longest link, in characters after the `#`: beyond that, what sends links cuts them. */
export const MAX_LINK = 8_000;

/** What says of a network what words cannot, packed. */
export const PACKED = 'more';

/** What a field of a network is called in a link: as in a short recipe, or else by its place, such as `colors.negative`. */
export function fieldName({
  key,
  path,
}: {
  readonly key?: string;
  readonly path: readonly string[];
}): string {
  return key ?? path.join('.');
}
