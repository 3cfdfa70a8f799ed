import type { Fault } from '@neurofab/core';
import { FIELDS, type Field } from '@neurofab/core/internal';
import { html, nothing, type TemplateResult } from 'lit-html';
import { setAsked, setField } from '../state/edits.ts';
import type { PageState } from '../state/page-state.ts';
import type { Actions } from './actions.ts';
import { fieldControl } from './field.ts';
import { type FieldContext, fieldContext } from './field-context.ts';
import { layersView } from './layers.ts';
import { namesView } from './names.ts';
import { printerView } from './printer.ts';
import { reductionView } from './reduction.ts';
import { isTicked, typed } from './typed.ts';

/** All controls, in groups that open and close. */
export function panelView(state: PageState, actions: Actions): TemplateResult {
  const { history, standing, models, names } = state;
  const { network = {} } = history.now;
  const spec = standing.unscaled;
  const context = fieldContext(network, { spec, faults: faultsIn(state) });
  const model = models.find(({ sha256 }) => sha256 === spec.trained?.sha256);
  const fields = (names: readonly string[]) => fieldsView(names, context, actions);
  return html`<div class="panel">
    ${group('Layers', true, html`${layersView(spec, context, actions)}${fields(['name'])}`)}
    ${group('Printer', true, printerView(state, actions))}
    ${
      network.weights === undefined
        ? nothing
        : group(
            'Weights',
            true,
            html`${model === undefined ? html`<p class="hint">Open the trained model to draw other nodes of it.</p>` : reductionView(model, spec, actions)}
            ${fields(['thicknessBy', 'thickest', 'thinnest', 'signShape'])}`,
          )
    }
    ${group('Size', false, fields(['preset', 'nodeRadius', 'connectionRadius', 'nodeSpacing', 'layerSpacing']))}
    ${group('Print mode', false, html`${fields(['mode', 'layerHeight', 'clearance', 'hangingHole'])}${byHeight(state, actions)}`)}
    ${group('Base', false, fields(['base.shape', 'base.radius', 'base.thickness', 'base.posts']))}
    ${group('Text', false, fields(names.shown === undefined ? ['text', ...TEXT_FIELDS] : TEXT_FIELDS))}
    ${group('Names', false, namesView(state, actions))}
    ${group('Colours', false, html`${colorBy(state, actions)}${fields(['colors.base', 'colors.connections', 'colors.negative', 'colors.layers', 'colors.text'])}`)}
    ${group('Fineness', false, html`${fields(['resolution.tolerance', 'resolution.segments'])}${countsSides(context, actions)}`)}
  </div>`;
}

/** What is to be said of text, whatever it says. */
const TEXT_FIELDS = ['labels', 'inputs', 'outputs', 'textHeight', 'engraved', 'braille'];

/** What is wrong with fields, whether it was seen at once or by the worker. */
function faultsIn({ faults, findings }: PageState): readonly Fault[] {
  if (faults.length > 0) return faults;
  return findings.flatMap(({ level, path: [group, ...path], message }) =>
    level === 'refusal' && group === 'network' ? [{ path, message }] : [],
  );
}

function group(title: string, isOpen: boolean, content: TemplateResult | TemplateResult[]): TemplateResult {
  return html`<details class="group" ?open=${isOpen}><summary><h2>${title}</h2></summary>${content}</details>`;
}

/** Controls of fields that mean something beside the others, and of those that have a fault. */
function fieldsView(names: readonly string[], context: FieldContext, actions: Actions): TemplateResult[] {
  return names
    .map((name) => FIELDS.find(({ path }) => path.join('.') === name)!)
    .filter((field) => isOfUse(field, context))
    .map((field) => fieldControl(field, context, actions));
}

/** A complete spec has every field that means something, but for those without a default. */
function isOfUse(field: Field, { given, value, isMeant }: FieldContext): boolean {
  const { path } = field;
  if (value(path) !== undefined || given(path) !== undefined) return true;
  return WITHOUT_DEFAULT.includes(path[0]) && isMeant(field);
}

const WITHOUT_DEFAULT = ['preset', 'text', 'inputs', 'outputs', 'braille'];

/** Whether colours go by height: without a word as the printer and the mode want it. */
function byHeight({ standing: { settled } }: PageState, actions: Actions): TemplateResult {
  return html`<div class="field switch">
    <input id="by-height" type="checkbox" .checked=${settled.colorsByHeight}
      @change=${(event: Event) => actions.edit(setAsked('colorsByHeight', isTicked(event)))} />
    <label for="by-height">Colours by height</label>
  </div>`;
}

/** Sides that circles begin with where they are counted. */
const SIDES = 24;

/** Whether it is said how many sides circles have, instead of how near they come to a circle. */
function countsSides({ value }: FieldContext, actions: Actions): TemplateResult {
  return html`<div class="field switch">
    <input id="counts-sides" type="checkbox" .checked=${value(['resolution', 'segments']) !== undefined}
      @change=${(event: Event) => {
        actions.edit(setField(['resolution'], isTicked(event) ? { segments: SIDES } : undefined));
      }} />
    <label for="counts-sides">Count the sides instead</label>
  </div>`;
}

const COLOR_BY = [
  ['layer', 'a colour a layer'],
  ['role', 'nodes, connections and base'],
  ['none', 'one colour'],
] as const;

function colorBy({ history: { now: asked } }: PageState, actions: Actions): TemplateResult {
  return html`<div class="field">
    <label for="color-by">Parts differ in colour by</label>
    <select id="color-by" @change=${(event: Event) => {
      const [by] = COLOR_BY.find(([name]) => name === typed(event))!;
      actions.edit(setAsked('colorBy', by === 'layer' ? undefined : by));
    }}>
      ${COLOR_BY.map(
        ([by, words]) =>
          html`<option value=${by} .selected=${by === (asked.colorBy ?? 'layer')}>${words}</option>`,
      )}
    </select>
  </div>`;
}
