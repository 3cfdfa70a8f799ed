import { parseNumber } from '@neurofab/core/internal';
import type { Asked } from '@neurofab/job';
import { findPrinter, PRINTERS, type Printer } from '@neurofab/printers';
import { html, nothing, type TemplateResult } from 'lit-html';
import { setAsked, setPrinter } from '../state/edits.ts';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { faultsAt } from './field-context.ts';
import { numberText } from './number-text.ts';
import { isTicked, typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

const MAKERS = [...new Set(PRINTERS.map(({ maker }) => maker))];

/** Which printer, how many filaments, and how large the model is on it. */
export function printerView(
  { history: { now: asked }, findings: found }: PageState,
  actions: Actions,
): TemplateResult {
  // What is only good to know is no fault of a field.
  const findings = found.filter(({ level }) => level === 'refusal' || level === 'error');
  const printer = asked.printer === undefined ? undefined : findPrinter(asked.printer);
  return html`<div class="field">
      <label for="printer">Printer</label>
      <select id="printer" @change=${(event: Event) => actions.edit(setPrinter(typed(event) || undefined))}>
        <option value="" .selected=${printer === undefined}>none in particular</option>
        ${MAKERS.map(
          (maker) => html`<optgroup label=${maker}>
            ${PRINTERS.filter((other) => other.maker === maker).map(
              ({ id, name }) => html`<option value=${id} .selected=${id === printer?.id}>${name}</option>`,
            )}
          </optgroup>`,
        )}
      </select>
      ${faultsAt(findings, ['printer'], 'printer').text}
    </div>
    ${slotsField(asked, { printer, findings, actions })}
    ${scaleField(asked, { printer, findings, actions })}`;
}

interface OfPrinter {
  readonly printer: Printer | undefined;
  readonly findings: PageState['findings'];
  readonly actions: Actions;
}

function slotsField({ slots }: Asked, { printer, findings, actions }: OfPrinter): TemplateResult {
  const faults = faultsAt(findings, ['slots'], 'slots');
  const usual = printer === undefined ? 'as many as there are colours' : String(printer.colors.slots);
  return html`<div class="field">
    <label for="slots">Filaments at most</label>
    <input id="slots" type="text" inputmode="numeric" autocomplete="off" placeholder=${usual}
      aria-describedby=${faults.id} aria-invalid=${faults.text === nothing ? nothing : 'true'}
      ${whileIdle(numberText(slots))}
      @input=${(event: Event) => {
        const text = typed(event).trim();
        actions.edit(setAsked('slots', text === '' ? undefined : numberIn(text)), 'slots');
      }}
      @change=${actions.settle} />
    ${faults.text}
  </div>`;
}

function scaleField({ scale = 1 }: Asked, { printer, findings, actions }: OfPrinter): TemplateResult {
  const ofScale = findings.map((finding) =>
    finding.code === 'length-out-of-limits' ? { ...finding, path: ['scale'] } : finding,
  );
  const faults = faultsAt(ofScale, ['scale'], 'scale');
  const set = (text: string, drag?: string) => {
    const number = text.trim() === '' ? 1 : numberIn(text);
    actions.edit(setAsked('scale', number === 1 ? undefined : number), drag);
  };
  const isFit = scale === 'fit';
  return html`<div class="field switch">
      <input id="fit" type="checkbox" .checked=${isFit} ?disabled=${printer?.bed === undefined && !isFit}
        @change=${(event: Event) => actions.edit(setAsked('scale', isTicked(event) ? 'fit' : undefined))} />
      <label for="fit">As large as the bed</label>
    </div>
    <div class="field" ?hidden=${isFit}>
      <label for="scale">Times as large</label>
      <button type="button" class="reset" ?hidden=${scale === 1} aria-label="Reset how large it is"
        @click=${() => actions.edit(setAsked('scale', undefined))}>↺</button>
      <input id="scale" type="range" min="0.25" max="3" step="0.05" .value=${String(isFit ? 1 : scale)}
        @input=${(event: Event) => set(typed(event), 'scale')} @change=${actions.settle} />
      <input type="text" inputmode="decimal" autocomplete="off" aria-label="Times as large, as a number"
        aria-describedby=${faults.id} aria-invalid=${faults.text === nothing ? nothing : 'true'} ${whileIdle(isFit ? '' : numberText(scale))}
        @input=${(event: Event) => set(typed(event), 'scale')} @change=${actions.settle} />
      ${faults.text}
    </div>`;
}

/** The number that was typed; what is none goes on as it is, for whoever looks at it to refuse. */
function numberIn(text: string): number {
  return parseNumber(text) ?? (text as unknown as number);
}
