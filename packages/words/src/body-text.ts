import { formatCount } from '@neurofab/core/internal';
import type { BodyCounts, InspectedBody, Inspection } from '@neurofab/inspect';

/** Whether a body is closed, what is wrong with it, and what it overlaps: `yes`, `NO: 3 open edges`. */
export function closedText(body: InspectedBody): string {
  const { closed, overlapsItself, overlapsOthers } = body;
  const faults = bodyFaults(body);
  return [
    closed ? 'yes' : 'NO',
    ...(faults.length === 0 ? [] : [': ', faults.join(', ')]),
    ...(overlapsItself === true ? [', its pieces overlap'] : []),
    ...(overlapsOthers === true ? [', overlaps other bodies'] : []),
  ].join('');
}

/** What is wrong with a body, each as a few words. */
export function bodyFaults(body: BodyCounts): string[] {
  const { openEdges, doubledEdges, reversedEdges, degenerateTriangles, volumeMm3 } = body;
  return [
    ...(openEdges > 0 ? [`${formatCount(openEdges)} open edges`] : []),
    ...(doubledEdges > 0 ? [`${formatCount(doubledEdges)} doubled edges`] : []),
    ...(reversedEdges > 0 ? [`${formatCount(reversedEdges)} reversed edges`] : []),
    ...(openEdges + doubledEdges + reversedEdges === 0 && volumeMm3 <= 0 ? ['inside out, or flat'] : []),
    ...(degenerateTriangles > 0 ? [`${formatCount(degenerateTriangles)} triangles without area`] : []),
  ];
}

/** A kilometre: nobody prints that, so it is a damaged coordinate or a wrong unit. */
const INCREDIBLE = 1e6;

/** What else there is to say of a model file. */
export function inspectionNotes({ sizeMm, bodies }: Inspection): string[] {
  const overlaps = bodies.flatMap(({ overlapsItself, overlapsOthers }) => [overlapsItself, overlapsOthers]);
  return [
    ...(sizeMm?.some((length) => length > INCREDIBLE)
      ? ['larger than a kilometre: a coordinate is damaged, or the unit is another']
      : []),
    ...(overlaps.includes(true)
      ? ['overlaps: mm³ counts what overlaps more than once, and each piece is closed or not by itself']
      : []),
    ...(overlaps.includes(null) ? ['overlaps: there is too much to look everywhere'] : []),
  ];
}
