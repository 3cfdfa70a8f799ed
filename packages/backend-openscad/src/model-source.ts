import { NETWORK_DEFAULTS, NETWORK_LIMITS, type Scene } from '@neurofab/core';

/**
 * The modules and functions that make the network of the parameters: the core's `layout`, `baseRadiusFor`, `postRadius`,
 * `circleSegments` and checks, formula by formula. Only the list of layer colours depends on the scene.
 */
export function modelSource({ source: spec }: Scene): string {
  const layerColors = spec.colors.layers.map((_, i) => `layer_color_${i + 1}`);
  return [
    '/* [Hidden] */',
    `layer_colors = [${rows(layerColors).join(',\n  ')}];`,
    MODEL,
    SIZES,
    PLACES,
    RESOLUTION,
    LAYERS,
    CHECKS,
  ].join('\n\n');
}

/** Four to a line. */
function rows(names: readonly string[]): string[] {
  return names.flatMap((_, i) => (i % 4 === 0 ? [names.slice(i, i + 4).join(', ')] : []));
}

const RATIO = NETWORK_DEFAULTS;
const LIMIT = NETWORK_LIMITS;

const MODEL = `// ---- The model: one colour a part

network();

module network() {
  check_parameters();
  translate(on_bed ? -corner : [0, 0, 0]) {
    if (base == "disc") color(base_color) base();
    color(connection_color) connections();
    for (i = [0 : last_layer]) color(layer_colors[i % len(layer_colors)]) layer(i);
  }
}

// A disc, and a post to every layer above it.
module base() {
  translate([middle, 0, disc_height - disc_thickness / 2])
    cylinder(r = disc_radius, h = disc_thickness, $fn = disc_sides);
  if (posts)
    for (i = [0 : last_layer])
      if (from_middle(i) + post_radius <= disc_radius) post(i);
}

// From the middle of the disc to the lowest node of a layer.
module post(i) {
  top = node_center(i, 0);
  translate([top[0], top[1], disc_height])
    cylinder(r = post_radius, h = top[2] - disc_height, $fn = sides(post_radius));
}

// From every node to every node of the next layer.
module connections() {
  for (i = [0 : last_layer - 1], a = [0 : nodes[i] - 1], b = [0 : nodes[i + 1] - 1])
    connection(node_center(i, a), node_center(i + 1, b));
}

module connection(from, to) {
  along = to - from;
  translate(from)
    rotate([0, atan2(along[0], along[2]), 0])
      cylinder(r = rod_radius, h = norm(along), $fn = sides(rod_radius));
}

module layer(i) {
  for (k = [0 : nodes[i] - 1])
    translate(node_center(i, k)) sphere(r = node_radius, $fn = sides(node_radius));
}`;

const SIZES = `// ---- Sizes in force: as set above, or automatic

nodes = checked_layers(is_string(layers) ? parse_layers(layers) : layers);
last_layer = len(nodes) - 1;

rod_radius = in_force(connection_radius, ${RATIO.connectionRatio} * node_radius);
node_pitch = in_force(node_spacing, ${RATIO.nodeSpacingRatio} * node_radius);
layer_pitch = in_force(layer_spacing, ${RATIO.layerSpacingRatio} * node_radius);

// Where the disc has its centre: halfway between the first layer and the last.
middle = last_layer / 2 * layer_pitch;
disc_rule = ${RATIO.baseRadiusRatio} * pow(len(nodes), 2) * node_radius;
disc_radius = in_force(base_radius, base_grows ? max(disc_rule, middle + node_radius) : disc_rule);
disc_thickness = in_force(base_thickness, ${RATIO.baseThicknessRatio} * node_radius);
// Thicker than a connection, since the whole network stands on its posts.
post_radius = max(${RATIO.postRatio} * node_radius, rod_radius);

function in_force(size, automatic) = size == 0 ? automatic : size;`;

const PLACES = `// ---- Places: layers along x, nodes along z, each layer centred on z = 0

function node_center(i, k) = [i * layer_pitch, 0, (k - (nodes[i] - 1) / 2) * node_pitch];

// The middle of the disc, at the bottom of the lowest nodes.
disc_height = -(max(nodes) - 1) / 2 * node_pitch - node_radius;

// How far along x a layer is from the middle.
function from_middle(i) = abs(i - last_layer / 2) * layer_pitch;`;

