import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { EXTENSIONS } from './known-formats.ts';

/** The command as it is installed; `tsc -b` must have been run. */
const BIN = join(import.meta.dirname, '../bin/neurofab.js');

const EVERY_FORMAT = EXTENSIONS.flatMap((end) => ['-o', `net.${end}`]);

/** What is written, one run a line. */
const RUNS: readonly (readonly string[])[] = [
  ['--segments', '16', ...EVERY_FORMAT],
  ['--segments', '16', ...EVERY_FORMAT, '--shells'],
  ['--segments', '16', '-o', 'net.3mf', '--flavor', 'assembly'],
  ['--tolerance', '0.05', ...EVERY_FORMAT],
  ['--tolerance', '0.013', ...EVERY_FORMAT, '--shells'],
];

/** Executables of other versions of Node; .ci/run names one. */
const OTHER_NODES = (process.env.NEUROFAB_OTHER_NODES ?? '').split(delimiter).filter((path) => path !== '');

describe.each(RUNS.map((args) => [args.join(' '), args] as const))(
  'the bytes of %s are the same',
  (_, args) => {
    let expected: Hashes;

    beforeAll(async () => {
      expected = await hashesOf(args);
    });

    it.each<[string, Surroundings]>([
      ['in a second run', {}],
      ['west of Greenwich', { env: { TZ: 'America/Los_Angeles' } }],
      ['east of Greenwich', { env: { TZ: 'Asia/Tokyo' } }],
      ['where numbers have a decimal comma', { env: { LC_ALL: 'de_DE.UTF-8' } }],
    ])('%s', async (_, surroundings) => {
      expect(await hashesOf(args, surroundings)).toEqual(expected);
    });

    it.each(OTHER_NODES)('in the Node at %s', async (node) => {
      expect(await hashesOf(args, { node })).toEqual(expected);
    });
    if (OTHER_NODES.length === 0) it.skip('in another version of Node (NEUROFAB_OTHER_NODES names none)');
  },
);

interface Surroundings {
  /** The executable; by default the one that runs this test. */
  readonly node?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** By file. */
type Hashes = Readonly<Record<string, string>>;

/** Has the command write files of a small network in a process of its own, and hashes them. */
function hashesOf(
  args: readonly string[],
  { node = process.execPath, env = {} }: Surroundings = {},
): Promise<Hashes> {
  return inFolder(async (cwd) => {
    const { TZ, LANG, LC_ALL, ...others } = process.env;
    const { status, stderr } = spawnSync(node, [BIN, '2,3', '--name', 'Größe 1,5 🧠', ...args], {
      cwd,
      env: { ...others, ...env },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The command ended with ${status}: run tsc -b?\n${stderr}`);
    const hashes = readdirSync(cwd).map((file) => {
      const hash = createHash('sha256').update(readFileSync(join(cwd, file)));
      return [file, hash.digest('hex')] as const;
    });
    return Object.fromEntries(hashes);
  });
}
