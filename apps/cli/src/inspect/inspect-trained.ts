import { layout, type NetworkScene, type NetworkSpecInput, parseNetworkSpec } from '@neurofab/core';
import { shownInWords } from '@neurofab/core/internal';
import type { Numbers, TrainedNetwork } from '@neurofab/import';

/** What is in a file of a trained network, and what would be drawn of it; `--json` prints it as it is. */
export interface TrainedInspection {
  readonly path: string;
  readonly format: string;
  readonly producer: string | null;
  readonly sha256: string;
  /** Nodes of the inputs, then of each layer. */
  readonly sizes: readonly number[];
  readonly layers: readonly InspectedLayer[];
  readonly parameters: number;
  readonly inputNames: readonly string[] | null;
  readonly outputNames: readonly string[] | null;
  readonly notes: TrainedNetwork['notes'];
  /** What would be drawn, in words and in numbers. */
  readonly shown: string;
  readonly drawn: NonNullable<NetworkScene['share']>;
}

export interface InspectedLayer {
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  /** `null` where the file does not say it. */
  readonly activation: string | null;
  readonly hasBias: boolean;
  /** Weights and biases. */
  readonly parameters: number;
  /** Without its sign. */
  readonly largestWeight: number;
}

/** Looks at a trained network, of which `contents` says what would be drawn. */
export function inspectTrained(
  { source, layers, inputNames, outputNames, notes }: TrainedNetwork,
  path: string,
  contents: NetworkSpecInput,
): TrainedInspection {
  const inspected = layers.map(({ name, inputs, outputs, weights, bias, activation }) => ({
    ...{ name, inputs, outputs, activation: activation ?? null, hasBias: bias !== undefined },
    parameters: weights.length + (bias?.length ?? 0),
    largestWeight: largest(weights),
  }));
  const scene = layout(parseNetworkSpec(contents));
  return {
    path,
    format: source.format,
    producer: source.producer ?? null,
    sha256: source.sha256,
    sizes: [layers[0]!.inputs, ...layers.map(({ outputs }) => outputs)],
    layers: inspected,
    parameters: inspected.reduce((sum, { parameters }) => sum + parameters, 0),
    inputNames: inputNames ?? null,
    outputNames: outputNames ?? null,
    notes,
    shown: shownInWords(scene.share!),
    drawn: scene.share!,
  };
}

function largest(weights: Numbers): number {
  let most = 0;
  for (let i = 0; i < weights.length; i++) most = Math.max(most, Math.abs(weights[i]!));
  return most;
}
