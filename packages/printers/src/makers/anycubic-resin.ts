import type { Printer } from '../printer.ts';
import { ONE_COLOR } from './one-color.ts';
import { UVTOOLS } from './sources.ts';

const ANYCUBIC = {
  maker: 'Anycubic',
  process: 'resin',
  slicer: 'resin-slicer',
  colors: ONE_COLOR,
} as const;

/** Anycubic's printers with resin. */
export const ANYCUBIC_RESIN_PRINTERS: readonly Printer[] = [
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-m3',
    name: 'Anycubic Photon M3',
    aliases: ['photon-m3', 'photon-mono-m3'],
    bed: { x: 163.84, y: 102.4, z: 180 },
    source: `${UVTOOLS}/Anycubic%20Photon%20M3.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-m3-premium',
    name: 'Anycubic Photon M3 Premium',
    aliases: ['photon-m3-premium', 'photon-mono-m3-premium'],
    bed: { x: 218.88, y: 123.12, z: 250 },
    source: `${UVTOOLS}/Anycubic%20Photon%20M3%20Premium.ini`,
  },
  // Sold with 298 × 164 mm of the 298.08 × 165.6 mm that the display has, as is the M7 Max.
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-m3-max',
    name: 'Anycubic Photon M3 Max',
    aliases: ['photon-m3-max', 'photon-mono-m3-max'],
    bed: { x: 298, y: 164, z: 300, center: [149.04, 82.8] },
    source: `${UVTOOLS}/Anycubic%20Photon%20M3%20Max.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m5',
    name: 'Anycubic Photon Mono M5',
    aliases: ['photon-mono-m5', 'photon-m5'],
    bed: { x: 218.88, y: 122.88, z: 200 },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M5.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m5s',
    name: 'Anycubic Photon Mono M5s',
    aliases: ['photon-mono-m5s', 'photon-m5s'],
    bed: { x: 218.88, y: 122.88, z: 200 },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M5s.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m5s-pro',
    name: 'Anycubic Photon Mono M5s Pro',
    aliases: ['photon-mono-m5s-pro', 'photon-m5s-pro'],
    bed: { x: 223.642, y: 126.976, z: 200 },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M5s%20Pro.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m7',
    name: 'Anycubic Photon Mono M7',
    aliases: ['photon-mono-m7', 'photon-m7'],
    bed: { x: 223.642, y: 126.976, z: 230 },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M7.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m7-pro',
    name: 'Anycubic Photon Mono M7 Pro',
    aliases: ['photon-mono-m7-pro', 'photon-m7-pro'],
    bed: { x: 223.642, y: 126.976, z: 230 },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M7%20Pro.ini`,
  },
  {
    ...ANYCUBIC,
    id: 'anycubic-photon-mono-m7-max',
    name: 'Anycubic Photon Mono M7 Max',
    aliases: ['photon-mono-m7-max', 'photon-m7-max'],
    bed: { x: 298, y: 164, z: 300, center: [149.04, 82.8] },
    source: `${UVTOOLS}/Anycubic%20Photon%20Mono%20M7%20Max.ini`,
  },
];
