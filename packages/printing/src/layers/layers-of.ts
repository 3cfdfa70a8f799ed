import type { Bar, Node, Other, Piece, Rod, Scene, Solid } from '@neurofab/core';
import { flatSideStart, partSolids } from '@neurofab/core/internal';
import { convexFiller } from './fill-convex.ts';
import type { Grid, Layers, LayersOptions } from './layers.ts';
import { clearRow, type FillLayer, fillRow, type Raster, rasterLayers } from './raster.ts';
import { type Cuttable, cuttable } from './section.ts';

/**
 * A scene as a printer lays it down, from the lowest point of its bounds on. Nothing is joined: a layer cuts convex polygons out
 * of the solids, and where parts overlap the one with the lower rank has the cells.
 */
export function layersOf(scene: Scene, options: LayersOptions): Layers {
  const { parts, pieces, bounds } = scene;
  const labels = pieces.flatMap((_, piece) => [...parts.keys()].map((part) => ({ piece, part })));
  return rasterLayers(bounds, options, { labels, start: (grid) => startFilling(scene, grid) });
}

/** Fills the layers of all groups, each over those before it. */
function startFilling(scene: Scene, grid: Grid): FillLayer {
  const groups = scene.pieces.flatMap((piece, index) =>
    groupsOf(scene, piece, 1 + index * scene.parts.length),
  );
  const fill = convexFiller(grid);
  return (raster, z) => {
    for (const { solidsAt, take } of groups) {
      const takeRow = take(raster);
      for (const solid of solidsAt(z)) fill(solid, z, takeRow);
    }
  };
}

/** Solids that nothing tells apart. */
interface Group {
  readonly solidsAt: (z: number) => readonly Cuttable[];
  readonly take: (raster: Raster) => (row: number, from: number, to: number) => void;
}

/** The parts of a piece, the one that gives way to all others first, and last what is taken away from it. */
function groupsOf({ parts }: Scene, piece: Piece, firstLabel: number): Group[] {
  const inRank = [...parts.keys()].sort((a, b) => parts[b]!.rank - parts[a]!.rank || b - a);
  const ofParts = inRank.map((part): Group => {
    const label = firstLabel + part;
    return {
      solidsAt: sweep(
        Array.from(partSolids(piece, part), (solid) => ({ solid, start: startOf(solid, piece) })),
      ),
      take: (raster) => (row, from, to) => fillRow(raster, row, from, to, label),
    };
  });
  const ownLabels = [firstLabel, firstLabel + parts.length - 1] as const;
  const ofAir: Group = {
    solidsAt: sweep((piece.voids ?? []).map((solid) => ({ solid, start: 0 }))),
    take: (raster) => (row, from, to) => clearRow(raster, row, [from, to], ownLabels),
  };
  return [...ofParts, ofAir];
}

/** Where the circles of a solid start in closed bodies, in sides. */
function startOf(solid: Node | Rod | Bar | Other, { nodes }: Piece): 0 | 0.5 {
  if (solid.kind !== 'cylinder') return 0;
  const held = 'ends' in solid ? solid.ends : 'holds' in solid ? [solid.holds!] : [];
  return held.some((node) => nodes[node]!.radius > solid.radius) ? flatSideStart(solid.segments) : 0;
}

interface Started {
  readonly solid: Solid;
  readonly start: 0 | 0.5;
}

/** Gives the solids that a height cuts, for heights from the bottom up: corners are made when they are needed and then forgotten. */
function sweep(solids: readonly Started[]): (z: number) => readonly Cuttable[] {
  const waiting = solids.map((some) => ({ ...some, bottom: bottomOf(some.solid) }));
  waiting.sort((a, b) => b.bottom - a.bottom);
  let active: Cuttable[] = [];
  return (z) => {
    // What ends where the next begins has the height, as in meshes: else a layer would be air there.
    active = active.filter(({ top }) => top >= z);
    while (waiting.length > 0 && waiting.at(-1)!.bottom < z) {
      const { solid, start } = waiting.pop()!;
      const cut = cuttable(solid, start);
      if (cut.top >= z) active.push(cut);
    }
    return active;
  };
}

/** No higher than its lowest point. */
function bottomOf(solid: Solid): number {
  switch (solid.kind) {
    case 'sphere':
      return solid.center[2] - solid.radius;
    case 'cylinder':
      return Math.min(solid.from[2], solid.to[2]) - solid.radius;
    case 'prism':
      return Math.min(...[...solid.from, ...solid.to].map(([, , z]) => z));
  }
}
