import { cleanName } from '@neurofab/core/internal';
import type { Asked } from '@neurofab/job';
import { setField } from './edits.ts';
import type { PageState } from './page-state.ts';

/** Names of which each gets a model of its own. */
export interface Names {
  /** The list as it was typed or pasted. */
  readonly text: string;
  readonly list: readonly string[];
  /** The one that is shown; `undefined` where there is none. */
  readonly shown: string | undefined;
  /** Why some cannot be made, as far as that is known. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The most names: those of a few classes. */
export const MAX_NAMES = 200;

/** Whether some of them cannot be made. */
export function isFaulty({ list, faults }: Names): boolean {
  return list.length > MAX_NAMES || faults.size > 0;
}

/** Whether names share plates of the printer. */
export function areOnPlates({ onPlates, standing }: Pick<PageState, 'onPlates' | 'standing'>): boolean {
  return onPlates && standing.settled.printer?.bed !== undefined;
}

/** What stands before what a file is, where it is not one model: `7 × `, `7 on plates, `. */
export function copiesText(state: Pick<PageState, 'names' | 'onPlates' | 'standing'>): string {
  const { length: count } = state.names.list;
  if (count === 0) return '';
  return `${count} ${areOnPlates(state) ? 'on plates, ' : '× '}`;
}

/** A cell in quotes, as spreadsheets copy one with a tab, a line's end or a quote in it. No name is as long as the most. */
const QUOTED = /(?<=^|[\t\r\n])"((?:[^"]|""){0,1000})"(?=[\t\r\n]|$)/g;

/** The names in a list, one a line: of cells beside each other one with a blank between, without what is no part of a name. */
export function namesIn(text: string): Names {
  const unquoted = text.replace(QUOTED, (_, cell: string) =>
    cell.replaceAll('""', '"').replace(/[\r\n]+/g, ' '),
  );
  const list = unquoted
    .split(/[\r\n]+/)
    .map(cleanName)
    .filter((name) => name !== '');
  return { text, list, shown: list[0], faults: new Map() };
}

/** What is asked for with a name on the model and as its title; the same for no name. */
export function named(asked: Asked, name: string | undefined): Asked {
  return name === undefined ? asked : withTexts(asked, { name, text: name });
}

/** What is asked for without the name that it was given, but with the title and the text of what was there before. */
export function unnamed(asked: Asked, { network = {} }: Asked): Asked {
  return withTexts(asked, network);
}

function withTexts(asked: Asked, { name, text }: NonNullable<Asked['network']>): Asked {
  return setField(['text'], text)(setField(['name'], name)(asked));
}
