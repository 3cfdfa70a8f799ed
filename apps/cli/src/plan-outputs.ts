import { extname } from 'node:path';
import type { BodyMaker, NetworkSpec, Scene } from '@neurofab/core';
import { shells } from '@neurofab/core';
import type { Request } from './command-line.ts';
import { CommandError } from './errors.ts';
import { type Format, formatNames } from './formats.ts';
import type { Io } from './io.ts';
import { findTarget, type Target } from './target.ts';

/** One file to write. */
export interface Output {
  /** As it was given. */
  readonly path: string;
  readonly target: Target;
  readonly format: Format;
  /** Makes its bodies; left out for source formats. */
  readonly bodies: BodyMaker | undefined;
  /** The name of the one part that goes into it; left out when all do. */
  readonly part?: string;
}

/** The longest file name that is made up here. */
const MAX_NAME_LENGTH = 100;

/** The outputs that were asked for. Throws a CommandError for the first that cannot be written; nothing is changed or computed. */
export async function planOutputs(request: Request, formats: readonly Format[], io: Io): Promise<Output[]> {
  refuseSharedStdout(request);
  const targets: Target[] = [];
  for (const path of request.outputs) targets.push(await findTarget(path, io.cwd));
  const outputs = chooseFormats(request, formats).map((format, i) =>
    planOutput({ path: request.outputs[i]!, target: targets[i]!, format }, request, io),
  );
  refuseTwice(outputs);
  return outputs;
}

/** The format of each output: its extension's, or else that of `--format`. */
function chooseFormats({ outputs, format: name }: Request, formats: readonly Format[]): Format[] {
  const named = formatNamed(name, formats);
  const byExtension = outputs.map((path) =>
    formats.find(({ backend }) => backend.extensions.some((end) => path.toLowerCase().endsWith(end))),
  );
  return outputs.map((path, i) => {
    const format = byExtension[i] ?? named;
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
  request: Request,
  { formats, io, spec }: { readonly formats: readonly Format[]; readonly io: Io; readonly spec: NetworkSpec },
): Promise<Output> {
  const format = formatNamed(request.format, formats) ?? formats[0]!;
  const [extension] = format.backend.extensions;
  const name = `network-${spec.layers.join('-')}${extension}`;
  const short = `network-${spec.layers.length}-layers${extension}`;
  const path = name.length > MAX_NAME_LENGTH ? short : name;
  return planOutput({ path, target: await findTarget(path, io.cwd), format }, request, io);
}

/** For `--split`: an output a part, in place of each. Throws a CommandError for the first that cannot be written. */
export async function splitOutputs(outputs: readonly Output[], scene: Scene, io: Io): Promise<Output[]> {
  const split: Output[] = [];
  for (const output of outputs) {
    const extension = extname(output.path);
    const stem = output.path.slice(0, output.path.length - extension.length);
    for (const { name } of scene.parts) {
      const path = `${stem}-${name.replaceAll(' ', '-')}${extension}`;
      split.push({ ...output, path, target: await findTarget(path, io.cwd), part: name });
    }
  }
  refuseTwice(split);
  return split;
}

function planOutput(
  { path, target, format }: Pick<Output, 'path' | 'target' | 'format'>,
  request: Request,
  io: Io,
): Output {
  const { backend, bodies, splitBodies } = format;
  if (request.split) {
    if (splitBodies === undefined) {
      throw new CommandError(`${path}: --split writes STL; one ${backend.label} file holds all parts.`);
    }
    if (target.kind !== 'file') {
      throw new CommandError(`${path}: --split writes several files, so it needs a file name to start from.`);
    }
  }
  if (target.kind === 'stdout' && io.stdout.isTTY && bodies !== undefined) {
    throw new CommandError(
      `--output -: ${backend.label} is not for a terminal to show. Send it to a file or a program.`,
    );
  }
  const own = request.split ? splitBodies : bodies;
  return { path, target, format, bodies: own && request.shells ? shells : own };
}

function unknownFormat(path: string, formats: readonly Format[]): CommandError {
  const names = formats.map((format) => formatNames(format)[0]).join(', ');
  if (path === '-') return new CommandError(`--output -: Which format? Name it with --format: ${names}.`);
  const extension = /[^/\\.](\.[^/\\.]+)$/.exec(path)?.[1];
  const known = formats.flatMap(({ backend }) => backend.extensions).join(', ');
  return new CommandError(
    `${path}: ${extension === undefined ? 'Has no extension' : `Unknown extension ${extension}`}. ` +
      `Use one of ${known}, or name the format with --format: ${names}.`,
  );
}

function refuseSharedStdout({ outputs, json, printSpec }: Request): void {
  const users = [
    ...outputs.filter((path) => path === '-').map(() => '--output -'),
    ...(json ? ['--json'] : []),
    ...(printSpec ? ['--print-spec'] : []),
  ];
  if (users.length < 2) return;
  throw new CommandError(`Standard output can take one thing only, but ${users.join(' and ')} want it.`);
}

function refuseTwice(outputs: readonly Output[]): void {
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
