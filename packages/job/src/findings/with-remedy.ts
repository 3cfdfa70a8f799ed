import type { Mode, NetworkSpecInput } from '@neurofab/core';
import { MODE_TRAITS } from '@neurofab/core/internal';
import type { Asked, AskedOutput } from '../asked/asked.ts';
import { layersFrom } from './ellipses.ts';
import type { Remedy } from './finding.ts';

/** What was asked for, changed as a remedy says. */
export function withRemedy(asked: Asked, remedy: Remedy): Asked {
  const { layers, segments, scale, slots, shells, format, thinnest, signShape, mode } = remedy;
  const { spec, ...rest } = asked;
  const network = inMode(spec?.given ?? asked.network ?? {}, mode);
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

/** Upright, nothing is cut and there are no pegs. */
function inMode(
  { layerHeight, clearance, ...network }: NetworkSpecInput,
  mode: Mode | undefined,
): NetworkSpecInput {
  if (mode !== undefined && !MODE_TRAITS[mode].lies) return { ...network, mode };
  return {
    ...network,
    ...(layerHeight !== undefined && { layerHeight }),
    ...(clearance !== undefined && { clearance }),
    ...(mode !== undefined && { mode }),
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
