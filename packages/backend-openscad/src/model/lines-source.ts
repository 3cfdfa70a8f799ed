import { NETWORK_DEFAULTS } from '@neurofab/core';
import { BRAILLE_GAPS, DOT_SIZES, FRONT_GAP, TEXT_SIZES } from '@neurofab/core/internal';
import type { SourceModel } from '../source-model.ts';

const { layerHeight, text: ofText } = NETWORK_DEFAULTS;

/** Where text and Braille stand, and the modules that put them there: the core's `inFront`, `onFoot` and `brailleSolids`, formula by formula. */
export function linesSource({ text, braille, names }: SourceModel): string {
  if (text === undefined && braille === undefined) return '';
  const [height, textY, dotsY] = names === undefined ? ['', '', ''] : BEHIND_NAMES;
  return [
    placesSource(text === undefined ? '' : height),
    ...(text === undefined ? [] : [lineOfTextSource(textY)]),
    ...(braille === undefined ? [] : [dotsSource(dotsY)]),
  ].join('\n\n');
}

/** What the size of a foot follows from, and the module `letters`: the core's `textSolids`, formula by formula. */
export function lineSizesSource({ text, braille, names }: SourceModel): string {
  if ((text ?? braille ?? names) === undefined) return '';
  return `// ---- Text and names, and Braille before them: on the disc or the foot, in front of what stands there

has_lines = base == "disc" && (mode == "upright" || posts);
${(text ?? names) === undefined ? '\nwanted_height = 0;' : LETTERS}
${text === undefined ? NO_LINE_SIZE : LINE_SIZE}

${braille === undefined ? NO_DOT_SIZES : DOT_SIZES_SOURCE}`;
}

const LETTERS = `
// Outlines whose middle is put over the origin, on what is so thick. What rises begins as deep as it could be cut in, to be one with it.
module letters(outlines, middle, height, thickness) {
  depth = min(letter_rise, max(1, floor(thickness / 2 / letter_layer + 1e-9)) * letter_layer);
  translate([0, 0, thickness - depth])
    linear_extrude(height = depth + (engraved ? ${TEXT_SIZES.above} : letter_rise), convexity = 10)
      polygon([for (outline = outlines) for (point = outline) height * (point - middle)], paths_of(outlines));
}

letter_layer = mode == "flat" ? layer_height : ${layerHeight};
letter_rise = max(${TEXT_SIZES.layers}, ceil(${TEXT_SIZES.rise} / letter_layer - 1e-9)) * letter_layer;

function paths_of(outlines) = [for (i = 0, start = 0; i < len(outlines); start = start + len(outlines[i]), i = i + 1)
  [for (k = [0 : len(outlines[i]) - 1]) start + k]];

function points_of(outlines) = [for (outline = outlines) each outline];

wanted_height = in_force(text_height, max(${ofText.least}, ${ofText.ratio} * node_radius));
`;

const LINE_SIZE = `line_least = least(points_of(text_outlines));
line_most = -least(-points_of(text_outlines));
line_middle = (line_least + line_most) / 2;
// To either side of its middle, and from what is behind it to its front edge, in heights of its capitals, with its gaps.
line_wide = (line_most - line_least)[0] / 2 + ${FRONT_GAP};
line_deep = (line_most - line_least)[1] + ${FRONT_GAP};`;

const NO_LINE_SIZE = `line_wide = 0;
line_deep = 0;`;

const DOT_SIZES_SOURCE = `dots_width = (len(braille_cells) - 1) * cell_spacing + dot_spacing + dot_diameter;
dots_height = 2 * dot_spacing + dot_diameter;
// To either side of its middle, from what is raised behind it to its middle, and to the edge of the plate.
dots_wide = dots_width / 2 + ${BRAILLE_GAPS.edge};
dots_middle = ${BRAILLE_GAPS.raised} + dots_height / 2;
dots_deep = ${BRAILLE_GAPS.raised} + dots_height + ${BRAILLE_GAPS.edge};`;

const NO_DOT_SIZES = `dots_wide = 0;
dots_middle = 0;
dots_deep = 0;`;

