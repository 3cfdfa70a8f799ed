import { SpecError } from '@neurofab/core';
import type { Asked } from '../asked/asked.ts';
import type { Finding, Remedy } from './finding.ts';
import { withRemedy } from './with-remedy.ts';

/** What was asked for, what is known of it, and what would be of something else. */
export interface Soundness {
  readonly asked: Asked;
  readonly known: readonly Finding[];
  readonly findingsOf: (asked: Asked) => readonly Finding[];
}

/**
 * Findings with remedies that can be used: none that something else could not be made or printed with, being too large for the bed,
 * say, or of a mode that a file cannot hold, and of those that change the same number the one that leaves the least to be said.
 */
export function withSoundRemedies<Some extends Finding>(
  findings: readonly Some[],
  { asked, known, findingsOf }: Soundness,
): Some[] {
  const grave = new Set(known.filter(isGrave).map(({ code }) => code));
  const tried = new Map<string, Tried>();
  for (const remedy of findings.flatMap(({ remedies = [] }) => remedies)) {
    const key = JSON.stringify(remedy);
    if (tried.has(key)) continue;
    const after = findingsUnlessFaulty(findingsOf, withRemedy(asked, remedy));
    if (after === undefined || after.some((found) => isGrave(found) && !grave.has(found.code))) continue;
    tried.set(key, { remedy, field: onlyNumber(remedy), left: after.map(({ code }) => code) });
  }
  return findings.map((finding) => {
    const { remedies, ...rest } = finding;
    if (remedies === undefined) return finding;
    const sound = remedies.flatMap((remedy): Remedy[] => {
      const own = tried.get(JSON.stringify(remedy));
      const field = onlyNumber(remedy);
      const alike = [...tried.values()].filter(
        (other) => field !== undefined && other.field === field && !other.left.includes(finding.code),
      );
      const [best] = [...(own === undefined ? [] : [own]), ...alike].toSorted(
        (a, b) => a.left.length - b.left.length,
      );
      return best === undefined ? [] : [best.remedy];
    });
    return (sound.length === 0 ? rest : { ...rest, remedies: sound }) as Some;
  });
}

/** `undefined` where the network itself would contradict what else was given of it. */
function findingsUnlessFaulty(
  findingsOf: Soundness['findingsOf'],
  asked: Asked,
): readonly Finding[] | undefined {
  try {
    return findingsOf(asked);
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

/** A remedy that brings nothing grave. */
interface Tried {
  readonly remedy: Remedy;
  readonly field: string | undefined;
  /** Codes of what there is to say of it. */
  readonly left: readonly string[];
}

/** The name of the number that a remedy changes, if that is all it does. */
function onlyNumber(remedy: Remedy): string | undefined {
  const [[field, value] = [], ...others] = Object.entries(remedy);
  return others.length === 0 && typeof value === 'number' ? field : undefined;
}

function isGrave({ level }: Finding): boolean {
  return level === 'refusal' || level === 'error';
}
