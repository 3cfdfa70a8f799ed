import { isJson } from './is-json.ts';
import { type OpenedModel, type OpenOptions, openModel } from './open-model.ts';
import { parseSpec } from './parse-spec.ts';
import type { ModelBytes } from './read-model.ts';

/** What a file is: one that says of which network it was made, a model of anybody, or a spec, which nothing has checked yet. */
export type OpenedFile = OpenedModel | { readonly kind: 'spec'; readonly contents: unknown };

/** The most bytes that are worth opening: a million weights take some twenty megabytes, and a larger model does not fit in memory together with what is made of it. */
export const OPEN_LIMITS = { specBytes: 50_000_000, modelBytes: 1_000_000_000 } as const;

/** What a file is, by what it holds. Files of trained networks are none of these. Throws an OpenError for what cannot be opened. */
export async function openFile(file: ModelBytes, options: OpenOptions = {}): Promise<OpenedFile> {
  if (isJson(file.bytes)) return { kind: 'spec', contents: parseSpec(file.bytes) };
  return openModel(file, options);
}
