import { html, nothing, type TemplateResult } from 'lit-html';
import { MAX_NAMES, type Names } from '../state/names.ts';
import type { Actions } from './actions.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** A list of names to paste, each of them as a button that shows it, and what is wrong with some. */
export function namesView({ text, list, shown, faults }: Names, actions: Actions): TemplateResult {
  const count = list.length;
  const isTooLong = count > MAX_NAMES;
  return html`<div class="field">
      <label for="names">Names, one a line, for a model each</label>
      <textarea id="names" rows="5" autocomplete="off" spellcheck="false" aria-describedby="names-private names-count"
        aria-invalid=${isTooLong || faults.size > 0 ? 'true' : nothing} ${whileIdle(text)}
        @input=${(event: Event) => actions.list(typed(event))}></textarea>
      <p class="hint" id="names-private">Names are private: no link has them, and they go when the page is closed.</p>
      <p class=${isTooLong ? 'fault' : 'hint'} id="names-count">${countText(count)}</p>
    </div>
    ${
      isTooLong || count === 0
        ? nothing
        : html`<div class="names" role="group" aria-label="Which name is shown">${[...new Set(list)].map(
            (name) =>
              html`<button type="button" aria-pressed=${name === shown} class=${faults.has(name) ? 'fault' : nothing}
                @click=${() => actions.showName(name)}>${name}</button>`,
          )}</div>`
    }
    <ul class="findings" ?hidden=${faults.size === 0} aria-label="Names that cannot be made">
      ${[...namesByFault(faults)].map(
        ([fault, names]) => html`<li class="fault"><strong>${names.join(', ')}:</strong> ${fault}</li>`,
      )}
    </ul>`;
}

function countText(count: number): string {
  if (count > MAX_NAMES) return `These are ${count} names, but ${MAX_NAMES} at most can be made at once.`;
  return count === 0
    ? 'A column of a spreadsheet can be pasted.'
    : `${namesText(count)}, a file each, in one zip archive.`;
}

function namesText(count: number): string {
  return count === 1 ? 'One name' : `${count} names`;
}

/** Each sentence once, with all that it is about. */
function namesByFault(faults: Names['faults']): Map<string, readonly string[]> {
  const names = new Map<string, readonly string[]>();
  for (const [name, fault] of faults) names.set(fault, [...(names.get(fault) ?? []), name]);
  return names;
}
