// Neural network 3-6-6-4-2
//
// A neural network to print, as parametric OpenSCAD source. Written by Neurofab VERSION.
//
// Neural network with layers 3,6,6,4,2.
//
// Open this file in OpenSCAD, change the parameters in the Customizer, render (F6) and export (F7).
// Recent versions take seconds with the Manifold backend (Preferences > Advanced). Version 2021.01
// takes very much longer: set "segments" to 8 there.
//
// Lengths are millimetres, +Z is up. A size of 0 is automatic: it follows from the others as it does
// in Neurofab. Any other size stays what it is, whatever else changes.

/* [Network] */

// Nodes per layer, the first layer at the left; 784~9 draws nine nodes of 784 and an ellipsis
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

// Radius of the disc; 0 = half the length and a node radius
base_radius = 0; // [0:0.5:500]

// Thickness of the disc; 0 = 0.5 node radii
base_thickness = 0; // [0:0.1:20]

// Join the disc by a post to the lowest node of every layer above it; flat, join the foot by pegs
posts = true;

/* [Printing] */

// Upright on its disc, or flat on the bed, cut off under its plane, with a foot to plug it into
mode = "upright"; // [upright, flat]

// Flat: height of the layers that the printer makes, which cuts end with
layer_height = 0.2; // [0.02:0.01:1]

// Flat: gap between a peg and its socket on each side
clearance = 0.2; // [0:0.05:2]

// Flat: on the plate, as it is printed, or put together
show = "plate"; // [plate, assembled]

/* [Colors] */

// Base and posts
base_color = "#444C56"; // color

// Connections
connection_color = "#444C56"; // color

// Layers 1, 9, 17 and so on
layer_color_1 = "#D55E00"; // color

// Layers 2, 10, 18 and so on
layer_color_2 = "#56B4E9"; // color

// Layers 3, 11, 19 and so on
layer_color_3 = "#F0E442"; // color

// Layers 4, 12, 20 and so on
layer_color_4 = "#A55AFF"; // color

// Layers 5, 13, 21 and so on
layer_color_5 = "#D2FFE1"; // color

// Layers 6, 14, 22 and so on
layer_color_6 = "#690F00"; // color

// Layers 7, 15, 23 and so on
layer_color_7 = "#C38769"; // color

// Layers 8, 16, 24 and so on
layer_color_8 = "#690087"; // color

/* [Quality] */

// Largest distance between a circle and its polygon, while segments is 0
tolerance = 0.02; // [0.005:0.005:1]

// Sides of every circle; 0 = as many as the tolerance needs
segments = 0; // [0:1:200]

// Sides of the disc; 0 = as for every circle
base_segments = 0; // [0:1:1000]

/* [Placement] */

// Upright on the bed, with its corner at the origin; otherwise centred on z = 0, the first layer at x = 0
on_bed = true;

/* [Hidden] */

layer_colors = [layer_color_1, layer_color_2, layer_color_3, layer_color_4,
  layer_color_5, layer_color_6, layer_color_7, layer_color_8];

// ---- The model: one colour a part

network();

module network() {
  check_parameters();
  if (mode == "flat") flat();
  else upright();
}

module upright() {
  translate(on_bed ? -corner : [0, 0, 0]) {
    if (base == "disc") color(base_color) base();
    nodes_and_connections();
  }
}

module nodes_and_connections() {
  color(connection_color) connections();
  for (i = [0 : last_layer]) color(layer_colors[i % len(layer_colors)]) layer(i);
}

// A disc, and a post to every layer above it.
module base() {
  translate([middle, 0, lowest - disc_thickness / 2])
    cylinder(r = disc_radius, h = disc_thickness, $fn = disc_sides);
  for (i = [0 : last_layer]) if (has_post(i)) post(i);
}

// From the middle of the disc to the lowest node of a layer.
module post(i) {
  top = node_place(i, 0);
  translate([top[0], 0, lowest])
    cylinder(r = post_radius, h = top[1] - lowest, $fn = sides(post_radius));
}

