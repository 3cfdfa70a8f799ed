import { formatCount, formatDecimal } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { Inspected } from '../worker/open.ts';
import type { Actions } from './actions.ts';
import { patch } from './patch.ts';

/** What is in a file that Neurofab did not write: its bodies with colours, volumes, and whether they are closed. */
export function inspectionView({ name, inspection }: Inspected, actions: Actions): TemplateResult {
  const { format, bodies, triangles, volumeMm3, sizeMm } = inspection;
  const size = sizeMm?.map((length) => formatDecimal(length, 1)).join(' × ');
  return html`<section class="inspection" aria-labelledby="inspected">
    <h2 id="inspected">${name}</h2>
    <p>${format}, ${formatCount(triangles)} triangles, ${formatDecimal(volumeMm3 / 1000, 2)} cm³${size === undefined ? nothing : `, ${size} mm`}.
      Neurofab did not write it, or something else saved it since: it can be looked at, not changed.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Bodies">
    <table>
      <thead><tr><th scope="col">Body</th><th scope="col">Colour</th><th scope="col">Slot</th><th scope="col">Triangles</th><th scope="col">Volume</th><th scope="col">Closed</th></tr></thead>
      <tbody>
        ${bodies.map(
          (body) => html`<tr>
            <th scope="row">${body.name}</th>
            <td>${body.color === null ? '–' : html`<span class="patch" ${patch(body.color)}></span> <code>${body.color}</code>`}</td>
            <td>${body.slot ?? '–'}</td>
            <td>${formatCount(body.triangles)}</td>
            <td>${formatDecimal(body.volumeMm3 / 1000, 2)} cm³</td>
            <td>${body.closed ? 'yes' : `no: ${openText(body)}`}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    </div>
    <button type="button" id="close-inspection" @click=${actions.closeInspection}>Back to my network</button>
  </section>`;
}

function openText({
  openEdges,
  doubledEdges,
  reversedEdges,
}: Inspected['inspection']['bodies'][number]): string {
  const counts = [
    [openEdges, 'open edges'],
    [doubledEdges, 'edges of more than two triangles'],
    [reversedEdges, 'edges that run the wrong way'],
  ] as const;
  const found = counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count)} ${words}`);
  return found.length === 0 ? 'inside out' : found.join(', ');
}
