import { type HexColor, parseColor } from '@neurofab/core';
import type { Field } from '@neurofab/core/internal';
import { html, type TemplateResult } from 'lit-html';
import { setField } from '../state/edits.ts';
import type { Actions } from './actions.ts';
import { type FieldContext, fieldId } from './field-context.ts';
import { patch } from './patch.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** Okabe and Ito's colours, which every kind of colour vision tells apart. */
const SWATCHES: readonly (readonly [color: HexColor, name: string])[] = [
  ['#000000', 'black'],
  ['#E69F00', 'orange'],
  ['#56B4E9', 'sky blue'],
  ['#009E73', 'green'],
  ['#F0E442', 'yellow'],
  ['#0072B2', 'blue'],
  ['#D55E00', 'vermilion'],
  ['#CC79A7', 'purple'],
];

/** The control of one colour. */
export function colorField(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path } = field;
  return colorInputs(String(context.given(path) ?? context.value(path)), {
    id: fieldId(field),
    name: path.at(-1)!,
    change: (color, drag) => actions.edit(setField(path, color), drag),
    settle: actions.settle,
  });
}

/** The control of several: one after the other, and buttons that add one and take the last away. */
export function colorsField(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path } = field;
  const given = context.given(path) ?? context.value(path);
  const colors = Array.isArray(given) ? (given as string[]) : [];
  const id = fieldId(field);
  const set = (changed: readonly string[], drag?: string) => actions.edit(setField(path, changed), drag);
  return html`<div class="colors" id=${id}>
    ${colors.map((color, i) =>
      colorInputs(color, {
        id: `${id}-${i}`,
        name: `of layer colour ${i + 1}`,
        change: (changed, drag) => set(colors.with(i, changed), drag),
        settle: actions.settle,
      }),
    )}
    <button type="button" @click=${() => set([...colors, SWATCHES[colors.length % SWATCHES.length]![0]])}
      >Add a colour</button>
    <button type="button" ?hidden=${colors.length < 2} @click=${() => set(colors.slice(0, -1))}
      >Take the last away</button>
  </div>`;
}

interface ColorInputs {
  readonly id: string;
  readonly name: string;
  readonly change: (color: string, drag?: string) => void;
  readonly settle: () => void;
}

function colorInputs(color: string, { id, name, change, settle }: ColorInputs): TemplateResult {
  const hex = parseColor(color)?.toLowerCase();
  return html`<details class="color">
    <summary id=${id}><span class="patch" ${patch(hex ?? 'transparent')}></span><span class="hex">${color}</span></summary>
    <div class="swatches" role="group" aria-label="Colours ${name}">
      ${SWATCHES.map(
        ([swatch, label]) =>
          html`<button type="button" class="swatch" aria-label=${label} title=${label}
            aria-pressed=${swatch.toLowerCase() === hex} ${patch(swatch)} @click=${() => change(swatch)}></button>`,
      )}
    </div>
    <input type="color" aria-label="Any colour ${name}" .value=${hex ?? '#000000'}
      @input=${(event: Event) => change(typed(event).toUpperCase(), id)} @change=${settle} />
    <input type="text" aria-label="Colour ${name} as text" autocomplete="off" spellcheck="false" ${whileIdle(color)}
      @input=${(event: Event) => change(typed(event), id)} @change=${settle} />
  </details>`;
}
