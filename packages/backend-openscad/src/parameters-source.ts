import {
  type BaseSpec,
  baseRadiusFor,
  formatDecimal,
  NETWORK_DEFAULTS,
  type NetworkSpec,
  PRESETS,
  type Scene,
} from '@neurofab/core';

/** A parameter that the Customizer shows: the comment above it is its description, the one behind it its range or choices. */
interface Parameter {
  readonly comment: string;
  readonly name: string;
  readonly value: number | boolean | string;
  /** A slider. Where the value does not fit on it, the Customizer shows a box for any number instead. */
  readonly range?: Range;
  readonly choices?: readonly string[];
  readonly isColor?: boolean;
}

type Range = readonly [min: number, step: number, max: number];

/** What stands for a size that follows from the others. */
const AUTOMATIC = 0;

/** The parameters in their groups, with the values of the scene's spec. */
export function parametersSource(scene: Scene): string {
  const { source: spec } = scene;
  return [
    group('Network', [
      {
        comment: 'Nodes per layer, the first layer at the left',
        name: 'layers',
        value: spec.layers.join(','),
      },
    ]),
    group('Sizes', sizes(spec)),
    group('Base', baseParameters(spec)),
    group('Colors', colors(spec)),
    group('Quality', quality(spec)),
    group('Placement', [
      {
        comment:
          'On the bed, with its corner at the origin; otherwise centred on z = 0, the first layer at x = 0',
        name: 'on_bed',
        value: scene.bounds.min.every((least) => least === 0),
      },
    ]),
  ].join('\n');
}

function sizes(spec: NetworkSpec): Parameter[] {
  const { nodeRadius } = spec;
  const { connectionRatio, nodeSpacingRatio, layerSpacingRatio } = NETWORK_DEFAULTS;
  return [
    { comment: 'Radius of a node', name: 'node_radius', value: nodeRadius, range: [0.5, 0.1, 20] },
    {
      comment: `Radius of a connection; 0 = ${connectionRatio} node radii`,
      name: 'connection_radius',
      value: unlessAutomatic(spec.connectionRadius, nodeRadius * connectionRatio),
      range: [0, 0.05, 10],
    },
    {
      comment: `Between the centres of two nodes of a layer; 0 = ${nodeSpacingRatio} node radii`,
      name: 'node_spacing',
      value: unlessAutomatic(spec.nodeSpacing, nodeRadius * nodeSpacingRatio),
      range: [0, 0.5, 100],
    },
    {
      comment: `Between the centres of two layers; 0 = ${layerSpacingRatio} node radii`,
      name: 'layer_spacing',
      value: unlessAutomatic(spec.layerSpacing, nodeRadius * layerSpacingRatio),
      range: [0, 0.5, 200],
    },
  ];
}

function baseParameters(spec: NetworkSpec): Parameter[] {
  const { base, nodeRadius } = spec;
  const { baseRadiusRatio, baseThicknessRatio } = NETWORK_DEFAULTS;
  const disc = base.shape === 'disc' ? base : undefined;
  const grows = disc === undefined ? PRESETS.desk.base.grows : discGrows(spec, disc);
  return [
    { comment: 'What the network stands on', name: 'base', value: base.shape, choices: ['disc', 'none'] },
    {
      comment: `Radius of the disc; 0 = ${baseRadiusRatio} node radii times the square of the number of layers`,
      name: 'base_radius',
      value: disc === undefined ? AUTOMATIC : unlessAutomatic(disc.radius, baseRadiusFor(spec, grows)),
      range: [0, 0.5, 500],
    },
    {
      comment: 'Grow an automatic radius until every layer stands over the disc',
      name: 'base_grows',
      value: grows,
    },
    {
      comment: `Thickness of the disc; 0 = ${baseThicknessRatio} node radii`,
      name: 'base_thickness',
      value:
        disc === undefined ? AUTOMATIC : unlessAutomatic(disc.thickness, nodeRadius * baseThicknessRatio),
      range: [0, 0.1, 20],
    },
    {
      comment: 'Join the disc by a post to the lowest node of every layer above it',
      name: 'posts',
      value: (disc ?? PRESETS.desk.base).posts,
    },
  ];
}

/** Which rule the disc's radius follows. Where both rules give it, only the seed's own disc is taken for one that does not grow. */
function discGrows(spec: NetworkSpec, { radius, posts, segments }: BaseSpec & { shape: 'disc' }): boolean {
  if (radius === baseRadiusFor(spec, true)) return posts || segments !== PRESETS.seed.base.segments;
  return radius !== baseRadiusFor(spec, false);
}

function colors({ colors: { base, connections, layers } }: NetworkSpec): Parameter[] {
  return [
    { comment: 'Base and posts', name: 'base_color', value: base, isColor: true },
    { comment: 'Connections', name: 'connection_color', value: connections, isColor: true },
    ...layers.map((color, i) => ({
      comment:
        layers.length === 1
          ? 'Layers'
          : `Layers ${[1, 2, 3].map((turn) => i + 1 + (turn - 1) * layers.length).join(', ')} and so on`,
      name: `layer_color_${i + 1}`,
      value: color,
      isColor: true,
    })),
  ];
}

function quality({ base, resolution }: NetworkSpec): Parameter[] {
  // Kept at hand for whoever sets the segments back to 0.
  const { tolerance } = [resolution, PRESETS.desk.resolution].find((one) => 'tolerance' in one)!;
  return [
    {
      comment: 'Largest distance between a circle and its polygon, while segments is 0',
      name: 'tolerance',
      value: tolerance,
      range: [0.005, 0.005, 1],
    },
    {
      comment: 'Sides of every circle; 0 = as many as the tolerance needs',
      name: 'segments',
      value: 'segments' in resolution ? resolution.segments : AUTOMATIC,
      range: [0, 1, 200],
    },
    {
      comment: 'Sides of the disc; 0 = as for every circle',
      name: 'base_segments',
      value: (base.shape === 'disc' ? base.segments : undefined) ?? AUTOMATIC,
      range: [0, 1, 1000],
    },
  ];
}

function unlessAutomatic(value: number, automatic: number): number {
  return value === automatic ? AUTOMATIC : value;
}

function group(title: string, parameters: readonly Parameter[]): string {
  return `/* [${title}] */\n\n${parameters.map((parameter) => `${assignment(parameter)}\n`).join('\n')}`;
}

function assignment({ comment, name, value, range, choices, isColor }: Parameter): string {
  const widget = [
    ...(range !== undefined && typeof value === 'number' && fits(value, range)
      ? [`[${range.map(decimal).join(':')}]`]
      : []),
    ...(choices === undefined ? [] : [`[${choices.join(', ')}]`]),
    ...(isColor === true ? ['color'] : []),
  ];
  return `// ${comment}\n${name} = ${literal(value)};${widget.map((text) => ` // ${text}`).join('')}`;
}

/** Whether a slider can stand at the value: between two steps it would jump to one of them. */
function fits(value: number, [min, step, max]: Range): boolean {
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

function literal(value: number | boolean | string): string {
  switch (typeof value) {
    case 'number':
      return decimal(value);
    case 'string':
      return `"${value.replace(/[\\"]/g, '\\$&')}"`;
    default:
      return String(value);
  }
}

/** The fewest decimals that read back as the very same number. */
function decimal(value: number): string {
  for (let digits = 0; digits < MAX_DIGITS; digits++) {
    const text = formatDecimal(value, digits);
    if (Number(text) === value) return text;
  }
  return formatDecimal(value, MAX_DIGITS);
}

/** The most that `toFixed` gives. */
const MAX_DIGITS = 100;
