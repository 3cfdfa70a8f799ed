import type { Vec3 } from '@neurofab/core';
import type { Grid, Layer } from '../../layers/layers.ts';
import { type Corner, hullOf } from './hull.ts';
import type { Regions } from './regions.ts';
import type { Rows } from './rows.ts';

/** What hangs together of a model. */
export interface SurveyedPiece {
  readonly volumeMm3: number;
  /** Of its mass, were it solid. */
  readonly center: Vec3;
  readonly contactMm2: number;
  /** Corners around all that touches the bed. */
  readonly contact: readonly Vec3[];
  /** Of one of its cells. */
  readonly label: number;
}

/** The same while layers come, its centre times its volume. */
export interface GrowingPiece {
  readonly volume: number;
  readonly moment: Vec3;
  readonly contactArea: number;
  readonly contact: readonly Vec3[];
  readonly label: number;
}

/** The regions of a layer so many millimetres high; of one that has no height, what they touch the bed with. */
export function piecesIn(
  { regions, numbers }: Regions,
  rows: Rows,
  { layer, grid, height }: { readonly layer: Layer; readonly grid: Grid; readonly height: number },
): GrowingPiece[] {
  const { cell, x, y } = grid;
  const labels = new Array<number>(regions.length).fill(0);
  for (let i = 0; i < numbers.length; i++) {
    const ofRow = numbers[i]!;
    for (let k = 0; k < ofRow.length; k++) {
      labels[ofRow[k]!] ||= layer.cells[(rows.first + i) * grid.columns + rows.rows[i]![2 * k]!]!;
    }
  }
  const contacts = height === 0 ? contactsOf({ regions, numbers }, rows, grid) : undefined;
  return regions.map(({ area, columns, rows: sum }, number) => {
    const volume = area * cell ** 2 * height;
    const [atX, atY] = [x + (columns / area) * cell, y + (sum / area) * cell];
    return {
      volume,
      moment: [volume * atX, volume * atY, volume * layer.z],
      contactArea: contacts === undefined ? 0 : area * cell ** 2,
      contact: contacts?.[number] ?? [],
      label: labels[number]!,
    };
  });
}

/** The corners of the convex polygon around each region. */
function contactsOf({ regions, numbers }: Regions, rows: Rows, { cell, x, y }: Grid): Vec3[][] {
  const ends = regions.map((): Corner[] => []);
  for (const [i, ofRow] of numbers.entries()) {
    for (const [k, number] of ofRow.entries()) {
      for (const column of [rows.rows[i]![2 * k]!, rows.rows[i]![2 * k + 1]!]) {
        ends[number]!.push([column, rows.first + i], [column, rows.first + i + 1]);
      }
    }
  }
  return ends.map((corners) =>
    hullOf(corners).map(([column, row]) => [x + column * cell, y + row * cell, 0]),
  );
}

export function joinPieces(one: GrowingPiece, other: GrowingPiece): GrowingPiece {
  const [[ax, ay, az], [bx, by, bz]] = [one.moment, other.moment];
  return {
    volume: one.volume + other.volume,
    moment: [ax + bx, ay + by, az + bz],
    contactArea: one.contactArea + other.contactArea,
    contact: other.contact.length === 0 ? one.contact : [...one.contact, ...other.contact],
    label: one.label,
  };
}

export function grownPiece({
  volume,
  moment: [x, y, z],
  contactArea,
  contact,
  label,
}: GrowingPiece): SurveyedPiece {
  const center: Vec3 = volume === 0 ? [0, 0, 0] : [x / volume, y / volume, z / volume];
  return { volumeMm3: volume, center, contactMm2: contactArea, contact, label };
}
