import { FRONT_GAP, NAME_GAP, ROW_GAP, TAG_MARGIN, TAG_SIZES } from '@neurofab/core/internal';

/** The modules `layer_names` and `tags`: the core's `nameLines`, `namesOnFoot` and `tagsOf`, formula by formula. */
export const NAMES_SOURCE: string = `// ---- Names: of layers on the foot, of inputs and outputs on tags that are joined to their nodes

// Those of layers and nodes that are there.
has_names = mode == "flat" && base == "disc" && posts;
names_on_foot = has_names ? [for (name = layer_names) if (name[0] <= last_layer) name] : [];
names_of_inputs = has_names ? [for (name = input_names) if (name[0] < nodes[0]) name] : [];
names_of_outputs = has_names ? [for (name = output_names) if (name[0] < nodes[last_layer]) name] : [];
has_layer_names = len(names_on_foot) > 0;

function name_width(name) = -least(-points_of(name[1]))[0];
function names_points(names) = [for (name = names) each points_of(name[1])];
function names_bottom(names) = least(names_points(names))[1];
function names_top(names) = -least(-names_points(names))[1];
function names_depth(names) = names_top(names) - names_bottom(names);
function name_middle(names, name) = [name_width(name), names_top(names) + names_bottom(names)] / 2;

// As high as there is room between layers, or between nodes and above the plate of the foot.
layer_names_height = min(concat([wanted_height], [for (i = [1 : 1 : len(names_on_foot) - 1])
  let (name = names_on_foot[i], before = names_on_foot[i - 1])
  (name[0] - before[0]) * layer_pitch / ((name_width(name) + name_width(before)) / 2 + ${ROW_GAP})]));
function tag_names_height(names) = min(wanted_height,
  min(node_pitch, 2 * (node_radius + foot_height - foot_thickness)) / (names_depth(names) + ${2 * TAG_MARGIN + NAME_GAP}));

// How deep those of layers are, how far they reach from the middle of the foot, and where they stand on it.
layer_names_deep = has_layer_names ? layer_names_height * names_depth(names_on_foot) : 0;
layer_names_reach = max(concat([0], [for (name = names_on_foot)
  abs(name[0] * layer_pitch - middle) + layer_names_height * (name_width(name) / 2 + ${FRONT_GAP})]));
function names_start() = rail_width / 2 + (foot_width / 2 + foot_forward - rail_width / 2 - front_deep - dots_deep) / 2;
function layer_names_y() = -(names_start() + ${FRONT_GAP} * layer_names_height + layer_names_deep / 2);

module names_of_layers() {
  for (name = names_on_foot)
    translate([name[0] * layer_pitch - middle, layer_names_y(), 0])
      letters(name[1], name_middle(names_on_foot, name), layer_names_height, foot_thickness);
}

tag_thickness = whole_layers(max(${TAG_SIZES.thickness}, ${TAG_SIZES.thicknessOfNode} * node_radius));

// Strips beside the nodes of the first layer, side -1, or of the last one, side 1; or what stands on them.
module strips(names, i, side) {
  height = tag_names_height(names);
  start = tag_start(height);
  half = tag_half(names, height);
  for (name = names) translate(node_place(i, name[0]) - [middle, 0]) {
    strip(side, ${TAG_SIZES.neckFrom} * node_radius, start + ${TAG_MARGIN} * height, min(${TAG_SIZES.neck / 2} * node_radius, half));
    strip(side, start, tag_end(name, height), half);
  }
}

module names_on_strips(names, i, side) {
  height = tag_names_height(names);
  for (name = names) translate(node_place(i, name[0]) - [middle, 0])
    translate([side * (tag_start(height) + height * (name_width(name) / 2 + ${TAG_MARGIN})), 0, 0])
      letters(name[1], name_middle(names, name), height, tag_thickness);
}

module strip(side, from, to, half) {
  standing(side < 0 ? rectangle([-to, -half], [-from, half]) : rectangle([from, -half], [to, half]), 0, tag_thickness);
}

// Beside the rail of the foot.
function tag_start(height) = max(node_radius, rail_width / 2) + ${TAG_MARGIN} * height;
function tag_half(names, height) = height * (names_depth(names) / 2 + ${TAG_MARGIN});
function tag_end(name, height) = tag_start(height) + height * (name_width(name) + ${2 * TAG_MARGIN});

module tags() {
  if (len(names_of_inputs) > 0) strips(names_of_inputs, 0, -1);
  if (len(names_of_outputs) > 0) strips(names_of_outputs, last_layer, 1);
}

module names_on_tags() {
  if (len(names_of_inputs) > 0) names_on_strips(names_of_inputs, 0, -1);
  if (len(names_of_outputs) > 0) names_on_strips(names_of_outputs, last_layer, 1);
}

// The corners of the tags.
function tag_corners(names, i, side) =
  let (height = len(names) == 0 ? 0 : tag_names_height(names))
  [for (name = names)
    let (place = node_place(i, name[0]) - [middle, 0], half = tag_half(names, height))
    each [place + [side * tag_end(name, height), -half], place + [side * tag_end(name, height), half]]];`;
