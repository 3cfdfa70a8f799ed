export { type Chain, chainOf } from './chain/chain-of.ts';
export type { Step } from './chain/step.ts';
export { EXAMPLES, type ExampleName, exampleNetwork } from './examples/example-network.ts';
export type { NamedFile } from './formats/format.ts';
export { type Format, TRAINED_FORMATS } from './formats/formats.ts';
export { ImportError, type ImportErrorKind } from './import-error.ts';
export { IMPORT_LIMITS } from './limits.ts';
export { isNetworkFile, type ReadTrainedOptions, readTrained, trainedFormatOf } from './read-trained.ts';
export {
  type ReducedLayer,
  type ReduceOptions,
  type Reduction,
  reduce,
  type Show,
} from './reduce/reduce.ts';
export { specOf } from './reduce/spec-of.ts';
export type { DenseLayer, Note, Numbers, Source, TrainedNetwork } from './trained-network.ts';
