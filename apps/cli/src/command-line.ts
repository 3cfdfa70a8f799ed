import type { PresetName } from '@neurofab/core';
import { type Command, CommanderError, Option } from 'commander';
import { colorDepth } from './color-depth.ts';
import { type CommandContext, defineCommand } from './define-command.ts';
import { CommandError } from './errors.ts';
import { SPEC_FLAGS } from './spec-flags.ts';

/** What the command line asks for, before anything of it is looked at. */
export interface Request {
  /** LAYERS as given. */
  readonly layers?: string | undefined;
  /** The texts of the flags that set a field of the spec, by the flag's name. */
  readonly flags: ReadonlyMap<string, string>;
  readonly preset: PresetName;
  readonly spec?: string | undefined;
  readonly printSpec: boolean;
  readonly origin: 'bed' | 'model';
  readonly shells: boolean;
  readonly split: boolean;
  readonly outputs: readonly string[];
  readonly format?: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The request that the arguments make, or the text that answers them (`--help`, `--version`). Throws a CommandError for arguments that make no sense. */
export function readCommandLine(argv: readonly string[], context: CommandContext): Request | string {
  let answer = '';
  const command = defineCommand(context)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        answer += text;
      },
      outputError: () => {},
      getOutHelpWidth: () => context.io.stdout.columns ?? 100,
      getOutHasColors: () => colorDepth(context.io.stdout, context.io.env) > 1,
    });
  try {
    command.parse(negativesLast(argv, command.options), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return answer;
    throw new CommandError(sentence(error));
  }
  return toRequest(command);
}

function toRequest(command: Command): Request {
  const options = command.opts();
  const flags = new Map<string, string>();
  for (const { name } of SPEC_FLAGS) {
    const text = options[new Option(`--${name}`).attributeName()];
    if (text !== undefined) flags.set(name, text);
  }
  return {
    layers: command.args[0],
    flags,
    preset: options.preset,
    spec: options.spec,
    printSpec: options.printSpec ?? false,
    origin: options.origin,
    shells: options.shells ?? false,
    split: options.split ?? false,
    outputs: options.output ?? [],
    format: options.format,
    json: options.json ?? false,
    quiet: options.quiet ?? false,
  };
}

/**
 * The arguments with operands such as `-1,2` moved behind `--`: they are layers, for the check of layers to refuse, and no
 * option begins with a digit. Also cuts `--ouput=x` to `--ouput`, so that commander finds what it is like.
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
    } else if (/^-[\d.,]/.test(arg)) negatives.push(arg);
    else kept.push(/^--[^=]+=/.test(arg) && !find(arg.replace(/=.*/s, '')) ? arg.replace(/=.*/s, '') : arg);
  }
  return negatives.length === 0 ? kept : [...kept, '--', ...negatives];
}

/** Commander's message in our form: a sentence on one line. */
function sentence({ code, message }: CommanderError): string {
  const text = message
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/, '. $1')
    .replace(/\n/g, ' ')
    .replace(/\.?$/, (end) => (message.endsWith('?)') ? '' : end || '.'));
  const hint =
    code === 'commander.excessArguments' ? ' Layers are one argument with commas, such as 3,6,6,4,2.' : '';
  return text.charAt(0).toUpperCase() + text.slice(1) + hint;
}
