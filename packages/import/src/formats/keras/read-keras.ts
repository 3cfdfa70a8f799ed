import { textField } from '../../bytes/json-fields.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { openZip, type ZipMember } from '../../bytes/unzip.ts';
import { ImportError } from '../../import-error.ts';
import type { ReadModel } from '../format.ts';
import { openHdf5 } from '../hdf5/open-hdf5.ts';
import { kerasSteps } from './keras-steps.ts';
import { countedTensors } from './layer-tensors.ts';
import { layersOfModel } from './layers-of-model.ts';

/** Reads `.keras` files, which Keras 3 (and 2.12 onwards) writes: a zip archive of a configuration and an HDF5 file. */
export const readKeras: ReadModel = async ([file]) => {
  const zip = openZip(file!.bytes);
  const layers = layersOfModel(parseJson(memberOf(zip, 'config.json')));
  const hdf5 = openHdf5(memberOf(zip, 'model.weights.h5'));
  const metadata = zip.get('metadata.json');
  const version = metadata && textField(parseJson(metadata.read()), 'keras_version');
  return {
    format: 'Keras',
    producer: version && `keras ${version}`,
    steps: kerasSteps(layers, countedTensors(hdf5)),
  };
};

function memberOf(zip: ReadonlyMap<string, ZipMember>, name: string): Uint8Array {
  const member = zip.get(name);
  if (member !== undefined) return member.read();
  throw new ImportError('damaged', `It is an archive of Keras without its ${name}.`);
}