// A flat side, not an edge, turned to where the network is cut, as in the bodies of other formats.
module connection(from, to, radius, sides) {
  along = in_space(to) - in_space(from);
  turn = sides % 4 == 0 && radius < node_radius ? 180 / sides : 0;
  translate(in_space(from))
    rotate([0, atan2(norm([along[0], along[1]]), along[2]), atan2(along[1], along[0])])
      rotate(turn) cylinder(r = radius, h = norm(along), $fn = sides);
}

// Nodes, and for an ellipsis three dots on a rod from neighbour to neighbour.
module layer(i) {
  for (row = [0 : len(shown[i]) - 1]) if (!shown[i][row]) rod_of_dots(i, row);
  for (row = [0 : len(shown[i]) - 1])
    if (shown[i][row]) translate(in_space(row_place(i, row))) ball(node_radius);
    else for (share = [-1, 0, 1]) translate(in_space(row_place(i, row + share * dot_share))) ball(dot_radius);
}

module rod_of_dots(i, row) {
  from = row_place(i, row == 0 ? -dot_share : row - 1);
  to = row_place(i, row == len(shown[i]) - 1 ? row + dot_share : row + 1);
  connection(from, to, dot_rod_radius, sides(dot_rod_radius));
}

// A sphere with a vertex at each pole, where that of OpenSCAD has a flat and would stand above the bed.
// Before 2025 a full turn begins at -x, not at +x.
module ball(radius) {
  count = bands(radius);
  rotate(version_num() < 20250100 ? 180 : 0)
    rotate_extrude(angle = 360, $fn = sides(radius))
      polygon([for (i = [0 : count]) radius * [sin(180 * i / count), cos(180 * i / count)]]);
}

// ---- Layers, and sizes in force: as set above, or automatic

// What is drawn of each layer from below: true for a node, false for an ellipsis.
shown = parse_layers(layers);
last_layer = len(shown) - 1;
node_rows = [for (rows = shown) [for (row = [0 : len(rows) - 1]) if (rows[row]) row]];
nodes = [for (rows = node_rows) len(rows)];

rod_radius = in_force(connection_radius, 0.25 * node_radius);
node_pitch = in_force(node_spacing, 4 * node_radius);
layer_pitch = in_force(layer_spacing, 8 * node_radius);

dot_radius = 0.4 * node_radius;
dot_rod_radius = 0.2 * node_radius;
dot_share = 1 / 4; // of a node's place

// Halfway between the first layer and the last, where the disc has its centre.
middle = last_layer / 2 * layer_pitch;
disc_radius = in_force(base_radius, middle + node_radius);
disc_thickness = in_force(base_thickness, 0.5 * node_radius);
// Thicker than a connection, since the whole network stands on its posts.
post_radius = max(0.5 * node_radius, rod_radius);

function in_force(size, automatic) = size == 0 ? automatic : size;

// ---- Places in the plane of the network: layers follow each other, each centred on 0

function row_place(i, row) = [i * layer_pitch, (row - (len(shown[i]) - 1) / 2) * node_pitch];
function node_place(i, k) = row_place(i, node_rows[i][k]);

// The plane stands along x and z, or lies a little above the bed, its middle over the origin.
function in_space(place) = mode == "flat" ? [place[0] - middle, place[1], cut] : [place[0], 0, place[1]];

// The bottom of the lowest nodes, where the disc has its middle.
lowest = -(max([for (rows = shown) len(rows)]) - 1) / 2 * node_pitch - node_radius;

// How far along x a layer is from the middle.
function from_middle(i) = abs(i - last_layer / 2) * layer_pitch;
// A disc that just holds a post does so whatever rounding does.
function has_post(i) = posts && from_middle(i) + post_radius <= disc_radius * 1.000000001;

// ---- Connections: from every node to every node of the next layer

module connections() {
  for (i = [0 : last_layer - 1], a = [0 : nodes[i] - 1], b = [0 : nodes[i + 1] - 1])
    connection(node_place(i, a), node_place(i + 1, b), rod_radius, sides(rod_radius));
}

// Between the first and last nodes of layers.
far_rods = [for (i = [0 : last_layer - 1], a = [0, nodes[i] - 1], b = [0, nodes[i + 1] - 1])
  [node_place(i, a), node_place(i + 1, b), rod_radius, sides(rod_radius)]];
