import { type Backend, COLOR_BY, NETWORK_DEFAULTS, PRESETS, VERSION } from '@neurofab/core';
import { formatNames, SPLITS } from '@neurofab/job';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { EXIT_CODES } from '../errors.ts';
import type { Io } from '../io.ts';
import { colorDepth } from '../words/color-depth.ts';
import { COLOR_GROUP, NO_WEIGHTS, OWN_FLAGS, SPEC_FLAGS, WEIGHTS_CHOICES } from './spec-flags.ts';

export interface CommandContext {
  /** What can be written, the usual format first. */
  readonly backends: readonly Backend[];
  readonly io: Io;
}

/** What is called with what was given. */
export interface CommandActions {
  readonly write: (command: Command) => void;
  readonly batch: (command: Command, operands: readonly string[]) => void;
  readonly compare: (command: Command) => void;
  readonly printers: (
    words: string[],
    options: { readonly json?: boolean; readonly config?: boolean },
  ) => void;
  readonly inspect: (
    files: string[],
    options: {
      readonly json?: boolean;
      readonly nodes?: string;
      readonly show?: readonly string[];
      readonly layerOrder?: string;
    },
  ) => void;
  readonly doctor: (
    files: string[],
    options: { readonly json?: boolean; readonly printer?: string; readonly layerHeight?: string },
  ) => void;
  readonly coupon: (command: Command) => void;
  readonly studio: (options: { readonly port?: string; readonly open?: boolean }) => void;
}

/** The commands with their arguments and flags, and their help. */
export function defineCommand({ backends, io }: CommandContext, actions: CommandActions): Command {
  const command: Command = new Command('neurofab')
    .usage('[layers | files] [options]')
    // What stands behind the name of a command is for that command.
    .enablePositionalOptions()
    .action(() => actions.write(command))
    .description("Turns a neural network into a file that a 3D printer's software opens.")
    .configureHelp({
      styleTitle: (text) => colorsOf(io).bold(text),
      // Descriptions name choices and defaults in their own words.
      optionDescription: ({ description }) => description,
    });

  addNetworkOptions(command);
  addQualityOptions(command);
  addPrinterOptions(command);
  addStrictOption(command);
  addFlavorOption(command, backends);
  addOutputOptions(command, backends);
  command
    .optionsGroup('Specs:')
    .option('--spec <file>', 'read the network from JSON, - is standard input')
    .option('--print-spec', 'print what was given of the network as JSON, and write files only for -o')
    .option('--complete', 'with --print-spec, print all of the network')
    .option('--from <file>', 'read the network from a file that Neurofab wrote')
    .optionsGroup('Messages:')
    .option('--json', 'say what was written as JSON on standard output')
    .option('-q, --quiet', 'say nothing but errors')
    .version(VERSION, '-V, --version', 'print the version')
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Messages:'))
    .addHelpText('after', () => examples(io));
  addCommands(command, { backends, actions });
  return command;
}

function addCommands(
  command: Command,
  { backends, actions }: { readonly backends: readonly Backend[]; readonly actions: CommandActions },
): void {
  command.commandsGroup('Commands:').helpCommand('help [command]', 'print the help of a command');
  addBatchCommand(command, { backends, actions });
  const compare: Command = command
    .command('compare')
    .usage('[layers | files] [options]')
    .description('say what a network takes in each mode, and which takes least')
    .action(() => actions.compare(compare));
  addNetworkOptions(compare);
  addPrinterOptions(compare);
  compare
    .optionsGroup('Specs:')
    .option('--spec <file>', 'read the network from JSON, - is standard input')
    .option('--from <file>', 'read the network from a file that Neurofab wrote')
    .optionsGroup('Messages:')
    .option('--json', 'as JSON');
  addCouponCommand(command, { backends, actions });
  const printers = command
    .command('printers')
    .description('list the printers that --printer knows')
    .argument('[words...]', 'only those whose row has all these words')
    .option('--json', 'as JSON')
    .action((words, _, own) => actions.printers(words, own.optsWithGlobals()));
  addConfigOption(printers);
  const inspect: Command = command
    .command('inspect')
    .description(
      `say what is in ${list(modelNames(backends))} files, and whether each body is closed, or in trained models`,
    )
    .argument('<file...>', 'files, or - for standard input');
  addModelOptions(inspect);
  inspect
    .option('--json', 'as JSON')
    .action((files, _, own) => actions.inspect(files, own.optsWithGlobals()));
  command
    .command('doctor')
    .description(`say what may go wrong when ${list(modelNames(backends))} files are printed`)
    .argument('<file...>', 'files, or - for standard input')
    .option('--printer <id>', 'what they are to be printed with (default: filament, a nozzle of 0.4 mm)')
    .option(
      '--layer-height <mm>',
      'height of the layers that are looked at (default: two thirds of a nozzle)',
    )
    .option('--json', 'as JSON')
    .action((files, _, own) => actions.doctor(files, own.optsWithGlobals()));
  command
    .command('studio')
    .description('serve the page that makes models in a browser, to this machine alone')
    .option('--port <n>', 'where (default: 6387, or one that is free)')
    .option('--open', 'open it in the browser')
    .action((own) => actions.studio(own));
  for (const each of command.commands) {
    each.copyInheritedSettings(command).addHelpOption(new Option('-h, --help', 'print this help'));
  }
}

