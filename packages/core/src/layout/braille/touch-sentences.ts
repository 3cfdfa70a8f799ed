import { named } from '../../network/shown-in-words.ts';
import type { Scene } from '../../scene/scene.ts';
import { LABEL_KINDS } from '../../spec/labels.ts';
import { MODE_TRAITS } from '../../spec/modes.ts';
import { drawnOf } from '../drawn.ts';
import { nameLines } from '../text/name-lines.ts';
import { textLine } from '../text/text-line.ts';
import { brailleLine } from './braille-line.ts';

/**
 * What fingers find on a model with Braille, in sentences without a full stop: which way it stands, its layers, what tells connections
 * apart, what is written where. None of a model without, or of what is no network.
 */
export function touchSentences({ source: spec }: Scene): string[] {
  if (spec === undefined || brailleLine(spec) === undefined || spec.base.shape === 'none') return [];
  const { network, plan } = drawnOf(spec);
  const { hasPlate, hasPegs } = MODE_TRAITS[spec.mode];
  const layers = network.layers.map(({ label, size, drawn }) => {
    const count = drawn === size ? size : `${drawn} of ${size}`;
    return `${named(label)} with ${count} node${size === 1 ? '' : 's'}`;
  });
  const [positive, negative] = hasPlate ? ['Flat', 'gabled'] : ['Round', 'four-sided'];
  const letters = spec.engraved ? 'letters that are cut in' : 'raised letters';
  const names = LABEL_KINDS.filter((kind) => nameLines(spec, kind) !== undefined);
  return [
    hasPlate
      ? 'To be felt: a plate, with Braille along its lower edge and the network in relief above it'
      : `To be felt: the network stands upright on a ${hasPegs ? 'foot' : 'disc'}, with Braille before it`,
    `Layers from left to right: ${layers.join(', ')}`,
    ...(hasPlate ? ['Nodes are discs, those of each layer a step higher than those of the one before'] : []),
    ...(spec.signShape === true && plan.negative !== undefined
      ? [`${positive} connections have positive weights, ${negative} ones negative weights`]
      : []),
    `Braille: ${spec.braille}`,
    ...(textLine(spec) === undefined ? [] : [`Behind it in ${letters}: ${spec.text}`]),
    ...(names.length === 0 ? [] : [`Beside them in ${letters}: the names of ${names.join(', ')}`]),
  ];
}
