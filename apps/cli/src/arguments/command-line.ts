import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ColorBy } from '@neurofab/core';
import { SHOW, type Show, type Split } from '@neurofab/job';
import type { Flavor } from '@neurofab/printers';
import { quoted } from '@neurofab/words';
import { type Command, CommanderError, Option } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { type CommandContext, defineCommand } from './define-command.ts';
import { joinLayers } from './layer-advice.ts';
import type { ModelRequest } from './model-request.ts';
import { SPEC_FLAGS } from './spec-flags.ts';

/** What the command line asks for, before anything of it is looked at. */
export type Request =
  | WriteRequest
  | CompareRequest
  | PrintersRequest
  | InspectRequest
  | DoctorRequest
  | StudioRequest;

/** To write a network to files. */
export interface WriteRequest extends NetworkRequest {
  readonly kind: 'write';
}

/** To say what a network takes in each mode. What is about files is left out. */
export interface CompareRequest extends NetworkRequest {
  readonly kind: 'compare';
}

/** Which network, and how it is to be. */
export interface NetworkRequest extends ModelRequest {
  /** LAYERS as given. */
  readonly layers?: string | undefined;
  /** The texts of the flags that set a field of the spec, by the flag's name. */
  readonly flags: ReadonlyMap<string, string>;
  readonly spec?: string | undefined;
  readonly from?: string | undefined;
  readonly printSpec: boolean;
  readonly complete: boolean;
  readonly colorBy?: ColorBy | undefined;
  readonly colorsByHeight?: boolean | undefined;
  readonly printer?: string | undefined;
  readonly slots?: string | undefined;
  readonly price?: string | undefined;
  readonly scale?: string | undefined;
  readonly fit: boolean;
  readonly flavor?: Flavor | undefined;
  readonly origin?: 'bed' | 'model' | undefined;
  readonly show?: Show | undefined;
  readonly size?: string | undefined;
  readonly shells?: boolean | undefined;
  readonly split?: Split | false | undefined;
  readonly outputs: readonly string[];
  readonly format?: string | undefined;
  /** Whether what will not come out is refused. */
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** To list the printers that are known. */
export interface PrintersRequest {
  readonly kind: 'printers';
  readonly filter: string;
  readonly json: boolean;
}

/** To say what is in files, models to print or trained ones. */
export interface InspectRequest extends Omit<ModelRequest, 'models' | 'example'> {
  readonly kind: 'inspect';
  readonly files: readonly string[];
  readonly json: boolean;
}

/** To say how files print. */
export interface DoctorRequest {
  readonly kind: 'doctor';
  readonly files: readonly string[];
  readonly printer?: string | undefined;
  readonly layerHeight?: string | undefined;
  readonly json: boolean;
}

/** To serve the page that makes models in a browser. */
export interface StudioRequest {
  readonly kind: 'studio';
  readonly port?: string | undefined;
  readonly open: boolean;
}

/** The request that the arguments make, or the text that answers them (`--help`, `--version`). Throws a CommandError for arguments that make no sense. */
export function readCommandLine(argv: readonly string[], context: CommandContext): Request | string {
  let answer = '';
  let request: Request | undefined;
  const command = defineCommand(context, {
    write: (root) => {
      refuseMistyped(root);
      request = { kind: 'write', ...toNetworkRequest(root, context) };
    },
    compare: (own) => {
      request = { kind: 'compare', ...toNetworkRequest(own, context) };
    },
    printers: (words, { json = false }) => {
      request = { kind: 'printers', filter: words.join(' '), json };
    },
    inspect: (files, { json = false, nodes, show = [], layerOrder }) => {
      request = { kind: 'inspect', files, json, nodes, shownNodes: show, layerOrder };
    },
    doctor: (files, { json = false, printer, layerHeight }) => {
      request = { kind: 'doctor', files, json, printer, layerHeight };
    },
    studio: ({ port, open = false }) => {
      request = { kind: 'studio', port, open };
    },
  });
  for (const each of [command, ...command.commands]) {
    each.exitOverride().configureOutput({
      writeOut: (text) => {
        answer += text;
      },
      outputError: () => {},
      getOutHelpWidth: () => context.io.stdout.columns ?? 100,
      getOutHasColors: () => colorDepth(context.io.stdout, context.io.env) > 1,
    });
  }
  try {
    command.parse(negativesLast(argv, command.options), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return answer;
    refuseMistyped(command);
    throw new CommandError(sentence(error));
  }
  if (request!.kind !== 'write') refuseOtherFlags(command, request!.kind);
  return request!;
}

/** What stands before the name of a command would be for writing, and be lost. */
function refuseOtherFlags(command: Command, name: string): void {
  const own = command.commands.find((each) => each.name() === name)!.options.map(({ long }) => long);
  const lost = command.options.find(
    (option) => !own.includes(option.long) && command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (lost !== undefined) throw new CommandError(`neurofab ${name} takes no ${lost.long}.`);
}

const YES_NO = { true: 'yes', false: 'no' } as const;

function toNetworkRequest(command: Command, { io }: CommandContext): NetworkRequest {
  const options = command.optsWithGlobals();
  const { layers, models } = operandsOf(command.args, io);
  const show: readonly string[] = options.show ?? [];
  const flags = new Map<string, string>();
  for (const { name } of SPEC_FLAGS) {
    const text = options[new Option(`--${name}`).attributeName()];
    if (text !== undefined) flags.set(name, typeof text === 'boolean' ? YES_NO[`${text}`] : text);
  }
  return {
    layers,
    models,
    example: options.example,
    nodes: options.nodes,
    shownNodes: show.filter((what) => !isPose(what)),
    layerOrder: options.layerOrder,
    flags,
    spec: options.spec,
    from: options.from,
    printSpec: options.printSpec ?? false,
    complete: options.complete ?? false,
    colorBy: options.colorBy,
    colorsByHeight: options.colorsByHeight,
    printer: options.printer,
    slots: options.slots,
    price: options.price,
    scale: options.scale,
    fit: options.fit ?? false,
    flavor: options.flavor,
    origin: options.origin,
    show: show.findLast(isPose),
    size: options.size,
    shells: options.shells,
    split: options.split,
    outputs: options.output ?? [],
    format: options.format,
    strict: options.strict ?? false,
    json: options.json ?? false,
    quiet: options.quiet ?? false,
  };
}

function isPose(what: string): what is Show {
  return SHOW.some((pose) => pose === what);
}

const LIKE_LAYERS = /^-?\d/;

/** What names a file whatever it begins with: by a folder, or an ending with a letter. */
const LIKE_FILE = /^-$|[/\\]|\.\w*[a-z]\w*$/i;

/** LAYERS, in one operand or several of one layer each, or files. */
function operandsOf(
  operands: readonly string[],
  { cwd }: Io,
): { readonly layers: string | undefined; readonly models: readonly string[] } {
  const isFile = (operand: string) =>
    LIKE_FILE.test(operand) ||
    (operand !== '' && !LIKE_LAYERS.test(operand.trim()) && existsSync(resolve(cwd, operand)));
  const models = operands.filter(isFile);
  if (models.length === operands.length) return { layers: undefined, models };
  if (operands.length === 1) return { layers: operands[0], models };
  if (models.length > 0) {
    const others = operands.filter((operand) => !models.includes(operand));
    throw new CommandError(
      `${models[0]} and ${others.join(' ')} both say which network it is. Leave one of them out; a file to write goes behind --output.`,
    );
  }
  const layers = joinLayers(operands);
  if (layers !== undefined) return { layers, models };
  const stranger = operands.find((operand) => !LIKE_LAYERS.test(operand));
  if (stranger !== undefined) {
    throw new CommandError(
      `Unknown argument ${quoted(stranger)}. There are only layers, numbers such as 3,6,6,4,2 or 3 6 6; a file to write goes behind --output.`,
    );
  }
  throw new CommandError(
    `Too many arguments: ${operands.map(quoted).join(', ')}. Layers are one argument with commas, such as 3,6,6,4,2.`,
  );
}

/** The first operand may be the name of a command with a mistake in it; layers are like none. */
function refuseMistyped({ args: [operand], commands }: Command): void {
  if (operand === undefined || !/^[a-z]{4,}$/i.test(operand)) return;
  const names = commands.map((command) => command.name());
  const meant = closest(operand.toLowerCase(), names);
  const edits = distance(operand.toLowerCase(), meant);
  if (edits === 0 || edits > 2) return;
  throw new CommandError(`Unknown command '${operand}'. Did you mean ${meant}?`);
}

/**
 * The arguments with operands such as `-1,2`, and all operands that follow, moved behind `--`: they are layers, for the check of layers
 * to refuse, and no option begins with a digit. Nor are layers the value of an option that can do without. Also cuts `--ouput=x` to
 * `--ouput`, so that commander finds what it is like.
 */
function negativesLast(argv: readonly string[], options: readonly Option[]): string[] {
  const find = (arg: string) => options.find(({ short, long }) => arg === short || arg === long);
  const kept: string[] = [];
  const negatives: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '--') return [...kept, '--', ...negatives, ...argv.slice(i + 1)];
    if (find(arg)?.required) {
      // Without its value an option is for commander to refuse, not to be given what stands behind, be it another option.
      if (i + 1 === argv.length || find(argv[i + 1]!) !== undefined) return [...kept, arg];
      kept.push(arg, argv[++i]!);
    } else if (find(arg)?.optional && LIKE_LAYERS.test(argv[i + 1] ?? '')) {
      kept.push(`${arg}=${find(arg)!.presetArg}`);
    } else if (/^-[\d.,]/.test(arg) || (negatives.length > 0 && !arg.startsWith('-'))) negatives.push(arg);
    else kept.push(/^--[^=]+=/.test(arg) && !find(arg.replace(/=.*/s, '')) ? arg.replace(/=.*/s, '') : arg);
  }
  return negatives.length === 0 ? kept : [...kept, '--', ...negatives];
}

/** Commander's message in our form: a sentence on one line. */
function sentence({ message }: CommanderError): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/, '. $1')
    .replace(/\n/g, ' ')
    .replace(/\.?$/, (end) => (message.endsWith('?)') ? '' : end || '.'));
  return text.charAt(0).toUpperCase() + text.slice(1);
}
