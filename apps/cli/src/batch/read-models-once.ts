import { type ModelSpec, readModelSpec } from '../read-model-spec.ts';

/** What reads each model that is asked for in one way once, however many rows name it. */
export function readModelsOnce(): typeof readModelSpec {
  const read = new Map<string, Promise<ModelSpec>>();
  return (request, io) => {
    const { models, example, nodes, shownNodes, layerOrder } = request;
    const key = JSON.stringify([models, example, nodes, shownNodes, layerOrder]);
    const reading = read.get(key) ?? readModelSpec(request, io);
    read.set(key, reading);
    return reading;
  };
}
