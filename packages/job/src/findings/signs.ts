import type { Scene } from '@neurofab/core';
import type { PlannedFile } from '../plan/plan-files.ts';
import type { Finding } from './finding.ts';

/** Positive and negative connections that come out in one colour, where it is not said whether they are to differ in shape. */
export function signFindings(scene: Scene, files: readonly PlannedFile[]): Finding[] {
  if (scene.source.given.signShape !== undefined) return [];
  const parts = connectionParts(scene);
  const colors = new Set(parts.map((part) => scene.parts[part]!.color));
  const isAlike = colors.size < parts.length || files.some(holdsOneBody);
  if (parts.length < 2 || !isAlike) return [];
  const path = ['network', 'signShape'];
  return [{ code: 'signs-alike', level: 'warning', path, remedies: [{ signShape: true }] }];
}

/** The parts of rods that join nodes of two layers, a sign each; others go through the dots of an ellipsis. */
function connectionParts({ pieces }: Scene): number[] {
  const parts = pieces.flatMap(({ nodes, rods }) =>
    rods.flatMap((some) => {
      const [first] = some;
      return first !== undefined && nodes[first.ends[0]]!.part !== nodes[first.ends[1]]!.part
        ? [some.part]
        : [];
    }),
  );
  return [...new Set(parts)];
}

/** Whether all parts are one body of a file, which has no colours then. */
function holdsOneBody({ backend, portion }: PlannedFile): boolean {
  return backend.holds === 'body' && (portion?.part ?? portion?.slot) === undefined;
}
