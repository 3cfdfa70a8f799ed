import { minBaseRadius } from './base.ts';
import { type Draft, FIELDS, valueAt } from './fields.ts';
import { layerSize, shownCount } from './layers.ts';
import { NETWORK_LIMITS } from './limits.ts';
import { MODE_TRAITS } from './modes.ts';
import type { NetworkSpec, NetworkSpecInput } from './network-spec.ts';
import type { Fault } from './spec-error.ts';

/** Faults in how sound fields fit together. A rule that involves a faulty field is left out. */
export function fitFaults(spec: NetworkSpec, input: NetworkSpecInput, faulty: ReadonlySet<unknown>): Fault[] {
  const faults: Fault[] = [];
  const check: Check = (uses, right, path, message) => {
    if (!right && !uses.some((field) => faulty.has(field))) faults.push({ path, message });
  };
  checkSizes(spec, check);
  checkNeeds(spec, input, check);
  checkBase(spec, input, check);
  checkDefaults(spec, input, check);
  checkResolution(input, check);
  checkNames(spec, check);
  if (!faulty.has('weights') && !faulty.has('layers')) faults.push(...weightFaults(spec));
  return faults;
}

type Check = (
  uses: readonly (keyof NetworkSpec)[],
  right: boolean,
  path: Fault['path'],
  message: string,
) => void;

function checkSizes(spec: NetworkSpec, check: Check): void {
  const { nodeRadius, connectionRadius, nodeSpacing, layerSpacing, thickest, thinnest } = spec;
  check(
    ['nodeRadius', 'connectionRadius', 'weights'],
    spec.weights !== undefined || connectionRadius < nodeRadius,
    ['connectionRadius'],
    `Must be less than the node radius (${nodeRadius} mm), but is ${connectionRadius} mm.`,
  );
  check(
    ['nodeRadius', 'nodeSpacing'],
    nodeSpacing > 2 * nodeRadius,
    ['nodeSpacing'],
    `Nodes would overlap: must be more than two node radii (${2 * nodeRadius} mm), but is ${nodeSpacing} mm.`,
  );
  check(
    ['nodeRadius', 'layerSpacing'],
    layerSpacing > 2 * nodeRadius,
    ['layerSpacing'],
    `Layers would overlap: must be more than two node radii (${2 * nodeRadius} mm), but is ${layerSpacing} mm.`,
  );
  if (thickest === undefined || thinnest === undefined) return;
  check(
    ['nodeRadius', 'thickest', 'weights'],
    thickest < 2 * nodeRadius,
    ['thickest'],
    `Must be less than two node radii (${2 * nodeRadius} mm), but is ${thickest} mm.`,
  );
  check(
    ['nodeRadius', 'thickest', 'thinnest', 'weights'],
    thinnest <= thickest,
    ['thinnest'],
    `Must be at most as thick as the thickest (${thickest} mm), but is ${thinnest} mm.`,
  );
}

/** Fields that mean nothing here. */
function checkNeeds(spec: NetworkSpec, input: NetworkSpecInput, check: Check): void {
  for (const { path, needs } of FIELDS) {
    if (needs === undefined || valueAt(input, path) === undefined) continue;
    const uses = [path[0] as keyof NetworkSpec, 'base', 'mode', 'weights'] as const;
    check(uses, needs.when(spec as Draft), path, needs.message);
  }
}

function checkBase(spec: NetworkSpec, input: NetworkSpecInput, check: Check): void {
  const { base, nodeRadius, connectionRadius } = spec;
  if (base.shape === 'none') return;
  check(
    ['base', 'nodeRadius', 'mode'],
    MODE_TRAITS[spec.mode].hasPlate || base.thickness <= 2 * nodeRadius,
    ['base', 'thickness'],
    `Would bury the nodes: must be at most two node radii (${2 * nodeRadius} mm), but is ${base.thickness} mm.`,
  );
  // A default radius of the disc is too small only for posts that are too thick themselves.
  const isThickPost = input.base?.radius === undefined && connectionRadius >= nodeRadius;
  check(
    ['base', 'nodeRadius', 'connectionRadius', 'thickest', 'weights', 'layers', 'layerSpacing'],
    !base.posts || base.radius >= minBaseRadius(spec) || isThickPost,
    ['base', 'radius'],
    `Must be at least ${minBaseRadius(spec)} mm, to reach a post of the middle layers, but is ${base.radius} mm.`,
  );
}

