import { circleSegments, sphereRings } from '../mesh/resolution.ts';
import type { Bounds, Cylinder, Part, Piece, Rod, Scene, Solid, Sphere, Vec3 } from '../scene/scene.ts';
import { solidsBounds } from '../scene/scene-bounds.ts';
import { minBaseRadius, postRadius } from '../spec/base.ts';
import type { HexColor } from '../spec/color.ts';
import type { BaseSpec, ColorsSpec, NetworkSpec } from '../spec/network-spec.ts';
import { type ColorBy, colorBy } from './color-by.ts';
import { fitSlots } from './fit-slots.ts';

export interface LayoutOptions {
  /** `'bed'` moves the model so that its bounds start at the origin; `'model'` has the first layer at x = 0 and every layer centred on z = 0, as the seed does. */
  readonly origin?: 'bed' | 'model' | undefined;
  /** What parts differ in colour by; `'layer'` if left out. */
  readonly colorBy?: ColorBy | undefined;
  /** The most colours; if the network has more, they are merged as `fitSlots` says. Any number if left out. */
  readonly slots?: number | undefined;
}

/**
 * Where everything stands: layers along x, nodes along z, centred per layer, every node joined to every node of the
 * next layer. Positions follow the seed document, its powers of the node radius written as the spec's lengths.
 */
export function layout(spec: NetworkSpec, options: LayoutOptions = {}): Scene {
  const own = colorBy(spec, options.colorBy ?? 'layer');
  const printed = fitSlots(own, options.slots ?? Infinity);
  const bounds = solidsBounds(outermost(spec));
  const [x, y, z] = options.origin === 'model' ? ORIGIN : bounds.min;
  // Zero less zero is no minus zero.
  const offset: Vec3 = [0 - x, 0 - y, 0 - z];
  return {
    title: spec.name,
    description: `Neural network with layers ${spec.layers.join(',')}`,
    ...arrange(own, printed, offset),
    bounds: moved(bounds, offset),
    source: spec,
  };
}

/** What a maker should know of a network that can be made all the same, one sentence each. */
export function layoutWarnings(spec: NetworkSpec): string[] {
  const { base } = spec;
  if (base.shape === 'none' || base.posts || touchesDisc(spec, base)) return [];
  return [
    `The base touches nothing: it reaches ${base.radius} mm from the middle, and the nodes over it are higher or farther. ` +
      `Posts join it to the network: --preset desk, or "posts": true in a spec${
        base.radius < minBaseRadius(spec) ? ` and a base radius of at least ${minBaseRadius(spec)} mm` : ''
      }.`,
  ];
}

const ORIGIN: Vec3 = [0, 0, 0];

type Disc = Extract<BaseSpec, { shape: 'disc' }>;

/** Where parts overlap, nodes have the space, then connections. */
const RANKS = { layer: 0, connections: 1, base: 2 } as const;

function arrange(own: NetworkSpec, printed: NetworkSpec, offset: Vec3): Pick<Scene, 'parts' | 'pieces'> {
  const { base, layers } = printed;
  const parts: Part[] = [];
  const slots = new Map<HexColor, number>();
  const addPart = (name: string, rank: number, colorOf: (colors: ColorsSpec) => HexColor) => {
    const color = colorOf(printed.colors);
    const slot = slots.get(color) ?? slots.size + 1;
    slots.set(color, slot);
    return parts.push({ name, rank, color, ownColor: colorOf(own.colors), slot }) - 1;
  };
  const basePart = base.shape === 'none' ? 0 : addPart('base', RANKS.base, (colors) => colors.base);
  const rodPart = addPart('connections', RANKS.connections, (colors) => colors.connections);
  const layerParts = layers.map((_, layer) =>
    addPart(`layer ${layer + 1}`, RANKS.layer, (colors) => colors.layers[layer % colors.layers.length]!),
  );
  const piece: Piece = {
    name: printed.name,
    nodes: layers.flatMap((_, layer) =>
      Array.from(nodesOf(printed, layer, offset), (node) => ({ ...node, part: layerParts[layer]! })),
    ),
    rods: [
      {
        part: rodPart,
        count: layers.slice(1).reduce((sum, nodes, gap) => sum + layers[gap]! * nodes, 0),
        alike: true,
        [Symbol.iterator]: () => connections(printed, offset),
      },
    ],
    others: Array.from(baseSolids(printed, offset), (solid) => ({ ...solid, part: basePart })),
    mirror: offset[1],
  };
  return { parts, pieces: [piece] };
}

/**
 * Solids that reach as far as all, those that reach farthest first: of each layer the first node and the last, and
 * what joins these. Of the connections of a gap the steepest and those along its edges are among them, which reach
 * farthest along x and z; along y all reach equally far, but for the last bit.
 */
function* outermost(spec: NetworkSpec): Generator<Solid> {
  const ends = (nodes: number) => Math.max(1, nodes - 1);
  for (const layer of spec.layers.keys()) yield* nodesOf(spec, layer, ORIGIN, ends);
  yield* connections(spec, ORIGIN, ends);
  yield* baseSolids(spec, ORIGIN);
}

/** From one node of a layer to the next that is wanted, by how many nodes it has. */
type Stride = (nodes: number) => number;

const EVERY: Stride = () => 1;

