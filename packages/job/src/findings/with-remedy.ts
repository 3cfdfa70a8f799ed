import type { NetworkSpecInput } from '@neurofab/core';
import type { Asked, AskedOutput } from '../asked/asked.ts';
import { layersFrom } from './ellipses.ts';
import type { Remedy } from './finding.ts';

/** What was asked for, changed as a remedy says. */
export function withRemedy(asked: Asked, remedy: Remedy): Asked {
  const { layers, segments, scale, slots, shells, format, thinnest, signShape } = remedy;
  const { spec, ...rest } = asked;
  const network = spec?.given ?? asked.network ?? {};
  return {
    ...rest,
    network: {
      ...network,
      ...(layers !== undefined && { layers: layersFrom(layers) }),
      ...(segments !== undefined && { resolution: { segments } }),
      ...(thinnest !== undefined && { thinnest }),
      ...(signShape && { signShape }),
      ...withBase(network, remedy),
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

function withBase(
  network: NetworkSpecInput,
  { base: shape, posts, baseRadius: radius }: Remedy,
): Pick<NetworkSpecInput, 'base'> {
  if (shape === undefined && posts === undefined && radius === undefined) return {};
  return {
    base: {
      ...network.base,
      ...(shape !== undefined && { shape }),
      ...(posts && { posts }),
      ...(radius !== undefined && { radius }),
    },
  };
}

/** Formats that hold bodies are called like their extension. */
function ofFormat({ name }: AskedOutput, format: string): AskedOutput {
  return { format, name: name?.replace(/\.[^./\\]*$/, `.${format}`) };
}
