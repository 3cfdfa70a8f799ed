import { html, type TemplateResult } from 'lit-html';
import { GALLERY } from '../state/gallery.ts';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';

/** The product's name, the gallery, steps back and forth, opening, and the link. */
export function topBar({ history }: PageState, actions: Actions): TemplateResult {
  return html`<header>
    <h1>Neurofab</h1>
    <details class="menu" id="gallery"><summary>Gallery</summary>
      <ul>
        ${GALLERY.map(
          (entry) =>
            html`<li><button type="button" @click=${(event: Event) => {
              closeMenu(event);
              actions.choose(entry);
            }}>${entry.title} <small>${entry.about}</small></button></li>`,
        )}
      </ul>
    </details>
    <button type="button" id="undo" aria-label="Undo" title="Undo" ?disabled=${history.past.length === 0} @click=${actions.undo}>↶</button>
    <button type="button" id="redo" aria-label="Redo" title="Redo" ?disabled=${history.future.length === 0} @click=${actions.redo}>↷</button>
    <span class="gap"></span>
    <label class="button" for="open">Open …</label>
    <input id="open" type="file" multiple class="visually-hidden" @change=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      actions.open([...input.files!]);
      input.value = '';
    }} />
    <button type="button" id="copy-link" @click=${actions.copyLink}>Copy link</button>
  </header>`;
}

/** Closes the menu that a button stands in. */
function closeMenu({ target }: Event): void {
  (target as Element).closest('details')?.removeAttribute('open');
}
