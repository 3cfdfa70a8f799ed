import { type Finding, type Level, refusals } from '@neurofab/job';
import type { NetworkRequest } from '../arguments/network-request.ts';
import { CommandError, InputError } from '../errors.ts';
import type { PlacedFile } from '../files/outputs.ts';
import type { SavedFile } from '../files/read-saved.ts';
import { type FindingContext, type FindingOfFile, findingText } from './finding-text.ts';

/** Where findings come from, and where files go, as far as that is known. */
export interface FindingsContext {
  readonly request: NetworkRequest;
  readonly saved: SavedFile | undefined;
  readonly placed?: readonly PlacedFile[];
}

/** What makes no difference, with the flag that asks for it. */
const IDLE: Partial<Record<Finding['code'], 'split' | 'flavor' | 'show' | 'size'>> = {
  'nothing-to-split': 'split',
  'nothing-of-a-flavor': 'flavor',
  'nothing-to-show': 'show',
  'nothing-to-size': 'size',
};

/** Refusals that are the command's fault, not the network's. */
const OF_THE_COMMAND = ['unknown-printer', 'unknown-format', 'fit-without-bed', ...Object.keys(IDLE)];

/** Throws what a plan refuses, and with `--strict` what will not come out: a CommandError for the first that is the command's fault, an InputError for all that are the network's. */
export function refuse(findings: readonly Finding[], context: FindingsContext): void {
  // What a flag asks for is not passed over, what a file of `--from` has beside is.
  const idle = findings.filter(({ code }) => IDLE[code] !== undefined && context.request[IDLE[code]]);
  const errors = context.request.strict ? findings.filter(({ level }) => level === 'error') : [];
  const refused = [...idle, ...refusals(findings), ...errors];
  const words = inWords(context);
  const fault = refused.find(({ code }) => OF_THE_COMMAND.includes(code));
  if (fault !== undefined) throw new CommandError(findingText(fault, words));
  if (refused.length > 0) throw new InputError(refused.map((finding) => findingText(finding, words)));
}

/** The most warnings that are said. */
const MAX_WARNINGS = 5;

/** The warnings among findings in words, the worst first, and how many more there are. */
export function warnings(findings: readonly Finding[], context: FindingsContext): string[] {
  const all = allWarnings(findings, context);
  const more = all.length - MAX_WARNINGS;
  return [...all.slice(0, MAX_WARNINGS), ...(more > 0 ? [`And ${more} more: --json has them.`] : [])];
}

function allWarnings(findings: readonly Finding[], context: FindingsContext): string[] {
  const words = inWords(context);
  const worstFirst: readonly Level[] = ['error', 'warning'];
  return worstFirst
    .flatMap((level) =>
      findings.filter((finding) => finding.level === level && !isOfNoDisk(finding, context)),
    )
    .map(
      (finding) => findingText(finding, words) + (finding.level === 'error' ? ' --strict refuses it.' : ''),
    );
}

/** Findings as data, each with its words. */
export function findingsAsJson(findings: readonly Finding[], context: FindingsContext): object[] {
  const words = inWords(context);
  return findings.map((finding) => ({ ...finding, text: findingText(finding, words) }));
}

/** Notes of what could take less. */
const COSTLY: readonly Finding['code'][] = ['much-purge', 'many-changes'];

/** All that is not as it should be, in words, what is refused first and what only takes more than it might last. */
export function faults(findings: readonly Finding[], context: FindingsContext): string[] {
  const words = inWords(context);
  return [
    ...refusals(findings).map((finding) => findingText(finding, words)),
    ...allWarnings(findings, context),
    ...findings.filter(({ code }) => COSTLY.includes(code)).map((finding) => findingText(finding, words)),
  ];
}

/** The notes among findings that are worth a word, in words. */
export function notes(findings: readonly Finding[], context: FindingsContext): string[] {
  const words = inWords(context);
  return findings
    .filter(({ level, code }) => level === 'note' && !OF_THE_COMMAND.includes(code))
    .map((finding) => findingText(finding, words));
}

/** A large file is no matter where it is not kept. */
function isOfNoDisk(finding: Finding, { placed }: FindingsContext): boolean {
  return finding.code === 'large-file' && placeOf(finding, placed)?.target.kind !== 'file';
}

function inWords({ request, saved, placed }: FindingsContext): FindingContext {
  const saidSaved = (name: 'slots' | 'size') => {
    const said = saved?.settings[name];
    return said === true ? undefined : said;
  };
  return {
    printerBy: request.printer === undefined ? `--from ${saved?.label}` : '--printer',
    typed: {
      slots: request.slots ?? saidSaved('slots'),
      scale: request.scale,
      size: request.size ?? saidSaved('size'),
    },
    pathOf: (finding) => placeOf(finding, placed)?.path ?? finding.file,
  };
}

/** Outputs in two folders may have files of one name. */
function placeOf(
  { path: [, output], file: name }: FindingOfFile,
  placed: FindingsContext['placed'],
): PlacedFile | undefined {
  return placed?.find(({ file }) => file.output === output && file.name === name);
}
