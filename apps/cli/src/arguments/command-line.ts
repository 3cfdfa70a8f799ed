import { type Command, CommanderError, Option } from 'commander';
import leven, { closestMatch } from 'leven';
import { CommandError } from '../errors.ts';
import { colorDepth } from '../words/color-depth.ts';
import { type CommandContext, defineCommand } from './define-command.ts';
import type { ModelRequest } from './model-request.ts';
import { type GivenNetwork, givenNetwork, type NetworkRequest, networkRequest } from './network-request.ts';
import { LIKE_LAYERS } from './operands.ts';
import { OWN_FLAGS } from './spec-flags.ts';
import { type TableColumn, tableColumns } from './table-columns.ts';

/** What the command line asks for, before anything of it is looked at. */
export type Request =
  | WriteRequest
  | BatchRequest
  | CompareRequest
  | PrintersRequest
  | InspectRequest
  | DoctorRequest
  | CouponRequest
  | StudioRequest;

/** To write a network to files. */
export interface WriteRequest extends NetworkRequest {
  readonly kind: 'write';
}

/** To write a network for each row of a table. */
export interface BatchRequest {
  readonly kind: 'batch';
  readonly table: string;
  /** What holds for all rows. */
  readonly given: GivenNetwork;
  /** What a row may say instead. */
  readonly columns: readonly TableColumn[];
  /** Whether networks share plates; a file each if not. */
  readonly plates: boolean;
  readonly outputs: readonly string[];
  readonly price?: string | undefined;
  readonly strict: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** To say what a network takes in each mode. What is about files is left out. */
export interface CompareRequest extends NetworkRequest {
  readonly kind: 'compare';
}

/** To list the printers that are known. */
export interface PrintersRequest {
  readonly kind: 'printers';
  readonly filter: string;
  readonly noConfig: boolean;
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

/** To write a coupon, or to keep what was found out with one. */
export interface CouponRequest {
  readonly kind: 'coupon';
  readonly printer?: string | undefined;
  readonly save: boolean;
  /** What was found out, by the names of flags. */
  readonly found: ReadonlyMap<string, string>;
  readonly outputs: readonly string[];
  readonly format?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
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
      request = { kind: 'write', ...networkRequest(givenNetwork(root, root.args, context)) };
    },
    batch: (own, [table, ...operands]) => {
      const given = givenNetwork(own, operands, context);
      const { outputs, price, strict, json, quiet } = networkRequest(given);
      const columns = tableColumns(own);
      const { plates = false } = given.options;
      request = { kind: 'batch', table: table!, given, columns, plates, outputs, price, strict, json, quiet };
    },
    compare: (own) => {
      request = { kind: 'compare', ...networkRequest(givenNetwork(own, own.args, context)) };
    },
    printers: (words, { json = false, config }) => {
      request = { kind: 'printers', filter: words.join(' '), noConfig: config === false, json };
    },
    inspect: (files, { json = false, nodes, show = [], layerOrder }) => {
      request = { kind: 'inspect', files, json, nodes, shownNodes: show, layerOrder };
    },
    doctor: (files, { json = false, printer, layerHeight }) => {
      request = { kind: 'doctor', files, json, printer, layerHeight };
    },
    coupon: (own) => {
      const options = own.optsWithGlobals();
      const { printer, save = false, output: outputs = [], format, json = false, quiet = false } = options;
      const found = new Map(
        OWN_FLAGS.flatMap(({ name }) => {
          const text = options[new Option(`--${name}`).attributeName()];
          return text === undefined ? [] : [[name, text] as const];
        }),
      );
      request = { kind: 'coupon', printer, save, found, outputs, format, json, quiet };
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

/** The first operand may be the name of a command with a mistake in it; layers are like none. */
function refuseMistyped({ args: [operand], commands }: Command): void {
  if (operand === undefined || !/^[a-z]{4,}$/i.test(operand)) return;
  const names = commands.map((command) => command.name());
  const meant = closestMatch(operand.toLowerCase(), names)!;
  const edits = leven(operand.toLowerCase(), meant);
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
