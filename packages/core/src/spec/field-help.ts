import { defaultName } from './default-name.ts';
import type { Field } from './fields.ts';
import { NETWORK_DEFAULTS, PRESETS } from './presets.ts';

/** What is said of a field, and the flag that sets it: for help, schemas and forms. */
export interface FieldHelp {
  /** One line, from a small letter and without a full stop. */
  readonly doc: string;
  /** The default in words. */
  readonly usually?: string;
  /** The flag of the command, without its dashes, and the heading that it stands under. */
  readonly flag?: {
    readonly name: string;
    /** Another name of it. */
    readonly alias?: string;
    readonly value?: string;
    readonly heading: Heading;
  };
}

/** Headings of the command's help. */
export type Heading = 'Network' | 'Weights' | 'Base' | 'Text' | 'Printing' | 'Colours' | 'Quality';

/** The help of a field of the table. */
export function fieldHelp({ path }: Pick<Field, 'path'>): FieldHelp {
  return FIELD_HELP[path.join('.')]!;
}

/** What each group of fields is. */
export const GROUP_DOCS: Readonly<Record<string, string>> = {
  trained: 'where a trained network comes from',
  base: 'what the network stands on',
  colors: 'colours, each #RRGGBB, #RGB or a CSS colour name',
  resolution: 'how finely circles become polygons: a tolerance, or segments',
};

const { colors, signedColors } = NETWORK_DEFAULTS;
const desk = PRESETS.desk;
const ofNodeRadius = (ratio: number) => `${ratio} × node radius`;

