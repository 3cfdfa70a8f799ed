/** Corners are whole numbers while they are worked with, thousandths of the capital height, so that no rounding parts neighbours. */
export const GRID = 1000;

/** A corner on the grid. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A closed line of corners on the grid. */
export type Ring = readonly Point[];

/** Twice the area of a triangle: more than 0 where its corners go counter-clockwise. */
export function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The sum of numbers; 0 of none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
