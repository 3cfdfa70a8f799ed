import { parseArgs } from 'node:util';

export interface Options {
  /** Rounds after the warm-up; each case's own number if left out. */
  readonly rounds: number | undefined;
  readonly quick: boolean;
  readonly large: boolean;
  /** Parts of ids of what to measure; everything if empty. */
  readonly only: readonly string[];
  readonly limitSeconds: number;
  readonly json: boolean;
  readonly seedDocument: string | undefined;
}

/** What a person typed wrong. */
export class OptionError extends Error {}

export const HELP = `Usage: pnpm bench [options]

Measures Neurofab and its peers side by side, prints a table, and rewrites benchmarks/RESULTS.md.

  --only <words>          only what has one of these words in its id, such as fused,3mf
  --quick                 few rounds, and nothing that takes minutes
  --rounds <n>            rounds after the warm-up
  --limit <seconds>       the most that one round may take (default: 300)
  --large                 also write 784,128,64,10 to a file of 3.1 GB
  --seed-document <file>  the Markdown page with the Blender script; without it, Blender runs ours
  --json                  print the results as JSON on standard output
  -h, --help              print this help

RESULTS.md is left as it is by --only and --quick. What to measure:
`;

/** Reads the command line; `'help'` if that is asked for. Throws an OptionError. */
export function readOptions(argv: readonly string[]): Options | 'help' {
  const { values } = parse(argv);
  if (values.help === true) return 'help';
  return {
    rounds: values.rounds === undefined ? undefined : positive('--rounds', values.rounds),
    quick: values.quick === true,
    large: values.large === true,
    only: (values.only ?? []).flatMap((words) => words.split(/[\s,]+/)).filter((word) => word !== ''),
    limitSeconds: positive('--limit', values.limit ?? '300'),
    json: values.json === true,
    seedDocument: values['seed-document'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      // pnpm hands on the -- that people put before options.
      args: argv.filter((argument) => argument !== '--'),
      options: {
        only: { type: 'string', multiple: true },
        quick: { type: 'boolean' },
        rounds: { type: 'string' },
        limit: { type: 'string' },
        large: { type: 'boolean' },
        'seed-document': { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

function positive(flag: string, text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new OptionError(`${flag} must be a whole number above 0, but is ${JSON.stringify(text)}.`);
}
