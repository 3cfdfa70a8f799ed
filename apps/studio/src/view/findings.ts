import { html, nothing, type TemplateResult } from 'lit-html';
import type { ReportedFinding } from '../worker/report.ts';
import type { Actions } from './actions.ts';

const LEVELS = { refusal: 'Cannot be made', error: 'Will not print', warning: 'Mind', note: 'Good to know' };

/** What is to be known before it is printed, the worst first, with buttons for what would mend it. */
export function findingsView(
  findings: readonly ReportedFinding[],
  actions: Actions,
): TemplateResult | typeof nothing {
  if (findings.length === 0) return nothing;
  const order = Object.keys(LEVELS);
  const sorted = findings.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return html`<ul class="findings" aria-label="What is to be known">
    ${sorted.map(
      ({ level, message, remedies }) => html`<li class=${level}>
        <strong>${LEVELS[level]}:</strong> ${message}
        ${remedies.map(
          ({ text, asked }) =>
            html`<button type="button" @click=${() => actions.ask(asked)}>${text}</button>`,
        )}
      </li>`,
    )}
  </ul>`;
}