function addBatchCommand(
  command: Command,
  { backends, actions }: { readonly backends: readonly Backend[]; readonly actions: CommandActions },
): void {
  const batch: Command = command
    .command('batch')
    .usage('<table> [layers | files] [options]')
    .description('write a file for each row of a table')
    .argument(
      '<table>',
      'CSV, JSON or JSON lines, - for standard input: its columns are flags\nwithout dashes, layers, model, or fields of a spec; what else is given\nholds for all rows',
    )
    .action((table: string, operands: readonly string[]) => actions.batch(batch, [table, ...operands]));
  addNetworkOptions(batch);
  addQualityOptions(batch);
  addPrinterOptions(batch);
  addStrictOption(batch);
  addFlavorOption(batch, backends);
  batch
    .optionsGroup('Output:')
    .option('-o, --output <folder>', 'folder to write to, made if need be (default: this one)', append)
    .option('--plates', "files of as many networks as the printer's bed holds, with pictures and a list");
  addFormatOptions(batch, backends);
  batch
    .optionsGroup('Specs:')
    .option('--spec <file>', 'read what rows do not say from JSON')
    .option('--from <file>', 'read it from a file that Neurofab wrote')
    .optionsGroup('Messages:')
    .option('--json', 'say what was written as JSON on standard output')
    .option('-q, --quiet', 'say nothing but errors');
}

function addCouponCommand(
  command: Command,
  { backends, actions }: { readonly backends: readonly Backend[]; readonly actions: CommandActions },
): void {
  const coupon: Command = command
    .command('coupon')
    .description('write a small plate that tells which clearance, rods and text a printer makes')
    .action(() => actions.coupon(coupon));
  coupon
    .optionsGroup('Printer:')
    .option('--printer <id>', 'right format and layers for one: see neurofab printers')
    .optionsGroup('What you found out with it:')
    .option('--save', 'keep it: networks for this printer are made with it');
  for (const { name, value } of OWN_FLAGS) {
    coupon.option(`--${name} <${value}>`, OWN_HELP[name]);
  }
  coupon
    .optionsGroup('Output:')
    .option('-o, --output <file>', 'file to write, or a folder (default: coupon.3mf)', append)
    .addOption(
      new Option('-f, --format <name>', "where the extension doesn't tell").choices(
        backends.flatMap(formatNames),
      ),
    )
    .optionsGroup('Messages:')
    .option('--json', 'say what was written as JSON on standard output')
    .option('-q, --quiet', 'say nothing but errors');
}

/** What the help says of the flags of own values. */
const OWN_HELP: Readonly<Record<string, string>> = {
  clearance: 'of the tightest socket that the peg goes into',
  thinnest: 'diameter of the thinnest rod that came out whole',
  'text-height': 'height of the smallest letters that can be read',
};

/** LAYERS, and the flags that set a field of the spec or colours. */
function addNetworkOptions(command: Command): void {
  command.argument(
    '[layers...]',
    `nodes per layer, as 3,6,6 or 3-6-6 (default: ${NETWORK_DEFAULTS.layers.join(',')});\nor files of a trained model`,
  );
  command
    .optionsGroup('Trained models:')
    .option('--example <name>', 'one that comes along: digits, iris or xor');
  addModelOptions(command);
  for (const { name, value, group, description } of SPEC_FLAGS) {
    const flags = value === undefined ? `--${name}` : `--${name} <${value}>`;
    const text = description + (MORE_HELP[name]?.() ?? '');
    const option = new Option(flags, text).helpGroup(group);
    command.addOption(name === 'weights' ? option.choices(WEIGHTS_CHOICES) : option);
    if (value === undefined) command.addOption(new Option(`--no-${name}`).hideHelp());
  }
  command.addOption(
    new Option(
      '--font <file>',
      'font of text and names, as TTF, OTF or WOFF (default: one that comes along)',
    ).helpGroup('Text:'),
  );
  command.addOption(
    new Option('--color-by <what>', 'what parts differ in: layer, role or none (default: layer)')
      .choices(COLOR_BY)
      .helpGroup(COLOR_GROUP),
  );
  command
    .addOption(
      new Option(
        '--colors-by-height',
        'of what lies: one colour a layer, with filament changed by hand at\nheights that are told (default: for a plaque where the printer has one slot)',
      ).helpGroup(COLOR_GROUP),
    )
    .addOption(new Option('--no-colors-by-height').hideHelp());
}

/** What is drawn of a trained model. */
function addModelOptions(command: Command): void {
  command
    .option('--nodes <n>', 'most rows of a layer, the ellipsis being one (default: 10)')
    .option(
      '--show <what>',
      'of layers with more nodes the strongest (default), the first, or those\nnumbered 3,17,42 from 0, of one layer as NAME:3,17; repeat it for more layers.\nOf several pieces in a GLB or picture: assembled (default), or plate',
      append,
    )
    .option('--layer-order <names>', 'names of layers from the inputs on, where a file keeps no order');
}

