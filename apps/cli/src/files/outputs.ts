import { realpath } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import type { Backend } from '@neurofab/core';
import { type AskedOutput, formatNames, type PlannedFile } from '@neurofab/job';
import type { WriteRequest } from '../arguments/command-line.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { findTarget, namesFolder, type Target } from './target.ts';

/** An output that was asked for: a file, or a folder for one with the usual name. */
export type FoundOutput =
  | {
      /** As it was given. */
      readonly path: string;
      readonly target: Target;
      /** The id of its format. */
      readonly format: string;
    }
  | { readonly folder: string };

/** A file of a plan and where it goes. */
export interface PlacedFile {
  readonly file: PlannedFile;
  /** In the words of whoever named it. */
  readonly path: string;
  readonly target: Target;
}

/** What is asked for of files. */
type OutputsRequest = Pick<WriteRequest, 'outputs' | 'format' | 'json'> &
  Partial<Pick<WriteRequest, 'printSpec'>>;

export interface FindOutputsContext {
  readonly io: Io;
  /** What can be written. */
  readonly backends: readonly Backend[];
  /** The id of the format where no output says it. */
  readonly usual: string | undefined;
  /** Whether the folders of files are made, too. */
  readonly makesFolders?: boolean | undefined;
}

/** The outputs that were asked for. Throws a CommandError for the first that cannot be written; nothing is changed or computed. */
export async function findOutputs(
  request: OutputsRequest,
  { io, backends, usual, makesFolders = false }: FindOutputsContext,
): Promise<FoundOutput[]> {
  refuseSharedStdout(request);
  const targets: (Target | 'folder')[] = [];
  for (const path of request.outputs) {
    const isFolder = await namesFolder(path, io.cwd);
    const target = await findTarget(isFolder ? inFolder(path, 'file') : path, io.cwd, {
      makesFolders: isFolder || makesFolders,
    });
    targets.push(isFolder ? 'folder' : target);
  }
  const files = request.outputs.filter((_, i) => targets[i] !== 'folder');
  const chosen = chooseFormats(request, files, { backends, usual });
  const outputs = request.outputs.map((path, i): FoundOutput => {
    const target = targets[i]!;
    if (target === 'folder') return { folder: path };
    const backend = chosen.shift()!;
    refuseTerminal(backend, target, io);
    return { path, target, format: backend.id };
  });
  refuseTwice(outputs.flatMap((output) => ('folder' in output ? [] : output)));
  return outputs;
}

/** The format that `--format` names, if it does. */
export function formatNamed(name: string | undefined, backends: readonly Backend[]): Backend | undefined {
  return backends.find((backend) => name !== undefined && formatNames(backend).includes(name));
}

/** An output as a plan asks for it, with the format that `--format` names where a folder says none. */
export function askedOutput(output: FoundOutput, format: string | undefined): AskedOutput {
  return 'folder' in output ? { format } : { name: output.path, format: output.format };
}

/** The format of each file: its extension's, or else that of `--format`, or else what the printer wants. */
function chooseFormats(
  { outputs, format: name }: OutputsRequest,
  files: readonly string[],
  { backends, usual: usualId }: Pick<FindOutputsContext, 'backends' | 'usual'>,
): Backend[] {
  const named = formatNamed(name, backends);
  const usual = backends.find(({ id }) => id === usualId);
  const byExtension = files.map((path) =>
    backends.find(({ extensions }) => extensions.some((end) => path.toLowerCase().endsWith(end))),
  );
  const isNameNeeded = byExtension.includes(undefined) || files.length < outputs.length;
  return files.map((path, i) => {
    const backend = byExtension[i] ?? named ?? (extensionOf(path) === undefined ? usual : undefined);
    if (backend === undefined) throw unknownFormat(path, backends);
    // A name that no output needs can only contradict.
    if (named !== undefined && backend !== named && !isNameNeeded) {
      throw new CommandError(
        `${path}: Is ${backend.label} by its extension, but --format says ${name}. Leave one of them out.`,
      );
    }
    return backend;
  });
}

export interface PlaceFilesContext {
  readonly io: Io;
  /** What the network is read from: no file that is written could stand for it, but for one that was written before, which may be written anew by its name. */
  readonly request: Pick<WriteRequest, 'from' | 'models' | 'spec'>;
}

