import { html, nothing, type TemplateResult } from 'lit-html';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { downloadView } from './download.ts';
import { inspectionView } from './inspection.ts';
import { panelView } from './panel.ts';
import { type LiveView, stageView } from './stage.ts';
import { statusView } from './status.ts';
import { topBar } from './top-bar.ts';

/** The whole page. The model is drawn on the same canvas for as long as it lives. */
export function pageView(state: PageState, actions: Actions, live: LiveView): TemplateResult {
  const { inspected, making, change, faults, report } = state;
  const isFaulty = inspected === undefined && (faults.length > 0 || report?.isRefused === true);
  return html`${topBar(state, actions)}
    <main class=${isFaulty ? 'faulty' : nothing}>
      ${stageView(state, actions, live)}
      <section class="status" aria-label="What it is">
        ${inspected === undefined ? statusView(state, actions) : inspectionView(inspected, actions)}
      </section>
      <div class="side">
        <section class="controls" aria-label="Settings">
          ${inspected === undefined ? panelView(state, actions) : html`<p class="hint">Settings are those of a network of Neurofab’s. This file is only looked at.</p>`}
        </section>
        ${inspected === undefined || making !== undefined ? downloadView(state, actions) : nothing}
      </div>
    </main>
    <p class="visually-hidden" role="status">${change}</p>
    <footer>Drop a trained model, a spec or a file of Neurofab’s anywhere on the page. Nothing leaves it: all is made in your browser.</footer>`;
}
