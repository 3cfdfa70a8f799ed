import { NETWORK_DEFAULTS } from '@neurofab/core';
import { FRONT_GAP, TEXT_SIZES } from '@neurofab/core/internal';

const { layerHeight, text } = NETWORK_DEFAULTS;

/** The module `letters`: the core's `inFront` and `textSolids`, formula by formula. */
export const TEXT_SOURCE: string = `// ---- Text: on the disc or the foot, in front of what stands there

has_text = base == "disc" && (mode == "upright" || posts);

// On a plate so thick with its middle over the origin. What rises begins as deep as it could be cut in, to be one with it.
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

letter_points = [for (outline = text_outlines) each outline];
letter_paths = [for (i = 0, start = 0; i < len(text_outlines); start = start + len(text_outlines[i]), i = i + 1)
  [for (k = [0 : len(text_outlines[i]) - 1]) start + k]];
letters_least = least(letter_points);
letters_most = -least(-letter_points);
letters_middle = (letters_least + letters_most) / 2;
// To either side of its middle and in all, in heights of its capitals, with its gaps.
letters_wide = (letters_most - letters_least)[0] / 2 + ${FRONT_GAP};
letters_deep = (letters_most - letters_least)[1] + ${2 * FRONT_GAP};

// A plate with round ends: their radius, how far their middles are from its own, and how far to the front reaches what stands on it.
plate_radius = mode == "flat" ? foot_width / 2 : disc_radius * cos(180 / disc_sides);
plate_straight = mode == "flat" ? (foot_length - foot_width) / 2 : 0;
plate_reach = mode == "flat" ? rail_width / 2 : node_radius;

// As large as there is room for it.
wanted_height = in_force(text_height, max(${text.least}, ${text.ratio} * node_radius));
letter_height = min(wanted_height, most_height((plate_radius - plate_reach) / letters_deep));
letters_y = -(plate_reach + sqrt(pow(plate_radius, 2) - pow(max(0, letter_height * letters_wide - plate_straight), 2))) / 2;

// That on the straight part, or with its front corners on the round ends: the core's quadratic equation.
function most_height(straight) =
  straight * letters_wide <= plate_straight ? straight :
  let (
    a = pow(letters_wide, 2) + pow(letters_deep, 2),
    b = plate_reach * letters_deep - plate_straight * letters_wide,
    c = pow(plate_straight, 2) + pow(plate_reach, 2) - pow(plate_radius, 2))
  (sqrt(b * b - a * c) - b) / a;`;
