import type { Asked, AskedOutput } from '../asked/asked.ts';
import { layersFrom } from './ellipses.ts';
import type { Remedy } from './finding.ts';

/** What was asked for, changed as a remedy says. */
export function withRemedy(asked: Asked, remedy: Remedy): Asked {
  const { layers, segments, scale, slots, shells, format, posts, baseRadius } = remedy;
  const { spec, ...rest } = asked;
  const network = spec?.given ?? asked.network ?? {};
  return {
    ...rest,
    network: {
      ...network,
      ...(layers !== undefined && { layers: layersFrom(layers) }),
      ...(segments !== undefined && { resolution: { segments } }),
      ...((posts !== undefined || baseRadius !== undefined) && {
        base: {
          ...network.base,
          ...(posts && { posts }),
          ...(baseRadius !== undefined && { radius: baseRadius }),
        },
      }),
    },
    ...(scale !== undefined && { scale }),
    ...(slots !== undefined && { slots }),
    ...(shells && { shells }),
    ...(format !== undefined && {
      format,
      outputs: asked.outputs?.map((output) => ofFormat(output, format)),
    }),
  };
}

/** Formats that hold bodies are called like their extension. */
function ofFormat({ name }: AskedOutput, format: string): AskedOutput {
  return { format, name: name?.replace(/\.[^./\\]*$/, `.${format}`) };
}
