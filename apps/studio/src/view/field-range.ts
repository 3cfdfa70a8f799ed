import type { Field } from '@neurofab/core/internal';

/** What a range goes over. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The shortest length worth dragging to, in usual ones: nodes and layers at half of it touch. */
const SHORTEST = 0.55;

/** From half to three times the usual length, in steps that make round numbers; other numbers between their limits, or near. */
export function rangeOf({ kind, path }: Field, usual: unknown): Range {
  if (kind.kind === 'length') {
    const length = typeof usual === 'number' ? usual : 1;
    const step = roundStep(length / 40);
    return { min: Math.max(step, roundTo(length * SHORTEST, step)), max: roundTo(length * 3, step), step };
  }
  return RANGES[path.join('.')] ?? { min: 0, max: 1, step: 0.01 };
}

/** What is worth dragging to of fields that are no lengths. */
const RANGES: Readonly<Record<string, Range>> = {
  layerHeight: { min: 0.05, max: 0.4, step: 0.01 },
  clearance: { min: 0, max: 0.5, step: 0.01 },
  'resolution.tolerance': { min: 0.005, max: 0.2, step: 0.005 },
  'resolution.segments': { min: 3, max: 100, step: 1 },
};

/** The largest of 1, 2 and 5 times a power of ten that is not above a length. */
function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return [5, 2, 1].map((times) => times * power).find((step) => step <= length) ?? power;
}

function roundTo(length: number, step: number): number {
  return Number((Math.round(length / step) * step).toFixed(4));
}
