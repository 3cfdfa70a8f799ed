import { NETWORK_DEFAULTS, PRESETS, VERSION } from '@neurofab/core';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { colorDepth } from './color-depth.ts';
import { EXIT_CODES } from './errors.ts';
import { type Format, formatNames } from './formats.ts';
import type { Io } from './io.ts';
import { SPEC_FLAGS } from './spec-flags.ts';

export interface CommandContext {
  readonly formats: readonly Format[];
  readonly io: Io;
}

/** The command's arguments and flags, and its help. */
export function defineCommand({ formats, io }: CommandContext): Command {
  const command = new Command('neurofab')
    .usage('[layers] [options]')
    .description("Turns a neural network into a file that a 3D printer's software opens.")
    .argument('[layers]', `nodes per layer (default: ${NETWORK_DEFAULTS.layers.join(',')})`)
    .configureHelp({
      styleTitle: (text) => colorsOf(io).bold(text),
      // Descriptions name choices and defaults in their own words.
      optionDescription: ({ description }) => description,
    });

  command
    .optionsGroup('Network:')
    .addOption(
      new Option('--preset <name>', presetHelp())
        .choices(Object.keys(PRESETS))
        .default(NETWORK_DEFAULTS.preset),
    );
  for (const { name, value, group, description } of SPEC_FLAGS) {
    command.addOption(new Option(`--${name} <${value}>`, description).helpGroup(group));
  }
  command
    .optionsGroup('Quality:')
    .option('--shells', 'balls and rods as they are, overlapping, instead of joined');
  addOutputOptions(command, formats);
  return command
    .optionsGroup('Specs:')
    .option('--spec <file>', 'read the network from JSON, - from standard input; flags override it')
    .option('--print-spec', 'print the complete network as JSON, and write files only for -o')
    .optionsGroup('Messages:')
    .option('--json', 'say what was written as JSON on standard output')
    .option('-q, --quiet', 'say nothing but errors')
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Messages:'))
    .addHelpText('after', () => examples(io));
}

function addOutputOptions(command: Command, formats: readonly Format[]): void {
  const extensions = formats.map(({ backend }) => backend.extensions[0]);
  const names = formats.map(formatNames);
  const append = (file: string, files: readonly string[] | undefined) => [...(files ?? []), file];
  command
    .optionsGroup('Output:')
    .option(
      '-o, --output <file>',
      `file to write, ${list(extensions)}, - for standard output; repeat it\n` +
        `for more files (default: network-3-6-6-4-2${extensions[0]})`,
      append,
    )
    .addOption(
      new Option(
        '-f, --format <name>',
        `${list(names.map(([name]) => name))}, where the extension doesn't tell`,
      ).choices(names.flat()),
    )
    .option('--split', 'one STL a part: network-base.stl, …')
    .addOption(
      new Option('--origin <place>', 'bed: stands on the origin, model: first layer at x = 0 (default: bed)')
        .choices(['bed', 'model'])
        .default('bed'),
    );
}

function presetHelp(): string {
  const presets = Object.entries(PRESETS).map(([name, { description }]) => `\n${name} – ${description}`);
  return `where defaults come from (default: ${NETWORK_DEFAULTS.preset})${presets.join('')}`;
}

function examples(io: Io): string {
  const colors = colorsOf(io);
  const lines = [
    ['neurofab 3,6,6,4,2', 'in colours, as 3MF'],
    ['neurofab 4,8,4 -o net.3mf -o net.stl', 'two files at once'],
    ['neurofab 4,8,4 -o net.stl --split', 'one STL a part'],
    ['neurofab 2,3,1 --layer-colors orange,teal', 'colours of your own'],
    ['neurofab --preset seed --print-spec > net.json', 'a network to edit …'],
    ['neurofab --spec net.json -o net.scad', '… and to come back with'],
  ] as const;
  const width = Math.max(...lines.map(([line]) => line.length));
  return [
    '',
    colors.bold('Examples:'),
    ...lines.map(([line, note]) => `  ${line.padEnd(width)}  ${colors.dim(note)}`),
    '',
    colors.bold('Exit codes:'),
    `  ${EXIT_CODES.done} done, ${EXIT_CODES.input} the network is at fault, ${EXIT_CODES.command} the command or a file is,`,
    `  ${EXIT_CODES.interrupted} interrupted, ${EXIT_CODES.bug} a mistake in Neurofab itself`,
  ].join('\n');
}

/** The colours that standard output shows. */
function colorsOf(io: Io): ReturnType<typeof pc.createColors> {
  return pc.createColors(colorDepth(io.stdout, io.env) > 1);
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