rod_radii = [rod_radius];

// ---- Resolution

// Sides of a circle. A chord of 4 a degrees lies 2 r sin(a)^2 inside its circle; a multiple of four
// lets the circle reach its full width along both axes.
function sides(radius) = segments != 0
  ? segments
  : max(8, 4 * ceil(90 / asin(min(1, sqrt(tolerance / radius / 2))) / 4));

// Bands of a ball from pole to pole.
function bands(radius) = max(2, round(sides(radius) / 2));

disc_sides = in_force(base_segments, sides(disc_radius));

// ---- The corner of what stands upright, where x, y and z are least

// Dots reach as far as nodes at most, but for those of an ellipsis at the bottom.
layer_bottoms = [for (i = [0 : last_layer])
  shown[i][0] ? row_place(i, 0)[1] - node_radius : row_place(i, -dot_share)[1] - dot_radius];
nodes_corner = concat(-ball_reach(node_radius), min(layer_bottoms));
// Only in this mode: of many rods it takes long.
rod_corners = [for (rod = mode == "upright" ? far_rods : []) rod_corner(rod[0], rod[1], rod[2], rod[3])];
disc_corner = concat([middle, 0] - disc_radius * reach(disc_sides), lowest - disc_thickness / 2);
post_corners = [for (i = [0 : last_layer]) if (has_post(i))
  concat([i * layer_pitch, 0] - post_radius * reach(sides(post_radius)), lowest)];

corner = least(concat([nodes_corner], rod_corners, base == "disc" ? concat([disc_corner], post_corners) : []));

// The ends of a rod are polygons square to it, with a vertex in the plane of the network.
function rod_corner(from, to, radius, sides) =
  let (along = (to - from) / norm(to - from), side = radius * reach(sides))
  [from[0] - (along[1] > 0 ? side[0] * along[1] : -radius * along[1]),
   -side[1],
   min(from[1], to[1]) - radius * along[0]];

// How far a polygon in a circle of radius 1, with a vertex at +x, reaches towards -x and -y.
function reach(sides) = sides % 4 == 0 ? [1, 1]
  : sides % 2 == 0 ? [1, cos(180 / sides)]
  : [cos(180 / sides), cos(90 / sides)];

// How far a ball reaches towards -x and -y.
function ball_reach(radius) = radius * widest(bands(radius)) * reach(sides(radius));

// The largest circle of a ball of radius 1.
function widest(bands) = bands % 2 == 0 ? 1 : cos(90 / bands);

function least(points) = [for (axis = [0 : len(points[0]) - 1]) min([for (point = points) point[axis]])];

// ---- Flat: the network lying on the bed, cut off under its plane, and a foot that its pegs go into

has_foot = base == "disc" && posts;

// As it is printed, or put together.
module flat() {
  if (show == "assembled") {
    translate(standing_place) rotate([90, 0, 0]) lying_network();
    if (has_foot) translate(foot_middle) foot();
  } else if (has_foot) {
    translate(plate[1]) lying_network();
    translate(plate[2]) rotate(plate[3] ? 90 : 0) foot();
  } else {
    translate(-lying_least) lying_network();
  }
}

module lying_network() {
  margin = [lying_height, lying_height];
  difference() {
    union() {
      if (has_foot) color(base_color) for (i = [0 : last_layer]) peg(i);
      nodes_and_connections();
    }
    // The room under the bed.
    standing(rectangle(lying_least - margin, lying_most + margin), -2 * lying_height, 0);
  }
}

// From the lowest node of a layer to beyond those of all.
module peg(i) {
  top = node_place(i, 0);
  shoulder = peg_tip + chamfer;
  translate([top[0] - middle, 0, cut]) {
    prism(upended(peg_outline, top[1]), upended(peg_outline, shoulder));
    prism(upended(peg_outline, shoulder), upended(grown(peg_outline, -chamfer), peg_tip));
  }
}

