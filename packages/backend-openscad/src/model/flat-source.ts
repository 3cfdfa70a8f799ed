/** The module `flat`: the core's `placeFlat` and `footOf`, formula by formula. */
export const FLAT_SOURCE: string = `// ---- Flat: the network lying on the bed, cut off under its plane, and a foot that its pegs go into

has_foot = base == "disc" && posts;

// As it is printed, or put together.
module flat() {
  if (show == "plate") {
    translate(network_place) lying_network();
    if (has_foot) translate(foot_place) rotate(is_foot_beside ? 90 : 0) foot();
  } else {
    translate(raised_place) rotate([90, 0, 0]) lying_network();
    if (has_foot) foot();
  }
}

module lying_network() {
  margin = [lying_height, lying_height];
  front = has_foot ? min(lying_least[1], peg_tip) : lying_least[1];
  difference() {
    union() {
      if (has_foot) color(base_color) for (i = [0 : last_layer]) peg(i);
      nodes_and_connections();
    }
    // The room under the bed.
    standing(rectangle([lying_least[0], front] - margin, lying_most + margin), -2 * lying_height, 0);
  }
}

// From the lowest node of a layer to beyond those of all.
module peg(i) {
  top = node_place(i, 0);
  shoulder = peg_tip + chamfer;
  translate([top[0], 0, cut]) {
    prism(upended(peg_outline, top[1]), upended(peg_outline, shoulder));
    prism(upended(peg_outline, shoulder), upended(grown(peg_outline, -chamfer), peg_tip));
  }
}

// A plate with round ends, its corner at the origin, and along its middle a rail with sockets.
module foot() {
  reach = rail_width / 2;
  color(base_color) difference() {
    union() {
      standing(foot_outline, 0, foot_thickness);
      standing(
        rectangle([before - reach, foot_width / 2 - reach], [before + network_length + reach, foot_width / 2 + reach]),
        foot_thickness / 2, foot_height);
    }
    for (i = [0 : last_layer]) translate([before + i * layer_pitch, foot_width / 2, foot_height]) socket();
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

// The bounds of the lying network, without pegs.
network_length = last_layer * layer_pitch;
node_reach = ball_reach(node_radius);
dot_reach = ball_reach(dot_radius);
lying_corners = concat(
  [for (i = [0 : last_layer]) each lying_layer(i)],
  [for (rod = mode == "flat" ? far_rods : []) each lying_rod(rod[0], rod[1], rod[2] * reach(rod[3])[1])]);
lying_least = least(lying_corners);
lying_most = -least(-lying_corners);
lying_height = cut + max(concat([node_radius], [for (rod = far_rods) rod[2]]));

// Where a layer is least and most.
function lying_layer(i) =
  let (last = len(shown[i]) - 1)
  [[i * layer_pitch - node_reach[0],
    shown[i][0] ? row_place(i, 0)[1] - node_reach[1] : row_place(i, -dot_share)[1] - dot_reach[1]],
   [i * layer_pitch + node_radius * widest(bands(node_radius)),
    shown[i][last] ? row_place(i, last)[1] + node_reach[1] : row_place(i, last + dot_share)[1] + dot_reach[1]]];

// Where a rod is least and most that reaches so far to either side.
function lying_rod(from, to, reach) =
  let (along = (to - from) / norm(to - from), side = reach * [abs(along[1]), along[0]])
  [[from[0], min(from[1], to[1])] - side, [to[0], max(from[1], to[1])] + side];

// The foot: as deep as pegs need it to tilt little, and so wide that it takes 12 degrees to tip it over.
peg_length = 3 * post_radius;
peg_tip = lowest - peg_length;
peg_outline = ring(post_radius, sides(post_radius), 0.5);
chamfer = min(0.3, 0.25 * post_radius);
rail_width = 2 * post_radius + 5;
foot_width = max(18 * post_radius, rail_width + 7, 0.425 * ((lying_most[1] - lying_least[1]) / 2 + peg_length));
foot_length = max(network_length + rail_width + 7, foot_width);
foot_thickness = whole_layers(1.2 * post_radius);
foot_height = whole_layers(peg_length + clearance + 0.8);
foot_outline = [for (point = ring(foot_width / 2, segments == 0 ? sides(foot_width / 2) : max(segments, 24)))
  point + [point[0] < 0 ? foot_width / 2 : foot_length - foot_width / 2, foot_width / 2]];
// Of the foot, before the first layer.
before = (foot_length - network_length) / 2;

function whole_layers(size) = ceil(size / layer_height - 0.000000001) * layer_height;

// The foot in front of the network, along its layers, or beside it, turned: whichever takes the smaller square.
gap = 4;
front_left = min(lying_least[0], -before);
front_size = max(
  max(lying_most[0], foot_length - before) - front_left,
  foot_width + gap - peg_tip + lying_most[1]);
beside_start = foot_width + gap - min(lying_least[0], -post_radius);
beside_size = max(
  beside_start + max(lying_most[0], network_length + post_radius),
  max(foot_length, lying_most[1] - peg_tip));
is_foot_beside = beside_size < front_size;
network_place = !has_foot ? -lying_least
  : is_foot_beside ? [beside_start, -peg_tip]
  : [-front_left, foot_width + gap - peg_tip];
foot_place = is_foot_beside ? [foot_width, 0] : [-before - front_left, 0];
// The lowest nodes on the rail, their axes over its middle.
raised_place = has_foot
  ? [before, foot_width / 2 + cut, foot_height - lowest]
  : [-lying_least[0], lying_height, -lying_least[1]];`;
