import { attributesOf, entriesOf, madeBy, type PickleValue } from '../pickle/pickle-value.ts';

/** A module of PyTorch: a layer, or several in the order in which they were defined. */
export interface TorchModule {
  /** Its class, such as `torch.nn.modules.linear.Linear`. */
  readonly type: string;
  readonly children: ReadonlyMap<PickleValue, PickleValue>;
  /** Weights and running statistics by their names; other attributes may be among them. */
  readonly parameters: ReadonlyMap<PickleValue, PickleValue>;
  readonly attributes: ReadonlyMap<PickleValue, PickleValue>;
}

/** Whether a value is a module, pickled or of TorchScript. */
export function isModule(value: PickleValue | undefined): boolean {
  return isScript(value) || attributesOf(value).has('_modules');
}

/** What a module consists of; nothing for what is none. */
export function torchModule(value: PickleValue): TorchModule {
  const attributes = attributesOf(value);
  if (isScript(value)) {
    const all = [...attributes];
    return {
      type: madeBy(value).replace(/^__torch__\.|\.___torch_mangle_\d+/g, ''),
      children: new Map(all.filter(([, inner]) => isScript(inner))),
      parameters: new Map(all.filter(([, inner]) => !isScript(inner))),
      attributes,
    };
  }
  return {
    type: madeBy(value),
    children: entriesOf(attributes.get('_modules')) ?? new Map(),
    parameters: new Map([
      ...(entriesOf(attributes.get('_parameters')) ?? []),
      ...(entriesOf(attributes.get('_buffers')) ?? []),
    ]),
    attributes,
  };
}

/** Modules of TorchScript are objects of classes whose code is in the file. */
function isScript(value: PickleValue | undefined): boolean {
  return madeBy(value).startsWith('__torch__.');
}
