import { CLAMPING } from '@neurofab/core/internal';
import type { SourceModel } from '../source-model.ts';

/**
 * The module `connections`; `far_rods`: among them those that reach farthest, as [from, to, radius, sides]; and `rod_radii`, the
 * least of which is that of the thinnest.
 */
export function connectionsSource({ weights }: SourceModel): string {
  if (weights === undefined) return DENSE;
  return `${WEIGHTED}\n\n${weights.hasNegative ? SIGNED_PROFILE : PROFILE}`;
}

const DENSE = `// ---- Connections: from every node to every node of the next layer

module connections() {
  for (i = [0 : last_layer - 1], a = [0 : nodes[i] - 1], b = [0 : nodes[i + 1] - 1])
    connection(node_place(i, a), node_place(i + 1, b), rod_radius, sides(rod_radius));
}

// Between the first and last nodes of layers.
far_rods = [for (i = [0 : last_layer - 1], a = [0, nodes[i] - 1], b = [0, nodes[i + 1] - 1])
  [node_place(i, a), node_place(i + 1, b), rod_radius, sides(rod_radius)]];
rod_radii = [rod_radius];`;

const WEIGHTED = `// ---- Connections: twice the weight is twice the area, or twice the diameter

// All, or those of a sign.
module connections(are_negative) {
  for (rod = rods)
    if (is_undef(are_negative) || rod[4] == are_negative) connection(rod[0], rod[1], rod[2], rod[3]);
}

// The size of each weight, 0 where there is none.
weight_sizes = [for (matrix = checked_weights(weights))
  [for (row = matrix) [for (weight = row) is_num(weight) ? abs(weight) : 0]]];
// The largest of each gap.
strongest = [for (matrix = weight_sizes) max([for (row = matrix) max(row)])];
// From which share of it on a connection is drawn thickest: 1, or less where too little of a gap's weight would show.
thickest_shares = [for (i = [0 : last_layer - 1]) strongest[i] == 0 ? 1
  : thickest_share([for (row = weight_sizes[i]) for (size = row) size / strongest[i]], 1)];
// The strongest connection of each node, to the next layer and to the one before.
strongest_after = [for (matrix = weight_sizes)
  [for (a = [0 : len(matrix[0]) - 1]) first_largest([for (row = matrix) row[a]])]];
strongest_before = [for (matrix = weight_sizes) [for (row = matrix) first_largest(row)]];

// Each as [from, to, radius, sides, whether its weight is negative, radius of a circle as large].
rods = [
  for (i = [0 : last_layer - 1], a = [0 : nodes[i] - 1], b = [0 : nodes[i + 1] - 1])
    let (diameter = rod_diameter(i, a, b))
    if (diameter > 0)
      let (is_negative = weights[i][b][a] < 0)
      concat([node_place(i, a), node_place(i + 1, b)], profile(diameter / 2, is_negative), [is_negative, diameter / 2])
];
far_rods = rods;
rod_radii = [for (rod = rods) rod[5]];

function first_largest(list) =
  let (largest = max(list))
  [for (i = [0 : len(list) - 1]) if (list[i] == largest) i][0];

// Of the connection from node a of layer i to node b of the next; 0 where none is drawn. What would be
// too thin is left out, but for the strongest connection of a node, so that it does not stand alone.
function rod_diameter(i, a, b) =
  let (size = weight_sizes[i][b][a])
  size == 0 ? 0 :
  let (full = full_diameter(size / strongest[i], thickest_shares[i]))
  full >= thinnest_rod ? full
  : strongest_after[i][a] == b || strongest_before[i][b] == a ? thinnest_rod
  : 0;

function full_diameter(size, thickest_share) =
  let (share = min(1, size / thickest_share))
  thickest_rod * (thickness_by == "linear" ? share : sqrt(share));

// Lowered until as much of the weight is drawn as there has to be.
function thickest_share(sizes, share) =
  let (drawn = [for (size = sizes) full_diameter(size, share) >= thinnest_rod ? size : 0])
  thinnest_rod > thickest_rod || sum(drawn) >= ${CLAMPING.leastShare} * sum(sizes) ? share : thickest_share(sizes, share * ${CLAMPING.step});

function sum(list) = list * [for (number = list) 1];

function checked_weights(matrices) =
  assert([for (matrix = matrices) [for (row = matrix) len(row)]] ==
    [for (i = [0 : last_layer - 1]) [for (b = [1 : nodes[i + 1]]) nodes[i]]],
    "weights must have a matrix a gap, with a row for each node drawn of the next layer and in it a number for each of this one.")
  matrices;`;

const PROFILE = `// The radius and the sides of a rod.
function profile(radius, is_negative) = [radius, sides(radius)];`;

const SIGNED_PROFILE = `// The radius and the sides of a rod; a square has the area of the circle.
function profile(radius, is_negative) = sign_shape && is_negative
  ? [radius * sqrt(PI / 2), 4]
  : [radius, sides(radius)];`;
