import { parseJson } from '../../bytes/parse-json.ts';
import { ImportError } from '../../import-error.ts';
import type { FoundModel, ReadContext, ReadModel } from '../format.ts';
import { arraysJson, isArraysJson } from './arrays-json.ts';
import { brainJs, isBrainJs } from './brain-js.ts';
import { isNeataptic, neataptic } from './neataptic.ts';
import { isPlainNetwork, plainNetwork } from './plain-network.ts';
import { isScikitLearnJson, scikitLearnJson } from './scikit-learn-json.ts';
import { isSynaptic, synaptic } from './synaptic.ts';

/** Reads networks in JSON: of brain.js, synaptic and neataptic, of scikit-learn, by hand, and matrices alone. */
export const readJson: ReadModel = async ([file], context) => {
  const json = parseJson(file!.bytes);
  const kind = KINDS.find(([is]) => is(json));
  if (kind !== undefined) return kind[1](json, context);
  const message =
    'It is JSON, but no network that is read. Give layers with their weights, as {"layers": [{"weights": [[0.5, -1]], "bias": [0], "activation": "tanh"}]}.';
  throw new ImportError('unsupported', message);
};

type Kind = readonly [
  is: (json: unknown) => boolean,
  read: (json: unknown, context: ReadContext) => FoundModel,
];

const KINDS: readonly Kind[] = [
  [isBrainJs, brainJs],
  [isSynaptic, synaptic],
  [isNeataptic, neataptic],
  [isScikitLearnJson, scikitLearnJson],
  [isPlainNetwork, plainNetwork],
  [isArraysJson, arraysJson],
];
