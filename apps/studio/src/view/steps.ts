import { html, type TemplateResult } from 'lit-html';
import type { PageState } from '../state/page-state.ts';

/** What to click in the slicer, once a file is saved. */
export function stepsView({ name, steps }: NonNullable<PageState['saved']>): TemplateResult {
  return html`<section class="steps" aria-labelledby="next">
    <h2 id="next">Next, with ${name}</h2>
    <ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
  </section>`;
}