// A plate with round ends, and along its middle a rail with sockets.
module foot() {
  half_rail = [middle + rail_width / 2, rail_width / 2];
  color(base_color) difference() {
    union() {
      standing(foot_outline, 0, foot_thickness);
      standing(rectangle(-half_rail, half_rail), foot_thickness / 2, foot_height);
    }
    for (i = [0 : last_layer]) translate([i * layer_pitch - middle, 0, foot_height]) socket();
  }
}

// The room of a peg and the clearance around it, and a mouth that widens.
module socket() {
  room = grown(below(peg_outline, cut), clearance);
  standing(room, -peg_length - clearance, chamfer);
  standing(room, -chamfer, chamfer, grown(room, 2 * chamfer));
}

// As far under its axis as the thinnest rod can be cut without flanks that hang over too far,
// and so that it ends with a whole layer.
thinnest_radius = min(concat([post_radius], rod_radii,
  [for (i = [0 : last_layer]) if (nodes[i] < len(shown[i])) dot_rod_radius]));
deepest_cut = floor(1.7 * thinnest_radius / layer_height + 0.000000001) * layer_height - thinnest_radius;
cut = deepest_cut > 0 ? deepest_cut : 0.6 * thinnest_radius;

// The foot: as deep as pegs need it to tilt little, and so wide that it takes 12 degrees to tip it over.
peg_length = 3 * post_radius;
peg_tip = lowest - peg_length;
peg_outline = ring(post_radius, sides(post_radius), 0.5);
chamfer = min(0.3, 0.25 * post_radius);
rail_width = 2 * post_radius + 5;
foot_width = max(18 * post_radius, rail_width + 7, 0.425 * (peg_length - lowest));
// Its ends are round.
foot_corner = foot_width / 2;
foot_length = max(2 * middle + rail_width + 7, 2 * foot_corner);
// How much farther its plate goes to the front, where there is Braille.
foot_forward = 0;
foot_middle = [foot_length / 2, foot_width / 2 + foot_forward];
foot_thickness = whole_layers(1.2 * post_radius);
foot_height = whole_layers(peg_length + clearance + 0.8);
foot_sides = segments == 0 ? sides(foot_corner) : max(segments, 24);
foot_outline = [for (point = ring(foot_corner, foot_sides, foot_corner < foot_width / 2 ? 0.5 : 0))
  point + [(point[0] < 0 ? -1 : 1) * (foot_length / 2 - foot_corner),
    point[1] < 0 ? foot_corner - foot_width / 2 - foot_forward : foot_width / 2 - foot_corner]];

function whole_layers(size) = ceil(size / layer_height - 0.000000001) * layer_height;

// The bounds of the lying network.
node_reach = ball_reach(node_radius);
dot_reach = ball_reach(dot_radius);
lying_corners = concat(
  [for (i = [0 : last_layer]) each lying_layer(i)],
  // Only in this mode: of many rods it takes long.
  [for (rod = mode == "flat" ? far_rods : []) each lying_rod(rod[0], rod[1], rod[2] * reach(rod[3])[1])],
  has_foot ? [[least(peg_outline)[0] - middle, peg_tip], [middle - least(-peg_outline)[0], peg_tip]] : []);
lying_least = least(lying_corners);
lying_most = -least(-lying_corners);
lying_height = cut + max(concat([node_radius], [for (rod = far_rods) rod[2]]));

// Where a layer is least and most.
function lying_layer(i) =
  let (x = i * layer_pitch - middle, last = len(shown[i]) - 1)
  [[x - node_reach[0],
    shown[i][0] ? row_place(i, 0)[1] - node_reach[1] : row_place(i, -dot_share)[1] - dot_reach[1]],
   [x + node_radius * widest(bands(node_radius)),
    shown[i][last] ? row_place(i, last)[1] + node_reach[1] : row_place(i, last + dot_share)[1] + dot_reach[1]]];

// Where a rod is least and most that reaches so far to either side.
function lying_rod(from, to, reach) =
  let (along = (to - from) / norm(to - from), side = reach * [abs(along[1]), along[0]])
  [[from[0] - middle, min(from[1], to[1])] - side, [to[0] - middle, max(from[1], to[1])] + side];

