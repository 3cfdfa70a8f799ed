import { type Field, fieldHelp, parseNumber } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';
import { setField } from '../state/edits.ts';
import type { Actions } from './actions.ts';
import { colorField, colorsField } from './color-field.ts';
import { type FieldContext, faultsAt, fieldId } from './field-context.ts';
import { rangeOf } from './field-range.ts';
import { choiceText, labelOf, unitOf } from './field-words.ts';
import { numberText } from './number-text.ts';
import { isTicked, typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** The control of a field: what it is in words, a native input, and a button back to the default where something was given. */
export function fieldControl(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path, kind } = field;
  const id = fieldId(field);
  const label = labelOf(field);
  const faults = faultsAt(context.faults, path, id);
  const head = html`<label for=${id}>${label}${unitOf(field) && ', mm'}</label>`;
  const reset = html`<button
    type="button"
    class="reset"
    ?hidden=${context.given(path) === undefined}
    aria-label="Reset ${label}"
    title="Back to ${fieldHelp(field).usually ?? 'the usual'}"
    @click=${() => actions.edit(setField(path, undefined))}
  >↺</button>`;
  if (kind.kind === 'yes-no') {
    return html`<div class="field switch">
      <input id=${id} type="checkbox" .checked=${context.value(path) === true} aria-describedby=${faults.id}
        @change=${(event: Event) => actions.edit(setField(path, isTicked(event)))} />
      ${head}${reset}${faults.text}</div>`;
  }
  return html`<div class="field">${head}${reset}${inputOf(field, context, actions)}${faults.text}</div>`;
}

/** What takes a field's value. */
function inputOf(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { kind, path } = field;
  switch (kind.kind) {
    case 'length':
    case 'number':
    case 'count':
      return numberInputs(field, context, actions);
    case 'choice':
      return choiceInput(field, kind.choices, { context, actions });
    case 'color':
      return colorField(field, context, actions);
    case 'colors':
      return colorsField(field, context, actions);
    case 'text':
    case 'texts': {
      const read = (text: string) =>
        kind.kind === 'text' ? text : text.split(',').map((name) => name.trim());
      const value = context.given(path) ?? context.value(path) ?? '';
      return html`<input id=${fieldId(field)} type="text" ${whileIdle(Array.isArray(value) ? value.join(', ') : String(value))}
        aria-describedby=${faultsAt(context.faults, path, fieldId(field)).id}
        @input=${(event: Event) => {
          const text = typed(event);
          actions.edit(setField(path, text === '' ? undefined : read(text)), fieldId(field));
        }}
        @change=${actions.settle} />`;
    }
    default:
      throw new Error(`There is no control for ${kind.kind}.`);
  }
}

function choiceInput(
  field: Field,
  choices: readonly string[],
  { context, actions }: { readonly context: FieldContext; readonly actions: Actions },
): TemplateResult {
  const { path } = field;
  const id = fieldId(field);
  return html`<select id=${id} aria-describedby=${faultsAt(context.faults, path, id).id}
    @change=${(event: Event) => actions.edit(setField(path, typed(event)))}>
    ${choices.map(
      (choice) =>
        html`<option value=${choice} .selected=${choice === context.value(path)}>${choiceText(field, choice)}</option>`,
    )}
  </select>`;
}

/** A number twice: as a range to drag, and as text. */
function numberInputs(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path, kind } = field;
  const id = fieldId(field);
  const value = context.given(path) ?? context.value(path);
  const isNumber = typeof value === 'number';
  const { min, max, step } = rangeOf(field, context.usual(path));
  const faults = faultsAt(context.faults, path, id);
  const set = (text: string) =>
    actions.edit(setField(path, text.trim() === '' ? undefined : (parseNumber(text) ?? text)), id);
  return html`<input type="range" id=${id} min=${min} max=${max} step=${step}
      .value=${String(isNumber ? value : min)} aria-valuetext=${isNumber ? `${value}${unitOf(field)}` : nothing}
      @input=${(event: Event) => set(typed(event))} @change=${actions.settle} />
    <input type="text" inputmode=${kind.kind === 'count' ? 'numeric' : 'decimal'} autocomplete="off"
      aria-label="${labelOf(field)}, as a number" aria-invalid=${faults.text === nothing ? nothing : 'true'}
      aria-describedby=${faults.id} ${whileIdle(numberText(value))}
      @input=${(event: Event) => set(typed(event))} @change=${actions.settle} />`;
}
