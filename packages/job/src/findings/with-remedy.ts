import { changedNetwork } from '@neurofab/printing';
import type { Asked, AskedOutput } from '../asked/asked.ts';
import { layersFrom } from './ellipses.ts';
import type { Remedy } from './finding.ts';

/** What was asked for, changed as a remedy says. */
export function withRemedy(asked: Asked, remedy: Remedy): Asked {
  const { layers, slots, colorBy, shells, format, posts, signShape, textHeight, ...ofPrint } = remedy;
  const { spec, ...rest } = asked;
  const network = changedNetwork(spec?.given ?? asked.network ?? {}, ofPrint);
  return {
    ...rest,
    network: {
      ...network,
      ...(layers !== undefined && { layers: layersFrom(layers) }),
      ...(signShape && { signShape }),
      ...(textHeight !== undefined && { textHeight }),
      ...(posts && { base: { ...network.base, posts } }),
    },
    ...(remedy.scale !== undefined && { scale: remedy.scale }),
    ...(slots !== undefined && { slots }),
    ...(colorBy !== undefined && { colorBy }),
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