const placesSource = (height: string) => `// ---- Places of text and Braille

// A plate with round corners: their radius, how far the middles of the front ones are from what stands on it, to either side and to
// the front, and how far that itself reaches to the front.
plate_radius = mode == "flat" ? foot_width / 2 : disc_radius * cos(180 / disc_sides);
plate_straight = mode == "flat" ? (foot_length - foot_width) / 2 : 0;
plate_forward = mode == "flat" ? foot_forward : 0;
plate_reach = mode == "flat" ? rail_width / 2 : node_radius;

// How far to the front it reaches so far to both sides.
function front_at(wide) =
  let (aside = max(0, wide - plate_straight))
  aside > plate_radius ? 0 : plate_forward + sqrt(pow(plate_radius, 2) - pow(aside, 2));

// What Braille leaves for text.
lines_left = max(0, front_at(dots_wide) - dots_deep - plate_reach);
// As large as there is room for it; 0 where there is none.
line_height = ${height}line_deep == 0 ? 0 : min(wanted_height, most_height(), lines_left / line_deep);
// Both half-way from what stands on the plate to its edge.
lines_slack = min(
  lines_left - line_height * line_deep,
  front_at(line_height * line_wide) - plate_reach - line_height * (line_deep + ${FRONT_GAP}));
lines_start = plate_reach + max(0, lines_slack) / 2;

// Text with its front corners on the plate's: the core's quadratic equation.
function most_height() =
  let (
    deep = line_deep + ${FRONT_GAP},
    reach = plate_reach - plate_forward,
    widest = (plate_straight + plate_radius) / line_wide,
    straight = (plate_radius - reach) / deep,
    a = pow(line_wide, 2) + pow(deep, 2),
    b = reach * deep - plate_straight * line_wide,
    c = pow(plate_straight, 2) + pow(reach, 2) - pow(plate_radius, 2))
  reach + widest * deep <= 0 ? widest
  : straight * line_wide <= plate_straight ? straight
  : (sqrt(b * b - a * c) - b) / a;`;

const lineOfTextSource = (y: string) => `// On a plate so thick with what stands on it over the origin.
module line_of_text(thickness) {
  translate([0, line_y, 0]) letters(text_outlines, line_middle, line_height, thickness);
}

module text_on_disc() {
  translate([middle, 0, lowest - disc_thickness / 2]) line_of_text(disc_thickness);
}

line_y = ${y}-(lines_start + line_height * (line_deep + ${FRONT_GAP}) / 2);`;

const dotsSource = (
  y: string,
) => `// In front of what stands over the origin, on what is so high. Dots are as large on every model.
module dots(top) {
  translate([-dots_width / 2, dots_y - dots_height / 2, top])
    for (i = [0 : len(braille_cells) - 1], number = braille_cells[i])
      translate([dot_diameter / 2 + i * cell_spacing + (number > 3 ? dot_spacing : 0),
        dot_diameter / 2 + (2 - (number - 1) % 3) * dot_spacing])
        dot();
}

module dots_on_disc() {
  translate([middle, 0, lowest]) dots(disc_thickness / 2);
}

// A cap of a sphere in rings, which reaches a little into what it stands on, to be one with it.
module dot() {
  for (i = [1 : len(dot_rings) - 1])
    standing(dot_rings[i - 1][0], dot_rings[i - 1][1], dot_rings[i][1], dot_rings[i][0]);
}

dots_y = ${y}-(lines_start + line_height * line_deep + dots_middle);
dot_radii = [for (i = [0 : ${DOT_SIZES.rings}]) dot_diameter / 2 * (1 - ${1 - DOT_SIZES.tip} * i / ${DOT_SIZES.rings})];
// How far the sphere's middle is under the dot: as far from its foot as from its tip, which is flat.
dot_under = (pow(dot_radii[0], 2) - pow(dot_radii[${DOT_SIZES.rings}], 2) - pow(dot_height, 2)) / (2 * dot_height);
dot_rings = [for (i = [-1 : ${DOT_SIZES.rings}]) let (radius = dot_radii[max(0, i)])
  [ring(radius, ${DOT_SIZES.sides}), i < 0 ? -${DOT_SIZES.sunk} : sqrt(pow(dot_radii[0], 2) + pow(dot_under, 2) - pow(radius, 2)) - dot_under]];`;

/** Where names of layers stand behind them: how high text is, and where it and Braille are. */
const BEHIND_NAMES: readonly [height: string, textY: string, dotsY: string] = [
  'has_layer_names ? front_line_height :\n  ',
  `has_layer_names ? layer_names_y() - layer_names_deep / 2 - line_height * (line_deep + ${FRONT_GAP}) / 2 :\n  `,
  'has_layer_names ? -(names_start() + front_deep + dots_middle) :\n  ',
];
