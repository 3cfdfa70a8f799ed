import type { Printer } from '../printer.ts';
import { ONE_COLOR } from './one-color.ts';
import { UVTOOLS } from './sources.ts';

const ELEGOO = {
  maker: 'Elegoo',
  process: 'resin',
  slicer: 'resin-slicer',
  colors: ONE_COLOR,
} as const;

/** Elegoo's printers with resin. */
export const ELEGOO_RESIN_PRINTERS: readonly Printer[] = [
  {
    ...ELEGOO,
    id: 'elegoo-mars-3',
    name: 'Elegoo Mars 3',
    aliases: ['mars-3'],
    bed: { x: 143.43, y: 89.6, z: 175 },
    source: `${UVTOOLS}/Elegoo%20Mars%203.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-3-pro',
    name: 'Elegoo Mars 3 Pro',
    aliases: ['mars-3-pro'],
    bed: { x: 143.43, y: 89.6, z: 175 },
    source:
      'https://github.com/sn4k3/UVtools/blob/7b510f0d0641ac3ded322afd2bb83d0d0a611674/UVtools.Core/Printer/Machine.cs',
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-4',
    name: 'Elegoo Mars 4',
    aliases: ['mars-4'],
    bed: { x: 153.36, y: 77.76, z: 175 },
    source: `${UVTOOLS}/Elegoo%20Mars%204.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-4-max',
    name: 'Elegoo Mars 4 Max',
    aliases: ['mars-4-max'],
    bed: { x: 195.84, y: 122.4, z: 150 },
    source: `${UVTOOLS}/Elegoo%20Mars%204%20Max.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-4-ultra',
    name: 'Elegoo Mars 4 Ultra',
    aliases: ['mars-4-ultra'],
    bed: { x: 153.36, y: 77.76, z: 165 },
    source: `${UVTOOLS}/Elegoo%20Mars%204%20Ultra.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-5',
    name: 'Elegoo Mars 5',
    aliases: ['mars-5'],
    bed: { x: 143.43, y: 89.6, z: 150 },
    source: `${UVTOOLS}/Elegoo%20Mars%205.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-mars-5-ultra',
    name: 'Elegoo Mars 5 Ultra',
    aliases: ['mars-5-ultra'],
    bed: { x: 153.36, y: 77.76, z: 165 },
    source: `${UVTOOLS}/Elegoo%20Mars%205%20Ultra.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-2',
    name: 'Elegoo Saturn 2',
    aliases: ['saturn-2'],
    bed: { x: 218.88, y: 123.12, z: 250 },
    source: `${UVTOOLS}/Elegoo%20Saturn%202.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-3',
    name: 'Elegoo Saturn 3',
    aliases: ['saturn-3'],
    bed: { x: 218.88, y: 122.88, z: 250 },
    source: `${UVTOOLS}/Elegoo%20Saturn%203.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-3-ultra',
    name: 'Elegoo Saturn 3 Ultra',
    aliases: ['saturn-3-ultra'],
    bed: { x: 218.88, y: 122.88, z: 260 },
    source: `${UVTOOLS}/Elegoo%20Saturn%203%20Ultra.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-4',
    name: 'Elegoo Saturn 4',
    aliases: ['saturn-4'],
    bed: { x: 218.88, y: 122.88, z: 220 },
    source: `${UVTOOLS}/Elegoo%20Saturn%204.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-4-ultra',
    name: 'Elegoo Saturn 4 Ultra',
    aliases: ['saturn-4-ultra', 'saturn-4-ultra-12k'],
    bed: { x: 218.88, y: 122.88, z: 220 },
    source: `${UVTOOLS}/Elegoo%20Saturn%204%20Ultra%2012K.ini`,
  },
  {
    ...ELEGOO,
    id: 'elegoo-saturn-4-ultra-16k',
    name: 'Elegoo Saturn 4 Ultra 16K',
    aliases: ['saturn-4-ultra-16k'],
    bed: { x: 211.68, y: 118.37, z: 220 },
    source: `${UVTOOLS}/Elegoo%20Saturn%204%20Ultra%2016K.ini`,
  },
];