/** The lengths that follow from others; those that were given have been checked. */
function checkDefaults(spec: NetworkSpec, input: NetworkSpecInput, check: Check): void {
  const { minLength, maxLength } = NETWORK_LIMITS;
  for (const { path, kind } of FIELDS) {
    const size = valueAt(spec, path);
    if (kind.kind !== 'length' || size === undefined || valueAt(input, path) !== undefined) continue;
    check(
      ['nodeRadius', 'layers', 'layerSpacing', 'weights', path[0] as keyof NetworkSpec],
      (size as number) >= minLength && (size as number) <= maxLength,
      path,
      `Would be ${size} mm by default, but must be a length from ${minLength} to ${maxLength} mm.`,
    );
  }
}

function checkResolution({ resolution }: NetworkSpecInput, check: Check): void {
  if (resolution === undefined) return;
  const { tolerance, segments, rings } = resolution;
  check(
    ['resolution'],
    (tolerance === undefined) !== (segments === undefined),
    ['resolution'],
    'Must have either a tolerance or segments.',
  );
  check(
    ['resolution'],
    rings === undefined || segments !== undefined,
    ['resolution', 'rings'],
    'Rings go with segments.',
  );
}

/** Whether there is a name for each node of the first and the last layer, or for each that is drawn, where there are any. */
function checkNames({ layers, inputs, outputs }: NetworkSpec, check: Check): void {
  const ends = [
    ['inputs', inputs, layers[0]!],
    ['outputs', outputs, layers.at(-1)!],
  ] as const;
  for (const [field, names, layer] of ends) {
    if (names === undefined) continue;
    const isRight = names.length === layerSize(layer) || names.length === shownCount(layer);
    const message = `Must have a name for each node (${counts(layer)}), but has ${names.length}.`;
    check(['layers', field], isRight, [field], message);
  }
}

/** Whether there is a matrix a gap, with a row and a column for every node, or every one that is drawn. */
function weightFaults({ weights, layers }: NetworkSpec): Fault[] {
  if (weights === undefined) return [];
  const gaps = layers.length - 1;
  if (weights.length !== gaps) {
    const message = `Must have a matrix for each gap between ${layers.length} layers, which is ${gaps}, but has ${weights.length}.`;
    return [{ path: ['weights'], message }];
  }
  const drawn = layers.map(shownCount);
  const count = drawn.slice(1).reduce((sum, nodes, gap) => sum + drawn[gap]! * nodes, 0);
  if (count > NETWORK_LIMITS.maxWeights) {
    const message = `Must have at most ${NETWORK_LIMITS.maxWeights} weights between drawn nodes, but has ${count}.`;
    return [{ path: ['weights'], message }];
  }
  return weights.flatMap((matrix, gap): Fault[] => {
    const [from, to] = [layers[gap]!, layers[gap + 1]!];
    const isSize = (count: number, layer: typeof from) =>
      count === layerSize(layer) || count === shownCount(layer);
    if (!isSize(matrix.length, to)) {
      const message = `Must have a row for each node of layer ${gap + 2} (${counts(to)}), but has ${matrix.length}.`;
      return [{ path: ['weights', gap], message }];
    }
    const columns = matrix[0]!.length;
    const wrong = matrix.findIndex((row) => row.length !== columns || !isSize(row.length, from));
    if (wrong < 0) return [];
    const message = `Must have a number for each node of layer ${gap + 1} (${counts(from)}), but has ${matrix[wrong]!.length}.`;
    return [{ path: ['weights', gap, wrong], message }];
  });
}

function counts(layer: NetworkSpec['layers'][number]): string {
  const [all, shown] = [layerSize(layer), shownCount(layer)];
  return all === shown ? String(all) : `${all}, or the ${shown} that are drawn`;
}