/** Where the files of a plan go, each by the output that it comes from. Throws a CommandError for the first that cannot be written. */
export async function placeFiles(
  files: readonly PlannedFile[],
  outputs: readonly FoundOutput[],
  context: PlaceFilesContext,
): Promise<PlacedFile[]> {
  const { io, request } = context;
  const sources = [...request.models, ...(request.spec === undefined ? [] : [request.spec])];
  const placed: PlacedFile[] = [];
  for (const file of files) {
    const output = outputs[file.output]!;
    placed.push(
      'folder' in output
        ? await placeInFolder(file, output.folder, context)
        : await placeAt(file, output, context),
    );
  }
  for (const { path, target } of placed) {
    for (const source of sources) await refuseSource(path, target, { source, io });
  }
  refuseTwice(placed);
  return placed;
}

async function placeInFolder(
  file: PlannedFile,
  folder: string,
  { io, request: { from } }: PlaceFilesContext,
): Promise<PlacedFile> {
  const path = inFolder(folder, file.name);
  const target = await findTarget(path, io.cwd, { makesFolders: folder !== '' });
  if (from !== undefined) await refuseSource(path, target, { source: from, io });
  return { file, path, target };
}

async function refuseSource(
  path: string,
  target: Target,
  { source, io }: { readonly source: string; readonly io: Io },
): Promise<void> {
  if (!(await isTarget(target, source, io))) return;
  throw new CommandError(
    `${path}: Is the file that the network is read from. Name another one with --output.`,
  );
}

async function placeAt(
  file: PlannedFile,
  { path, target }: Exclude<FoundOutput, { folder: string }>,
  { io }: PlaceFilesContext,
): Promise<PlacedFile> {
  if (file.portion === undefined) return { file, path, target };
  if (target.kind !== 'file') {
    const isPlate = file.portion.plate !== undefined;
    const several = isPlate ? 'Several plates are several files' : '--split writes several files';
    throw new CommandError(`${path}: ${several}, so it needs a file name to start from.`);
  }
  const makesFolders = target.newFoldersIn !== undefined;
  return { file, path: file.name, target: await findTarget(file.name, io.cwd, { makesFolders }) };
}

/** The path of a file in a folder as it was given, which may end with a slash or not, or be the current one: ''. */
export function inFolder(folder: string, file: string): string {
  return folder === '' || folder.endsWith('/') || folder.endsWith(sep) ? folder + file : `${folder}/${file}`;
}

async function isTarget(target: Target, path: string, io: Io): Promise<boolean> {
  if (path === '-' || target.kind !== 'file') return false;
  // A pipe has a name that leads nowhere.
  return (await realpath(resolve(io.cwd, path)).catch(() => undefined)) === target.path;
}

function refuseTerminal({ holds, label }: Backend, target: Target, { stdout }: Io): void {
  if (target.kind !== 'stdout' || !stdout.isTTY || holds === 'source') return;
  throw new CommandError(
    `--output -: ${label} is not for a terminal to show. Send it to a file or a program.`,
  );
}

function unknownFormat(path: string, backends: readonly Backend[]): CommandError {
  const names = backends.map((backend) => formatNames(backend)[0]).join(', ');
  if (path === '-') return new CommandError(`--output -: Which format? Name it with --format: ${names}.`);
  const extension = extensionOf(path);
  const known = backends.flatMap(({ extensions }) => extensions).join(', ');
  return new CommandError(
    `${path}: ${extension === undefined ? 'Has no extension' : `Unknown extension ${extension}`}. ` +
      `Use one of ${known}, or name the format with --format: ${names}.`,
  );
}

function extensionOf(path: string): string | undefined {
  return /[^/\\.](\.[^/\\.]+)$/.exec(path)?.[1];
}

function refuseSharedStdout({ outputs, json, printSpec }: OutputsRequest): void {
  const users = [
    ...outputs.filter((path) => path === '-').map(() => '--output -'),
    ...(json ? ['--json'] : []),
    ...(printSpec ? ['--print-spec'] : []),
  ];
  if (users.length < 2) return;
  throw new CommandError(`Standard output can take one thing only, but ${users.join(' and ')} want it.`);
}

function refuseTwice(outputs: readonly { readonly path: string; readonly target: Target }[]): void {
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
