import type { FileBody, Mesh, ModelFile, Vec3 } from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { type BodyCounts, countBody, type PlacedMesh, placedMesh, sizeOf } from '@neurofab/inspect';
import { fitBed, type Printer } from '@neurofab/printers';
import { examineMeshes, type MeshesExamined, type PrintFinding } from '@neurofab/printing';
import { mendedLying } from './mended-lying.ts';

/** What may go wrong with the model of a file; `--json` prints it with the words of each finding. */
export interface Diagnosis {
  readonly path: string;
  readonly format: string;
  /** `null` for files without bodies. */
  readonly sizeMm: Vec3 | null;
  /** How it was looked at; `null` where it could not be. */
  readonly examined: Omit<MeshesExamined, 'findings'> | null;
  readonly findings: readonly FileFinding[];
}

export type FileFinding =
  | PrintFinding
  /** There is nothing in it that a printer could make: no body, or one that is lower than a layer or larger than two metres. */
  | { readonly code: 'no-model'; readonly level: 'error' }
  | ({ readonly code: 'not-closed'; readonly level: 'error'; readonly body: string } & BodyCounts)
  | {
      readonly code: 'too-large';
      readonly level: 'error';
      readonly axis: 'x' | 'y' | 'z';
      readonly value: number;
      readonly limit: number;
      readonly printer: string;
    };

export interface DoctorOptions {
  readonly printer: Printer | undefined;
  readonly layerHeight: number | undefined;
}

/** Looks at what a file holds as it stands there, the lowest point on the bed. */
export function doctorModel(
  model: ModelFile,
  path: string,
  { printer, layerHeight }: DoctorOptions,
): Diagnosis {
  const { format, bodies } = model;
  const placed = bodies.map(placedMesh);
  if (placed.length === 0) return { path, format, sizeMm: null, examined: null, findings: [NO_MODEL] };
  const sizeMm = sizeOf(placed.map(({ bounds }) => bounds).reduce(joinBounds));
  const seen = examineMeshes(placed.map(asMesh), { printer, layerHeight });
  const { findings: ofPrint = [], ...examined } = seen ?? {};
  const mended = ofPrint.length === 0 ? [] : mendedLying(model, printer);
  return {
    path,
    format,
    sizeMm,
    examined: seen === undefined ? null : (examined as Diagnosis['examined']),
    findings: [
      ...bodies.flatMap((body, i) => openFinding(body, placed[i]!)),
      ...(printer === undefined ? [] : bedFindings(sizeMm, printer)),
      ...(seen === undefined ? [NO_MODEL] : []),
      ...ofPrint.map((found) =>
        mended.includes(found.code) ? { ...found, remedies: [{ mode: 'flat' } as const] } : found,
      ),
    ],
  };
}

const NO_MODEL: FileFinding = { code: 'no-model', level: 'error' };

function asMesh({ positions, indices }: PlacedMesh): Mesh {
  return { positions: Float32Array.from(positions), indices };
}

function openFinding(body: FileBody, placed: PlacedMesh): FileFinding[] {
  const counts = countBody(body, placed);
  return counts.closed ? [] : [{ code: 'not-closed', level: 'error', body: body.name, ...counts }];
}

function bedFindings(size: Vec3, printer: Printer): FileFinding[] {
  const { tooLong } = fitBed(size, printer) ?? { tooLong: [] };
  return tooLong.map(({ axis, size: value, bed: limit }) => ({
    code: 'too-large',
    level: 'error',
    axis,
    value,
    limit,
    printer: printer.name,
  }));
}
