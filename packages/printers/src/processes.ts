/** How a printer builds: from filament, resin or powder. */
export type ProcessId = 'fdm' | 'resin' | 'powder';

/** What all printers of one kind have in common. */
export interface Process {
  readonly label: string;
  /** The least diameter of a connection in millimetres; `undefined` where it follows from the nozzle. */
  readonly thinnestRod: number | undefined;
  /** The largest distance in millimetres between a curve and its mesh; `undefined` for the preset's own. */
  readonly tolerance: number | undefined;
}

/**
 * The processes. Rods: resin as an unsupported wall (0.6 mm, https://addema.se/guides-sla/?lang=en), powder as the least
 * feature of SLS (0.8 mm, https://addema.se/guides-sls/?lang=en). MJF makes wires that are held at both ends, as connections
 * are, from 0.4 mm, at one end from 0.9 mm (https://www.tempus3d.com/hp-multi-jet-fusion-design-guide).
 */
export const PROCESSES: Readonly<Record<ProcessId, Process>> = {
  fdm: { label: 'FDM', thinnestRod: undefined, tolerance: undefined },
  // Both show facets that lines of filament hide.
  resin: { label: 'resin (SLA)', thinnestRod: 0.6, tolerance: 0.01 },
  powder: { label: 'powder (SLS, MJF)', thinnestRod: 0.8, tolerance: 0.01 },
};
