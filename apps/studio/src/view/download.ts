import { html, nothing, type TemplateResult } from 'lit-html';
import { copiesText, isFaulty } from '../state/names.ts';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { savedView } from './saved.ts';

/** The button that makes the file, other formats, and how far the work is. */
export function downloadView(state: PageState, actions: Actions): TemplateResult {
  const { report, making, saved, faults, names } = state;
  const isIdle = making === undefined;
  const isSound = report !== undefined && !report.isRefused && faults.length === 0 && !isFaulty(names);
  return html`<div class="download">
    ${
      isIdle
        ? html`<button type="button" class="main" id="download" ?disabled=${!isSound} @click=${() => actions.download()}>
            Download ${copiesText(state)}${report === undefined ? 'the model' : fileText(report.file)}</button>
          <details class="menu"><summary aria-label="Other formats">▾</summary>
            <ul>
              ${report?.formats.map(
                (format) =>
                  html`<li><button type="button" data-format=${format.id} ?disabled=${faults.length > 0 || isFaulty(names) || format.refusal !== undefined}
                    @click=${() => actions.download(format.id)}>${fileText(format)}
                    ${format.refusal === undefined ? nothing : html`<small>${format.refusal}</small>`}</button></li>`,
              )}
              <li><button type="button" data-format="spec" ?disabled=${faults.length > 0} @click=${actions.downloadSpec}
                >Network spec (JSON)</button></li>
            </ul>
          </details>`
        : html`<label for="progress">${making.what}</label>
          <progress id="progress" max="1" .value=${making.done}></progress>
          <button type="button" id="cancel" @click=${actions.cancel}>Cancel</button>`
    }
    ${saved === undefined || !isIdle ? nothing : savedView(saved, actions)}
  </div>`;
}

function fileText({
  label,
  program,
}: {
  readonly label: string;
  readonly program?: string | undefined;
}): string {
  return program === undefined ? label : `${label} for ${program}`;
}
