import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { run } from './run-main.ts';

const PAGE = readFileSync(new URL('../../../docs/classroom.md', import.meta.url), 'utf8');

const COMMANDS = PAGE.split('\n').filter((line) => line.startsWith('    neurofab '));

/** The table that pupils write, as it is shown. */
const [, TABLE = ''] = /```csv\n(.*?)```/s.exec(PAGE) ?? [];

/** A file with its extension, between the ticks that a page puts around it. */
const NAMED = /`([^`\s]+\.(?:3mf|stl|png|txt|csv))`/g;

describe('the lesson', () => {
  it('has commands that work one after the other, and write what it says', async () => {
    expect(COMMANDS.length).toBeGreaterThan(5);
    await inFolder(async (cwd) => {
      const env = { XDG_CONFIG_HOME: join(cwd, 'config') };
      writeFileSync(join(cwd, 'class.csv'), TABLE);
      for (const command of COMMANDS) {
        const args = wordsOf(command).slice(1);
        const { exitCode, stderr } = await run(args, { cwd, env });
        expect(exitCode, `${command}\n${stderr}`).toBe(0);
        const output = args[args.indexOf('-o') + 1]!;
        if (args.includes('-o')) expect(isWritten(join(cwd, output)), output).toBe(true);
      }
      for (const [, file] of PAGE.matchAll(NAMED)) expect(existsSync(join(cwd, file!)), file).toBe(true);
      expect(readdirSync(join(cwd, 'class')).filter((name) => name.endsWith('.3mf'))).toHaveLength(
        TABLE.trim().split('\n').length - 1,
      );
    });
  }, 120_000);
});

/** What a shell makes of a line. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
}

function isWritten(path: string): boolean {
  return existsSync(path) && (!path.endsWith('/') || readdirSync(path).length > 0);
}
