import type { NetworkSpec } from '@neurofab/core';
import { ELLIPSIS } from '@neurofab/core/internal';
import { html, type TemplateResult } from 'lit-html';
import type { TrainedModel } from '../worker/trained.ts';
import type { Actions } from './actions.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** What is drawn of a trained network: how many rows, and which nodes. */
export function reductionView(
  { nodes, show, fault }: TrainedModel,
  { layers }: NetworkSpec,
  actions: Actions,
): TemplateResult {
  const isListed = show !== 'strongest' && show !== 'first';
  return html`<div class="field">
      <label for="nodes">Most rows of a layer</label>
      <input id="nodes" type="range" min="2" max="30" step="1" .value=${nodes}
        @input=${(event: Event) => actions.reduce({ nodes: typed(event) }, 'nodes')} @change=${actions.settle} />
      <input type="text" inputmode="numeric" autocomplete="off" aria-label="Most rows of a layer, as a number"
        ${whileIdle(nodes)} @input=${(event: Event) => actions.reduce({ nodes: typed(event) }, 'nodes')} @change=${actions.settle} />
    </div>
    <div class="field">
      <label for="show">Which nodes</label>
      <select id="show" @change=${(event: Event) => actions.reduce({ show: typed(event) })}>
        <option value="strongest" .selected=${show === 'strongest'}>those that carry most</option>
        <option value="first" .selected=${show === 'first'}>the first and the last</option>
        <option value=${isListed ? show : shownNodes(layers).join(',')} .selected=${isListed}>these</option>
      </select>
      <input type="text" ?hidden=${!isListed} autocomplete="off" aria-label="Numbers of nodes, from 0, with commas"
        ${whileIdle(isListed ? show : '')}
        @input=${(event: Event) => actions.reduce({ show: typed(event) }, 'show')} @change=${actions.settle} />
      ${fault === undefined ? '' : html`<p class="fault" role="alert">${fault}</p>`}
    </div>`;
}

/** The nodes that are drawn of the first layer that is not drawn whole. */
function shownNodes(layers: NetworkSpec['layers']): number[] {
  const shown = layers.flatMap((layer) => (typeof layer === 'object' ? [layer.shown] : []));
  const first = shown.find((list) => list.includes(ELLIPSIS)) ?? [0];
  return first.filter((entry) => typeof entry === 'number');
}
