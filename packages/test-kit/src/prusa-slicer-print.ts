import { type Extrusion, readGcode } from './read-gcode.ts';
import { runPrusaSlicer } from './run-prusa-slicer.ts';

/** What PrusaSlicer says that a print takes. */
export interface SlicedPrint {
  /** Filament of each extruder, without any that is purged. */
  readonly grams: readonly number[];
  /** Of all extruders together, what is support. */
  readonly supportGrams: number;
  /** Without what a machine takes to change tools. */
  readonly minutes: number;
  /** How often it goes on with another extruder. */
  readonly toolChanges: number;
}

export interface PrintOptions {
  readonly extruders: number;
  /** In millimetres, of the first layer too; 0.2 if left out. */
  readonly layerHeight?: number | undefined;
  /** How fast the machine is; `'steady'` if left out. */
  readonly pace?: 'steady' | 'quick' | undefined;
}

/** Grams per cubic millimetre of PLA. */
const DENSITY = 0.00124;
const FILAMENT_DIAMETER = 1.75;
const FILAMENT_AREA = (Math.PI * FILAMENT_DIAMETER ** 2) / 4;

/**
 * Has PrusaSlicer slice a 3MF with the widths of lines and, if it is to be steady, speeds, accelerations and cooling of its profile "0.20mm QUALITY" for the Original
 * Prusa i3 MK3S with generic PLA: two walls, 15 % grid, 4 layers at the bottom and 5 at the top, supports wherever it sees fit, no
 * prime tower, on a bed that holds all. If it is to be quick, speeds, accelerations and cooling are those of Bambu Studio's "0.20mm Standard"
 * for an X1 Carbon or P1S. What `PROFILE` does not say is as PrusaSlicer has it without a profile.
 */
export async function prusaSlicerPrint(
  bytes: Uint8Array,
  { extruders, layerHeight = 0.2, pace = 'steady' }: PrintOptions,
): Promise<SlicedPrint> {
  const each = (value: string) => Array(extruders).fill(value).join();
  const { output } = await runPrusaSlicer(bytes, '.3mf', (input, output) => [
    '--export-gcode',
    ...Object.entries({ ...PROFILE, ...PACES[pace].machine }).flatMap(([key, value]) => [`--${key}`, value]),
    ...Object.entries({ ...FILAMENT, ...PACES[pace].filament }).flatMap(([key, value]) => [
      `--${key}`,
      each(value),
    ]),
    ...['--layer-height', String(layerHeight), '--first-layer-height', String(layerHeight)],
    ...['--cooling', '--ensure-vertical-shell-thickness', '--support-material', '--support-material-auto'],
    ...['--output', output, input],
  ]);
  const text = new TextDecoder().decode(output);
  const { extrusions } = readGcode(text, { object: /^;TYPE:(.*)$/ });
  const calls = text.match(/^T\d+/gm) ?? [];
  return {
    grams: Array.from({ length: extruders }, (_, extruder) =>
      weightOf(extrusions.filter(({ tool }) => tool === extruder)),
    ),
    supportGrams: weightOf(extrusions.filter(({ object: kind }) => kind.startsWith('Support material'))),
    minutes: minutesIn(text),
    toolChanges: calls.filter((call, i) => i > 0 && call !== calls[i - 1]).length,
  };
}

function weightOf(extrusions: readonly Extrusion[]): number {
  return extrusions.reduce((total, { filament }) => total + filament * FILAMENT_AREA * DENSITY, 0);
}

/** From a comment such as `; estimated printing time (normal mode) = 1d 2h 3m 4s`. */
function minutesIn(text: string): number {
  const time = /^; estimated printing time \(normal mode\) = (.*)$/m.exec(text)?.[1];
  if (time === undefined) throw new Error('The G-code says no printing time.');
  const of = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(time)?.[1] ?? 0);
  return of('d') * 24 * 60 + of('h') * 60 + of('m') + of('s') / 60;
}

