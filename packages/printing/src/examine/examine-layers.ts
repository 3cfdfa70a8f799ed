import { layout, type NetworkScene, type NetworkSpec, type Piece, type Vec3 } from '@neurofab/core';
import { MODE_TRAITS, place, specWith, thinnestConnection } from '@neurofab/core/internal';
import { PROCESSES } from '@neurofab/printers';
import { layersOf } from '../layers/layers-of.ts';
import { platesOf } from '../layers/plates-of.ts';
import type { ExamineOptions, Machine } from './check.ts';
import type { SurveyedPiece } from './layers/pieces.ts';
import { joinSurveys, type Survey, survey } from './layers/survey.ts';
import { surveyFindings } from './layers/survey-findings.ts';
import type { Standing } from './layers/tipping.ts';
import { nodeNames } from './name-node.ts';
import type { PrintFinding, PrintRemedy, Where } from './print-finding.ts';
import { asAsked, changedSpec } from './remedies.ts';
import { networkPiece } from './shape/lines.ts';

/**
 * What the layers of a scene say of how it prints: for the usual network in some 150 ms, for wide ones in less than a second. Nothing
 * of scenes of more solids than can be cut into layers in that time.
 */
export function examineLayers(
  scene: NetworkScene,
  printer: Machine,
  { scale = 1 }: ExamineOptions = {},
): PrintFinding[] {
  if (countSolids(scene) > MOST_SOLIDS) return [];
  const surveyed = surveyOf(scene, printer);
  const findings = findingsOf(scene, printer, surveyed);
  if (findings.length === 0) return [];
  const isUnsteady = findings.some(({ code }) => code === 'tips-over' || code === 'little-contact');
  const changes = changesFor(scene, surveyed, isUnsteady).map((change) => {
    const remedy = asAsked(change, scale);
    const spec = changedSpec(scene.source, remedy, scale);
    const after = spec && layout(spec);
    const left = after && findingsOf(after, printer, surveyOf(after, printer));
    return { remedy, left };
  });
  const errors = errorsIn(findings);
  return findings.map((finding) => {
    const remedies = changes.flatMap(({ remedy, left }) => {
      const mends = left?.every(({ code }) => code !== finding.code);
      return mends && errorsIn(left!).every((code) => errors.includes(code)) ? [remedy] : [];
    });
    return remedies.length === 0 ? finding : { ...finding, remedies };
  });
}

function errorsIn(findings: readonly PrintFinding[]): string[] {
  return findings.filter(({ level }) => level === 'error').map(({ code }) => code);
}

/** In diameters of the thinnest connection. */
const CELL = 1 / 8;
const LARGEST_CELL = 0.25;
/** So that overhang is told from flanks that are steep enough. */
const CELLS_PER_LAYER = 2;
/** What takes less than half a second: polygons to cut out of solids, cells of all layers. */
const MOST_CUTS = 300_000;
const MOST_SOLIDS = 50_000;
const MOST_CELLS = 100_000_000;
const MOST_CELLS_PER_LAYER = 4_000_000;

/** Of all plates; what hangs together knows which piece of the scene it is of. */
interface SceneSurvey extends Survey {
  readonly pieces: readonly (SurveyedPiece & { readonly of: Piece })[];
}

function surveyOf(scene: NetworkScene, { process }: Machine): SceneSurvey {
  const cell = cellFor(scene);
  const plates = platesOf(scene).map((plate) => {
    const [first] = layersOf(plate, { layerHeight: PROCESSES[process].layerHeight, cell });
    return survey(layersOf(plate, { layerHeight: CELLS_PER_LAYER * cell, cell }), { first });
  });
  const pieces = platesOf(scene).flatMap((plate, i) =>
    plates[i]!.pieces.map((piece) => {
      const of = plate.pieces[Math.floor((piece.label - 1) / scene.parts.length)]!;
      return { ...piece, of };
    }),
  );
  return { ...plates.reduce(joinSurveys), pieces };
}

function cellFor(scene: NetworkScene): number {
  const { min, max } = scene.bounds;
  const [x, y, height] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]];
  // Half of what there is meets a layer of a network that stands, at most all of it one that lies.
  const coarsest = (countSolids(scene) * height) / (CELLS_PER_LAYER * MOST_CUTS);
  const perLayer = Math.sqrt((x * y) / MOST_CELLS_PER_LAYER);
  const all = Math.cbrt((x * y * height) / (CELLS_PER_LAYER * MOST_CELLS));
  return Math.max(fineCell(scene.source), coarsest, perLayer, all);
}

