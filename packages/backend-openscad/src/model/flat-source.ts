import { CUTS, FOOT_SIZES, FRONT_GAP, LEAST_SIDES, PIECE_GAP } from '@neurofab/core/internal';
import type { SourceModel } from '../source-model.ts';

/** The module `flat`: the core's `placeFlat`, `footOf` and `arrange`, formula by formula. */
export function flatSource(model: SourceModel): string {
  const { text, braille, names } = model;
  const [cutText, raisedText] = letters([
    ...(names === undefined ? [] : ['names_of_layers();']),
    ...(text === undefined ? [] : ['line_of_text(foot_thickness);']),
  ]);
  const [cutNames, raisedNames] = letters(names === undefined ? [] : ['names_on_tags();']);
  const dots = braille === undefined ? '' : '\n      dots(foot_thickness);';
  const foot = footSizes(model);
  const tags = names === undefined ? NO_TAGS : TAGS;
  return `// ---- Flat: the network lying on the bed, cut off under its plane, and a foot that its pegs go into

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
      if (has_foot) color(base_color) for (i = [0 : last_layer]) peg(i);${tags.solids}
      nodes_and_connections();
    }
    // The room under the bed.
    standing(rectangle(lying_least - margin, lying_most + margin), -2 * lying_height, 0);${cutNames}
  }${raisedNames}
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
      standing(rectangle(-half_rail, half_rail), foot_thickness / 2, foot_height);${dots}
    }
    for (i = [0 : last_layer]) translate([i * layer_pitch - middle, 0, foot_height]) socket();${cutText}
  }${raisedText}
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
deepest_cut = floor(${1 + CUTS.deepest} * thinnest_radius / layer_height + 0.000000001) * layer_height - thinnest_radius;
cut = deepest_cut > 0 ? deepest_cut : ${CUTS.usual} * thinnest_radius;

// The foot: as deep as pegs need it to tilt little, and so wide that it takes 12 degrees to tip it over.
peg_length = ${FOOT_SIZES.pegLength} * post_radius;
peg_tip = lowest - peg_length;
peg_outline = ring(post_radius, sides(post_radius), 0.5);
chamfer = min(${FOOT_SIZES.chamfer}, ${FOOT_SIZES.chamferOfPeg} * post_radius);
rail_width = 2 * post_radius + ${FOOT_SIZES.walls};
${foot.front}foot_width = max(${FOOT_SIZES.width} * post_radius, rail_width + ${FOOT_SIZES.margins}, ${FOOT_SIZES.widthOfHeight} * (peg_length - lowest)${foot.width});
// Its ends are round${names === undefined ? '' : ', or its corners where names of layers stand on it'}.
foot_corner = ${foot.corner};
foot_length = max(${foot.length}, ${braille === undefined ? '2 * foot_corner' : '2 * (foot_corner + dots_wide)'});
// How much farther its plate goes to the front, where there is Braille.
foot_forward = ${foot.forward};
foot_middle = [foot_length / 2, foot_width / 2 + foot_forward];
foot_thickness = whole_layers(${FOOT_SIZES.thickness} * post_radius);
foot_height = whole_layers(peg_length + clearance + ${FOOT_SIZES.floor});
foot_sides = segments == 0 ? sides(foot_corner) : max(segments, ${LEAST_SIDES});
foot_outline = [for (point = ring(foot_corner, foot_sides, foot_corner < foot_width / 2 ? 0.5 : 0))
  point + [(point[0] < 0 ? -1 : 1) * (foot_length / 2 - foot_corner),
    point[1] < 0 ? foot_corner - foot_width / 2 - foot_forward : foot_width / 2 - foot_corner]];

function whole_layers(size) = ceil(size / layer_height - 0.000000001) * layer_height;

// The bounds of the lying network.
${tags.variables}node_reach = ball_reach(node_radius);
dot_reach = ball_reach(dot_radius);
lying_corners = concat(
  [for (i = [0 : last_layer]) each lying_layer(i)],
  // Only in this mode: of many rods it takes long.
  [for (rod = mode == "flat" ? far_rods : []) each lying_rod(rod[0], rod[1], rod[2] * reach(rod[3])[1])],
  has_foot ? [[least(peg_outline)[0] - middle, peg_tip], [middle - least(-peg_outline)[0], peg_tip]] : []${tags.corners});
lying_least = least(lying_corners);
lying_most = -least(-lying_corners);
lying_height = ${tags.height('cut + max(concat([node_radius], [for (rod = far_rods) rod[2]]))')};

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
    gap = ${PIECE_GAP},
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
  : [middle + node_radius, node_radius + cut, -lowest];`;
}

/** What is cut in, and what rises. */
function letters(lines: readonly string[]): readonly [cut: string, raised: string] {
  return [
    lines.map((line) => `\n    if (engraved) ${line}`).join(''),
    lines.map((line) => `\n  if (!engraved) color(text_color) ${line}`).join(''),
  ];
}

interface FootSizes {
  /** What stands before the sizes. */
  readonly front: string;
  readonly width: string;
  readonly corner: string;
  readonly length: string;
  readonly forward: string;
}

function footSizes({ text, braille, names }: SourceModel): FootSizes {
  const usual = `2 * middle + rail_width + ${FOOT_SIZES.margins}`;
  const forward = (deep: string) =>
    braille === undefined ? '0' : `max(0, rail_width / 2 + ${deep} + dots_deep - foot_width / 2)`;
  if (names === undefined) {
    return {
      front: '',
      width: '',
      corner: 'foot_width / 2',
      length: usual,
      forward: forward('wanted_height * line_deep'),
    };
  }
  const deep = `front_deep = layer_names_deep + ${FRONT_GAP} * layer_names_height + `;
  const front =
    text === undefined
      ? `${deep}${FRONT_GAP} * layer_names_height;`
      : `front_line_height = min(wanted_height, row_length / (2 * line_wide));
${deep}front_line_height * (line_deep + ${FRONT_GAP});`;
  const smallest = text === undefined ? 'layer_names_height' : 'min(layer_names_height, front_line_height)';
  return {
    front: `// Names of layers, and text before them, take so much of it from the rail to the front.
row_length = max(${usual}, 2 * layer_names_reach);
${front}
`,
    width: ', has_layer_names ? rail_width + 2 * front_deep : 0',
    corner: `min(foot_width / 2, has_layer_names ? ${smallest} : foot_width)`,
    length: `has_layer_names ? row_length : ${usual}`,
    forward: forward('(has_layer_names ? front_deep : wanted_height * line_deep)'),
  };
}

/** What tags have a say in. */
interface TagsInFlat {
  readonly solids: string;
  readonly variables: string;
  readonly corners: string;
  readonly height: (others: string) => string;
}

const NO_TAGS: TagsInFlat = { solids: '', variables: '', corners: '', height: (others) => others };

const TAGS: TagsInFlat = {
  solids: '\n      color(base_color) tags();',
  variables:
    'all_tag_corners = concat(tag_corners(names_of_inputs, 0, -1), tag_corners(names_of_outputs, last_layer, 1));\n',
  corners: ', all_tag_corners',
  height: (others) => `max(${others},
  len(all_tag_corners) == 0 ? 0 : tag_thickness + (engraved ? 0 : letter_rise))`,
};
