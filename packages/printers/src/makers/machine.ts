import type { Printer } from '../printer.ts';

/** A printer without what changes its filaments: what its slicer allows, which can be less than the maker advertises. */
export type Machine = Pick<Printer, 'maker' | 'bed' | 'nozzle' | 'process' | 'slicer' | 'source'>;
