import type { NetworkSpecInput } from '@neurofab/core';
import type { ExampleName } from '@neurofab/import';

/** A network to begin with: as a person would write it, or one that was trained and comes with the product. */
export interface GalleryEntry {
  readonly title: string;
  readonly about: string;
  readonly network?: NetworkSpecInput;
  readonly example?: ExampleName;
}

/** The gallery, from the smallest to the seed. */
export const GALLERY: readonly GalleryEntry[] = [
  { title: 'XOR', about: 'trained, 2-4-1', example: 'xor' },
  { title: 'Perceptron', about: '5-1', network: { name: 'perceptron', layers: [5, 1] } },
  {
    title: 'Autoencoder',
    about: '8-4-2-4-8',
    network: { name: 'autoencoder', layers: [8, 4, 2, 4, 8] },
  },
  { title: 'Iris', about: 'trained, 4-16-8-3', example: 'iris' },
  { title: 'Digits', about: 'trained, 64-16-10', example: 'digits' },
  {
    title: 'MNIST',
    about: '784-128-10, the middle left out',
    network: {
      name: 'MNIST',
      layers: [{ size: 784, shown: 9 }, { size: 128, shown: 9 }, 10],
    },
  },
  {
    title: 'LeNet’s head',
    about: '400-120-84-10, the middle left out',
    network: {
      name: "LeNet's head",
      layers: [{ size: 400, shown: 9 }, { size: 120, shown: 8 }, { size: 84, shown: 7 }, 10],
    },
  },
  { title: 'The seed', about: 'the Blender script’s own', network: { preset: 'seed' } },
];
