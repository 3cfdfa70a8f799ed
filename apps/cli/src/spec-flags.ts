import { NETWORK_DEFAULTS, PRESETS, parseNumber } from '@neurofab/core';

/** A flag that sets one field of the spec. */
export interface SpecFlag {
  /** Without its dashes. */
  readonly name: string;
  readonly value: string;
  readonly group: string;
  readonly description: string;
  /** Where its value goes in the spec. */
  readonly path: readonly [string] | readonly [group: string, field: string];
  /** The value as the spec wants it. Text that is none goes on as it is, for the spec's own check to refuse. */
  read(text: string): unknown;
  /** Whether the flag replaces the spec file's whole group, because what is there would contradict it. */
  replacesGroup?(value: unknown): boolean;
}

const { connectionRatio, nodeSpacingRatio, layerSpacingRatio, baseThicknessRatio, colors } = NETWORK_DEFAULTS;
const DESK = PRESETS[NETWORK_DEFAULTS.preset];
const TOLERANCE = 'tolerance' in DESK.resolution ? ` (default: ${DESK.resolution.tolerance})` : '';

export const COLOR_GROUP = 'Colours, each #RRGGBB or a CSS colour name:';

export const SPEC_FLAGS: readonly SpecFlag[] = [
  {
    name: 'name',
    value: 'text',
    group: 'Network:',
    description: 'title in the file (default: "Neural network 3-6-6-4-2")',
    path: ['name'],
    read: asText,
  },
  {
    name: 'node-radius',
    value: 'mm',
    group: 'Network:',
    description: `radius of a node (default: ${DESK.nodeRadius})`,
    path: ['nodeRadius'],
    read: asNumber,
  },
  {
    name: 'connection-radius',
    value: 'mm',
    group: 'Network:',
    description: `radius of a connection (default: ${connectionRatio} × node radius)`,
    path: ['connectionRadius'],
    read: asNumber,
  },
  {
    name: 'node-spacing',
    value: 'mm',
    group: 'Network:',
    description: `from node to node within a layer, along z (default: ${nodeSpacingRatio} × node radius)`,
    path: ['nodeSpacing'],
    read: asNumber,
  },
  {
    name: 'layer-spacing',
    value: 'mm',
    group: 'Network:',
    description: `from layer to layer, along x (default: ${layerSpacingRatio} × node radius)`,
    path: ['layerSpacing'],
    read: asNumber,
  },
  {
    name: 'base',
    value: 'shape',
    group: 'Base:',
    description: 'disc or none (default: disc)',
    path: ['base', 'shape'],
    read: asText,
    replacesGroup: (value) => value === 'none',
  },
  {
    name: 'base-radius',
    value: 'mm',
    group: 'Base:',
    description: 'radius of the disc (default: as far as the layers reach)',
    path: ['base', 'radius'],
    read: asNumber,
  },
  {
    name: 'base-thickness',
    value: 'mm',
    group: 'Base:',
    description: `thickness of the disc (default: ${baseThicknessRatio} × node radius)`,
    path: ['base', 'thickness'],
    read: asNumber,
  },
  {
    name: 'base-color',
    value: 'color',
    group: COLOR_GROUP,
    description: `base and posts (default: ${colors.base})`,
    path: ['colors', 'base'],
    read: asText,
  },
  {
    name: 'connection-color',
    value: 'color',
    group: COLOR_GROUP,
    description: `connections (default: ${colors.connections})`,
    path: ['colors', 'connections'],
    read: asText,
  },
  {
    name: 'layer-colors',
    value: 'a,b,c',
    group: COLOR_GROUP,
    description: `layers, in turn (default: ${colors.layers.join(',')})`,
    path: ['colors', 'layers'],
    read: (text) => text.split(',').map((color) => color.trim()),
  },
  {
    name: 'tolerance',
    value: 'mm',
    group: 'Quality:',
    description: `largest distance between a circle and its polygon${TOLERANCE}`,
    path: ['resolution', 'tolerance'],
    read: asNumber,
    replacesGroup: () => true,
  },
  {
    name: 'segments',
    value: 'n',
    group: 'Quality:',
    description:
      'sides of every circle, instead of a tolerance;\nan even number joins quickly, an odd one slowly',
    path: ['resolution', 'segments'],
    read: asNumber,
    replacesGroup: () => true,
  },
];

/** Nodes per layer, from `3,6,6,4,2`. */
export function readLayers(text: string): unknown[] {
  return text.split(',').map((nodes) => asNumber(nodes.trim()));
}

function asText(text: string): unknown {
  return text;
}

function asNumber(text: string): unknown {
  return parseNumber(text) ?? text;
}