const RESOLUTION = `// ---- Resolution, and what it makes of the bounds

// Sides of a circle. A chord of 2 a degrees lies r (1 - cos a) inside its circle; a multiple of four
// lets the circle reach its full width along both axes.
function sides(radius) = segments != 0
  ? segments
  : max(8, 4 * ceil(180 / acos(max(0, 1 - tolerance / radius)) / 4));

disc_sides = in_force(base_segments, sides(disc_radius));

// The corner of the bounds where x, y and z are least.
node_corner = concat(-node_radius * reach(sides(node_radius)), disc_height);
disc_corner = concat([middle, 0] - disc_radius * reach(disc_sides), disc_height - disc_thickness / 2);
corner = base == "disc"
  ? [for (axis = [0 : 2]) min(node_corner[axis], disc_corner[axis])]
  : node_corner;

// How far a polygon in a circle of radius 1, with a vertex at +x, reaches towards -x and -y.
function reach(sides) = sides % 4 == 0 ? [1, 1]
  : sides % 2 == 0 ? [1, cos(180 / sides)]
  : [cos(180 / sides), cos(90 / sides)];`;

const LAYERS = `// ---- Reading the layers

// The numbers between the commas; undef where there is none.
function parse_layers(text) =
  let (ends = [for (i = [0 : len(text)]) if (i == len(text) || text[i] == ",") i])
  [for (i = [0 : len(ends) - 1]) parse_number(trim(text, i == 0 ? 0 : ends[i - 1] + 1, ends[i]))];

// The characters from start to before end, without the spaces around them.
function trim(text, start, end) =
  let (inked = [for (i = [start : 1 : end - 1]) if (text[i] != " ") i])
  len(inked) == 0 ? [] : [for (i = [inked[0] : inked[len(inked) - 1]]) text[i]];

function parse_number(characters) =
  let (digits = [for (character = characters) ord(character) - ord("0")])
  len(digits) > 0 && min(digits) >= 0 && max(digits) <= 9 ? join_digits(digits) : undef;

function join_digits(digits, i = 0, number = 0) =
  i == len(digits) ? number : join_digits(digits, i + 1, 10 * number + digits[i]);

function checked_layers(list) =
  assert(is_list(list) && len(list) >= ${LIMIT.minLayers} && len(list) <= ${LIMIT.maxLayers},
    str("layers must be ${LIMIT.minLayers} to ${LIMIT.maxLayers} numbers, such as \\"3,6,6,4,2\\", but is \\"", layers, "\\"."))
  [for (i = [0 : len(list) - 1])
    assert(is_whole(list[i], 1, ${LIMIT.maxNodesPerLayer}),
      str("Layer ", i + 1, " must have a whole number of nodes from 1 to ${LIMIT.maxNodesPerLayer}, but layers is \\"", layers, "\\"."))
    list[i]];`;

const CHECKS = `// ---- What Neurofab refuses as well

module check_parameters() {
  check_length("node_radius", node_radius);
  check_length("connection_radius", rod_radius);
  check_length("node_spacing", node_pitch);
  check_length("layer_spacing", layer_pitch);
  assert(rod_radius < node_radius,
    str("connection_radius must be less than node_radius (", node_radius, "), but is ", rod_radius, "."));
  assert(node_pitch > 2 * node_radius,
    str("Nodes would overlap: node_spacing must be more than ", 2 * node_radius, ", but is ", node_pitch, "."));
  assert(layer_pitch > 2 * node_radius,
    str("Layers would overlap: layer_spacing must be more than ", 2 * node_radius, ", but is ", layer_pitch, "."));
  assert(base == "disc" || base == "none", str("base must be disc or none, but is ", base, "."));
  if (base == "disc") check_disc();
  assert(segments == 0 || is_whole(segments, ${LIMIT.minSegments}, ${LIMIT.maxSegments}),
    str("segments must be a whole number from ${LIMIT.minSegments} to ${LIMIT.maxSegments}, or 0, but is ", segments, "."));
  assert(segments != 0 || is_within(tolerance, ${LIMIT.minTolerance}, ${LIMIT.maxTolerance}),
    str("tolerance must be a length from ${LIMIT.minTolerance} to ${LIMIT.maxTolerance}, but is ", tolerance, "."));
}

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

module check_length(name, length) {
  assert(is_within(length, ${LIMIT.minLength}, ${LIMIT.maxLength}),
    str(name, " must be a length from ${LIMIT.minLength} to ${LIMIT.maxLength} mm, but is ", length, "."));
}

function is_within(number, least, most) = is_num(number) && number >= least && number <= most;
function is_whole(number, least, most) = is_within(number, least, most) && number == floor(number);
`;
