import { NETWORK_DEFAULTS, type NetworkSpec, PRESETS } from '@neurofab/core';
import { baseRadiusFor, THICKNESS_BY } from '@neurofab/core/internal';
import { isOnBed, SOURCE_MODES } from '../check-scene.ts';
import type { SourceModel, WeightTables } from '../source-model.ts';
import { colorParameters } from './color-parameters.ts';
import { groupSource, type Parameter } from './parameter.ts';

/** What stands for a size that follows from the others. */
const AUTOMATIC = 0;

const RATIO = NETWORK_DEFAULTS;

/** The parameters in their groups, with the values of the scene's spec: those that change something in this network. */
export function parametersSource(model: SourceModel): string {
  const { scene, spec, layersText, weights, text, names } = model;
  return [
    ...(layersText === undefined || weights !== undefined
      ? []
      : [groupSource('Network', [layers(layersText)])]),
    groupSource('Sizes', sizes(spec, weights)),
    ...(weights === undefined ? [] : [groupSource('Weights', thicknesses(spec, weights))]),
    groupSource('Base', baseParameters(spec)),
    groupSource('Printing', printing(spec)),
    ...((text ?? names) === undefined ? [] : [groupSource('Text', textParameters(spec))]),
    groupSource('Colors', colorParameters(model)),
    groupSource('Quality', quality(spec)),
    groupSource('Placement', [
      {
        comment:
          'Upright on the bed, with its corner at the origin; otherwise centred on z = 0, the first layer at x = 0',
        name: 'on_bed',
        value: isOnBed(scene),
      },
    ]),
  ].join('\n');
}

function layers(value: string): Parameter {
  return {
    comment: 'Nodes per layer, the first layer at the left; 784~9 draws nine nodes of 784 and an ellipsis',
    name: 'layers',
    value,
  };
}

function sizes({ given, ...spec }: NetworkSpec, weights: WeightTables | undefined): Parameter[] {
  const { nodeRadius } = spec;
  const connectionRadius: Parameter = {
    comment: `Radius of a connection; 0 = ${RATIO.connectionRatio} node radii`,
    name: 'connection_radius',
    value: unlessAutomatic(given.connectionRadius, spec.connectionRadius, nodeRadius * RATIO.connectionRatio),
    range: [0, 0.05, 10],
  };
  return [
    { comment: 'Radius of a node', name: 'node_radius', value: nodeRadius, range: [0.5, 0.1, 20] },
    ...(weights === undefined ? [connectionRadius] : []),
    {
      comment: `Between the centres of two nodes of a layer; 0 = ${RATIO.nodeSpacingRatio} node radii`,
      name: 'node_spacing',
      value: unlessAutomatic(given.nodeSpacing, spec.nodeSpacing, nodeRadius * RATIO.nodeSpacingRatio),
      range: [0, 0.5, 100],
    },
    {
      comment: `Between the centres of two layers; 0 = ${RATIO.layerSpacingRatio} node radii`,
      name: 'layer_spacing',
      value: unlessAutomatic(given.layerSpacing, spec.layerSpacing, nodeRadius * RATIO.layerSpacingRatio),
      range: [0, 0.5, 200],
    },
  ];
}

function thicknesses({ given, ...spec }: NetworkSpec, { hasNegative }: WeightTables): Parameter[] {
  const { nodeRadius, thicknessBy, thickest = AUTOMATIC, thinnest = AUTOMATIC, signShape = false } = spec;
  const shape: Parameter = {
    comment: 'Give connections with negative weights four sides, to tell them apart by touch',
    name: 'sign_shape',
    value: signShape,
  };
  return [
    {
      comment: 'Whether twice the weight is twice the area of a connection, or twice its diameter',
      name: 'thickness_by',
      value: thicknessBy ?? RATIO.thicknessBy,
      choices: THICKNESS_BY,
    },
    {
      comment: `Diameter of the strongest connection of a gap; 0 = ${times(RATIO.thickestRatio)}`,
      name: 'thickest',
      value: unlessAutomatic(given.thickest, thickest, nodeRadius * RATIO.thickestRatio),
      range: [0, 0.05, 20],
    },
    {
      comment: `Diameter below which connections are left out; 0 = ${RATIO.thinnestRatio} times the thickest`,
      name: 'thinnest',
      value: unlessAutomatic(given.thinnest, thinnest, thickest * RATIO.thinnestRatio),
      range: [0, 0.05, 10],
    },
    ...(hasNegative ? [shape] : []),
  ];
}

