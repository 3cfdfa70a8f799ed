import { touchSentences } from '../layout/braille/touch-sentences.ts';
import { shownSentences } from '../network/shown-in-words.ts';
import type { NetworkScene, Scene } from '../scene/scene.ts';

/** All there is to say of a model, in sentences, the last without a full stop: its description, what is drawn of a network, and what fingers find on it. */
export function described(scene: Scene & Pick<Partial<NetworkScene>, 'share'>): string {
  const { description, share } = scene;
  return [description, ...(share === undefined ? [] : shownSentences(share)), ...touchSentences(scene)].join(
    '. ',
  );
}