// The foot in front of the network or beside it, turned or not: the first way that takes the smallest square.
plate = smallest([for (is_turned = [false, true], is_beside = [false, true]) plate_with(is_turned, is_beside)]);

// As [size, place of the network, place of the foot, whether it is turned].
function plate_with(is_turned, is_beside) =
  let (
    gap = 4,
    network = lying_most - lying_least,
    deep = foot_width + foot_forward,
    foot = is_turned ? [deep, foot_length] : [foot_length, deep],
    corner = is_turned ? [foot_width, foot_length] / 2 : foot_middle,
    left = min(lying_least[0], -corner[0]))
  is_beside
    ? [[foot[0] + gap + network[0], max(foot[1], network[1])], [foot[0] + gap, 0] - lying_least, corner, is_turned]
    : [[max(lying_most[0], foot[0] - corner[0]) - left, foot[1] + gap + network[1]],
       [-left, foot[1] + gap - lying_least[1]], [-left, corner[1]], is_turned];

function smallest(plates, best = 0, i = 1) =
  i == len(plates) ? plates[best] : smallest(plates, is_smaller(plates[i][0], plates[best][0]) ? i : best, i + 1);

// Of squares that are equal but for rounding, the one of less area.
function is_smaller(one, other) =
  let (equal = 0.999999999)
  max(one) < max(other) * equal ||
    (max(one) * equal < max(other) && one[0] * one[1] < other[0] * other[1] * equal);

// The lowest nodes on the rail, their axes over its middle.
standing_place = has_foot
  ? [foot_middle[0], foot_middle[1] + cut, foot_height - lowest]
  : [middle + node_radius, node_radius + cut, -lowest];

// ---- Prisms, and polygons in the plane, counter-clockwise

// Two polygons of as many corners, joined corner by corner; counter-clockwise seen from where the other lies.
module prism(from, to) {
  count = len(from);
  polyhedron(
    concat(from, to),
    concat(
      [[for (i = [0 : count - 1]) i], [for (i = [0 : count - 1]) 2 * count - 1 - i]],
      [for (i = [0 : count - 1]) let (next = (i + 1) % count) each [
        [i, count + i, count + next],
        [i, count + next, next]]]));
}

// From one height to another; the upper end may be another polygon.
module standing(polygon, from, to, upper) {
  prism(at_height(polygon, from), at_height(is_undef(upper) ? polygon : upper, to));
}

function at_height(polygon, z) = [for (point = polygon) concat(point, z)];

// In a plane across y.
function upended(polygon, y) = [for (point = polygon) [point[0], y, point[1]]];

function rectangle(least, most) = [least, [most[0], least[1]], most, [least[0], most[1]]];

// Corners of a circle, from so many sides after +x on.
function ring(radius, sides, start = 0) =
  [for (i = [0 : sides - 1]) let (angle = 360 * (i + start) / sides) radius * [cos(angle), sin(angle)]];

// A polygon whose sides lie so much farther out.
function grown(polygon, by) =
  let (
    count = len(polygon),
    sides = [for (i = [0 : count - 1])
      let (along = polygon[(i + 1) % count] - polygon[i], out = [along[1], -along[0]] / norm(along))
      concat(out, out * polygon[i] + by)])
  [for (i = [0 : count - 1])
    let (a = sides[(i + count - 1) % count], b = sides[i])
    [a[2] * b[1] - b[2] * a[1], a[0] * b[2] - b[0] * a[2]] / (a[0] * b[1] - a[1] * b[0])];

// What of a polygon has a y of at most so much. Corners that fall together are one.
function below(polygon, most) =
  let (
    count = len(polygon),
    corners = [for (i = [0 : count - 1])
      let (point = polygon[i], next = polygon[(i + 1) % count], is_below = point[1] <= most)
      each concat(
        is_below ? [point] : [],
        is_below == (next[1] <= most) ? []
          : [[point[0] + (most - point[1]) / (next[1] - point[1]) * (next[0] - point[0]), most]])],
    last = len(corners) - 1)
  [for (i = [0 : last])
    let (apart = corners[i] - corners[i == 0 ? last : i - 1])
    if (abs(apart[0]) + abs(apart[1]) > 0.000001) corners[i]];

