import { html, type TemplateResult } from 'lit-html';
import type { TrainedModel } from '../worker/trained.ts';
import type { Actions } from './actions.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** What is drawn of a trained network: how many rows, and which nodes. */
export function reductionView({ nodes, show, fault }: TrainedModel, actions: Actions): TemplateResult {
  const isListed = show !== 'strongest' && show !== 'first';
  return html`<div class="field">
      <label for="nodes">Most rows of a layer</label>
      <input id="nodes" type="range" min="2" max="30" step="1" .value=${nodes}
        @change=${(event: Event) => actions.reduce({ nodes: typed(event) })} />
      <input type="text" inputmode="numeric" autocomplete="off" aria-label="Most rows of a layer, as a number"
        ${whileIdle(nodes)} @change=${(event: Event) => actions.reduce({ nodes: typed(event) })} />
    </div>
    <div class="field">
      <label for="show">Which nodes</label>
      <select id="show" @change=${(event: Event) => actions.reduce({ show: typed(event) })}>
        <option value="strongest" .selected=${show === 'strongest'}>those that carry most</option>
        <option value="first" .selected=${show === 'first'}>the first and the last</option>
        <option value=${isListed ? show : '0'} .selected=${isListed}>these</option>
      </select>
      <input type="text" ?hidden=${!isListed} autocomplete="off" aria-label="Numbers of nodes, from 0, with commas"
        ${whileIdle(isListed ? show : '')} @change=${(event: Event) => actions.reduce({ show: typed(event) })} />
      ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
    </div>`;
}
