import { realpath } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Backend, BodyMaker, NetworkSpec, Scene } from '@neurofab/core';
import { countSlots, layerSizes, shells } from '@neurofab/core';
import { bedCenter } from '@neurofab/printers';
import { CommandError } from './errors.ts';
import { type Format, formatNames } from './formats.ts';
import type { Io } from './io.ts';
import type { Job } from './job.ts';
import { findTarget, type Target } from './target.ts';

/** A file that can be written. */
export interface PlannedOutput {
  /** As it was given. */
  readonly path: string;
  readonly target: Target;
  readonly format: Format;
}

/** One file to write. */
export interface Output extends PlannedOutput {
  readonly backend: Backend;
  /** Makes its bodies; left out for source formats. */
  readonly bodies: BodyMaker | undefined;
  /** The number of the one part that goes into it; left out when all do. */
  readonly part?: number;
}

/** The longest file name that is made up here. */
const MAX_NAME_LENGTH = 100;

/** The outputs that were asked for. Throws a CommandError for the first that cannot be written; nothing is changed or computed. */
export async function planOutputs(job: Job, formats: readonly Format[], io: Io): Promise<PlannedOutput[]> {
  refuseSharedStdout(job);
  const targets: Target[] = [];
  for (const path of job.outputs) targets.push(await findTarget(path, io.cwd));
  const outputs = chooseFormats(job, formats).map((format, i) =>
    planOutput({ path: job.outputs[i]!, target: targets[i]!, format }, job, io),
  );
  refuseTwice(outputs);
  return outputs;
}

/** The format of each output: its extension's, or else that of `--format`, or else what the printer wants. */
function chooseFormats({ outputs, format: name, usualFormat }: Job, formats: readonly Format[]): Format[] {
  const named = formatNamed(name, formats);
  const usual = formats.find(({ backend }) => backend.id === usualFormat);
  const byExtension = outputs.map((path) =>
    formats.find(({ backend }) => backend.extensions.some((end) => path.toLowerCase().endsWith(end))),
  );
  return outputs.map((path, i) => {
    const format = byExtension[i] ?? named ?? (extensionOf(path) === undefined ? usual : undefined);
    if (format === undefined) throw unknownFormat(path, formats);
    // A name that no output needs can only contradict.
    if (named !== undefined && format !== named && !byExtension.includes(undefined)) {
      throw new CommandError(
        `${path}: Is ${format.backend.label} by its extension, but --format says ${name}. Leave one of them out.`,
      );
    }
    return format;
  });
}

function formatNamed(name: string | undefined, formats: readonly Format[]): Format | undefined {
  return formats.find((format) => name !== undefined && formatNames(format).includes(name));
}

/** The one output that is written when none was asked for: a file in the current folder, named after the layers. */
export async function planDefaultOutput(
  job: Job,
  { formats, io, spec }: { readonly formats: readonly Format[]; readonly io: Io; readonly spec: NetworkSpec },
): Promise<PlannedOutput> {
  const usual = job.split
    ? formats.find(({ splitBodies }) => splitBodies !== undefined)
    : formats.find(({ backend }) => backend.id === job.usualFormat);
  const format = formatNamed(job.format, formats) ?? usual ?? formats[0]!;
  const [extension] = format.backend.extensions;
  const name = `network-${layerSizes(spec).join('-')}${extension}`;
  const short = `network-${spec.layers.length}-layers${extension}`;
  const path = name.length > MAX_NAME_LENGTH ? short : name;
  const target = await findTarget(path, io.cwd);
  if (job.from !== undefined && (await isTarget(target, job.from, io))) {
    throw new CommandError(
      `${path}: Is the file that the network is read from. Name another one with --output.`,
    );
  }
  return planOutput({ path, target, format }, job, io);
}

async function isTarget(target: Target, path: string, io: Io): Promise<boolean> {
  if (path === '-' || target.kind !== 'file') return false;
  return (await realpath(resolve(io.cwd, path))) === target.path;
}

