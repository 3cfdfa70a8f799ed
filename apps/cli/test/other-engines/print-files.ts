// Bundled, and run by the shell of an engine: prints a line a file, its name and its bytes as hexadecimal digits.
import './shims.ts';
import { threeMf } from '@neurofab/backend-3mf';
import { openScad } from '@neurofab/backend-openscad';
import { stl } from '@neurofab/backend-stl';
import {
  type Backend,
  type BodyMaker,
  collect,
  layout,
  type PresetName,
  parseNetworkSpec,
  shells,
} from '@neurofab/core';
import { circleSegments, unitCircle } from '@neurofab/core/internal';
import { gif, png } from '@neurofab/picture';
import { fused, solids } from '@neurofab/solid';

const NETWORKS: readonly (readonly [name: string, input: object, preset?: PresetName])[] = [
  ['default', {}],
  ['fine', { layers: [2, 1, 3], nodeRadius: 3.3, resolution: { tolerance: 0.0137 } }],
  ['coarse', { layers: [2, 3], name: 'Größe 1,5 🧠', resolution: { segments: 15 } }],
  ['uneven', { layers: [5, 7], nodeSpacing: 13.37, layerSpacing: 29.71, resolution: { tolerance: 0.013 } }],
  ['seed', { layers: [1, 1] }, 'seed'],
  [
    'weighted',
    {
      layers: [2, 3],
      weights: [
        [
          [0.7, -1.1],
          [0.3, 0.9],
          [-0.5, null],
        ],
      ],
      signShape: true,
    },
  ],
];

const BACKENDS: Readonly<Record<string, Backend>> = {
  stl: stl(),
  'slicer.3mf': threeMf({ bedCenter: [128, 128] }),
  'assembly.3mf': threeMf({ flavor: 'assembly' }),
  scad: openScad(),
};

/** Small, since engines' bare shells are slow. */
const PICTURES: Readonly<Record<string, Backend>> = { png: png({ size: 64 }), gif: gif({ size: 64 }) };

const BODIES: Readonly<Record<string, BodyMaker>> = { shells, solids, fused };

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

for (const [network, input, preset] of NETWORKS) {
  const scene = layout(parseNetworkSpec(input, { preset }));
  for (const [kind, bodies] of Object.entries(BODIES)) {
    for (const [format, backend] of Object.entries(BACKENDS)) {
      show(`${network}-${kind}.${format}`, await collect(backend.render(scene, { bodies })));
    }
  }
  for (const [format, backend] of Object.entries(PICTURES)) {
    show(`${network}.${format}`, await collect(backend.render(scene, { bodies: shells })));
  }
}
show('circles', Uint8Array.from(circles()));
show('sides', new TextEncoder().encode([...sides()].join('\n')));

/** Of circles of many radii at many tolerances, among them those that a polygon keeps or misses by the last bit. */
function* sides(): Generator<number> {
  const cosines = Array.from({ length: 250 }, (_, i) => unitCircle(8 * (i + 2)).cos[1]!);
  for (let radius = 0.013; radius < 10_000; radius *= 1.37) {
    for (let tolerance = 0.0001; tolerance < 10; tolerance *= 1.19)
      yield circleSegments(radius, { tolerance });
    for (const cosine of cosines) yield circleSegments(radius, { tolerance: radius * (1 - cosine) });
  }
}

/** The bytes of the sines that all else is made of, before rounding to a file's digits hides their last bits. */
function* circles(): Generator<number> {
  for (let segments = 3; segments < 200; segments++) {
    for (const start of [0, 0.5] as const) yield* new Uint8Array(unitCircle(segments, start).sin.buffer);
  }
}

function show(name: string, bytes: Uint8Array): void {
  const print = (globalThis as { print?: (line: string) => void }).print ?? console.log;
  let digits = '';
  for (const byte of bytes) digits += DIGITS[byte]!;
  print(`${name} ${digits}`);
}
