import {
  type Backend,
  type BodyStream,
  type HexColor,
  type Lettering,
  type Other,
  type Part,
  type Prism,
  type Scene,
  shells,
  type Vec3,
} from '@neurofab/core';
import {
  centred,
  joinBounds,
  letterSolids,
  placeSolid,
  rectangle,
  shift,
  standing,
} from '@neurofab/core/internal';
import { png } from '@neurofab/picture';
import type { Bed } from '@neurofab/printers';
import { badgePlace, hideable } from './badge-place.ts';
import type { PlacedNetwork } from './plate-scene.ts';

export interface PlatePictureOptions {
  readonly networks: readonly PlacedNetwork[];
  readonly bed: Bed;
  /** How numbers look, from 1 to as many as there are networks. */
  readonly numbers: Lettering;
}

/** In millimetres. */
const SIZES = { badge: 5, number: 5.5, numberWidth: 7.5, bed: 2, lettersUp: 0.1 } as const;

/** What a picture shows beside the plate. */
const [BED, CORNER, BADGE, NUMBER, LETTERS] = [0, 1, 2, 3, 4] as const;
const PARTS: readonly Part[] = [
  partOf('bed', '#E6E6E6'),
  partOf('corner', '#B3B3B3'),
  partOf('badge', '#FFFFFF'),
  partOf('number', '#1A1A1A'),
  partOf('letters', '#FFFFFF'),
];

function partOf(name: string, color: HexColor): Part {
  return { name, rank: 0, color, ownColor: color, slot: 1 };
}

/** A picture of a plate on its bed from straight above, each network with its number: from 1, in the order of `networks`. */
export function platePicture({ networks, bed, numbers }: PlatePictureOptions): Backend {
  const drawn = png({ isFromAbove: true });
  return {
    ...drawn,
    async *render(scene, { bodies = shells, ...options } = {}) {
      const beside = besidePlate(scene, { networks, bed, numbers });
      const whole = { ...scene, bounds: beside.bounds };
      yield* drawn.render(whole, {
        ...options,
        bodies: async (_, job) => together(await bodies(scene, job), await shells({ ...scene, ...beside })),
      });
    },
  };
}

/** The bed, and the numbers over what lies there. */
function besidePlate(
  { parts, pieces, bounds }: Scene,
  { networks, bed, numbers }: PlatePictureOptions,
): Pick<Scene, 'parts' | 'pieces' | 'bounds'> {
  const [x, y] = [0, 1].map((axis) => (bounds.min[axis]! + bounds.max[axis]!) / 2) as [number, number];
  const front: Vec3 = [x - bed.x / 2, y - bed.y / 2, -SIZES.bed];
  const back: Vec3 = [x + bed.x / 2, y + bed.y / 2, -1];
  const corner = bed.corner && ([front[0] + bed.corner[0], front[1] + bed.corner[1], -0.5] as const);
  const top = bounds.max[2] + 1;
  const hidden = hideable({ pieces });
  const others: Other[] = [
    { ...block(front, back), part: BED },
    ...(corner === undefined ? [] : [{ ...block(front, corner), part: CORNER }]),
    ...unseenLetters({ parts, pieces }),
    ...networks.flatMap((network, i) =>
      numbered(String(i + 1), numbers, [...badgePlace(network.bounds, SIZES.badge, hidden), top]),
    ),
  ];
  return {
    parts: PARTS,
    pieces: [{ name: 'bed', nodes: [], rods: [], others }],
    bounds: joinBounds(bounds, { min: front, max: back }),
  };
}

/** Letters in white, or dark where they are light themselves, where they have the colour of what they stand on: from above nothing else tells them from that. */
function unseenLetters({ parts, pieces }: Pick<Scene, 'parts' | 'pieces'>): Other[] {
  const grounds = parts.flatMap(({ name, color }) => (name === 'base' ? [color] : []));
  const areUnseen = parts.map(({ name, color }) => name === 'text' && grounds.includes(color));
  const up = shift([0, 0, SIZES.lettersUp]);
  const letters = pieces.flatMap(({ others }) => others.filter(({ part }) => areUnseen[part]));
  return letters.map((letter) => ({
    ...placeSolid(letter, up),
    part: isLight(parts[letter.part]!.color) ? NUMBER : LETTERS,
  }));
}

/** Green is most of what makes a colour light. */
function isLight(color: HexColor): boolean {
  return Number.parseInt(color.slice(3, 5), 16) > 127;
}

function block(min: Vec3, max: Vec3): Prism {
  return standing(rectangle([min[0], max[0]], [min[1], max[1]]), [min[2], max[2]]);
}

/** A number on a disc. */
function numbered(number: string, { lines }: Lettering, [x, y, z]: Vec3): Other[] {
  const outline = lines[number]!;
  const height = Math.min(SIZES.number, SIZES.numberWidth / outline.width);
  const { polygons } = centred(outline, outline);
  return [
    { kind: 'cylinder', from: [x, y, z], to: [x, y, z + 1], radius: SIZES.badge, segments: 64, part: BADGE },
    ...letterSolids(polygons, { height, at: [x, y], range: [z + 1, z + 2] }).map((letter) => ({
      ...letter,
      part: NUMBER,
    })),
  ];
}

function together(plate: BodyStream, beside: BodyStream): BodyStream {
  const first = plate.parts.length;
  return {
    triangles: plate.triangles + beside.triangles,
    parts: [...plate.parts, ...beside.parts],
    async *[Symbol.asyncIterator]() {
      yield* plate;
      for await (const body of beside) yield { ...body, part: first + body.part };
    },
  };
}
