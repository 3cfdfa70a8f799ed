import { realpath } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Backend, BodyMaker, NetworkSpec, Scene } from '@neurofab/core';
import { countSlots, layerSizes, shells } from '@neurofab/core';
import { bedCenter } from '@neurofab/printers';
import { CommandError } from './errors.ts';
import { type Format, formatNames } from './formats.ts';
import type { Io } from './io.ts';
import type { Job } from './job.ts';
import { partFileNames } from './part-file-names.ts';
import { safeFileName } from './safe-file-name.ts';
import { findTarget, namesFolder, type Target } from './target.ts';

/** A file that can be written. */
export interface PlannedOutput {
  /** As it was given. */
  readonly path: string;
  readonly target: Target;
  readonly format: Format;
}

/** An output that was asked for: a file, or a folder for one with the usual name, as it was given. */
export type AskedOutput = PlannedOutput | { readonly folder: string };

/** One file to write. */
export interface Output extends PlannedOutput {
  readonly backend: Backend;
  /** Makes its bodies; left out for source formats. */
  readonly bodies: BodyMaker | undefined;
  /** The number of the one part that goes into it; left out when all do. */
  readonly part?: number;
}

/** The longest file name that is made of layers. */
const MAX_NAME_LENGTH = 95;

/** The outputs that were asked for. Throws a CommandError for the first that cannot be written; nothing is changed or computed. */
export async function planOutputs(job: Job, formats: readonly Format[], io: Io): Promise<AskedOutput[]> {
  refuseSharedStdout(job);
  const targets: (Target | 'folder')[] = [];
  for (const path of job.outputs) {
    const isFolder = await namesFolder(path, io.cwd);
    const target = await findTarget(isFolder ? inFolder(path, 'file') : path, io.cwd, {
      makesFolders: isFolder,
    });
    targets.push(isFolder ? 'folder' : target);
  }
  const files = job.outputs.filter((_, i) => targets[i] !== 'folder');
  const chosen = chooseFormats(job, files, formats);
  const outputs = job.outputs.map((path, i): AskedOutput => {
    const target = targets[i]!;
    return target === 'folder'
      ? { folder: path }
      : planOutput({ path, target, format: chosen.shift()! }, job, io);
  });
  refuseTwice(outputs.flatMap((output) => ('folder' in output ? [] : output)));
  return outputs;
}

/** The format of each file: its extension's, or else that of `--format`, or else what the printer wants. */
function chooseFormats(
  { outputs, format: name, usualFormat }: Job,
  files: readonly string[],
  formats: readonly Format[],
): Format[] {
  const named = formatNamed(name, formats);
  const usual = formats.find(({ backend }) => backend.id === usualFormat);
  const byExtension = files.map((path) =>
    formats.find(({ backend }) => backend.extensions.some((end) => path.toLowerCase().endsWith(end))),
  );
  const isNameNeeded = byExtension.includes(undefined) || files.length < outputs.length;
  return files.map((path, i) => {
    const format = byExtension[i] ?? named ?? (extensionOf(path) === undefined ? usual : undefined);
    if (format === undefined) throw unknownFormat(path, formats);
    // A name that no output needs can only contradict.
    if (named !== undefined && format !== named && !isNameNeeded) {
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

interface NamingContext {
  readonly formats: readonly Format[];
  readonly io: Io;
  readonly spec: NetworkSpec;
}

/** The outputs that were asked for, those in folders with the usual name; one in the current folder if none was. */
export async function nameOutputs(
  asked: readonly AskedOutput[],
  job: Job,
  context: NamingContext,
): Promise<PlannedOutput[]> {
  const outputs: PlannedOutput[] = [];
  for (const output of asked.length === 0 ? [{ folder: '' }] : asked) {
    outputs.push('folder' in output ? await planUsualOutput(output.folder, job, context) : output);
  }
  refuseTwice(outputs);
  return outputs;
}

/** A file that is called what `--name` says, or else after the layers. */
async function planUsualOutput(
  folder: string,
  job: Job,
  { formats, io, spec }: NamingContext,
): Promise<PlannedOutput> {
  const usual = job.split
    ? formats.find(({ splitBodies }) => splitBodies !== undefined)
    : formats.find(({ backend }) => backend.id === job.usualFormat);
  const format = formatNamed(job.format, formats) ?? usual ?? formats[0]!;
  const name = safeFileName(job.flags.get('name') ?? '') ?? networkName(spec);
  const path = inFolder(folder, name + format.backend.extensions[0]);
  const target = await findTarget(path, io.cwd, { makesFolders: folder !== '' });
  if (job.from !== undefined && (await isTarget(target, job.from, io))) {
    throw new CommandError(
      `${path}: Is the file that the network is read from. Name another one with --output.`,
    );
  }
  return planOutput({ path, target, format }, job, io);
}

function networkName({ layers }: NetworkSpec): string {
  const name = `network-${layerSizes({ layers }).join('-')}`;
  return name.length > MAX_NAME_LENGTH ? `network-${layers.length}-layers` : name;
}

/** The path of a file in a folder as it was given, which may end with a slash or not, or be the current one: ''. */
function inFolder(folder: string, file: string): string {
  return folder === '' || folder.endsWith('/') || folder.endsWith(sep) ? folder + file : `${folder}/${file}`;
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
    for (const [part, name] of partFileNames(scene.parts).entries()) {
      const partPath = `${stem}-${name}${extension}`;
      const makesFolders = output.target.kind === 'file' && output.target.newFoldersIn !== undefined;
      const target = await findTarget(partPath, io.cwd, { makesFolders });
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
