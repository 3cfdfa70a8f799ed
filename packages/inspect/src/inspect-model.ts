import {
  type Bounds,
  checkMesh,
  type FileBody,
  type HexColor,
  type ModelFile,
  parseRecipe,
  type Recipe,
  SpecError,
  type Vec3,
} from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { findOverlaps, type Overlap } from './overlaps/find-overlaps.ts';
import { type PlacedMesh, placedMesh, placedVolume } from './placed-mesh.ts';

/** What is in a file. */
export interface Inspection {
  readonly format: string;
  readonly triangles: number;
  /** Of all bodies; more than there is where they overlap. */
  readonly volumeMm3: number;
  /** `null` for files without bodies. */
  readonly sizeMm: Vec3 | null;
  readonly bodies: readonly InspectedBody[];
  /** `null` if the file has none, or one that cannot be read. */
  readonly recipe: Recipe | null;
  /** Why a recipe cannot be read. */
  readonly recipeFault?: string;
}

export interface InspectedBody {
  readonly name: string;
  readonly color: HexColor | null;
  readonly slot: number | null;
  readonly triangles: number;
  /** Whether every edge joins two triangles that run along it in opposite directions, and the inside is inside. */
  readonly closed: boolean;
  /** Edges that one triangle alone has. */
  readonly openEdges: number;
  /** Edges that more than two triangles share. */
  readonly doubledEdges: number;
  /** Edges whose two triangles run along them in the same direction. */
  readonly reversedEdges: number;
  /** Triangles without area. */
  readonly degenerateTriangles: number;
  /** Pieces that hang together by edges. */
  readonly pieces: number;
  /** Whether pieces of it share room, so that its volume counts that more than once; `null` if it was too much to find out. */
  readonly overlapsItself: boolean | null;
  /** Whether it shares room with another body, so that the sum of volumes counts that more than once; `null` as above. */
  readonly overlapsOthers: boolean | null;
  /** Negative for a body that is inside out. */
  readonly volumeMm3: number;
  readonly sizeMm: Vec3;
}

/** Measures and judges everything that a file holds. */
export function inspectModel({ format, bodies, recipe }: ModelFile): Inspection {
  const meshes = bodies.map(placedMesh);
  const overlaps = findOverlaps(meshes);
  const inspected = bodies.map((body, i) => inspectBody(body, meshes[i]!, overlaps[i]!));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    format,
    triangles: sum(inspected.map(({ triangles }) => triangles)),
    volumeMm3: sum(inspected.map(({ volumeMm3 }) => volumeMm3)),
    sizeMm: meshes.length === 0 ? null : sizeOf(meshes.map(({ bounds }) => bounds).reduce(joinBounds)),
    bodies: inspected,
    ...inspectRecipe(recipe),
  };
}

function inspectBody(body: FileBody, placed: PlacedMesh, overlap: Overlap): InspectedBody {
  const { volumeMm3, ...counts } = countBody(body, placed);
  return {
    name: body.name,
    color: body.color ?? null,
    slot: body.slot ?? null,
    ...counts,
    overlapsItself: overlap.itself,
    overlapsOthers: overlap.others,
    volumeMm3,
    sizeMm: sizeOf(placed.bounds),
  };
}

/** What can be counted of a body by itself. */
export type BodyCounts = Omit<
  InspectedBody,
  'name' | 'color' | 'slot' | 'overlapsItself' | 'overlapsOthers' | 'sizeMm'
>;

export function countBody({ mesh, placement }: FileBody, placed: PlacedMesh): BodyCounts {
  const report = checkMesh(mesh);
  const { triangles, openEdges, crowdedEdges, reversedEdges, degenerateTriangles, components } = report;
  return {
    triangles,
    closed: openEdges + crowdedEdges + reversedEdges === 0 && report.volume > 0,
    openEdges,
    doubledEdges: crowdedEdges,
    reversedEdges,
    degenerateTriangles,
    pieces: components,
    volumeMm3: placement === undefined ? report.volume : placedVolume(placed),
  };
}

function inspectRecipe(text: string | undefined): Pick<Inspection, 'recipe' | 'recipeFault'> {
  if (text === undefined) return { recipe: null };
  try {
    return { recipe: parseRecipe(text) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { recipe: null, recipeFault: error.message };
  }
}

export function sizeOf({ min, max }: Bounds): Vec3 {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}
