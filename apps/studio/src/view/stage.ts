import { html, nothing, type TemplateResult } from 'lit-html';
import type { Message, PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';

/** The model with its size, and what there is to say above it. */
export function stageView(state: PageState, actions: Actions, { view, canvas }: LiveView): TemplateResult {
  const { graphics, still, report, inspected, standing } = state;
  const isLive = graphics === 'live' || graphics === 'lines';
  view.hidden = !isLive;
  canvas.setAttribute('aria-label', describe(state));
  return html`<section class="stage" aria-label="The model">
    ${state.message === undefined ? nothing : messageView(state.message, actions)}
    ${state.reload === undefined ? nothing : newVersion(state.reload)}
    <div class="view">
      ${view}
      ${isLive ? nothing : html`<img class="still" alt=${describe(state)} src=${still ?? nothing} ?hidden=${still === undefined} />`}
    </div>
    ${graphicsNote(graphics)}
    <div class="under">
      <p class="size">${inspected === undefined ? (report?.size ?? '') : ''}${report?.fit === undefined || inspected !== undefined ? nothing : html` · <span class="fit">${report.fit}</span>`}</p>
      <div class="buttons" ?hidden=${!isLive}>
        <button type="button" id="fit-view" @click=${actions.fit}>Fit</button>
        <button type="button" @click=${() => actions.look('front')}>Front</button>
        <button type="button" @click=${() => actions.look('top')}>Top</button>
        ${standing.scene.pieces.some(({ assembled }) => assembled !== undefined) && inspected === undefined ? html`<button type="button" id="assemble" aria-pressed=${state.isAssembled} @click=${() => actions.assemble(!state.isAssembled)}>Put together</button>` : nothing}
        <button type="button" id="exact" aria-pressed=${state.isExact} ?disabled=${state.making !== undefined} ?hidden=${inspected !== undefined} title=${state.making === undefined ? `The very mesh that goes into the file, at ${standing.scene.title}` : 'Once the file is made'}
          @click=${actions.showExact}>Exact</button>
      </div>
    </div>
  </section>`;
}

/** What the model is drawn on. */
export interface LiveView {
  readonly view: HTMLElement;
  readonly canvas: HTMLCanvasElement;
}

/** The model in words. */
function describe({ standing, report, inspected }: PageState): string {
  if (inspected !== undefined) return `The bodies of ${inspected.name}.`;
  const { title, description } = standing.scene;
  return `A model of ${title}: ${description}. ${report?.size ?? ''}`;
}

function messageView({ kind, text }: Message, actions: Actions): TemplateResult {
  return html`<div class="message ${kind}" role=${kind === 'fault' ? 'alert' : 'status'}>
    <p>${text}</p><button type="button" aria-label="Close this message" @click=${actions.dismiss}>×</button>
  </div>`;
}

function newVersion(reload: () => void): TemplateResult {
  return html`<div class="message note" role="status">
    <p>There is a newer version of this page.</p><button type="button" id="reload" @click=${reload}>Reload</button>
  </div>`;
}

const NOTES = {
  live: undefined,
  lines: 'This machine draws slowly, so connections are lines while the model moves.',
  still: 'This browser draws no 3D (WebGL 2), so here is a still picture.',
  lost: 'The graphics were lost, so here is a still picture until they are back.',
} as const;

function graphicsNote(graphics: PageState['graphics']): TemplateResult | typeof nothing {
  const note = NOTES[graphics];
  return note === undefined ? nothing : html`<p class="hint" id="graphics-note">${note}</p>`;
}