function nodeCenter(spec: NetworkSpec, layer: number, node: number, offset: Vec3): Vec3 {
  const row = node - (spec.layers[layer]! - 1) / 2;
  return [layer * spec.layerSpacing + offset[0], offset[1], row * spec.nodeSpacing + offset[2]];
}

function* nodesOf(spec: NetworkSpec, layer: number, offset: Vec3, stride = EVERY): Generator<Sphere> {
  const nodes = spec.layers[layer]!;
  const shape = {
    kind: 'sphere',
    radius: spec.nodeRadius,
    segments: circleSegments(spec.nodeRadius, spec.resolution),
    rings: sphereRings(spec.nodeRadius, spec.resolution),
  } as const;
  for (let node = 0; node < nodes; node += stride(nodes)) {
    yield { ...shape, center: nodeCenter(spec, layer, node, offset) };
  }
}

function* connections(spec: NetworkSpec, offset: Vec3, stride = EVERY): Generator<Rod> {
  const { connectionRadius: radius, layers } = spec;
  const segments = circleSegments(radius, spec.resolution);
  let first = 0;
  for (let layer = 0; layer + 1 < layers.length; layer++) {
    const [nodes, nextNodes] = [layers[layer]!, layers[layer + 1]!];
    const next = first + nodes;
    for (let left = 0; left < nodes; left += stride(nodes)) {
      const from = nodeCenter(spec, layer, left, offset);
      for (let right = 0; right < nextNodes; right += stride(nextNodes)) {
        const to = nodeCenter(spec, layer + 1, right, offset);
        yield { kind: 'cylinder', from, to, radius, segments, ends: [first + left, next + right] };
      }
    }
    first = next;
  }
}

function* baseSolids(spec: NetworkSpec, offset: Vec3): Generator<Cylinder> {
  const { base, layers, resolution } = spec;
  if (base.shape === 'none') return;
  const [x, y, z]: Vec3 = [middle(spec) + offset[0], offset[1], diskHeight(spec) + offset[2]];
  yield {
    kind: 'cylinder',
    from: [x, y, z - base.thickness / 2],
    to: [x, y, z + base.thickness / 2],
    radius: base.radius,
    segments: base.segments ?? circleSegments(base.radius, resolution),
  };
  if (!base.posts) return;
  const radius = postRadius(spec);
  for (let layer = 0; layer < layers.length; layer++) {
    // A disc that just holds a post still does when both were scaled and rounded.
    if (fromMiddle(spec, layer) + radius > base.radius * (1 + 1e-9)) continue;
    const to = nodeCenter(spec, layer, 0, offset);
    yield {
      kind: 'cylinder',
      from: [to[0], to[1], z],
      to,
      radius,
      segments: circleSegments(radius, resolution),
    };
  }
}

/** The x of the network's middle, where the seed puts its base. */
function middle({ layers, layerSpacing }: NetworkSpec): number {
  return ((layers.length - 1) / 2) * layerSpacing;
}

/** How far along x a layer is from the middle. */
function fromMiddle({ layers, layerSpacing }: NetworkSpec, layer: number): number {
  return Math.abs(layer - (layers.length - 1) / 2) * layerSpacing;
}

/** The z of a layer's lowest node. */
function lowest(spec: NetworkSpec, layer: number): number {
  return nodeCenter(spec, layer, 0, ORIGIN)[2];
}

/** The z of the middle of the disc: at the bottom of the lowest nodes, as in the seed. */
function diskHeight(spec: NetworkSpec): number {
  return Math.min(...spec.layers.map((_, layer) => lowest(spec, layer))) - spec.nodeRadius;
}

/**
 * Whether a node or a connection reaches into the disc. Solids are convex and the network's plane mirrors them, so they
 * meet where their sections in that plane do; and the lowest node of each layer and what joins those are nearest.
 */
function touchesDisc(spec: NetworkSpec, { radius, thickness }: Disc): boolean {
  // From the middle of the disc's upper face; the disc is never thick enough for a node's centre to lie below it.
  const top = diskHeight(spec) + thickness / 2;
  const x = spec.layers.map((_, layer) => layer * spec.layerSpacing - middle(spec));
  const z = spec.layers.map((_, layer) => lowest(spec, layer) - top);
  return spec.layers.some((_, layer) => {
    if (distanceToFace(x[layer]!, z[layer]!, radius) < spec.nodeRadius) return true;
    if (layer === 0) return false;
    const from = [x[layer - 1]!, z[layer - 1]!] as const;
    const across = [x[layer]! - from[0], z[layer]! - from[1]] as const;
    // The distance is convex along the connection, so it is least at an end, over the rim or square to it.
    const places = [-radius, radius].flatMap((rim) => [
      (rim - from[0]) / across[0],
      ((rim - from[0]) * across[0] - from[1] * across[1]) / (across[0] ** 2 + across[1] ** 2),
    ]);
    return places.some((place) => {
      const t = Math.min(1, Math.max(0, place));
      return distanceToFace(from[0] + t * across[0], from[1] + t * across[1], radius) < spec.connectionRadius;
    });
  });
}

function distanceToFace(x: number, z: number, radius: number): number {
  const outside = Math.max(0, Math.abs(x) - radius);
  return Math.sqrt(outside ** 2 + z ** 2);
}

function moved({ min, max }: Bounds, [x, y, z]: Vec3): Bounds {
  return {
    min: [min[0] + x, min[1] + y, min[2] + z],
    max: [max[0] + x, max[1] + y, max[2] + z],
  };
}
