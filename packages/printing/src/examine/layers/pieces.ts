import type { Vec3 } from '@neurofab/core';
import type { Grid, Layer } from '../../layers/layers.ts';
import type { Regions } from './regions.ts';
import type { Rows } from './rows.ts';

/** What hangs together of a model. */
export interface SurveyedPiece {
  readonly volumeMm3: number;
  /** Of its mass, were it solid. */
  readonly center: Vec3;
  readonly contactMm2: number;
  /** Corners of all that touches the bed, row by row. */
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
  const corners = regions.map((): Vec3[] => []);
  for (const [i, ofRow] of numbers.entries()) {
    const row = rows.first + i;
    const ends = new Map<number, [from: number, to: number]>();
    for (let k = 0; k < ofRow.length; k++) {
      const number = ofRow[k]!;
      const from = rows.rows[i]![2 * k]!;
      labels[number] ||= layer.cells[row * grid.columns + from]!;
      if (height === 0) ends.set(number, [ends.get(number)?.[0] ?? from, rows.rows[i]![2 * k + 1]!]);
    }
    for (const [number, columns] of ends) {
      for (const column of columns) {
        const atX = x + column * cell;
        corners[number]!.push([atX, y + row * cell, 0], [atX, y + (row + 1) * cell, 0]);
      }
    }
  }
  return regions.map(({ area, columns, rows: sum }, number) => {
    const volume = area * cell ** 2 * height;
    const [atX, atY] = [x + (columns / area) * cell, y + (sum / area) * cell];
    return {
      volume,
      moment: [volume * atX, volume * atY, volume * layer.z],
      contactArea: height > 0 ? 0 : area * cell ** 2,
      contact: corners[number]!,
      label: labels[number]!,
    };
  });
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
