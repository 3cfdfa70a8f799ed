import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { formatFault, type OwnValues, parseOwnValues, SpecError } from '@neurofab/core';
import { isObject, toJson } from '@neurofab/core/internal';
import { OpenError, parseSpec } from '@neurofab/job';
import { findPrinter } from '@neurofab/printers';
import { quoted } from '@neurofab/words';
import { CommandError, InputError } from '../errors.ts';
import { writeWhole } from '../files/drafts.ts';
import { readBytes } from '../files/read-bytes.ts';
import { type FileTarget, findTarget } from '../files/target.ts';
import type { Io } from '../io.ts';

/** What the owner of printers found out for them. */
export interface OwnFile {
  readonly path: string;
  /** By the printers' ids. */
  readonly printers: ReadonlyMap<string, OwnValues>;
}

/**
 * The file in the user's folder of settings: `$XDG_CONFIG_HOME` (XDG Base Directory Specification), on Windows `%APPDATA%`, else `~/.config`.
 * Without printers where there is no file, `undefined` where there is no such folder. Throws a CommandError with all that is wrong with it, and what helps.
 */
export async function readOwnFile(
  io: Io,
  help = '--no-config goes on without it.',
): Promise<OwnFile | undefined> {
  const path = ownPath(io);
  if (path === undefined) return undefined;
  if (!existsSync(path)) return { path, printers: new Map() };
  try {
    const bytes = await readBytes(path, io, { what: 'A file of own values', maxBytes: MAX_BYTES });
    return { path, printers: printersIn(parseSpec(bytes)) };
  } catch (error) {
    throw new CommandError(`${path}: ${problemOf(error, path)} ${help}`);
  }
}

const MAX_BYTES = 1e6;

function ownPath({ env: { XDG_CONFIG_HOME: xdg, APPDATA: appData, HOME: home } }: Io): string | undefined {
  const folders = [xdg, appData, home && join(home, '.config')];
  const folder = folders.find((candidate) => candidate && isAbsolute(candidate));
  return folder && join(folder, 'neurofab', 'printers.json');
}

/** Own values of printers. Throws a SpecError with all that is wrong with them. */
function printersIn(contents: unknown): ReadonlyMap<string, OwnValues> {
  if (!isObject(contents)) {
    throw new SpecError([
      { path: [], message: 'Must be an object such as { "prusa-mk4": { "clearance": 0.15 } }.' },
    ]);
  }
  const printers = new Map<string, OwnValues>();
  const faults = Object.entries(contents).flatMap(([id, values]) => {
    if (findPrinter(id)?.id !== id) return { path: [id], message: `There is no printer ${quoted(id)}.` };
    try {
      printers.set(id, parseOwnValues(values));
      return [];
    } catch (error) {
      if (!(error instanceof SpecError)) throw error;
      return error.faults.map(({ path, message }) => ({ path: [id, ...path], message }));
    }
  });
  if (faults.length > 0) throw new SpecError(faults);
  return printers;
}

/** What is wrong with the file, in sentences without its path. */
function problemOf(error: unknown, path: string): string {
  if (error instanceof SpecError) return error.faults.map(formatFault).join(' ');
  if (error instanceof OpenError) return error.faults.join(' ');
  if (error instanceof InputError || error instanceof CommandError) {
    return error.message.replace(`${path}: `, '');
  }
  throw error;
}

/** Writes the file anew, all at once or not at all. Throws a CommandError if it cannot be written. */
export async function writeOwnFile({ path, printers }: OwnFile, io: Io): Promise<void> {
  const target = await findTarget(path, io.cwd, { makesFolders: true });
  const bytes = new TextEncoder().encode(toJson(Object.fromEntries(printers)));
  await writeWhole(bytes, { path, target: target as FileTarget, io });
}
