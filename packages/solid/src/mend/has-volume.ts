import { AIR, FACET, type Surface } from '../surface.ts';

/** Whether every body of a closed surface has a positive volume (divergence theorem). */
export function hasVolume({ points, facets }: Surface): boolean {
  const volumes = new Map<number, number>();
  let label = AIR;
  let sum = 0;
  // Facets of one body mostly follow each other.
  const add = (other: number, volume: number) => {
    if (other !== label) {
      volumes.set(label, sum);
      sum = volumes.get(other) ?? 0;
      label = other;
    }
    sum += volume;
  };
  for (let i = 0; i < facets.length; i += FACET) {
    const a = 3 * facets[i]!;
    const b = 3 * facets[i + 1]!;
    const c = 3 * facets[i + 2]!;
    const volume =
      points[a]! * (points[b + 1]! * points[c + 2]! - points[b + 2]! * points[c + 1]!) +
      points[a + 1]! * (points[b + 2]! * points[c]! - points[b]! * points[c + 2]!) +
      points[a + 2]! * (points[b]! * points[c + 1]! - points[b + 1]! * points[c]!);
    if (facets[i + 3] !== AIR) add(facets[i + 3]!, volume);
    if (facets[i + 4] !== AIR) add(facets[i + 4]!, -volume);
  }
  volumes.set(label, sum);
  volumes.delete(AIR);
  return [...volumes.values()].every((volume) => volume > 0);
}
