import type { LayerInput, LayerSpec, NetworkSpec } from '@neurofab/core';
import { layerSize, layersFromText, layerText, parseNumber, shownCount } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';
import { dropWeights, setLayers } from '../state/edits.ts';
import type { Actions } from './actions.ts';
import { type FieldContext, faultsAt } from './field-context.ts';
import { typed } from './typed.ts';
import { whileIdle } from './while-idle.ts';

/** A number of nodes that a new layer begins with. */
const NEW_LAYER = 4;

/** The layers: a field each with − and +, and all of them as a list. */
export function layersView(spec: NetworkSpec, context: FieldContext, actions: Actions): TemplateResult {
  const faults = faultsAt(context.faults, ['layers'], 'layers');
  if (context.given(['weights']) !== undefined) return html`${trainedLayers(spec, actions)}${faults.text}`;
  const given = context.given(['layers']);
  const layers = (Array.isArray(given) ? given : spec.layers) as readonly LayerInput[];
  const set = (changed: readonly LayerInput[], drag?: string) => actions.edit(setLayers(changed), drag);
  return html`<ol class="layers">
      ${layers.map((layer, i) => layerRow(layer, i, { layers, set, actions }))}
    </ol>
    <button type="button" @click=${() => set([...layers, NEW_LAYER])}>Add a layer</button>
    <div class="field">
      <label for="layers">All layers as a list</label>
      <input id="layers" type="text" autocomplete="off" spellcheck="false" ${whileIdle(listText(layers))}
        aria-describedby=${faults.id} aria-invalid=${faults.text === nothing ? nothing : 'true'}
        @input=${(event: Event) => set(layersIn(typed(event)), 'layers')}
        @change=${actions.settle} />
      <p class="hint">784~9 draws nine of 784 nodes and an ellipsis.</p>
      ${faults.text}
    </div>`;
}

interface RowContext {
  readonly layers: readonly LayerInput[];
  readonly set: (changed: readonly LayerInput[], drag?: string) => void;
  readonly actions: Actions;
}

function layerRow(layer: LayerInput, i: number, { layers, set, actions }: RowContext): TemplateResult {
  const size = typeof layer === 'object' ? layer.size : layer;
  const resize = (changed: number | string, drag?: string) =>
    set(layers.with(i, resized(layer, changed as number)), drag);
  const step = (by: number) => resize(Math.max(1, (typeof size === 'number' ? size : 1) + by));
  const name = `layer ${i + 1}`;
  return html`<li>
    <label for="layer-${i}"><span class="visually-hidden">Layer </span>${i + 1}</label>
    <button type="button" aria-label="One node less in ${name}" ?disabled=${size <= 1} @click=${() => step(-1)}>−</button>
    <input id="layer-${i}" type="text" inputmode="numeric" autocomplete="off" ${whileIdle(String(size))}
      @input=${(event: Event) => {
        const text = typed(event);
        resize(parseNumber(text) ?? text, `layer-${i}`);
      }}
      @change=${actions.settle} />
    <button type="button" aria-label="One node more in ${name}" @click=${() => step(1)}>+</button>
    <span class="drawn">${typeof layer === 'object' ? `${drawnOf(layer)} drawn` : nothing}</span>
    <button type="button" class="remove" aria-label="Take ${name} away" ?disabled=${layers.length <= 2}
      @click=${() => set(layers.toSpliced(i, 1))}>×</button>
  </li>`;
}

function drawnOf({ shown, size }: Exclude<LayerInput, number>): number {
  if (typeof shown === 'number') return shown;
  return shown === undefined ? size : shown.filter((entry) => typeof entry === 'number').length;
}

/** A layer of another size. Where single nodes of it were chosen, it is drawn whole. */
function resized(layer: LayerInput, size: number): LayerInput {
  if (typeof layer !== 'object' || typeof layer.shown !== 'number') return size;
  return layer.shown < size ? { ...layer, size } : size;
}

function listText(layers: readonly LayerInput[]): string {
  return layers.map(textOf).join(',');
}

function textOf(layer: LayerInput): string {
  if (typeof layer !== 'object') return String(layer);
  const { size, shown } = layer;
  if (typeof shown === 'number') return `${size}~${shown}`;
  return (shown === undefined ? undefined : layerText(layer as LayerSpec)) ?? String(size);
}

/** The layers of a list as the command reads it; that a comma is typed already is no fault yet. */
function layersIn(text: string): LayerInput[] {
  return layersFromText(text.replace(/[\s,]+$/, ''));
}

function trainedLayers({ layers }: NetworkSpec, actions: Actions): TemplateResult {
  return html`<ol class="layers trained">
      ${layers.map((layer, i) => {
        const drawn = shownCount(layer);
        const size = layerSize(layer);
        const name = typeof layer === 'object' && layer.name !== undefined ? layer.name : `Layer ${i + 1}`;
        return html`<li><span>${name}</span> <span>${size === drawn ? size : `${drawn} of ${size}`}</span></li>`;
      })}
    </ol>
    <button type="button" @click=${() => actions.edit(dropWeights())}>Forget the weights, keep the layers</button>`;
}