function planOutput(output: PlannedOutput, job: Job, io: Io): PlannedOutput {
  const { path, target, format } = output;
  const { backend, bodies, splitBodies } = format;
  if (job.splitByFlag && splitBodies === undefined) {
    throw new CommandError(`${path}: --split writes STL; one ${backend.label} file holds all parts.`);
  }
  if (job.split && splitBodies !== undefined && target.kind !== 'file') {
    throw new CommandError(`${path}: --split writes several files, so it needs a file name to start from.`);
  }
  if (target.kind === 'stdout' && io.stdout.isTTY && bodies !== undefined) {
    throw new CommandError(
      `--output -: ${backend.label} is not for a terminal to show. Send it to a file or a program.`,
    );
  }
  return output;
}

export interface SetUpContext {
  readonly scene: Scene;
  readonly job: Job;
  readonly io: Io;
}

/**
 * What each output holds, as its format, its printer and the network's colours want it; with `--split` an output a
 * part, in place of each. Throws a CommandError for the first that cannot be written.
 */
export async function setUpOutputs(
  planned: readonly PlannedOutput[],
  { scene, job, io }: SetUpContext,
): Promise<Output[]> {
  const options = { flavor: job.flavor, bedCenter: job.printer && bedCenter(job.printer) };
  const outputs: Output[] = [];
  for (const output of planned) {
    const { format, path } = output;
    const backend = format.backendFor?.(options) ?? format.backend;
    if (!job.split || format.splitBodies === undefined) {
      outputs.push({ ...output, backend, bodies: bodiesFor(format, scene, job) });
      continue;
    }
    const extension = extname(path);
    const stem = path.slice(0, path.length - extension.length);
    const bodies = job.shells ? shells : format.splitBodies;
    for (const [part, { name }] of scene.parts.entries()) {
      const partPath = `${stem}-${name.replaceAll(' ', '-')}${extension}`;
      const target = await findTarget(partPath, io.cwd);
      outputs.push({ path: partPath, target, format, backend, bodies, part });
    }
  }
  refuseTwice(outputs);
  if (job.flavorByFlag && outputs.every(({ format }) => format.backendFor === undefined)) {
    throw new CommandError('--flavor is for 3MF, but no output is one.');
  }
  return outputs;
}

/** A network in one colour is one body where the format has a say in it: walls between its parts would only weaken it. */
function bodiesFor(format: Format, scene: Scene, job: Job): BodyMaker | undefined {
  if (format.bodies === undefined) return undefined;
  if (job.shells) return shells;
  return (countSlots(scene.parts) === 1 ? format.oneColorBodies : undefined) ?? format.bodies;
}

function unknownFormat(path: string, formats: readonly Format[]): CommandError {
  const names = formats.map((format) => formatNames(format)[0]).join(', ');
  if (path === '-') return new CommandError(`--output -: Which format? Name it with --format: ${names}.`);
  const extension = extensionOf(path);
  const known = formats.flatMap(({ backend }) => backend.extensions).join(', ');
  return new CommandError(
    `${path}: ${extension === undefined ? 'Has no extension' : `Unknown extension ${extension}`}. ` +
      `Use one of ${known}, or name the format with --format: ${names}.`,
  );
}

function extensionOf(path: string): string | undefined {
  return /[^/\\.](\.[^/\\.]+)$/.exec(path)?.[1];
}

function refuseSharedStdout({ outputs, json, printSpec }: Job): void {
  const users = [
    ...outputs.filter((path) => path === '-').map(() => '--output -'),
    ...(json ? ['--json'] : []),
    ...(printSpec ? ['--print-spec'] : []),
  ];
  if (users.length < 2) return;
  throw new CommandError(`Standard output can take one thing only, but ${users.join(' and ')} want it.`);
}

function refuseTwice(outputs: readonly PlannedOutput[]): void {
  const paths = new Map<string, string>();
  for (const { path, target } of outputs) {
    if (target.kind === 'stdout') continue;
    const earlier = paths.get(target.path);
    if (earlier !== undefined) {
      const spelling = earlier === path ? '' : `, first as ${earlier}`;
      throw new CommandError(`${path}: Is to be written twice${spelling}. Leave one out.`);
    }
    paths.set(target.path, path);
  }
}
