import { field, listField, textField } from '../../bytes/json-fields.ts';
import { damaged, ImportError } from '../../import-error.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { refuseMore } from '../../refuse-more.ts';
import { printable } from '../../text/printable.ts';
import { chainOfLayers, references } from './functional-chain.ts';
import type { KerasLayer } from './keras-layer.ts';
import { refuseLayers } from './refuse-layers.ts';

/**
 * The layers of a Keras model (Sequential or functional, of Keras 1 to 3 and TensorFlow.js) from its input to its output. Throws
 * an ImportError where they are no chain, or one of them is of a kind that is not drawn.
 */
export function layersOfModel(model: unknown): readonly KerasLayer[] {
  const className = textField(model, 'class_name') ?? '';
  const config = field(model, 'config');
  const listed = Array.isArray(config) ? config : listField(config, 'layers');
  refuseMore(listed.length, { most: IMPORT_LIMITS.maxTensors, of: 'layers' });
  if (listed.length === 0) throw withoutLayers(className);
  const layers = listedLayers(listed);
  refuseTwins(layers);
  if (className === 'Sequential') {
    refuseLayers(layers);
    return layers;
  }
  const inputs = references(field(config, 'input_layers'));
  const outputs = references(field(config, 'output_layers'));
  return chainOfLayers(layers, { inputs, outputs });
}

function listedLayers(listed: readonly unknown[]): readonly KerasLayer[] {
  const counts = new Map<string, number>();
  return listed.map((layer) => {
    const config = field(layer, 'config');
    // A package stands before the class of a layer that somebody registered; TensorFlow 1 had second versions of some.
    const className = (textField(layer, 'class_name') ?? '').replace(/^.*>|V[12]$/g, '');
    const count = counts.get(className) ?? 0;
    counts.set(className, count + 1);
    const key = snakeCase(className) + (count === 0 ? '' : `_${count}`);
    return {
      className,
      name: textField(config, 'name') ?? textField(layer, 'name') ?? key,
      key,
      config,
      uses: listField(layer, 'inbound_nodes').map(references),
    };
  });
}

function refuseTwins(layers: readonly KerasLayer[]): void {
  const names = new Set<string>();
  for (const { name } of layers) {
    if (names.has(name)) throw damaged(`two of its layers are called ${printable(name)}`);
    names.add(name);
  }
}

/** As Keras turns names of classes into names: `LeakyReLU` is `leaky_re_lu`. */
function snakeCase(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function withoutLayers(className: string): ImportError {
  const kind = className === '' ? 'a model' : `a model of the class ${printable(className)}`;
  return new ImportError(
    'unsupported',
    `It has ${kind} that lists no layers. Only Sequential and functional models list theirs: build the network as one of them, or export it as ONNX.`,
  );
}
