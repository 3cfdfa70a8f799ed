import {
  type Bounds,
  checkMesh,
  type FileBody,
  type HexColor,
  IDENTITY,
  joinBounds,
  type ModelFile,
  type Placement,
  parseRecipe,
  place,
  type Recipe,
  SpecError,
  type Vec3,
} from '@neurofab/core';

/** What is in a file; `--json` prints it as it is. */
export interface Inspection {
  readonly path: string;
  readonly format: string;
  readonly bytes: number;
  readonly triangles: number;
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
  /** Pieces that share no vertex. */
  readonly pieces: number;
  /** Negative for a body that is inside out. */
  readonly volumeMm3: number;
  readonly sizeMm: Vec3;
}

export interface InspectedFile {
  readonly path: string;
  readonly bytes: number;
}

/** Measures and judges everything that a file holds. */
export function inspectModel(
  { format, bodies, recipe }: ModelFile,
  { path, bytes }: InspectedFile,
): Inspection {
  const bounds = bodies.map(placedBounds);
  const inspected = bodies.map((body, i) => inspectBody(body, bounds[i]!));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    path,
    format,
    bytes,
    triangles: sum(inspected.map(({ triangles }) => triangles)),
    volumeMm3: sum(inspected.map(({ volumeMm3 }) => volumeMm3)),
    sizeMm: bounds.length === 0 ? null : sizeOf(bounds.reduce(joinBounds)),
    bodies: inspected,
    ...inspectRecipe(recipe),
  };
}

function inspectBody(body: FileBody, bounds: Bounds): InspectedBody {
  const { name, color, slot, mesh, placement = IDENTITY } = body;
  const report = checkMesh(mesh);
  const { triangles, openEdges, crowdedEdges, reversedEdges, degenerateTriangles, components } = report;
  return {
    name,
    color: color ?? null,
    slot: slot ?? null,
    triangles,
    closed: openEdges + crowdedEdges + reversedEdges === 0 && report.volume > 0,
    openEdges,
    doubledEdges: crowdedEdges,
    reversedEdges,
    degenerateTriangles,
    pieces: components,
    // A reader of 3MF turns the triangles of a mirrored body round, so the sign of its placement does not count.
    volumeMm3: report.volume * Math.abs(determinant(placement)),
    sizeMm: sizeOf(bounds),
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

function placedBounds({ mesh: { positions }, placement = IDENTITY }: FileBody): Bounds {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    const point = place([positions[i]!, positions[i + 1]!, positions[i + 2]!], placement);
    for (const axis of [0, 1, 2] as const) {
      if (point[axis] < min[axis]) min[axis] = point[axis];
      if (point[axis] > max[axis]) max[axis] = point[axis];
    }
  }
  return { min, max };
}

function determinant([ax, ay, az, bx, by, bz, cx, cy, cz]: Placement): number {
  return ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx);
}

function sizeOf({ min, max }: Bounds): Vec3 {
  return [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
}
