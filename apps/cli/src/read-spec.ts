import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { CommandError, fileProblem, InputError } from './errors.ts';
import type { Io } from './io.ts';
import { jsonFault } from './json-fault.ts';

/** A spec of 100 layers takes a few kilobytes. */
const MAX_SPEC_BYTES = 1_000_000;

export interface SpecFile {
  /** What to call it in a message. */
  readonly label: string;
  /** Any JSON value. */
  readonly contents: unknown;
}

/** The JSON in a spec file; `-` is standard input. Throws a CommandError for a file that cannot be read, an InputError for contents that are not JSON. */
export async function readSpec(path: string, io: Io): Promise<SpecFile> {
  const label = path === '-' ? 'standard input' : path;
  return { label, contents: parseJson(decode(await readBytes(path, label, io), label), label) };
}

async function readBytes(path: string, label: string, io: Io): Promise<Uint8Array> {
  if (path === '') throw new CommandError('--spec: A file name is missing: it is empty.');
  try {
    if (path === '-') return await upToLimit(io.stdin, label);
    return await upToLimit(createReadStream(resolve(io.cwd, path)), label);
  } catch (error) {
    const problem = fileProblem(error);
    if (problem === undefined) throw error;
    throw new CommandError(`--spec ${label}: Cannot be read: ${problem}.`);
  }
}

/** Stops reading as soon as there is too much: a file may be huge, and a pipe or a device may never end. */
async function upToLimit(stream: AsyncIterable<Uint8Array | string>, label: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > MAX_SPEC_BYTES) throw tooLarge(label);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function tooLarge(label: string): InputError {
  return new InputError([`${label}: A spec has at most ${MAX_SPEC_BYTES / 1e6} MB, but this is more.`]);
}

function decode(bytes: Uint8Array, label: string): string {
  try {
    // It also takes off a byte order mark, which Windows editors put before UTF-8.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    throw new InputError([`${label}: Must be UTF-8 text, but is ${isUtf16 ? 'UTF-16' : 'not'}.`]);
  }
}

function parseJson(text: string, label: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { line, column, message } = jsonFault(text);
    throw new InputError([`${label}: Not JSON at line ${line}, column ${column}: ${message}.`]);
  }
}
