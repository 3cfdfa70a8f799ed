import { html, nothing, type TemplateResult } from 'lit-html';
import { isFaulty, MAX_NAMES, type Names } from '../state/names.ts';
import type { Actions } from './actions.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** A list of names to paste, and each of them as a button that shows it. */
export function namesView(names: Names, actions: Actions): TemplateResult {
  const { text, list, shown, faults } = names;
  const isTooLong = list.length > MAX_NAMES;
  return html`<div class="field">
      <label for="names">Names, one a line, for a model each</label>
      <textarea id="names" rows="5" autocomplete="off" spellcheck="false" aria-describedby="names-private names-count"
        aria-invalid=${isFaulty(names) ? 'true' : nothing} ${whileIdle(text)}
        @input=${(event: Event) => actions.list(typed(event))}></textarea>
      <p class="hint" id="names-private">Names are private: no link has them, and they go when the page is closed.</p>
      <p class=${isFaulty(names) ? 'fault' : 'hint'} id="names-count">${countText(names)}</p>
    </div>
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

function countText({ list: { length: count }, faults }: Names): string {
  if (count > MAX_NAMES) return `These are ${count} names, but ${MAX_NAMES} at most can be made at once.`;
  if (count === 0) return 'A column of a spreadsheet can be pasted.';
  const names = count === 1 ? 'One name' : `${count} names`;
  return faults.size === 0
    ? `${names}, a file each, in one zip archive.`
    : `${names}, but ${faults.size} cannot be made.`;
}
