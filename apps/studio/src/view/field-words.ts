import { type Field, fieldHelp } from '@neurofab/core/internal';

/** What a field is in words: its line of the table. */
export function labelOf(field: Field): string {
  const words = LABELS[field.path.join('.')] ?? fieldHelp(field).doc;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the line of the table says more than there is room for. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'title',
  preset: 'defaults',
  thicknessBy: 'weight shows as',
  thickest: 'thickest connection',
  thinnest: 'thinnest connection that is drawn',
  signShape: 'negative connections with four sides',
  layerSpacing: 'from layer to layer',
  nodeSpacing: 'from node to node',
  'base.shape': 'what it stands on',
  'base.posts': 'posts up to each layer',
  'base.thickness': 'thickness of the disc or plate',
  mode: 'how it lies on the bed',
  layerHeight: 'height of printed layers',
  clearance: 'gap around a peg',
  hangingHole: 'a hole to hang it by',
  text: 'name or other text on the model',
  labels: 'names on it, flat or as a plaque',
  inputs: 'names of inputs, with commas',
  outputs: 'names of outputs, with commas',
  textHeight: 'height of capitals',
  engraved: 'cut in, instead of raised',
  'resolution.tolerance': 'largest distance of a circle from its polygon',
  'resolution.segments': 'sides of every circle',
};

/** All numbers but counts are millimetres. */
export function unitOf({ kind }: Field): string {
  return kind.kind === 'length' || kind.kind === 'number' ? ' mm' : '';
}

/** What a choice is in words. */
export function choiceText({ path }: Field, choice: string): string {
  return CHOICES[path.join('.')]?.[choice] ?? choice;
}

const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  preset: { desk: 'for a desk', seed: 'of the Blender script' },
  thicknessBy: {
    area: 'area: twice the weight, twice as much of it',
    linear: 'diameter: twice the weight, twice as thick',
  },
  'base.shape': { disc: 'a disc, foot or plate', none: 'nothing' },
  labels: { none: 'none', layers: 'of layers', inputs: 'of inputs', outputs: 'of outputs', all: 'all' },
  mode: {
    upright: 'upright, on a disc',
    flat: 'flat, in one piece',
    halves: 'flat, in two halves',
    plaque: 'in relief, on a plate',
  },
};
