import type { NetworkScene } from '@neurofab/core';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** Positive and negative connections that come out in one colour, where it is not said whether they are to differ in shape. */
export function signFindings(scene: NetworkScene, files: readonly PlannedFile[]): Finding[] {
  if (scene.source.given.signShape !== undefined) return [];
  const parts = connectionParts(scene);
  const colors = new Set(parts.map((part) => scene.parts[part]!.color));
  const isAlike = colors.size < parts.length || files.some(holdsOneBody);
  if (parts.length < 2 || !isAlike) return [];
  const path = ['network', 'signShape'];
  return [{ code: 'signs-alike', level: 'warning', path, remedies: [{ signShape: true }] }];
}

/** The parts of connections, a sign each. Rods through the dots of an ellipsis are of layers, which have the space before all else. */
function connectionParts({ parts, pieces }: NetworkScene): number[] {
  const first = Math.min(...parts.map(({ rank }) => rank));
  const drawn = pieces.flatMap(({ rods }) => rods.filter(({ count }) => count > 0).map(({ part }) => part));
  return [...new Set(drawn)].filter((part) => parts[part]!.rank > first);
}

/** Whether all parts are one body of a file, which has no colours then. */
function holdsOneBody({ backend, portion }: PlannedFile): boolean {
  return backend.holds === 'body' && (portion?.part ?? portion?.slot) === undefined;
}
