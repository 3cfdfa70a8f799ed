import {
  type Bar,
  type Node,
  type Piece,
  type Placement,
  type Rod,
  type Rods,
  type Scene,
  tessellate,
} from '@neurofab/core';
import { countPlates, IDENTITY } from '@neurofab/core/internal';
import { boxOf } from './box-of.ts';
import { type Batch, type Drawing, type DrawnPiece, INSTANCE, type Room } from './drawing.ts';
import { holeMesh } from './hole-mesh.ts';
import { cutAtBed, holesIn, isCutAtBed } from './holes.ts';
import { packedColor } from './packed-color.ts';
import { addCorners, addMesh, clear, roomFor } from './triangles.ts';

export interface DrawSceneOptions {
  /** Whether pieces are put together; on their plates if left out. */
  readonly isAssembled?: boolean | undefined;
  /** From one plate to the next. */
  readonly pitch: number;
  readonly room: Room;
}

/** Balls and rods with fewer sides are printed with them for all to see; others are drawn as round as they are meant. */
const FEW_SIDES = 12;

/** Sides of what is round, the more there are of them the fewer. */
const BALL_SIDES = { most: 24, ofMany: 16, many: 500 };
const ROD_SIDES = { most: 12, ofMany: 8, many: 5000 };

/** A scene as buffers, those of the drawing before if they are large enough. */
export function drawScene(scene: Scene, { isAssembled = false, pitch, room }: DrawSceneOptions): Drawing {
  const { pieces, parts } = scene;
  const counts = pieces.map((piece) => piece.rods.reduce((sum, { count }) => sum + count, 0));
  const rodCount = counts.reduce((sum, count) => sum + count, 0);
  const balls = pieces.reduce((sum, { nodes }) => sum + nodes.length, 0);
  room.instances = roomFor(room.instances, INSTANCE * (balls + rodCount));
  clear(room.triangles);
  const paints = parts.map(({ color, rank }) => ({ color: packedColor(color), rank }));
  const fill: Fill = { paints, room, colors: new Uint32Array(room.instances.buffer), next: 0, rodCount };
  const drawn = pieces.map((piece): DrawnPiece => {
    const { plate = 0, assembled = IDENTITY } = piece;
    return {
      placement: isAssembled ? assembled : besideOthers(plate * pitch),
      ...fillPiece(piece, fill),
    };
  });
  const drawing = { pieces: drawn.reverse(), ...room, instanceCount: fill.next, rodCount };
  const { min, max } = scene.bounds;
  const toLast = (countPlates(pieces) - 1) * pitch;
  return {
    ...drawing,
    box: isAssembled ? boxOf(drawing) : { min, max: [max[0] + toLast, max[1], max[2]] },
  };
}

/** So far to the right. */
function besideOthers(by: number): Placement {
  return [...IDENTITY.slice(0, 9), by, 0, 0] as unknown as Placement;
}

/** Buffers that are being filled. */
interface Fill {
  readonly paints: readonly Paint[];
  readonly room: Room;
  /** The instances as colours. */
  readonly colors: Uint32Array;
  readonly rodCount: number;
  /** The instance that comes next. */
  next: number;
}

/** What is special to a part. */
interface Paint {
  readonly color: number;
  readonly rank: number;
}

function fillPiece(piece: Piece, fill: Fill): Omit<DrawnPiece, 'placement'> {
  const { nodes, rods, others } = piece;
  const { triangles } = fill.room;
  const isCut = isCutAtBed(piece);
  const batches: Batch[] = [];
  if (nodes.length > 0) batches.push(fillBalls(nodes, fill));
  for (const some of rods) {
    const [first] = some;
    if (first?.kind === 'cylinder') add(batches, fillRods(some as Rods<Rod>, first, fill));
    if (first?.kind === 'prism') add(batches, fillBars(some as Rods<Bar>, first, fill));
  }
  for (const solid of others) {
    const { color, rank } = fill.paints[solid.part]!;
    const first = triangles.indexCount;
    addMesh(triangles, tessellate(isCut && solid.kind === 'prism' ? cutAtBed(solid) : solid), color);
    add(batches, { kind: 'triangles', first, count: triangles.indexCount - first, rank });
  }
  const holes = holesIn(piece).map((hole) => {
    const first = triangles.indexCount;
    addMesh(triangles, holeMesh(hole), fill.paints[hole.part]!.color);
    return { first, count: triangles.indexCount - first, rank: 0 };
  });
  return { isClosed: true, isCut, batches, holes };
}

/** Adds to the batch before where nothing tells them apart. */
function add(batches: Batch[], batch: Batch): void {
  const last = batches.at(-1);
  const isSame = last !== undefined && describe(last) === describe(batch);
  if (isSame) batches[batches.length - 1] = { ...last, count: last.count + batch.count };
  else batches.push(batch);
}

function describe({ first, count, ...kind }: Batch): string {
  return JSON.stringify(kind);
}

function fillBalls(nodes: readonly Node[], fill: Fill): Batch {
  const { colors, paints, next: first } = fill;
  const { instances } = fill.room;
  let at = INSTANCE * first;
  for (let i = 0; i < nodes.length; i++) {
    const { center, radius, part } = nodes[i]!;
    instances[at] = center[0];
    instances[at + 1] = center[1];
    instances[at + 2] = center[2];
    instances[at + 3] = radius;
    colors[at + 7] = paints[part]!.color;
    at += INSTANCE;
  }
  fill.next += nodes.length;
  const [{ segments, rings }] = nodes as [Node];
  const isFaceted = segments < FEW_SIDES;
  const sides = nodes.length > BALL_SIDES.many ? BALL_SIDES.ofMany : BALL_SIDES.most;
  const roundness = isFaceted ? { segments, rings } : { segments: sides, rings: sides / 2 };
  return { kind: 'balls', first, count: nodes.length, rank: 0, ...roundness, isFaceted };
}

function fillRods(rods: Rods<Rod>, { segments }: Rod, fill: Fill): Batch {
  const { colors, next: first } = fill;
  const { instances } = fill.room;
  const { color, rank } = fill.paints[rods.part]!;
  let at = INSTANCE * first;
  for (const { from, to, radius } of rods) {
    instances[at] = from[0];
    instances[at + 1] = from[1];
    instances[at + 2] = from[2];
    instances[at + 3] = radius;
    instances[at + 4] = to[0];
    instances[at + 5] = to[1];
    instances[at + 6] = to[2];
    colors[at + 7] = color;
    at += INSTANCE;
  }
  fill.next += rods.count;
  // From a tolerance thin rods have eight sides, which nobody sees.
  const isFaceted = segments < 8;
  const sides = fill.rodCount > ROD_SIDES.many ? ROD_SIDES.ofMany : ROD_SIDES.most;
  return {
    kind: 'rods',
    first,
    count: rods.count,
    rank,
    segments: isFaceted ? segments : sides,
    rings: 0,
    isFaceted,
  };
}

function fillBars(bars: Rods<Bar>, example: Bar, fill: Fill): Batch {
  const { triangles } = fill.room;
  const { color, rank } = fill.paints[bars.part]!;
  const first = triangles.indexCount;
  const { indices } = tessellate(example);
  for (const { from, to } of bars) addCorners(triangles, { corners: [from, to], indices }, color);
  return { kind: 'triangles', first, count: triangles.indexCount - first, rank };
}
