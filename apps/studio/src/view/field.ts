import { type Field, parseNumber } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';
import { setField } from '../state/edits.ts';
import type { Actions } from './actions.ts';
import { colorField, colorsField } from './color-field.ts';
import { type FieldContext, faultsAt } from './field-context.ts';
import { numberText } from './number-text.ts';
import { whileIdle } from './while-idle.ts';

/** The control of a field: what it is in words, a native input, and a button back to the default where something was given. */
export function fieldControl(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path, kind } = field;
  const id = `field-${path.join('-')}`;
  const given = context.given(path);
  const reset = html`<button
    type="button"
    class="reset"
    ?hidden=${given === undefined}
    aria-label="Reset ${labelOf(field)}"
    title="Back to ${field.usually ?? 'the usual'}"
    @click=${() => actions.edit(setField(path, undefined))}
  >↺</button>`;
  const faults = faultsAt(context.faults, path, id);
  const head = html`<label for=${id}>${labelOf(field)}${unitOf(field) && ', mm'}</label>`;
  switch (kind.kind) {
    case 'length':
    case 'number':
    case 'count':
      return html`<div class="field">${head}${reset}${numberInputs(field, context, actions)}${faults.text}</div>`;
    case 'choice':
      return html`<div class="field">${head}${reset}
        <select id=${id} aria-describedby=${faults.id} @change=${(event: Event) =>
          actions.edit(setField(path, (event.target as HTMLSelectElement).value))}>
          ${kind.choices.map(
            (choice) =>
              html`<option value=${choice} .selected=${choice === context.value(path)}>${choice}</option>`,
          )}
        </select>${faults.text}</div>`;
    case 'yes-no':
      return html`<div class="field switch">
        <input id=${id} type="checkbox" .checked=${context.value(path) === true} aria-describedby=${faults.id}
          @change=${(event: Event) => actions.edit(setField(path, (event.target as HTMLInputElement).checked))} />
        ${head}${reset}${faults.text}</div>`;
    case 'color':
      return html`<div class="field">${head}${reset}${colorField(field, context, actions)}${faults.text}</div>`;
    case 'colors':
      return html`<div class="field">${head}${reset}${colorsField(field, context, actions)}${faults.text}</div>`;
    case 'text':
      return html`<div class="field">${head}${reset}
        <input id=${id} type="text" aria-describedby=${faults.id} ${whileIdle(String(context.value(path) ?? ''))}
          @input=${(event: Event) =>
            actions.edit(setField(path, (event.target as HTMLInputElement).value || undefined), id)}
          @change=${actions.settle} />${faults.text}</div>`;
    default:
      throw new Error(`There is no control for ${kind.kind}.`);
  }
}

/** A number twice: as a range to drag, and as text. */
function numberInputs(field: Field, context: FieldContext, actions: Actions): TemplateResult {
  const { path, kind } = field;
  const id = `field-${path.join('-')}`;
  const value = context.given(path) ?? context.value(path);
  const isNumber = typeof value === 'number';
  const { min, max, step } = rangeOf(field, context.usual(path));
  const faults = faultsAt(context.faults, path, id);
  const set = (text: string) =>
    actions.edit(setField(path, text.trim() === '' ? undefined : (parseNumber(text) ?? text)), id);
  return html`<input type="range" id=${id} min=${min} max=${max} step=${step}
      .value=${String(isNumber ? value : min)} aria-valuetext=${isNumber ? `${value}${unitOf(field)}` : nothing}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)} @change=${actions.settle} />
    <input type="text" inputmode=${kind.kind === 'count' ? 'numeric' : 'decimal'} autocomplete="off"
      aria-label="${labelOf(field)}, as a number" aria-invalid=${faults.text === nothing ? nothing : 'true'}
      aria-describedby=${faults.id} ${whileIdle(numberText(value))}
      @input=${(event: Event) => set((event.target as HTMLInputElement).value)} @change=${actions.settle} />`;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The shortest length worth dragging to, in usual ones: nodes and layers at half of it touch. */
const SHORTEST = 0.55;

/** From half to three times the usual length, in steps that make round numbers; other numbers between their limits, or near. */
function rangeOf({ kind, path }: Field, usual: unknown): Range {
  if (kind.kind === 'length') {
    const length = typeof usual === 'number' ? usual : 1;
    const step = roundStep(length / 40);
    return { min: Math.max(step, roundTo(length * SHORTEST, step)), max: roundTo(length * 3, step), step };
  }
  return RANGES[path.join('.')] ?? { min: 0, max: 1, step: 0.01 };
}

/** What is worth dragging to of fields that are no lengths. */
const RANGES: Readonly<Record<string, Range>> = {
  layerHeight: { min: 0.05, max: 0.4, step: 0.01 },
  clearance: { min: 0, max: 0.5, step: 0.01 },
  'resolution.tolerance': { min: 0.005, max: 0.2, step: 0.005 },
  'resolution.segments': { min: 3, max: 100, step: 1 },
};

/** The largest of 1, 2 and 5 times a power of ten that is not above a length. */
function roundStep(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return [5, 2, 1].map((times) => times * power).find((step) => step <= length) ?? power;
}

function roundTo(length: number, step: number): number {
  return Number((Math.round(length / step) * step).toFixed(4));
}

/** What a field is in words: its line of the table. */
export function labelOf({ doc, path }: Field): string {
  const words = LABELS[path.join('.')] ?? doc;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the line of the table says more than there is room for. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'title',
  preset: 'defaults',
  thicknessBy: 'weight shows as',
  thickest: 'thickest connection',
  thinnest: 'thinnest connection that is drawn',
  signShape: 'negative connections with four sides',
  layerSpacing: 'from layer to layer',
  nodeSpacing: 'from node to node',
  'base.shape': 'what it stands on',
  'base.posts': 'posts up to each layer',
  'base.thickness': 'thickness of the disc or plate',
  mode: 'how it lies on the bed',
  layerHeight: 'height of printed layers',
  clearance: 'gap around a peg',
  hangingHole: 'a hole to hang it by',
  'resolution.tolerance': 'largest distance of a circle from its polygon',
  'resolution.segments': 'sides of every circle',
};

/** All numbers but counts are millimetres. */
function unitOf({ kind }: Field): string {
  return kind.kind === 'length' || kind.kind === 'number' ? ' mm' : '';
}
