import { type Fault, formatFault, type NetworkSpecInput, parseNetworkSpec, SpecError } from '@neurofab/core';
import { FIELDS, type FieldPath, hasDefaultName, isObject, layersFromText } from '@neurofab/core/internal';
import { InputError } from '../errors.ts';
import { layerAdvice } from './layer-advice.ts';
import { NO_WEIGHTS, SPEC_FLAGS, type SpecFlag, WEIGHT_FIELDS } from './spec-flags.ts';

export interface NetworkSources {
  /** The spec file's contents and what to call it; left out when there is none. */
  readonly file?: { readonly label: string; readonly contents: unknown } | undefined;
  /** LAYERS as given. */
  readonly layers?: string | undefined;
  /** The texts of the flags that were given, by the flag's name. */
  readonly flags: ReadonlyMap<string, string>;
}

/** A network that nothing has checked yet. */
export interface NetworkInput {
  readonly network: NetworkSpecInput;
  /** What of the file means nothing beside the flags, and so is left out. */
  readonly warnings: readonly string[];
  /** Names each fault by its flag, or by its place in the file. */
  readonly explain: (error: SpecError) => InputError;
}

/** The network that was given: flags over the file. */
export function networkInput({ file, layers, flags }: NetworkSources): NetworkInput {
  const dropsWeights = flags.get('weights') === NO_WEIGHTS;
  const given = SPEC_FLAGS.filter(({ name }) => flags.has(name) && !(name === 'weights' && dropsWeights)).map(
    (flag) => {
      const value = flag.read(flags.get(flag.name)!);
      return { ...flag, content: value, replaces: flag.replacesGroup(value) };
    },
  );
  const fields = file === undefined ? {} : isObject(file.contents) ? { ...file.contents } : undefined;
  // A file that is no object has no fields for flags to override; the check says what it is instead.
  if (fields !== undefined) {
    if (layers !== undefined) {
      if (hasDefaultName(fields)) delete fields.name;
      fields.layers = layersFromText(layers);
    }
    if (dropsWeights) for (const path of WEIGHT_FIELDS) drop(fields, path);
    override(fields, given);
  }
  const idle =
    file === undefined || fields === undefined || given.length === 0 ? [] : dropIdle(fields, given);
  return {
    warnings: idle.map((fault) => `${file!.label}: ${formatFault(fault)} It is left out.`),
    network: (fields ?? file?.contents) as NetworkSpecInput,
    explain: ({ faults }) =>
      new InputError([...new Set(faults.map((fault) => describeFault(fault, { file, layers, given })))]),
  };
}

/** The faults of a network in the words of whoever wrote it. */
export function explained<Result>(explain: NetworkInput['explain'], work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw error instanceof SpecError ? explain(error) : error;
  }
}

interface GivenFlag extends SpecFlag {
  readonly content: unknown;
  /** Whether it has replaced the file's whole group. */
  readonly replaces: boolean;
}

function override(fields: Record<string, unknown>, given: readonly GivenFlag[]): void {
  for (const { path, replaces } of given) if (replaces) delete fields[path[0]];
  for (const { path, content } of given) {
    const [field, subfield] = path;
    if (subfield === undefined) {
      fields[field] = content;
      continue;
    }
    const group = fields[field] ?? {};
    // What is no group stays, and is reported.
    if (isObject(group)) fields[field] = { ...group, [subfield]: content };
  }
}

/** Takes out of fields what means nothing any more since flags say otherwise, and gives what it was. */
function dropIdle(fields: Record<string, unknown>, given: readonly GivenFlag[]): Fault[] {
  // How a network lies of which nobody says it, only the printer tells.
  if (fields.mode === undefined) return [];
  const isIdle = ({ path, message }: Fault) =>
    !given.some((flag) => leadsTo(flag, path)) &&
    FIELDS.some((field) => field.needs?.message === message && field.path.join() === path.join());
  const idle = faultsOf(fields).filter(isIdle);
  for (const { path } of idle) drop(fields, path as FieldPath);
  return idle;
}

function drop(fields: Record<string, unknown>, [field, subfield]: FieldPath): void {
  if (subfield === undefined) delete fields[field];
  // What is no group stays, and is reported.
  else if (isObject(fields[field])) fields[field] = { ...fields[field], [subfield]: undefined };
}

function faultsOf(fields: Record<string, unknown>): readonly Fault[] {
  try {
    parseNetworkSpec(fields as NetworkSpecInput);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.faults;
    throw error;
  }
}

interface Sources extends Pick<NetworkSources, 'file' | 'layers'> {
  readonly given: readonly GivenFlag[];
}

/** One line for a fault, in the words of whoever wrote the value: a flag's, or the spec file's. */
function describeFault(fault: Fault, { file, layers, given }: Sources): string {
  const { path, message } = fault;
  if (path[0] === 'layers' && layers !== undefined) {
    if (typeof path[1] !== 'number') return `layers: ${message}`;
    const advice = layerAdvice(layers, path[1]);
    return [`layer ${path[1] + 1}: ${message}`, ...(advice === undefined ? [] : [advice])].join(' ');
  }
  if (file !== undefined && layers !== undefined && isOfMatrices(fault, file.contents)) {
    return `layers: ${file.label} has weights for layers of its own, which do not fit ${layers}. Leave the layers out.`;
  }
  const flags = given.filter((flag) => leadsTo(flag, path) || (flag.replaces && isAt(flag.path[0], path)));
  if (flags.length > 0) {
    const place = path[0] === 'colors' && typeof path[2] === 'number' ? `, colour ${path[2] + 1}` : '';
    return `${flags.map(({ name }) => `--${name}`).join(' and ')}${place}: ${message}`;
  }
  if (file !== undefined) return `${file.label}: ${formatFault(fault)}`;
  // A default that does not go with what was given: the flag that changes it is what helps.
  const mends = SPEC_FLAGS.find((flag) => leadsTo(flag, path));
  return mends === undefined ? formatFault(fault) : `--${mends.name}: ${message}`;
}

/** Whether weights are too many or too few: what is there is a list, as it should be. */
function isOfMatrices({ path }: Fault, contents: unknown): boolean {
  if (path[0] !== 'weights') return false;
  return Array.isArray(path.reduce((inner, key) => (inner as Record<string, unknown>)[key], contents));
}

/** Whether a flag sets the field at a path, or the field that it lies in. */
function leadsTo(flag: SpecFlag, path: Fault['path']): boolean {
  return flag.path.every((key, i) => key === path[i]);
}

function isAt(field: string, path: Fault['path']): boolean {
  return path.length === 1 && path[0] === field;
}