// ---- Reading the layers

// From text such as "3,784~9,2", or a list of numbers, such texts and lists of what is drawn.
function parse_layers(layers) =
  let (list = is_string(layers) ? split(layers, ",") : layers)
  assert(is_list(list) && len(list) >= 2 && len(list) <= 100,
    str("layers must be 2 to 100 numbers, such as \"3,6,6,4,2\", but is \"", layers, "\"."))
  [for (i = [0 : len(list) - 1])
    is_list(layers) && is_list(list[i]) ? listed(list[i], i)
    : counted([for (part = split(is_string(layers) ? list[i] : str(list[i]), "~")) parse_number(part)], i)];

// Of a list such as [0, 1, "...", 783].
function listed(list, i) =
  assert(len([for (one = list) if (is_num(one)) one]) > 0, refusal(i, "a node that is drawn"))
  [for (one = list) is_num(one)];

// Of 784, all nodes; of 784~9, nine of them: the first half from the layer's start, an ellipsis, the others from its end.
function counted(numbers, i) =
  let (size = numbers[0])
  assert(len(numbers) > 1 || is_whole(size, 1, 10000),
    refusal(i, "a whole number of nodes from 1 to 10000"))
  assert(is_whole(size, 1, 1000000000), refusal(i, "a whole number of nodes from 1 to 1000000000"))
  assert(len(numbers) <= 2, refusal(i, "one number of nodes to draw"))
  let (count = numbers[len(numbers) - 1], most = min(size, 10000))
  assert(is_whole(count, 1, most), refusal(i, str("a whole number of nodes to draw from 1 to ", most)))
  let (first = ceil(count / 2))
  concat([for (k = [1 : first]) true], count < size ? [false] : [], [for (k = [first + 1 : 1 : count]) true]);

function refusal(i, right) = str("Layer ", i + 1, " must have ", right, ", but layers is \"", layers, "\".");

// The texts between marks, each as a list of characters without the spaces around them.
function split(text, mark) =
  let (ends = [for (i = [0 : len(text)]) if (i == len(text) || text[i] == mark) i])
  [for (i = [0 : len(ends) - 1]) trim(text, i == 0 ? 0 : ends[i - 1] + 1, ends[i])];

// The characters from start to before end, without the spaces around them.
function trim(text, start, end) =
  let (inked = [for (i = [start : 1 : end - 1]) if (text[i] != " ") i])
  len(inked) == 0 ? [] : [for (i = [inked[0] : inked[len(inked) - 1]]) text[i]];

// undef where the characters are no number.
function parse_number(characters) =
  let (digits = [for (character = characters) ord(character) - ord("0")])
  len(digits) > 0 && min(digits) >= 0 && max(digits) <= 9 ? join_digits(digits) : undef;

function join_digits(digits, i = 0, number = 0) =
  i == len(digits) ? number : join_digits(digits, i + 1, 10 * number + digits[i]);

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
  assert(mode == "upright" || mode == "flat", str("mode must be upright or flat, but is ", mode, "."));
  if (mode == "flat") check_flat();
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

module check_flat() {
  assert(is_within(layer_height, 0.02, 1),
    str("layer_height must be a length from 0.02 to 1 mm, but is ", layer_height, "."));
  assert(is_within(clearance, 0, 2),
    str("clearance must be a length from 0 to 2 mm, but is ", clearance, "."));
  assert(show == "plate" || show == "assembled", str("show must be plate or assembled, but is ", show, "."));
}

module check_length(name, length) {
  assert(is_within(length, 0.01, 10000),
    str(name, " must be a length from 0.01 to 10000 mm, but is ", length, "."));
}

function is_within(number, least, most) = is_num(number) && number >= least && number <= most;
function is_whole(number, least, most) = is_within(number, least, most) && number == floor(number);

// Keep the line below: from it, "neurofab --from FILE" writes this network again, as it was at first.
// Neurofab recipe: {"neurofab":"VERSION","spec":{"version":2,"layers":[3,6,6,4,2]},"settings":{}}
