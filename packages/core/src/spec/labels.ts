/** What has its name beside it: nothing, the layers, the nodes of the first or the last layer, or all that has a name. */
export const LABELS = ['none', 'layers', 'inputs', 'outputs', 'all'] as const;
export type Labels = (typeof LABELS)[number];

/** What can have names beside it. */
export const LABEL_KINDS = ['layers', 'inputs', 'outputs'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** Whether names of a kind are to stand on the model. */
export function wantsLabels({ labels }: { readonly labels?: Labels | undefined }, kind: LabelKind): boolean {
  return labels === kind || labels === 'all';
}
