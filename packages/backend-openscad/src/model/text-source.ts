import { NETWORK_DEFAULTS } from '@neurofab/core';
import { FRONT_GAP, TEXT_SIZES } from '@neurofab/core/internal';
import type { SourceModel } from '../source-model.ts';

const { layerHeight, text: usual } = NETWORK_DEFAULTS;

/** The module `letters`: the core's `textSolids`, formula by formula; and how large a line of text is. */
export function lettersSource({ text }: SourceModel): string {
  return `// ---- Letters: outlines whose middle is put over the origin

// On what is so thick. What rises begins as deep as it could be cut in, to be one with it.
module letters(outlines, middle, height, thickness) {
  depth = min(letter_rise, thickness / 2);
  translate([0, 0, thickness - depth])
    linear_extrude(height = depth + (engraved ? ${TEXT_SIZES.above} : letter_rise), convexity = 10)
      polygon([for (outline = outlines) for (point = outline) height * (point - middle)], paths_of(outlines));
}

letter_rise = ${TEXT_SIZES.layers} * (mode == "flat" ? layer_height : ${layerHeight});

function paths_of(outlines) = [for (i = 0, start = 0; i < len(outlines); start = start + len(outlines[i]), i = i + 1)
  [for (k = [0 : len(outlines[i]) - 1]) start + k]];

function points_of(outlines) = [for (outline = outlines) each outline];

wanted_height = in_force(text_height, max(${usual.least}, ${usual.ratio} * node_radius));${text === undefined ? '' : LINE_SIZE}`;
}

const LINE_SIZE = `

line_least = least(points_of(text_outlines));
line_most = -least(-points_of(text_outlines));
line_middle = (line_least + line_most) / 2;
line_size = line_most - line_least;
// To either side of its middle and in all, in heights of its capitals, with its gaps.
line_wide = line_size[0] / 2 + ${FRONT_GAP};
line_deep = line_size[1] + ${2 * FRONT_GAP};`;

/** The module `line_of_text`: the core's `inFront` and `onFoot`, formula by formula. */
export function textSource({ names }: SourceModel): string {
  const [height, y] = names === undefined ? ['', ''] : BEFORE_NAMES;
  return `// ---- Text: on the disc or the foot, in front of what stands there

has_text = base == "disc" && (mode == "upright" || posts);

// On a plate so thick with its middle over the origin.
module line_of_text(thickness) {
  translate([0, line_y, 0]) letters(text_outlines, line_middle, line_height, thickness);
}

module text_on_disc() {
  translate([middle, 0, lowest - disc_thickness / 2]) line_of_text(disc_thickness);
}

// A plate with round ends: their radius, how far their middles are from its own, and how far to the front reaches what stands on it.
plate_radius = mode == "flat" ? foot_width / 2 : disc_radius * cos(180 / disc_sides);
plate_straight = mode == "flat" ? (foot_length - foot_width) / 2 : 0;
plate_reach = mode == "flat" ? rail_width / 2 : node_radius;

// As large as there is room for it.
line_height = ${height}min(wanted_height, most_height((plate_radius - plate_reach) / line_deep));
line_y = ${y}-(plate_reach + sqrt(pow(plate_radius, 2) - pow(max(0, line_height * line_wide - plate_straight), 2))) / 2;

// That on the straight part, or with its front corners on the round ends: the core's quadratic equation.
function most_height(straight) =
  straight * line_wide <= plate_straight ? straight :
  let (
    a = pow(line_wide, 2) + pow(line_deep, 2),
    b = plate_reach * line_deep - plate_straight * line_wide,
    c = pow(plate_straight, 2) + pow(plate_reach, 2) - pow(plate_radius, 2))
  (sqrt(b * b - a * c) - b) / a;`;
}

/** Where names of layers stand behind it. */
const BEFORE_NAMES: readonly [height: string, y: string] = [
  'has_layer_names ? front_line_height :\n  ',
  `has_layer_names ? layer_names_y() - layer_names_deep / 2 - line_height * line_deep / 2 :
  `,
];
