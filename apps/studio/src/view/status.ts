import { html, nothing, type TemplateResult } from 'lit-html';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { findingsView } from './findings.ts';
import { nameFaultsView } from './names.ts';
import { patch } from './patch.ts';

/** What is known of the model: slots with their colours, counts, what it takes to print, findings. */
export function statusView(
  { report, findings, print, faults, names }: PageState,
  actions: Actions,
): TemplateResult {
  if (faults.length > 0) {
    return html`<ul class="findings" aria-label="What is wrong">
      ${faults.map(({ message }) => html`<li class="refusal"><strong>Cannot be made:</strong> ${message}</li>`)}
    </ul>`;
  }
  if (report === undefined) return html`<p class="hint">Looking at it …</p>`;
  const { colors, counts, shown } = report;
  return html`<ul class="slots" aria-label="What is printed in which colour">
      ${colors.rows.map(
        ({ label, color, names }) =>
          html`<li><span class="patch" ${patch(color)}></span> ${colors.by === 'slot' ? 'slot ' : ''}${label} <code>${color}</code> ${names}</li>`,
      )}
    </ul>
    ${colors.notes.map((note) => html`<p>${note}</p>`)}
    <p class="counts">${counts}${print?.takes === undefined ? nothing : html` · ${print.takes}`}</p>
    ${nameFaultsView(names)}
    ${findingsView(findings, actions)}
    ${shown.map((sentence) => html`<p class="shown">${sentence}.</p>`)}`;
}
