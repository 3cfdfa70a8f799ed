import { NETWORK_LIMITS } from '@neurofab/core';
import type { SourceModel } from '../source-model.ts';

const LIMIT = NETWORK_LIMITS;

/** Assertions that refuse what Neurofab refuses, in its words. */
export function checksSource({ spec: { resolution }, weights, text, braille, names }: SourceModel): string {
  const [lengths, rules] = weights === undefined ? UNIFORM : WEIGHTED;
  const rings = 'segments' in resolution && resolution.rings !== undefined ? RINGS : '';
  const checked = [
    ...((text ?? names) === undefined ? [] : ['\n  check_length("text_height", wanted_height);']),
    ...(text === undefined ? [] : ['\n  if (has_lines) check_text();']),
    ...(braille === undefined ? [] : ['\n  if (has_lines && mode == "upright") check_braille();']),
  ];
  return `// ---- What Neurofab refuses as well

module check_parameters() {
  check_length("node_radius", node_radius);
${lengths}
  check_length("node_spacing", node_pitch);
  check_length("layer_spacing", layer_pitch);
${rules}
  assert(node_pitch > 2 * node_radius,
    str("Nodes would overlap: node_spacing must be more than ", 2 * node_radius, ", but is ", node_pitch, "."));
  assert(layer_pitch > 2 * node_radius,
    str("Layers would overlap: layer_spacing must be more than ", 2 * node_radius, ", but is ", layer_pitch, "."));
  assert(base == "disc" || base == "none", str("base must be disc or none, but is ", base, "."));
  if (base == "disc") check_disc();
  assert(mode == "upright" || mode == "flat", str("mode must be upright or flat, but is ", mode, "."));
  if (mode == "flat") check_flat();
  assert(segments == 0 || is_whole(segments, ${LIMIT.minSegments}, ${LIMIT.maxSegments}),
    str("segments must be a whole number from ${LIMIT.minSegments} to ${LIMIT.maxSegments}, or 0, but is ", segments, "."));${rings}
  assert(segments != 0 || is_within(tolerance, ${LIMIT.minTolerance}, ${LIMIT.maxTolerance}),
    str("tolerance must be a length from ${LIMIT.minTolerance} to ${LIMIT.maxTolerance}, but is ", tolerance, "."));${checked.join('')}
}
${text === undefined ? '' : TEXT}${braille === undefined ? '' : BRAILLE}
module check_disc() {
  check_length("base_radius", disc_radius);
  check_length("base_thickness", disc_thickness);
  assert(disc_thickness <= 2 * node_radius,
    str("The disc would bury nodes: base_thickness must be at most ", 2 * node_radius, ", but is ", disc_thickness, "."));
  reach_of_posts = from_middle(floor(last_layer / 2)) + post_radius;
  assert(!posts || disc_radius >= reach_of_posts,
    str("base_radius must be at least ", reach_of_posts, ", to hold a post of the middle layers, but is ", disc_radius, "."));
  assert(base_segments == 0 || is_whole(base_segments, ${LIMIT.minSegments}, ${LIMIT.maxBaseSegments}),
    str("base_segments must be a whole number from ${LIMIT.minSegments} to ${LIMIT.maxBaseSegments}, or 0, but is ", base_segments, "."));
}

module check_flat() {
  assert(is_within(layer_height, ${LIMIT.minLayerHeight}, ${LIMIT.maxLayerHeight}),
    str("layer_height must be a length from ${LIMIT.minLayerHeight} to ${LIMIT.maxLayerHeight} mm, but is ", layer_height, "."));
  assert(is_within(clearance, 0, ${LIMIT.maxClearance}),
    str("clearance must be a length from 0 to ${LIMIT.maxClearance} mm, but is ", clearance, "."));
  assert(show == "plate" || show == "assembled", str("show must be plate or assembled, but is ", show, "."));
}

module check_length(name, length) {
  assert(is_within(length, ${LIMIT.minLength}, ${LIMIT.maxLength}),
    str(name, " must be a length from ${LIMIT.minLength} to ${LIMIT.maxLength} mm, but is ", length, "."));
}

function is_within(number, least, most) = is_num(number) && number >= least && number <= most;
function is_whole(number, least, most) = is_within(number, least, most) && number == floor(number);
`;
}

const RINGS = `
  assert(rings == 0 || is_whole(rings, 2, ${LIMIT.maxSegments}),
    str("rings must be a whole number from 2 to ${LIMIT.maxSegments}, or 0, but is ", rings, "."));`;

const TEXT = `
module check_text() {
  assert(plate_radius > plate_reach,
    str("base_radius must be more than ", plate_reach / cos(180 / disc_sides), ", to leave room for text, but is ", disc_radius, "."));
}
`;

const BRAILLE = `
module check_braille() {
  assert(front_at(dots_wide) >= plate_reach + dots_deep,
    str("base_radius must be at least ", norm([dots_wide, plate_reach + dots_deep]) / cos(180 / disc_sides), ", to leave room for Braille, but is ", disc_radius, "."));
}
`;

type Checks = readonly [lengths: string, rules: string];

const UNIFORM: Checks = [
  '  check_length("connection_radius", rod_radius);',
  `  assert(rod_radius < node_radius,
    str("connection_radius must be less than node_radius (", node_radius, "), but is ", rod_radius, "."));`,
];

const WEIGHTED: Checks = [
  `  check_length("thickest", thickest_rod);
  check_length("thinnest", thinnest_rod);`,
  `  assert(thickest_rod < 2 * node_radius,
    str("thickest must be less than ", 2 * node_radius, ", but is ", thickest_rod, "."));
  assert(thinnest_rod <= thickest_rod,
    str("thinnest must be at most ", thickest_rod, ", but is ", thinnest_rod, "."));`,
];