/** By path, with dots. */
const FIELD_HELP: Readonly<Record<string, FieldHelp>> = {
  $schema: {
    doc: 'address of this schema, for editors',
  },
  version: {
    doc: 'version of this format',
  },
  preset: {
    doc: 'where the defaults come from',
    usually: NETWORK_DEFAULTS.preset,
    flag: { name: 'preset', value: 'name', heading: 'Network' },
  },
  layers: {
    doc: 'nodes per layer, the first layer at the lowest x; { "size": 784, "shown": 9 } draws nine and an ellipsis',
    usually: NETWORK_DEFAULTS.layers.join(','),
  },
  name: {
    doc: 'title in the file, and the name of the file where none is given',
    usually: `"${defaultName(NETWORK_DEFAULTS.layers)}"`,
    flag: { name: 'name', value: 'text', heading: 'Network' },
  },
  weights: {
    doc: 'a matrix a gap between layers: a row for each node of the next layer, in it a number for each node of this one, null for no connection; the nodes of a layer are all, or those drawn',
  },
  'trained.file': {
    doc: 'name of the file that it was read from',
  },
  'trained.format': {
    doc: 'format of that file',
  },
  'trained.sha256': {
    doc: 'SHA-256 of that file in hexadecimal',
  },
  'trained.biases': {
    doc: 'whether its nodes have biases, which are not shown',
  },
  nodeRadius: {
    doc: 'radius of a node',
    usually: String(desk.nodeRadius),
    flag: { name: 'node-radius', value: 'mm', heading: 'Network' },
  },
  connectionRadius: {
    doc: 'radius of a connection',
    usually: ofNodeRadius(NETWORK_DEFAULTS.connectionRatio),
    flag: { name: 'connection-radius', value: 'mm', heading: 'Network' },
  },
  nodeSpacing: {
    doc: 'from node to node within a layer, along z',
    usually: ofNodeRadius(NETWORK_DEFAULTS.nodeSpacingRatio),
    flag: { name: 'node-spacing', value: 'mm', heading: 'Network' },
  },
  layerSpacing: {
    doc: 'from layer to layer, along x',
    usually: ofNodeRadius(NETWORK_DEFAULTS.layerSpacingRatio),
    flag: { name: 'layer-spacing', value: 'mm', heading: 'Network' },
  },
  thicknessBy: {
    doc: 'whether twice the weight is twice the area of a connection, or linear, twice its diameter',
    usually: NETWORK_DEFAULTS.thicknessBy,
    flag: { name: 'weights', value: 'scale', heading: 'Weights' },
  },
  thickest: {
    doc: 'diameter of the connection with the largest weight of each gap',
    usually: `${NETWORK_DEFAULTS.thickestRatio} × node radius`,
    flag: { name: 'thickest', value: 'mm', heading: 'Weights' },
  },
  thinnest: {
    doc: 'least diameter of a connection that is drawn',
    usually: `${NETWORK_DEFAULTS.thinnestRatio} × thickest`,
    flag: { name: 'thinnest', value: 'mm', heading: 'Weights' },
  },
  signShape: {
    doc: 'give connections with negative weights four sides, to tell them apart by touch',
    usually: 'no',
    flag: { name: 'sign-shape', heading: 'Weights' },
  },
  'base.shape': {
    doc: 'a round disc, of what lies flat a foot, of a plaque a plate; or nothing',
    usually: 'disc',
    flag: { name: 'base', value: 'shape', heading: 'Base' },
  },
  'base.radius': {
    doc: 'radius of the disc',
    usually: 'as far as the layers reach',
    flag: { name: 'base-radius', value: 'mm', heading: 'Base' },
  },
  'base.thickness': {
    doc: 'thickness of the disc, or of the plate of a plaque',
    usually: `${ofNodeRadius(NETWORK_DEFAULTS.baseThicknessRatio)}, of a plate at least ${NETWORK_DEFAULTS.plate.thickness}`,
    flag: { name: 'base-thickness', value: 'mm', heading: 'Base' },
  },
  'base.posts': {
    doc: 'whether a post joins the disc to the lowest node of every layer above it',
    usually: 'yes',
  },
  'base.segments': {
    doc: 'sides of the disc, where they differ from what the resolution gives',
  },
  mode: {
    doc: 'how it lies on the bed: upright on a disc; flat, cut under its plane, or in two halves, with a foot to plug it into; or as a plaque, in relief on a plate',
    usually: 'upright, for a printer of filament flat',
    flag: { name: 'mode', value: 'mode', heading: 'Printing' },
  },
  layerHeight: {
    doc: 'height in mm of the layers that the printer makes, which cuts and steps end with',
    usually: String(NETWORK_DEFAULTS.layerHeight),
    flag: { name: 'layer-height', value: 'mm', heading: 'Printing' },
  },
  clearance: {
    doc: 'gap in mm between a peg and its socket on each side',
    usually: String(NETWORK_DEFAULTS.clearance),
    flag: { name: 'clearance', value: 'mm', heading: 'Printing' },
  },
  hangingHole: {
    doc: 'give the plate of a plaque a tab with a hole to hang it by',
    usually: 'no',
    flag: { name: 'hanging-hole', heading: 'Printing' },
  },
  text: {
    doc: 'a line on the foot, on the disc, or along the lower edge of the plate',
    flag: { name: 'text', value: 'text', heading: 'Text' },
  },
  labels: {
    doc: 'names beside layers, inputs, outputs or all of these, of a plaque on its plate, flat on foot and tags',
    usually: 'none',
    flag: { name: 'label', value: 'which', heading: 'Text' },
  },
  inputs: {
    doc: 'names of the nodes of the first layer, or of those that are drawn',
    usually: 'those in the file of a trained network',
    flag: { name: 'inputs', value: 'a,b,c', heading: 'Text' },
  },
  outputs: {
    doc: 'the same of the last layer',
    usually: 'those in the file of a trained network',
    flag: { name: 'outputs', value: 'a,b,c', heading: 'Text' },
  },
  textHeight: {
    doc: 'where there is room, height of capital letters of text and names',
    usually: `${ofNodeRadius(NETWORK_DEFAULTS.text.ratio)}, at least ${NETWORK_DEFAULTS.text.least}`,
    flag: { name: 'text-height', value: 'mm', heading: 'Text' },
  },
  engraved: {
    doc: 'cut text and names in, instead of raising them',
    usually: 'no',
    flag: { name: 'engrave', heading: 'Text' },
  },
  braille: {
    doc: 'a line in Braille, in front of the text',
    flag: { name: 'braille', value: 'text', heading: 'Text' },
  },
  outlines: {
    doc: 'text and names in a font of your own: closed lines of corners around what is filled and around holes, in heights of capitals',
  },
  'colors.base': {
    doc: 'base and posts, or the plate',
    usually: `${colors.base}, of a plaque without signs ${NETWORK_DEFAULTS.plate.color}`,
    flag: { name: 'base-color', value: 'color', heading: 'Colours' },
  },
  'colors.connections': {
    doc: 'connections, or those with positive weights',
    usually: `${colors.connections}, of weights of both signs ${signedColors.positive}`,
    flag: { name: 'connection-color', alias: 'positive-color', value: 'color', heading: 'Colours' },
  },
  'colors.negative': {
    doc: 'connections with negative weights',
    usually: signedColors.negative,
    flag: { name: 'negative-color', value: 'color', heading: 'Colours' },
  },
  'colors.layers': {
    doc: 'layers, in turn',
    usually: `${colors.layers.length} colours; of weights of both signs ${signedColors.layers.join(',')}`,
    flag: { name: 'layer-colors', value: 'a,b,c', heading: 'Colours' },
  },
  'colors.text': {
    doc: 'raised text and names',
    usually: 'that of the first layer, on a plate without signs that of connections',
    flag: { name: 'text-color', value: 'color', heading: 'Colours' },
  },
  'resolution.tolerance': {
    doc: 'largest distance in mm between a circle and its polygon',
    usually: 'tolerance' in desk.resolution ? String(desk.resolution.tolerance) : '',
    flag: { name: 'tolerance', value: 'mm', heading: 'Quality' },
  },
  'resolution.segments': {
    doc: 'sides of every circle, instead of a tolerance',
    flag: { name: 'segments', value: 'n', heading: 'Quality' },
  },
  'resolution.rings': {
    doc: 'bands of latitude of a node, with segments',
    usually: 'half the segments',
  },
};
