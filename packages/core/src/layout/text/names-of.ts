import { networkOf } from '../../network/network-of.ts';
import { cleanName } from '../../spec/clean-name.ts';
import { LABEL_KINDS, type LabelKind, wantsLabels } from '../../spec/labels.ts';
import type { NetworkSpec } from '../../spec/network-spec.ts';

/** What stands beside a layer, or beside a node in a row of it, both counted from 0. */
export interface Name {
  readonly text: string;
  readonly layer: number;
  readonly row: number;
}

/** The names of a kind that are to stand on the model; of nodes those that are drawn and have one. */
export function namesOf(spec: NetworkSpec, kind: LabelKind): Name[] {
  if (!wantsLabels(spec, kind)) return [];
  const { weights: _, ...unweighted } = spec;
  const { layers } = networkOf(unweighted);
  if (kind === 'layers') return layers.map(({ label }, layer) => ({ text: cleanName(label), layer, row: 0 }));
  const layer = kind === 'inputs' ? 0 : layers.length - 1;
  return layers[layer]!.shown.flatMap((entry, row): Name[] =>
    entry.kind === 'node' && entry.label ? [{ text: entry.label, layer, row }] : [],
  );
}

/** Each line that is to stand on the model, once. */
export function textsOf(spec: NetworkSpec): string[] {
  const names = LABEL_KINDS.flatMap((kind) => namesOf(spec, kind).map(({ text }) => text));
  return [...new Set([...(spec.text === undefined ? [] : [spec.text]), ...names])];
}
