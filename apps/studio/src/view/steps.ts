import { html, type TemplateResult } from 'lit-html';
import type { PageState } from '../state/page-state.ts';

type Saved = NonNullable<PageState['saved']>;

/** What to click in the slicer, once a file is saved. */
export function stepsView({ name, slicer, steps }: Saved): TemplateResult {
  return html`<section class="steps" aria-labelledby="next" tabindex="0">
    <h2 id="next">Next, in ${slicer}, with ${name}</h2>
    <ol>${steps.map((spans) => html`<li>${spans.map(spanView)}</li>`)}</ol>
  </section>`;
}

function spanView({ kind, text, address }: Saved['steps'][number][number]): TemplateResult | string {
  if (kind === 'screen') return html`<b>${text}</b>`;
  return kind === 'link' ? html`<a href=${address!} target="_blank" rel="noopener">${text}</a>` : text;
}
