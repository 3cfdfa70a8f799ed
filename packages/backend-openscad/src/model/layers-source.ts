import { NETWORK_LIMITS } from '@neurofab/core';

const LIMIT = NETWORK_LIMITS;

/** Reads the parameter `layers`: text, or a list of numbers, texts and lists of the nodes that are drawn. */
export const LAYERS_SOURCE: string = `// ---- Reading the layers

// From text such as "3,784~9,2", or a list of numbers, such texts and lists of what is drawn.
function parse_layers(layers) =
  let (list = is_string(layers) ? split(layers, ",") : layers)
  assert(is_list(list) && len(list) >= ${LIMIT.minLayers} && len(list) <= ${LIMIT.maxLayers},
    str("layers must be ${LIMIT.minLayers} to ${LIMIT.maxLayers} numbers, such as \\"3,6,6,4,2\\", but is \\"", layers, "\\"."))
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
  assert(len(numbers) > 1 || is_whole(size, 1, ${LIMIT.maxNodesPerLayer}),
    refusal(i, "a whole number of nodes from 1 to ${LIMIT.maxNodesPerLayer}"))
  assert(is_whole(size, 1, ${LIMIT.maxLayerSize}), refusal(i, "a whole number of nodes from 1 to ${LIMIT.maxLayerSize}"))
  assert(len(numbers) <= 2, refusal(i, "one number of nodes to draw"))
  let (count = numbers[len(numbers) - 1], most = min(size, ${LIMIT.maxNodesPerLayer}))
  assert(is_whole(count, 1, most), refusal(i, str("a whole number of nodes to draw from 1 to ", most)))
  let (first = ceil(count / 2))
  concat([for (k = [1 : first]) true], count < size ? [false] : [], [for (k = [first + 1 : 1 : count]) true]);

function refusal(i, right) = str("Layer ", i + 1, " must have ", right, ", but layers is \\"", layers, "\\".");

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
  i == len(digits) ? number : join_digits(digits, i + 1, 10 * number + digits[i]);`;
