import { html, type TemplateResult } from 'lit-html';
import type { PageState } from '../state/page-state.ts';

type Saved = NonNullable<PageState['saved']>;

/** What to click in the slicer, once a file is saved. */
export function stepsView({ name, slicer, steps }: Saved): TemplateResult {
  return html`<details class="steps" open>
    <summary>Next, in ${slicer}, with ${name}</summary>
    <ol tabindex="0">${steps.map((spans) => html`<li>${spans.map(spanView)}</li>`)}</ol>
  </details>`;
}

function spanView({ kind, text, address }: Saved['steps'][number][number]): TemplateResult | string {
  if (kind === 'screen') return html`<b>${text}</b>`;
  return kind === 'link' ? html`<a href=${address!} target="_blank" rel="noopener">${text}</a>` : text;
}