const PROFILE = {
  perimeters: '2',
  'top-solid-layers': '5',
  'bottom-solid-layers': '4',
  'fill-density': '15%',
  'fill-pattern': 'grid',
  'infill-overlap': '25%',
  'infill-anchor': '2.5',
  'infill-anchor-max': '12',
  'perimeter-generator': 'arachne',
  'elefant-foot-compensation': '0.2',
  'extrusion-width': '0.45',
  'perimeter-extrusion-width': '0.45',
  'external-perimeter-extrusion-width': '0.45',
  'infill-extrusion-width': '0.45',
  'solid-infill-extrusion-width': '0.45',
  'top-infill-extrusion-width': '0.4',
  'first-layer-extrusion-width': '0.42',
  'support-material-extrusion-width': '0.35',
  'gcode-flavor': 'marlin',
  'machine-limits-usage': 'time_estimate_only',
  // By whatever filament is in use.
  'support-material-extruder': '0',
  'support-material-interface-extruder': '0',
  'support-material-threshold': '0',
  'support-material-pattern': 'rectilinear',
  'support-material-spacing': '2',
  'support-material-interface-layers': '2',
  'support-material-interface-spacing': '0.2',
  'support-material-contact-distance': '0.2',
  'support-material-xy-spacing': '60%',
  skirts: '0',
  'bed-shape': '0x0,1000x0,1000x1000,0x1000',
  'max-print-height': '1000',
} as const;

/** An extruder's. */
const FILAMENT = {
  'nozzle-diameter': '0.4',
  'filament-diameter': String(FILAMENT_DIAMETER),
  'retract-length': '0.8',
  'retract-speed': '35',
  'retract-lift': '0.4',
  'retract-before-travel': '1',
} as const;

/** What a machine's speed is made of. */
const PACES = {
  steady: {
    machine: {
      'perimeter-speed': '45',
      'external-perimeter-speed': '25',
      'small-perimeter-speed': '25',
      'infill-speed': '80',
      'solid-infill-speed': '80',
      'top-solid-infill-speed': '40',
      'gap-fill-speed': '40',
      'bridge-speed': '25',
      'first-layer-speed': '20',
      'support-material-speed': '50',
      'support-material-interface-speed': '80%',
      'travel-speed': '180',
      'travel-speed-z': '12',
      'default-acceleration': '1000',
      'perimeter-acceleration': '800',
      'infill-acceleration': '1000',
      'bridge-acceleration': '1000',
      'first-layer-acceleration': '800',
      'machine-max-acceleration-e': '5000',
      'machine-max-acceleration-extruding': '1250',
      'machine-max-acceleration-retracting': '1250',
      'machine-max-acceleration-x': '1000',
      'machine-max-acceleration-y': '1000',
      'machine-max-acceleration-z': '200',
      'machine-max-feedrate-e': '120',
      'machine-max-feedrate-x': '200',
      'machine-max-feedrate-y': '200',
      'machine-max-feedrate-z': '12',
      'machine-max-jerk-e': '4.5',
      'machine-max-jerk-x': '8',
      'machine-max-jerk-y': '8',
      'machine-max-jerk-z': '0.4',
    },
    filament: {
      'filament-max-volumetric-speed': '15',
      'slowdown-below-layer-time': '15',
      'min-print-speed': '15',
    },
  },
  quick: {
    machine: {
      'perimeter-speed': '300',
      'external-perimeter-speed': '200',
      'small-perimeter-speed': '50%',
      'infill-speed': '270',
      'solid-infill-speed': '250',
      'top-solid-infill-speed': '200',
      'gap-fill-speed': '250',
      'bridge-speed': '50',
      'first-layer-speed': '50',
      'support-material-speed': '150',
      'support-material-interface-speed': '80',
      'travel-speed': '500',
      'travel-speed-z': '20',
      'default-acceleration': '10000',
      'perimeter-acceleration': '5000',
      'infill-acceleration': '10000',
      'bridge-acceleration': '10000',
      'first-layer-acceleration': '500',
      'machine-max-acceleration-e': '5000',
      'machine-max-acceleration-extruding': '20000',
      'machine-max-acceleration-retracting': '5000',
      'machine-max-acceleration-x': '20000',
      'machine-max-acceleration-y': '20000',
      'machine-max-acceleration-z': '500',
      'machine-max-feedrate-e': '30',
      'machine-max-feedrate-x': '500',
      'machine-max-feedrate-y': '500',
      'machine-max-feedrate-z': '20',
      'machine-max-jerk-e': '2.5',
      'machine-max-jerk-x': '9',
      'machine-max-jerk-y': '9',
      'machine-max-jerk-z': '3',
    },
    filament: {
      'filament-max-volumetric-speed': '12',
      'slowdown-below-layer-time': '4',
      'min-print-speed': '20',
    },
  },
} as const;
