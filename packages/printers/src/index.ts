export { bedCenter } from './bed-center.ts';
export { fileFor, type PrinterFile } from './file-for.ts';
export { filterPrinters, findPrinter, GENERIC_PRINTERS, suggestPrinters } from './find-printer.ts';
export { type BedFit, fitBed, roundDown } from './fit-bed.ts';
export type { Bed, ColorSystem, Printer } from './printer.ts';
export { PRINTERS } from './printers.ts';
export { PROCESSES, type Process, type ProcessId } from './processes.ts';
export { type Flavor, SLICERS, type Slicer, type SlicerId } from './slicers.ts';
export { thinnestRod } from './thinnest-rod.ts';