function append(one: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), one];
}

function addQualityOptions(command: Command): void {
  command
    .optionsGroup('Quality:')
    .option(
      '--shells',
      'balls and rods as they are, overlapping, instead of joined: quick,\nand for networks that are too large to be joined',
    )
    .addOption(new Option('--no-shells').hideHelp());
}

function addPrinterOptions(command: Command): void {
  command
    .optionsGroup('Printer:')
    .option('--printer <id>', 'right format, colours and place for one: see neurofab printers')
    .option('--slots <n>', "most colours; more are merged (default: the printer's)")
    .option('--price <amount>', 'of a kilogram of filament: says what the print costs')
    .option('--scale <factor>', 'make everything so many times as large')
    .option('--fit', "scale to the largest that fits the printer's bed");
  addConfigOption(command);
}

function addConfigOption(command: Command): void {
  command
    .option('--no-config', 'leave what you found out with a coupon aside')
    .addOption(new Option('--config').hideHelp());
}

function addStrictOption(command: Command): void {
  command.option('--strict', 'write nothing that the printer will not bring out');
}

function addFlavorOption(command: Command, backends: readonly Backend[]): void {
  const flavors = backends.flatMap((backend) => backend.flavors ?? []);
  command.addOption(
    new Option('--flavor <name>', "of 3MF: slicer or assembly (default: the printer's)").choices(flavors),
  );
}

function addOutputOptions(command: Command, backends: readonly Backend[]): void {
  const extensions = backends.map((backend) => backend.extensions[0]);
  command
    .optionsGroup('Output:')
    .option(
      '-o, --output <file>',
      `file to write, ${list(extensions)}, - for standard output,\n` +
        `or a folder with / behind it, made if need be; repeat it for\nmore (default: network-3-6-6-4-2${extensions[0]})`,
      append,
    );
  addFormatOptions(command, backends);
}

function addFormatOptions(command: Command, backends: readonly Backend[]): void {
  const names = backends.map(formatNames);
  command
    .addOption(
      new Option(
        '-f, --format <name>',
        `${list(names.map(([name]) => name))}, where the extension doesn't tell`,
      ).choices(names.flat()),
    )
    .addOption(
      new Option(
        '--split [by]',
        'one STL for each of the parts (default), pieces or slots: network-base.stl, …',
      )
        .choices(SPLITS)
        .preset(SPLITS[0]),
    )
    .addOption(new Option('--no-split').hideHelp())
    .option('--size <pixels>', 'width and height of a picture (default: 1024, of a GIF 480)')
    .addOption(
      new Option('--origin <place>', 'bed (default) at the origin, or model: first layer at x = 0').choices([
        'bed',
        'model',
      ]),
    );
}

/** What people call the formats whose files hold bodies: `STL`. */
function modelNames(backends: readonly Backend[]): string[] {
  return backends
    .filter(({ holds }) => holds !== 'source' && holds !== 'picture')
    .map((backend) => formatNames(backend)[0].toUpperCase());
}

/** What the help says of a flag beside the words of its field. */
const MORE_HELP: Readonly<Record<string, () => string>> = {
  preset: presetsHelp,
  weights: () => `;\n${NO_WEIGHTS} for connections that are all alike`,
};

function presetsHelp(): string {
  return Object.entries(PRESETS)
    .map(([name, { description }]) => `\n${name} – ${description}`)
    .join('');
}

function examples(io: Io): string {
  const colors = colorsOf(io);
  const lines = [
    ['neurofab 3,6,6,4,2', 'in colours, as 3MF'],
    ['neurofab 3,6,6,4,2 --printer bambu-p1s-ams', 'what a printer wants'],
    ['neurofab model.onnx -o net.3mf', 'what you trained'],
    ['neurofab 4,8,4 -o net.3mf -o net.stl', 'two files at once'],
    ['neurofab 4,8,4 -o net.stl --split', 'one STL a part'],
    ['neurofab 2,3,1 --layer-colors orange,teal', 'colours of your own'],
    ['neurofab 3,6,6,4,2 -o net.gif', 'a turning picture'],
    ['neurofab --preset seed --print-spec > net.json', 'a network to edit …'],
    ['neurofab --spec net.json -o net.scad', '… and to come back with'],
    ['neurofab --from net.3mf --node-radius 5 -o large.3mf', 'a file again, changed'],
    ['neurofab batch class.csv -o class/', 'a file a row'],
    ['neurofab batch class.csv --plates --printer p1s', 'full plates'],
    ['neurofab compare 3,6,6,4,2 --printer p1s-ams', 'what each mode takes'],
    ['neurofab inspect net.3mf', 'what is in a file'],
    ['neurofab inspect model.onnx', 'what would be drawn'],
    ['neurofab doctor net.stl --printer mk4s', 'how it prints'],
    ['neurofab coupon --printer mk4s', 'what a printer makes'],
    ['neurofab studio --open', 'all of it in a page'],
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
