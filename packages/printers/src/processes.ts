/** How a printer builds: from filament, resin or powder. */
export type ProcessId = 'fdm' | 'resin' | 'powder';

/** What all printers of one kind have in common. */
export interface Process {
  readonly label: string;
  /** The least diameter of a connection in millimetres; `undefined` where it follows from the nozzle. */
  readonly thinnestRod: number | undefined;
  /** The usual thickness of a layer in millimetres. */
  readonly layerHeight: number;
  /** The largest distance in millimetres between a curve and its mesh; `undefined` for the preset's own. */
  readonly tolerance: number | undefined;
}

/**
 * The processes. Rods: resin as an unsupported wall (0.6 mm, https://addema.se/guides-sla/?lang=en), powder as the least
 * feature of SLS (0.8 mm, https://addema.se/guides-sls/?lang=en). MJF makes wires that are held at both ends, as connections
 * are, from 0.4 mm, at one end from 0.9 mm (https://www.tempus3d.com/hp-multi-jet-fusion-design-guide). Layers: filament as the standard
 * profile of a 0.4 mm nozzle
 * (https://github.com/SoftFever/OrcaSlicer/blob/029e246fe07f65d34ecf9a54e8ae1910d22a9674/resources/profiles/BBL/machine/Bambu%20Lab%20P1P%200.4%20nozzle.json),
 * resin as the one of PrusaSlicer
 * (https://github.com/sn4k3/UVtools/blob/7b510f0d0641ac3ded322afd2bb83d0d0a611674/PrusaSlicer/printer/Elegoo%20Mars%205%20Ultra.ini),
 * powder as is typical of SLS (https://pmc.ncbi.nlm.nih.gov/articles/PMC9247992/, table 1).
 */
export const PROCESSES: Readonly<Record<ProcessId, Process>> = {
  fdm: { label: 'FDM', thinnestRod: undefined, layerHeight: 0.2, tolerance: undefined },
  // Both show facets that lines of filament hide.
  resin: { label: 'resin (SLA)', thinnestRod: 0.6, layerHeight: 0.05, tolerance: 0.01 },
  powder: { label: 'powder (SLS, MJF)', thinnestRod: 0.8, layerHeight: 0.1, tolerance: 0.01 },
};
