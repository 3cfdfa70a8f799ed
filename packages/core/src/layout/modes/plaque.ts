import { unitCircle } from '../../mesh/unit-circle.ts';
import { placeSolid } from '../../scene/move-solid.ts';
import { IDENTITY, type Placement, place, QUARTER_TURN, raised } from '../../scene/placement.ts';
import type { Bar, Node, Other, Prism, Rod, Rods, Solid, Vec3 } from '../../scene/scene.ts';
import { solidsBounds } from '../../scene/scene-bounds.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';
import { arrange, type Loose, type PlateOptions } from '../arrange.ts';
import { middle } from '../base-solids.ts';
import { drawnOf, type Placed } from '../drawn.ts';
import { outermostNodes, type PlacedNodes, placeNodes } from '../place-nodes.ts';
import { outermostRods, placeRods } from '../place-rods.ts';
import { plateSolids } from './plate.ts';
import { plaqueBands, reliefOf, stepOf } from './relief.ts';

/** How much deeper bars reach into discs than they have to, as a share: so those of a node do not all meet in its middle. */
const DEPTH = 0.05;
/** Where the roof of a gabled bar begins, as a share of its height: an edge any thinner would not cover the plate. */
const EAVES = 0.5;
/**
 * How much lower negative bars are than positive ones, in millimetres: far less than a layer. Positive ones have the space where both are,
 * and tops at one height would leave films of negative ones on them.
 */
const LOWER = 0.005;

/**
 * A plate that lies on the bed, and on it the network in relief: connections as bars of one height, nodes as discs, those of each
 * layer a step higher. All sides stand upright or lean inward, so nothing needs support.
 */
export function placePlaque(spec: NetworkSpec, options: PlateOptions): Placed {
  return arrange([looseRelief(spec, (whole) => [whole])], options);
}

/** The same with discs cut where another band begins, each slice of a part that has the colour there. */
export function placePlaqueByHeight(spec: NetworkSpec, options: PlateOptions): Placed {
  const bands = plaqueBands(spec);
  const cut: Cut = ({ from, to, part }) =>
    bands
      .filter((band) => band.from < to && band.to > from)
      .map((band) => ({
        from: Math.max(band.from, from),
        to: Math.min(band.to, to),
        part: band.parts.includes(part) ? part : band.parts[0]!,
      }));
  return arrange([looseRelief(spec, cut)], options);
}

/** What of a disc or of bars lies between two heights, and its part. */
interface Slice {
  readonly from: number;
  readonly to: number;
  readonly part: number;
}

type Cut = (whole: Slice) => readonly Slice[];

/** The middle of the network over the origin. */
function looseRelief(spec: NetworkSpec, cut: Cut): Loose {
  const { plan, ...connected } = drawnOf(spec);
  const boundsAt = (pose: Placement) => solidsBounds(outermost(spec, toRelief(spec, cut, pose)));
  const straight = boundsAt(IDENTITY);
  return {
    bounds: (isTurned) => (isTurned ? boundsAt(QUARTER_TURN) : straight),
    at(pose) {
      const { placed, plate, text, braille, discs, bars } = toRelief(spec, cut, pose);
      // What has four sides elsewhere is as wide as what is round here, and gabled.
      const rods = placeRods({ ...spec, signShape: false }, connected, plan, placed);
      return {
        name: spec.name,
        nodes: [],
        rods: [...rods, ...placed.ellipsisRods].map(bars),
        others: [
          ...plate,
          ...braille,
          ...placed.nodes.flatMap(discs),
          ...(spec.engraved ? [] : text.map((solid) => ({ ...solid, part: plan.text! }))),
        ],
        ...(spec.engraved && text.length > 0 && { voids: text }),
      };
    },
    assembled: raised([0 - straight.min[0], straight.max[2], 0 - straight.min[1]]),
  };
}

const NOTHING = { plate: [], text: [], braille: [] } as const;

/** What becomes of a network on a plate. */
interface InRelief {
  /** Its balls, in the plane of the bed. */
  readonly placed: PlacedNodes;
  readonly plate: readonly Other[];
  /** What rises, or is to be taken away. */
  readonly text: readonly Prism[];
  readonly braille: readonly Other[];
  readonly discs: (node: Node) => Other[];
  readonly bars: (rods: Rods<Rod>) => Rods<Bar>;
}

