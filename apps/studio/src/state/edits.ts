import type { LayerInput, NetworkSpecInput } from '@neurofab/core';
import type { FieldPath } from '@neurofab/core/internal';
import { type Asked, revise } from '@neurofab/job';

/** A change to what is asked for. */
export type Edit = (asked: Asked) => Asked;

/** Gives a field of the network; `undefined` takes it out, so that it follows its default. */
export function setField([group, field]: FieldPath, value: unknown): Edit {
  return ({ network = {}, ...rest }) => {
    if (field === undefined) return { ...rest, network: withEntry(network, group, value) };
    const inner = (network as Record<string, object | undefined>)[group] ?? {};
    const changed = withEntry(inner, field, value);
    const isEmpty = Object.keys(changed).length === 0;
    return { ...rest, network: withEntry(network, group, isEmpty ? undefined : changed) };
  };
}

/** Gives the layers. */
export function setLayers(layers: readonly LayerInput[]): Edit {
  return setField(['layers'], layers);
}

/** Asks for something beside the network; `undefined` leaves it open. */
export function setAsked<Key extends keyof Asked>(key: Key, value: Asked[Key]): Edit {
  return (asked) => withEntry(asked, key, value);
}

/** Names a printer, or none. What was said for the one before does not go for it. */
export function setPrinter(printer: string | undefined): Edit {
  return (asked) => withEntry(revise(asked, { printer: printer ?? '' }), 'printer', printer);
}

/** Draws another network in the place of this one, for the same printer. */
export function setNetwork(network: NetworkSpecInput): Edit {
  return ({ printer, scale }) => ({
    network,
    ...(printer !== undefined && { printer }),
    ...(scale !== undefined && { scale }),
  });
}

/** Forgets what a network was trained to, and keeps its layers. */
export function dropWeights(): Edit {
  return ({ network = {}, ...rest }) => {
    const { weights: _, trained: __, thicknessBy: ___, thickest: ____, thinnest: _____, ...others } = network;
    const { signShape: ______, colors, ...kept } = others;
    const { negative: _______, ...colorsLeft } = colors ?? {};
    return {
      ...rest,
      network: { ...kept, ...(Object.keys(colorsLeft).length > 0 && { colors: colorsLeft }) },
    };
  };
}

function withEntry<Group extends object>(group: Group, key: string, value: unknown): Group {
  const { [key]: _, ...rest } = group as Record<string, unknown>;
  return (value === undefined ? rest : { ...group, [key]: value }) as Group;
}
