import type { Asked } from '@neurofab/job';
import type { Edit } from '../state/edits.ts';
import type { GalleryEntry } from '../state/gallery.ts';

/** How much is drawn of a trained network, as it was typed. */
export interface Reduction {
  readonly nodes?: string;
  readonly show?: string;
}

/** What a person can do on the page. */
export interface Actions {
  /** Changes what is asked for; while `drag` stays the same all changes are one step. */
  readonly edit: (edit: Edit, drag?: string) => void;
  /** Ends a drag. */
  readonly settle: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly choose: (entry: GalleryEntry) => void;
  readonly open: (files: readonly File[]) => void;
  /** Makes a file, or one for each name, of the usual format if none is named, and saves it. */
  readonly download: (format?: string) => void;
  readonly downloadSpec: () => void;
  readonly cancel: () => void;
  /** Hands what was saved last to another program. */
  readonly share: () => void;
  readonly copyLink: () => void;
  /** Asks for something else in the place of all. */
  readonly ask: (asked: Asked) => void;
  /** Draws more or other nodes of the trained network. */
  readonly reduce: (reduction: Reduction, drag?: string) => void;
  /** Takes a list of names as it is typed or pasted. */
  readonly list: (text: string) => void;
  readonly showName: (name: string) => void;
  /** Puts as many models of names on a plate as it holds, or makes a file of each. */
  readonly fillPlates: (onPlates: boolean) => void;
  readonly fit: () => void;
  readonly look: (from: 'usual' | 'front' | 'top') => void;
  /** Draws pieces put together, or as they are printed. */
  readonly assemble: (isAssembled: boolean) => void;
  readonly showExact: () => void;
  readonly closeInspection: () => void;
  readonly dismiss: () => void;
}