function toRelief(spec: NetworkSpec, cut: Cut, pose: Placement): InRelief {
  const { network, plan } = drawnOf(spec);
  const { floor, connections, steps } = reliefOf(spec);
  const half = middle(spec);
  const frame = (x: number, y: number) => place([x - half, y, 0], pose);
  const placed = placeNodes(spec, network, { parts: plan.layers, frame });
  const { plate, text, braille } = plan.base === undefined ? NOTHING : plateSolids(spec, floor);
  // Lower than connections, so it is in their band.
  const [dots] = cut({ from: floor, to: connections, part: plan.base! }) as [Slice];
  const stacks = new Map(
    plan.layers.map((part, layer) => [part, cut({ from: floor, to: steps[stepOf(layer)]!, part })]),
  );
  return {
    placed,
    plate: plate.map((solid) => ({ ...placeSolid(solid, pose), part: plan.base! })),
    text: text.map((solid) => placeSolid(solid, pose)),
    braille: braille.map((solid) => ({ ...placeSolid(solid, pose), part: dots.part })),
    discs: ({ center: [x, y], radius, segments, part: layer }) =>
      stacks.get(layer)!.map(({ from, to, part }): Other => {
        return { kind: 'cylinder', from: [x, y, from], to: [x, y, to], radius, segments, part };
      }),
    bars: (rods) => {
      const [{ part }] = cut({ from: floor, to: connections, part: rods.part }) as [Slice];
      const isGabled = spec.signShape === true && rods.part === plan.negative;
      const top = rods.part === plan.negative ? connections - LOWER : connections;
      const profile = (isGabled ? gable : rectangular)(floor, top);
      return {
        ...rods,
        part,
        *[Symbol.iterator]() {
          for (const rod of rods) yield bar(rod, profile, placed.nodes);
        },
      };
    },
  };
}

/** What reaches as far as all of it. */
function* outermost(spec: NetworkSpec, { placed, plate, discs, bars }: InRelief): Generator<Solid> {
  const drawn = drawnOf(spec);
  yield* plate;
  for (const node of outermostNodes(drawn.network, placed)) yield* discs(node);
  const rods = [...outermostRods(spec, drawn, placed)];
  const [part] = drawn.plan.layers as [number];
  yield* bars({ part, count: rods.length, alike: false, [Symbol.iterator]: () => rods.values() });
}

/** The section of a bar, from its axis to the side in half widths, and upward: counter-clockwise seen from its end. */
type Profile = readonly (readonly [side: number, z: number])[];

function rectangular(bottom: number, top: number): Profile {
  return [
    [-1, bottom],
    [1, bottom],
    [1, top],
    [-1, top],
  ];
}

function gable(bottom: number, top: number): Profile {
  const eaves = bottom + EAVES * (top - bottom);
  return [
    [-1, bottom],
    [1, bottom],
    [1, eaves],
    [0, top],
    [-1, eaves],
  ];
}

/** A bar as wide as a rod, from just inside the disc of one node to just inside that of another. */
function bar({ from, to, radius, ends }: Rod, profile: Profile, nodes: readonly Node[]): Bar {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(x * x + y * y);
  const [alongX, alongY] = [x / length, y / length];
  const section = ([startX, startY]: Vec3, ahead: number) =>
    profile.map(
      ([side, z]): Vec3 => [
        startX + ahead * alongX - side * radius * alongY,
        startY + ahead * alongY + side * radius * alongX,
        z,
      ],
    );
  const [first, last] = ends.map((node) => insideDisc(nodes[node]!, radius)) as [number, number];
  return { kind: 'prism', from: section(from, first), to: section(to, -last) };
}

/** How far from the middle of a disc a bar may begin that is so wide to both sides, with its whole end inside. */
function insideDisc({ radius, segments }: Node, halfWidth: number): number {
  const inner = radius * unitCircle(segments, 0.5).cos[0]!;
  return inner > halfWidth ? (1 - DEPTH) * Math.sqrt(inner * inner - halfWidth * halfWidth) : 0;
}
