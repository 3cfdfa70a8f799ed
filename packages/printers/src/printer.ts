import type { ProcessId } from './processes.ts';
import type { SlicerId } from './slicers.ts';

/** What a printer can hold, in millimetres: a model that fits it stands wholly inside. */
export interface Bed {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** The middle of that room in the slicer's coordinates, where it is not half of x and y. */
  readonly center?: readonly [x: number, y: number];
  /** How far what the slicer keeps for itself reaches from the corner at the front left; left out where there is nothing. */
  readonly corner?: readonly [x: number, y: number];
}

/** How a printer changes colours. */
export interface ColorSystem {
  /** Its name, such as `AMS`, or `none`. */
  readonly system: string;
  /** The filaments that the slicer has to choose from, 16 at most: slicers and 3MF files hold no more. */
  readonly slots: number;
  /** A page that states the slots, where the printer's own source does not. */
  readonly source?: string;
}

/** A printer, together with what changes its filaments. */
export interface Printer {
  /** What it is called on a command line: lower case with hyphens, such as `bambu-p1s-ams`. */
  readonly id: string;
  readonly name: string;
  readonly maker: string;
  /** What else people type for it, such as `p1s-ams`. */
  readonly aliases: readonly string[];
  /** Left out where none is known. */
  readonly bed?: Bed;
  /** The diameter in millimetres of the nozzle that it comes with; left out where there is none. */
  readonly nozzle?: number;
  readonly process: ProcessId;
  readonly colors: ColorSystem;
  readonly slicer: SlicerId;
  /** A page or slicer profile that states the bed. */
  readonly source: string;
}
