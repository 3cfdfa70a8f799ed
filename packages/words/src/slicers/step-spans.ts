/** A stretch of a step: plain, what stands on the screen, or a link to a page. */
export interface StepSpan {
  readonly text: string;
  readonly kind: 'plain' | 'screen' | 'link';
  /** Where a link leads. */
  readonly address?: string;
}

/** A step of `slicerSteps`, taken apart for who shows it. */
export function stepSpans(step: string): StepSpan[] {
  return step.split(/(\*\*.+?\*\*|\[[^\]]+\]\([^)]+\))/).flatMap((text): StepSpan[] => {
    if (text === '') return [];
    if (text.startsWith('**')) return [{ kind: 'screen', text: text.slice(2, -2) }];
    const [, label, address] = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(text) ?? [];
    return label === undefined
      ? [{ kind: 'plain', text }]
      : [{ kind: 'link', text: label, address: address! }];
  });
}
