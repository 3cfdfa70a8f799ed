import { stepsOfArrays } from '../../chain/arrays/steps-of-arrays.ts';
import { IMPORT_LIMITS } from '../../limits.ts';
import { printableList } from '../../text/printable.ts';
import type { Note } from '../../trained-network.ts';
import type { ReadModel } from '../format.ts';
import { firstOf, nameOf, type PickleValue } from '../pickle/pickle-value.ts';
import { foundWeights } from './found-weights.ts';
import { isLegacyPyTorch } from './is-pytorch.ts';
import { moduleSteps } from './module-steps.ts';
import { type TensorOf, tensorsOf } from './tensors-of.ts';
import { torchArchive } from './torch-archive.ts';
import { torchStream } from './torch-stream.ts';

/** Reads what `torch.save` and `torch.jit.save` write: a state_dict, a checkpoint that has one, or a whole module. */
export const readPyTorch: ReadModel = async ([file], { layerOrder }) => {
  const { bytes } = file!;
  const { root, ...numbers } = isLegacyPyTorch(bytes) ? torchStream(bytes) : torchArchive(bytes);
  const tensorOf = tensorsOf(numbers);
  const found = foundWeights(root, tensorOf);
  const { steps, notes } =
    found.kind === 'module'
      ? moduleSteps(found.module, tensorOf)
      : stepsOfArrays(arraysOf(found.entries, tensorOf), {
          layout: 'output-input',
          isOrdered: true,
          layerOrder,
        });
  return { format: 'PyTorch', steps, notes: [...notes, ...besideNotes(found.beside)] };
};

function besideNotes(names: readonly string[]): readonly Note[] {
  return names.length === 0
    ? []
    : [{ code: 'left-out', text: `other networks in this file: ${printableList(names)}` }];
}

function arraysOf(entries: ReadonlyMap<PickleValue, PickleValue>, tensorOf: TensorOf) {
  return firstOf(entries, IMPORT_LIMITS.maxTensors + 1).flatMap(([key, value]) => {
    const name = nameOf(key);
    const tensor = tensorOf(value);
    return tensor === undefined ? [] : [{ name, ...tensor }];
  });
}
