import { NETWORK_DEFAULTS, PRESETS } from '@neurofab/core';
import type { SourceModel } from '../source-model.ts';
import { checksSource } from './checks-source.ts';
import { connectionsSource } from './connections-source.ts';
import { flatSource } from './flat-source.ts';
import { LAYERS_SOURCE } from './layers-source.ts';
import { lineSizesSource, linesSource } from './lines-source.ts';
import { NAMES_SOURCE } from './names-source.ts';
import { PRISMS_SOURCE } from './prisms-source.ts';

/**
 * The modules and functions that make the network of the parameters and tables: the core's `layout`, `drawWeights`,
 * `baseRadiusFor`, `postRadius`, `circleSegments` and checks, formula by formula.
 */
export function modelSource(model: SourceModel): string {
  return [
    networkSource(model),
    sizesSource(model),
    PLACES,
    connectionsSource(model),
    resolutionSource(model),
    BOUNDS,
    // OpenSCAD knows variables only once they are there.
    lineSizesSource(model),
    model.names === undefined ? '' : NAMES_SOURCE,
    flatSource(model),
    linesSource(model),
    PRISMS_SOURCE,
    LAYERS_SOURCE,
    checksSource(model),
  ]
    .filter((source) => source !== '')
    .join('\n\n');
}

const RATIO = NETWORK_DEFAULTS;

function networkSource({ weights, text, braille }: SourceModel): string {
  const connections =
    weights?.hasPositive === true && weights.hasNegative
      ? `color(connection_color) connections(are_negative = false);
  color(negative_color) connections(are_negative = true);`
      : `color(${weights?.hasNegative === true ? 'negative_color' : 'connection_color'}) connections();`;
  return `// ---- The model: one colour a part

network();

module network() {
  check_parameters();
  if (mode == "flat") flat();
  else upright();
}

module upright() {
  translate(on_bed ? -corner : [0, 0, 0]) {
    ${text === undefined ? 'if (base == "disc") color(base_color) base();' : BASE_WITH_TEXT}
    nodes_and_connections();
  }
}

module nodes_and_connections() {
  ${connections}
  for (i = [0 : last_layer]) color(layer_colors[i % len(layer_colors)]) layer(i);
}

// A disc, and a post to every layer above it.
module base() {
  translate([middle, 0, lowest - disc_thickness / 2])
    cylinder(r = disc_radius, h = disc_thickness, $fn = disc_sides);
  for (i = [0 : last_layer]) if (has_post(i)) post(i);${braille === undefined ? '' : '\n  dots_on_disc();'}
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
}`;
}

const BASE_WITH_TEXT = `if (base == "disc") {
      color(base_color) difference() {
        base();
        if (engraved) text_on_disc();
      }
      if (!engraved) color(text_color) text_on_disc();
    }`;

function sizesSource({ spec, weights }: SourceModel): string {
  const thickness =
    weights === undefined
      ? `rod_radius = in_force(connection_radius, ${RATIO.connectionRatio} * node_radius);`
      : `thickest_rod = in_force(thickest, ${RATIO.thickestRatio} * node_radius);
thinnest_rod = in_force(thinnest, ${RATIO.thinnestRatio} * thickest_rod);`;
  const disc = PRESETS[spec.preset].base.grows
    ? 'middle + node_radius'
    : `${RATIO.baseRadiusRatio} * pow(len(shown), 2) * node_radius`;
  return `// ---- Layers, and sizes in force: as set above, or automatic

// What is drawn of each layer from below: true for a node, false for an ellipsis.
shown = parse_layers(layers);
last_layer = len(shown) - 1;
node_rows = [for (rows = shown) [for (row = [0 : len(rows) - 1]) if (rows[row]) row]];
nodes = [for (rows = node_rows) len(rows)];

${thickness}
node_pitch = in_force(node_spacing, ${RATIO.nodeSpacingRatio} * node_radius);
layer_pitch = in_force(layer_spacing, ${RATIO.layerSpacingRatio} * node_radius);

dot_radius = ${RATIO.dotRatio} * node_radius;
dot_rod_radius = ${RATIO.dotRodRatio} * node_radius;
dot_share = 1 / 4; // of a node's place

// Halfway between the first layer and the last, where the disc has its centre.
middle = last_layer / 2 * layer_pitch;
disc_radius = in_force(base_radius, ${disc});
disc_thickness = in_force(base_thickness, ${RATIO.baseThicknessRatio} * node_radius);
// Thicker than a connection, since the whole network stands on its posts.
post_radius = max(${RATIO.postRatio} * node_radius, ${weights === undefined ? 'rod_radius' : 'thickest_rod / 2'});

function in_force(size, automatic) = size == 0 ? automatic : size;`;
}

const PLACES = `// ---- Places in the plane of the network: layers follow each other, each centred on 0

function row_place(i, row) = [i * layer_pitch, (row - (len(shown[i]) - 1) / 2) * node_pitch];
function node_place(i, k) = row_place(i, node_rows[i][k]);

// The plane stands along x and z, or lies a little above the bed, its middle over the origin.
function in_space(place) = mode == "flat" ? [place[0] - middle, place[1], cut] : [place[0], 0, place[1]];

// The bottom of the lowest nodes, where the disc has its middle.
lowest = -(max([for (rows = shown) len(rows)]) - 1) / 2 * node_pitch - node_radius;

// How far along x a layer is from the middle.
function from_middle(i) = abs(i - last_layer / 2) * layer_pitch;
// A disc that just holds a post does so whatever rounding does.
function has_post(i) = posts && from_middle(i) + post_radius <= disc_radius * 1.000000001;`;

function resolutionSource({ spec: { resolution } }: SourceModel): string {
  const bands =
    'segments' in resolution && resolution.rings !== undefined
      ? 'segments != 0 && rings != 0\n  ? rings\n  : max(2, round(sides(radius) / 2))'
      : 'max(2, round(sides(radius) / 2))';
  return `// ---- Resolution

// Sides of a circle. A chord of 4 a degrees lies 2 r sin(a)^2 inside its circle; a multiple of four
// lets the circle reach its full width along both axes.
function sides(radius) = segments != 0
  ? segments
  : max(8, 4 * ceil(90 / asin(min(1, sqrt(tolerance / radius / 2))) / 4));

// Bands of a ball from pole to pole.
function bands(radius) = ${bands};

disc_sides = in_force(base_segments, sides(disc_radius));`;
}

const BOUNDS = `// ---- The corner of what stands upright, where x, y and z are least

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

function least(points) = [for (axis = [0 : len(points[0]) - 1]) min([for (point = points) point[axis]])];`;
