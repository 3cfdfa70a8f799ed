import { html, nothing, type TemplateResult } from 'lit-html';
import { areOnPlates, isFaulty, MAX_NAMES, type Names } from '../state/names.ts';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { isTicked, typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** A list of names to paste, whether they share plates, and each of them as a button that shows it. */
export function namesView(state: PageState, actions: Actions): TemplateResult {
  const { names, standing, onPlates } = state;
  const { text, list, shown, faults } = names;
  const { printer } = standing.settled;
  const isTooLong = list.length > MAX_NAMES;
  return html`<div class="field">
      <label for="names">Names, one a line, for a model each</label>
      <textarea id="names" rows="5" autocomplete="off" spellcheck="false" aria-describedby="names-private names-count"
        aria-invalid=${isFaulty(names) ? 'true' : nothing} ${whileIdle(text)}
        @input=${(event: Event) => actions.list(typed(event))}></textarea>
      <p class="hint" id="names-private">Names are private: no link has them, and they go when the page is closed.</p>
      <p class=${isFaulty(names) ? 'fault' : 'hint'} id="names-count">${countText(state)}</p>
    </div>
    ${
      printer?.bed === undefined
        ? nothing
        : html`<div class="field switch">
            <input id="on-plates" type="checkbox" .checked=${onPlates}
              @change=${(event: Event) => actions.fillPlates(isTicked(event))} />
            <label for="on-plates">As many on a plate as the printer holds</label>
          </div>`
    }
    ${
      isTooLong || list.length === 0
        ? nothing
        : html`<div class="names" role="group" aria-label="Which name is shown">${[...new Set(list)].map(
            (name) =>
              html`<button type="button" aria-pressed=${name === shown} class=${faults.has(name) ? 'fault' : nothing}
                @click=${() => actions.showName(name)}>${name}</button>`,
          )}</div>`
    }`;
}

/** Why some names cannot be made, each sentence once, with all that it is about. */
export function nameFaultsView({ faults }: Names): TemplateResult {
  const about = (fault: string) => [...faults.keys()].filter((name) => faults.get(name) === fault);
  return html`<ul class="findings" ?hidden=${faults.size === 0} aria-label="Names that cannot be made">
    ${[...new Set(faults.values())].map(
      (fault) => html`<li class="refusal"><strong>${about(fault).join(', ')}:</strong> ${fault}</li>`,
    )}
  </ul>`;
}

function countText(state: PageState): string {
  const { list, faults } = state.names;
  const count = list.length;
  if (count > MAX_NAMES) return `These are ${count} names, but ${MAX_NAMES} at most can be made at once.`;
  if (count === 0) return 'A column of a spreadsheet can be pasted.';
  const names = count === 1 ? 'One name' : `${count} names`;
  if (faults.size > 0) return `${names}, but ${faults.size} cannot be made.`;
  return `${names}, ${areOnPlates(state) ? 'together on plates' : 'a file each'}, in one zip archive.`;
}
