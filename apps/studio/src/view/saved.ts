import { html, nothing, type TemplateResult } from 'lit-html';
import type { Saved } from '../state/page-state.ts';
import type { ReportedSteps } from '../worker/report.ts';
import type { Actions } from './actions.ts';

/** What to do with what was saved: hand it on, and what to click in the slicer. */
export function savedView({ files, canShare, next }: Saved, actions: Actions): TemplateResult {
  return html`${canShare ? html`<button type="button" id="share" @click=${actions.share}>Share it</button>` : nothing}
    ${next === undefined ? nothing : stepsView(next, files)}`;
}

function stepsView({ slicer, steps }: ReportedSteps, [{ name }, ...others]: Saved['files']): TemplateResult {
  return html`<details class="steps" open>
    <summary>Next, in ${slicer}, with ${isArchive(name) ? 'each file in ' : nothing}${name}${others.length === 0 ? nothing : ` and ${others.length} more`}</summary>
    <ol tabindex="0">${steps.map((spans) => html`<li>${spans.map(spanView)}</li>`)}</ol>
  </details>`;
}

function isArchive(name: string): boolean {
  return name.endsWith('.zip');
}

function spanView({ kind, text, address }: ReportedSteps['steps'][number][number]): TemplateResult | string {
  if (kind === 'screen') return html`<b>${text}</b>`;
  return kind === 'link' ? html`<a href=${address!} target="_blank" rel="noopener">${text}</a>` : text;
}
