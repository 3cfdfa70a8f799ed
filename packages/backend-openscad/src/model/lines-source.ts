import { NETWORK_DEFAULTS } from '@neurofab/core';
import { BRAILLE_GAPS, DOT_SIZES, FRONT_GAP, TEXT_SIZES } from '@neurofab/core/internal';
import type { SourceModel } from '../source-model.ts';

const { layerHeight, text: ofText } = NETWORK_DEFAULTS;

/** Where text and Braille stand, and the modules `letters` and `dots`: the core's `inFront`, `textSolids` and `brailleSolids`, formula by formula. */
export function linesSource({ text, braille }: SourceModel): string {
  if (text === undefined && braille === undefined) return '';
  return [PLACES, ...(text === undefined ? [] : [LETTERS]), ...(braille === undefined ? [] : [DOTS])].join(
    '\n\n',
  );
}

/** What the size of a foot follows from. */
export function lineSizesSource({ text, braille }: SourceModel): string {
  if (text === undefined && braille === undefined) return '';
  return `// ---- Text, and Braille before it: on the disc or the foot, in front of what stands there

has_lines = base == "disc" && (mode == "upright" || posts);

${text === undefined ? NO_LETTER_SIZES : LETTER_SIZES}

${braille === undefined ? NO_DOT_SIZES : DOT_SIZES_SOURCE}`;
}

const LETTER_SIZES = `letter_points = [for (outline = text_outlines) each outline];
letter_paths = [for (i = 0, start = 0; i < len(text_outlines); start = start + len(text_outlines[i]), i = i + 1)
  [for (k = [0 : len(text_outlines[i]) - 1]) start + k]];
letters_least = least(letter_points);
letters_most = -least(-letter_points);
letters_middle = (letters_least + letters_most) / 2;
// To either side of its middle, and from what is behind it to its front edge, in heights of its capitals, with its gaps.
letters_wide = (letters_most - letters_least)[0] / 2 + ${FRONT_GAP};
letters_deep = (letters_most - letters_least)[1] + ${FRONT_GAP};
wanted_height = in_force(text_height, max(${ofText.least}, ${ofText.ratio} * node_radius));`;

const NO_LETTER_SIZES = `letters_wide = 0;
letters_deep = 0;
wanted_height = 0;`;

const DOT_SIZES_SOURCE = `dots_width = (len(braille_cells) - 1) * cell_spacing + dot_spacing + dot_diameter;
dots_height = 2 * dot_spacing + dot_diameter;
// To either side of its middle, from what is raised behind it to its middle, and to the edge of the plate.
dots_wide = dots_width / 2 + ${BRAILLE_GAPS.edge};
dots_middle = ${BRAILLE_GAPS.raised} + dots_height / 2;
dots_deep = ${BRAILLE_GAPS.raised} + dots_height + ${BRAILLE_GAPS.edge};`;

const NO_DOT_SIZES = `dots_wide = 0;
dots_middle = 0;
dots_deep = 0;`;

const PLACES = `// ---- Places of text and Braille

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
letter_height = letters_deep == 0 ? 0 : min(wanted_height, most_height(), lines_left / letters_deep);
// Both half-way from what stands on the plate to its edge.
lines_slack = min(
  lines_left - letter_height * letters_deep,
  front_at(letter_height * letters_wide) - plate_reach - letter_height * (letters_deep + ${FRONT_GAP}));
lines_start = plate_reach + max(0, lines_slack) / 2;

// Text with its front corners on the plate's: the core's quadratic equation.
function most_height() =
  let (
    deep = letters_deep + ${FRONT_GAP},
    reach = plate_reach - plate_forward,
    widest = (plate_straight + plate_radius) / letters_wide,
    straight = (plate_radius - reach) / deep,
    a = pow(letters_wide, 2) + pow(deep, 2),
    b = reach * deep - plate_straight * letters_wide,
    c = pow(plate_straight, 2) + pow(reach, 2) - pow(plate_radius, 2))
  reach + widest * deep <= 0 ? widest
  : straight * letters_wide <= plate_straight ? straight
  : (sqrt(b * b - a * c) - b) / a;`;

const LETTERS = `// On a plate so thick with what stands on it over the origin. What rises begins as deep as it could be cut in, to be one with it.
module letters(thickness) {
  rise = ${TEXT_SIZES.layers} * (mode == "flat" ? layer_height : ${layerHeight});
  depth = min(rise, thickness / 2);
  translate([0, letters_y, thickness - depth])
    linear_extrude(height = depth + (engraved ? ${TEXT_SIZES.above} : rise), convexity = 10)
      polygon([for (point = letter_points) letter_height * (point - letters_middle)], letter_paths);
}

module letters_on_disc() {
  translate([middle, 0, lowest - disc_thickness / 2]) letters(disc_thickness);
}

letters_y = -(lines_start + letter_height * (letters_deep + ${FRONT_GAP}) / 2);`;

const DOTS = `// In front of what stands over the origin, on what is so high. Dots are as large on every model.
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

dots_y = -(lines_start + letter_height * letters_deep + dots_middle);
dot_radii = [for (i = [0 : ${DOT_SIZES.rings}]) dot_diameter / 2 * (1 - ${1 - DOT_SIZES.tip} * i / ${DOT_SIZES.rings})];
// How far the sphere's middle is under the dot: as far from its foot as from its tip, which is flat.
dot_under = (pow(dot_radii[0], 2) - pow(dot_radii[${DOT_SIZES.rings}], 2) - pow(dot_height, 2)) / (2 * dot_height);
dot_rings = [for (i = [-1 : ${DOT_SIZES.rings}]) let (radius = dot_radii[max(0, i)])
  [ring(radius, ${DOT_SIZES.sides}), i < 0 ? -${DOT_SIZES.sunk} : sqrt(pow(dot_radii[0], 2) + pow(dot_under, 2) - pow(radius, 2)) - dot_under]];`;
