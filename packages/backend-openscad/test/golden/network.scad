// Neural network 3-6-6-4-2
//
// A neural network to print, as parametric OpenSCAD source. Written by Neurofab VERSION.
//
// Open this file in OpenSCAD, change the parameters in the Customizer, render (F6) and export (F7).
// Recent versions take seconds with the Manifold backend (Preferences > Advanced). Version 2021.01
// takes very much longer: set "segments" to 8 there.
//
// Lengths are millimetres, +Z is up. A size of 0 is automatic: it follows from the others as it does
// in Neurofab. Any other size stays what it is, whatever else changes.

/* [Network] */

// Nodes per layer, the first layer at the left
layers = "3,6,6,4,2";

/* [Sizes] */

// Radius of a node
node_radius = 4; // [0.5:0.1:20]

// Radius of a connection; 0 = 0.25 node radii
connection_radius = 0; // [0:0.05:10]

// Between the centres of two nodes of a layer; 0 = 4 node radii
node_spacing = 0; // [0:0.5:100]

// Between the centres of two layers; 0 = 8 node radii
layer_spacing = 0; // [0:0.5:200]

/* [Base] */

// What the network stands on
base = "disc"; // [disc, none]

// Radius of the disc; 0 = 0.5 node radii times the square of the number of layers
base_radius = 0; // [0:0.5:500]

// Grow an automatic radius until every layer stands over the disc
base_grows = true;

// Thickness of the disc; 0 = 0.5 node radii
base_thickness = 0; // [0:0.1:20]

// Join the disc by a post to the lowest node of every layer above it
posts = true;

/* [Colors] */

// Base and posts
base_color = "#444C56"; // color

// Connections
connection_color = "#444C56"; // color

// Layers 1, 4, 7 and so on
layer_color_1 = "#D55E00"; // color

// Layers 2, 5, 8 and so on
layer_color_2 = "#56B4E9"; // color

// Layers 3, 6, 9 and so on
layer_color_3 = "#F0E442"; // color

/* [Quality] */

// Largest distance between a circle and its polygon, while segments is 0
tolerance = 0.02; // [0.005:0.005:1]

// Sides of every circle; 0 = as many as the tolerance needs
segments = 0; // [0:1:200]

// Sides of the disc; 0 = as for every circle
base_segments = 0; // [0:1:1000]

/* [Placement] */

// On the bed, with its corner at the origin; otherwise centred on z = 0, the first layer at x = 0
on_bed = true;

/* [Hidden] */

layer_colors = [layer_color_1, layer_color_2, layer_color_3];

// ---- The model: one colour a part

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
}

// ---- Sizes in force: as set above, or automatic

nodes = checked_layers(is_string(layers) ? parse_layers(layers) : layers);
last_layer = len(nodes) - 1;

rod_radius = in_force(connection_radius, 0.25 * node_radius);
node_pitch = in_force(node_spacing, 4 * node_radius);
layer_pitch = in_force(layer_spacing, 8 * node_radius);

// Where the disc has its centre: halfway between the first layer and the last.
middle = last_layer / 2 * layer_pitch;
disc_rule = 0.5 * pow(len(nodes), 2) * node_radius;
disc_radius = in_force(base_radius, base_grows ? max(disc_rule, middle + node_radius) : disc_rule);
disc_thickness = in_force(base_thickness, 0.5 * node_radius);
// Thicker than a connection, since the whole network stands on its posts.
post_radius = max(0.5 * node_radius, rod_radius);

function in_force(size, automatic) = size == 0 ? automatic : size;

// ---- Places: layers along x, nodes along z, each layer centred on z = 0

function node_center(i, k) = [i * layer_pitch, 0, (k - (nodes[i] - 1) / 2) * node_pitch];

// The middle of the disc, at the bottom of the lowest nodes.
disc_height = -(max(nodes) - 1) / 2 * node_pitch - node_radius;

// How far along x a layer is from the middle.
function from_middle(i) = abs(i - last_layer / 2) * layer_pitch;

// ---- Resolution, and what it makes of the bounds

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
  : [cos(180 / sides), cos(90 / sides)];

// ---- Reading the layers

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
  assert(is_list(list) && len(list) >= 2 && len(list) <= 100,
    str("layers must be 2 to 100 numbers, such as \"3,6,6,4,2\", but is \"", layers, "\"."))
  [for (i = [0 : len(list) - 1])
    assert(is_whole(list[i], 1, 10000),
      str("Layer ", i + 1, " must have a whole number of nodes from 1 to 10000, but layers is \"", layers, "\"."))
    list[i]];

// ---- What Neurofab refuses as well

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
  assert(segments == 0 || is_whole(segments, 3, 1000),
    str("segments must be a whole number from 3 to 1000, or 0, but is ", segments, "."));
  assert(segments != 0 || is_within(tolerance, 0.0001, 10),
    str("tolerance must be a length from 0.0001 to 10, but is ", tolerance, "."));
}

module check_disc() {
  check_length("base_radius", disc_radius);
  check_length("base_thickness", disc_thickness);
  assert(disc_thickness <= 2 * node_radius,
    str("The disc would bury nodes: base_thickness must be at most ", 2 * node_radius, ", but is ", disc_thickness, "."));
  reach_of_posts = from_middle(floor(last_layer / 2)) + post_radius;
  assert(!posts || disc_radius >= reach_of_posts,
    str("base_radius must be at least ", reach_of_posts, ", to hold a post of the middle layers, but is ", disc_radius, "."));
  assert(base_segments == 0 || is_whole(base_segments, 3, 100000),
    str("base_segments must be a whole number from 3 to 100000, or 0, but is ", base_segments, "."));
}

module check_length(name, length) {
  assert(is_within(length, 0.01, 10000),
    str(name, " must be a length from 0.01 to 10000 mm, but is ", length, "."));
}

function is_within(number, least, most) = is_num(number) && number >= least && number <= most;
function is_whole(number, least, most) = is_within(number, least, most) && number == floor(number);

// Keep the line below: from it, "neurofab --from FILE" writes this network again, as it was at first.
// Neurofab recipe: {"neurofab":"VERSION","spec":{"version":1,"name":"Neural network 3-6-6-4-2","layers":[3,6,6,4,2],"nodeRadius":4,"connectionRadius":1,"nodeSpacing":16,"layerSpacing":32,"base":{"shape":"disc","radius":68,"thickness":2,"posts":true},"colors":{"base":"#444C56","connections":"#444C56","layers":["#D55E00","#56B4E9","#F0E442"]},"resolution":{"tolerance":0.02}},"settings":{}}
