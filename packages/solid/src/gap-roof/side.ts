/** One side of a face as a line in plan: a point lies `x · normalX + z · normalZ − offset` inside of it. */
export interface Side {
  /** Of length 1, into the face. */
  readonly normalX: number;
  readonly normalZ: number;
  readonly offset: number;
}

/** A point of the plan. */
export interface Place {
  readonly x: number;
  readonly z: number;
}

/** A place and how far it is from each of some sides. */
export interface Meeting extends Place {
  readonly distance: number;
}

export function distanceTo({ normalX, normalZ, offset }: Side, { x, z }: Place): number {
  return normalX * x + normalZ * z - offset;
}

/** The place inside two sides at the same distance from both. */
export function between(a: Side, b: Side, distance: number): Place {
  const [along, across] = [a.offset + distance, b.offset + distance];
  const turn = a.normalX * b.normalZ - a.normalZ * b.normalX;
  return {
    x: (along * b.normalZ - across * a.normalZ) / turn,
    z: (across * a.normalX - along * b.normalX) / turn,
  };
}

/** The place that is equally far from three sides. It is well-defined also where two of them are parallel. */
export function equallyFar(a: Side, b: Side, c: Side): Meeting {
  const [ax, az, ao] = [a.normalX - b.normalX, a.normalZ - b.normalZ, a.offset - b.offset];
  const [cx, cz, co] = [c.normalX - b.normalX, c.normalZ - b.normalZ, c.offset - b.offset];
  const turn = ax * cz - az * cx;
  const x = (ao * cz - co * az) / turn;
  const z = (co * ax - ao * cx) / turn;
  return { x, z, distance: b.normalX * x + b.normalZ * z - b.offset };
}