function baseParameters(spec: NetworkSpec): Parameter[] {
  const { base, given, nodeRadius, preset } = spec;
  const { grows, posts } = PRESETS[preset].base;
  const disc = base.shape === 'disc' ? base : undefined;
  const rule = grows
    ? 'half the length and a node radius'
    : `${RATIO.baseRadiusRatio} node radii times the square of the number of layers`;
  return [
    { comment: 'What the network stands on', name: 'base', value: base.shape, choices: ['disc', 'none'] },
    {
      comment: `Radius of the disc; 0 = ${rule}`,
      name: 'base_radius',
      value: unlessAutomatic(given.base?.radius, disc?.radius, baseRadiusFor(spec, grows)),
      range: [0, 0.5, 500],
    },
    {
      comment: `Thickness of the disc; 0 = ${RATIO.baseThicknessRatio} node radii`,
      name: 'base_thickness',
      value: unlessAutomatic(given.base?.thickness, disc?.thickness, nodeRadius * RATIO.baseThicknessRatio),
      range: [0, 0.1, 20],
    },
    {
      comment:
        'Join the disc by a post to the lowest node of every layer above it; flat, join the foot by pegs',
      name: 'posts',
      value: disc?.posts ?? posts,
    },
  ];
}

function printing({ mode, layerHeight, clearance }: NetworkSpec): Parameter[] {
  return [
    {
      comment:
        'Upright on its disc, or flat on the bed, cut off under its plane, with a foot to plug it into',
      name: 'mode',
      value: mode,
      choices: SOURCE_MODES,
    },
    {
      comment: 'Flat: height of the layers that the printer makes, which cuts end with',
      name: 'layer_height',
      value: layerHeight ?? RATIO.layerHeight,
      range: [0.02, 0.01, 1],
    },
    {
      comment: 'Flat: gap between a peg and its socket on each side',
      name: 'clearance',
      value: clearance ?? RATIO.clearance,
      range: [0, 0.05, 2],
    },
    {
      comment: 'Flat: on the plate, as it is printed, or put together',
      name: 'show',
      value: 'plate',
      choices: ['plate', 'assembled'],
    },
  ];
}

function textParameters({ given, nodeRadius, textHeight, engraved }: NetworkSpec): Parameter[] {
  const { ratio, least } = RATIO.text;
  return [
    {
      comment: `Height of its capital letters, less where it would be too long; 0 = ${ratio} node radii, at least ${least}`,
      name: 'text_height',
      value: unlessAutomatic(given.textHeight, textHeight, Math.max(least, nodeRadius * ratio)),
      range: [0, 0.5, 50],
    },
    { comment: 'Cut it in, instead of raising it', name: 'engraved', value: engraved! },
  ];
}

function quality({ base, given, preset, resolution }: NetworkSpec): Parameter[] {
  // Kept at hand for whoever sets the segments back to 0.
  const { tolerance } = [resolution, PRESETS.desk.resolution].find((one) => 'tolerance' in one)!;
  const rings = 'segments' in resolution ? resolution.rings : undefined;
  // Of a disc that is not there, but would be as the preset has it.
  const usual = given.resolution === undefined ? PRESETS[preset].base.segments : undefined;
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
    ...(rings === undefined
      ? []
      : [
          {
            comment:
              'Bands of a node from pole to pole, while segments is not 0; 0 = half as many as its sides',
            name: 'rings',
            value: rings,
            range: [0, 1, 200],
          } as const,
        ]),
    {
      comment: 'Sides of the disc; 0 = as for every circle',
      name: 'base_segments',
      value: (base.shape === 'disc' ? base.segments : usual) ?? AUTOMATIC,
      range: [0, 1, 1000],
    },
  ];
}

/** The value of a size, or what stands for one that was not given and is what the others give. */
function unlessAutomatic(given: number | undefined, value: number | undefined, automatic: number): number {
  if (value === undefined) return AUTOMATIC;
  return given === undefined && value === automatic ? AUTOMATIC : value;
}

function times(ratio: number): string {
  return ratio === 1 ? 'a node radius' : `${ratio} node radii`;
}
