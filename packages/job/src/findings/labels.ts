import type { NetworkScene, NetworkSpec } from '@neurofab/core';
import {
  LABEL_KINDS,
  type LabelKind,
  MODE_TRAITS,
  type NameLine,
  nameLines,
  namesOf,
  wantsLabels,
} from '@neurofab/core/internal';
import type { Finding } from './finding.ts';
import { leastHeight, madeSmaller } from './text.ts';
import { fittingCharacters } from './text-room.ts';

/** Why names cannot stand beside layers and nodes, or where there are none. */
export function labelFindings({ source: spec }: NetworkScene): Finding[] {
  const { mode, labels = 'none' } = spec;
  if (labels === 'none') return unseenNames(spec);
  if (!MODE_TRAITS[mode].holdsLabels) {
    const remedies = [{ mode: 'plaque' }, { mode: 'flat' }] as const;
    return [
      { code: 'labels-not-in-mode', level: 'refusal', path: ['network', 'mode'], value: mode, remedies },
    ];
  }
  return LABEL_KINDS.filter((kind) => wantsLabels(spec, kind)).flatMap((value): Finding[] => {
    if (namesOf(spec, value).length > 0) return tooSmall(spec, value);
    // Of all that has a name, what has none is no fault.
    const level = labels === 'all' ? 'note' : 'refusal';
    return [{ code: 'no-names', level, path: ['network', 'labels'], value }];
  });
}

/** Names by hand that nothing was said of to put them on the model. */
function unseenNames({ mode, inputs, outputs }: NetworkSpec): Finding[] {
  const value = inputs === undefined ? 'outputs' : outputs === undefined ? 'inputs' : 'all';
  if ((inputs ?? outputs) === undefined || !MODE_TRAITS[mode].holdsLabels) return [];
  return [{ code: 'names-not-drawn', level: 'note', path: ['network', 'labels'], value }];
}

function tooSmall(spec: NetworkSpec, kind: LabelKind): Finding[] {
  const names = nameLines(spec, kind);
  if (names === undefined) return [];
  const { lines, height: value } = names;
  const limit = leastHeight(
    spec,
    lines.map(({ text }) => text),
  );
  // Where they are not to be higher, that is what is wrong.
  if (spec.textHeight! < limit) return [];
  if (value >= limit) return madeSmaller(kind, value, spec);
  const path = ['network', 'labels'] as const;
  if (kind !== 'layers') return [{ code: 'names-too-near', level: 'refusal', path, kind, value, limit }];
  const name = longestBesideAnother(lines);
  const characters = fittingCharacters(name.text, value / limit);
  return [{ code: 'name-too-long', level: 'refusal', path, name: name.text, value, limit, characters }];
}

/** The longer one of the two neighbours that have the least room. */
function longestBesideAnother(lines: readonly NameLine[]): NameLine {
  const pairs = lines.slice(1).map((line, i): readonly [NameLine, NameLine] => [lines[i]!, line]);
  const widthOf = ([one, other]: readonly [NameLine, NameLine]) =>
    (one.width + other.width) / (other.layer - one.layer);
  const [one, other] = pairs.reduce((widest, pair) => (widthOf(pair) > widthOf(widest) ? pair : widest));
  return one.width > other.width ? one : other;
}