/** What lies is low, so that it is looked at in the layers that it is printed in. */
function fineCell(spec: NetworkSpec): number {
  const { mode, layerHeight } = spec;
  if (MODE_TRAITS[mode].lies) return layerHeight! / CELLS_PER_LAYER;
  return Math.min(LARGEST_CELL, CELL * thinnestConnection(spec));
}

function countSolids({ pieces }: NetworkScene): number {
  return pieces.reduce(
    (sum, { nodes, rods }) => sum + nodes.length + rods.reduce((count, some) => count + some.count, 0),
    0,
  );
}

function findingsOf(scene: NetworkScene, printer: Machine, surveyed: SceneSurvey): PrintFinding[] {
  return surveyFindings(surveyed, {
    printer,
    pieces: surveyed.pieces,
    standing: standingOf(scene, printer, surveyed),
    whereAt: (at) => whereAt(scene, at),
    whereOf: ({ of }) => ({ piece: of.name }),
  });
}

/** A network stands on its disc, or when it is put together on its foot, which pegs go into; of filament each piece stands on the bed too, while it is printed. */
function standingOf(scene: NetworkScene, { process }: Machine, { pieces }: SceneSurvey): Standing[] {
  const onBed = process === 'fdm' ? pieces.filter(({ contact }) => contact.length > 0) : [];
  const { base, mode } = scene.source;
  const { lies, hasPegs } = MODE_TRAITS[mode];
  if (base.shape === 'none' || (lies && !(hasPegs && base.posts))) return onBed;
  const moved = pieces.map((piece) => {
    const { assembled } = piece.of;
    const move = (point: Vec3) => (assembled === undefined ? point : place(point, assembled));
    return { volume: piece.volumeMm3, center: move(piece.center), contact: piece.contact.map(move) };
  });
  const volume = moved.reduce((sum, piece) => sum + piece.volume, 0);
  const mean = (axis: 0 | 1 | 2) =>
    moved.reduce((sum, piece) => sum + piece.volume * piece.center[axis], 0) / volume;
  const contact = moved.flatMap((piece) => piece.contact.filter(([, , z]) => Math.abs(z) < ON_GROUND));
  return [...onBed, { center: [mean(0), mean(1), mean(2)], contact }];
}

/** In millimetres. */
const ON_GROUND = 0.1;

function whereAt(scene: NetworkScene, at: Vec3): Where {
  const piece = networkPiece(scene);
  if (piece === undefined) return { at: rounded(at) };
  const name = nodeNames(scene, piece);
  let nearest = Infinity;
  let node = 0;
  for (const [index, { center }] of piece.nodes.entries()) {
    const distance = (center[0] - at[0]) ** 2 + (center[1] - at[1]) ** 2 + (center[2] - at[2]) ** 2;
    if (distance >= nearest || name(index) === undefined) continue;
    [nearest, node] = [distance, index];
  }
  return { node: name(node)!, at: rounded(at) };
}

function rounded(at: Vec3): Vec3 {
  return at.map((value) => Number(value.toFixed(1))) as unknown as Vec3;
}

/** What may help: lying down, and where it does not stand well a disc that holds it. */
function changesFor({ source }: NetworkScene, { pieces }: Survey, isUnsteady: boolean): PrintRemedy[] {
  if (MODE_TRAITS[source.mode].lies) return [];
  const flat = { mode: 'flat' } as const;
  if (!isUnsteady) return [flat];
  const height = Math.max(...pieces.map(({ center }) => center[2]));
  const baseRadius = Math.max(LEAST_DISC, height * WIDE_ENOUGH);
  if (source.base.shape === 'disc') return [flat, { baseRadius: Math.max(source.base.radius, baseRadius) }];
  const { base } = specWith(source, { base: { ...source.given.base, shape: 'disc' } }) ?? source;
  const isWide = base.shape === 'disc' && base.radius >= baseRadius;
  return [flat, { base: 'disc', ...(!isWide && { baseRadius }) }];
}

/** Its area is more than a piece has to touch the bed with. */
const LEAST_DISC = 6;
/** The tangent of 10°, and some more for a disc with few sides and a middle that is not quite under the mass. */
const WIDE_ENOUGH = 0.25;
