import { type NetworkScene, networkOf } from '@neurofab/core';
import { formatCount, shownSentences, touchSentences } from '@neurofab/core/internal';
import {
  type Asked,
  draftJob,
  estimatePrint,
  examined,
  type Finding,
  FORMATS,
  type Plan,
  refusals,
  withRemedy,
} from '@neurofab/job';
import { type Printer, SLICERS } from '@neurofab/printers';
import {
  planColors,
  plateText,
  printText,
  problemText,
  remedyText,
  slicerSteps,
  stepSpans,
} from '@neurofab/words';
import type { AskedFile } from './handlers.ts';
import { withLetters } from './letters.ts';
import { planFile } from './make.ts';
import type { Report, ReportedFinding, ReportedFormat, ReportedPrint, ReportedSteps } from './report.ts';

/** What is to be known of what is asked for, as soon as that can be said. */
export async function reportOf(asked: Asked): Promise<Report> {
  const plan = await planFile(asked);
  const { scene, printer, files, findings } = plan;
  const backend = files[0]!.backend;
  const program = printer && SLICERS[printer.slicer].name;
  const usual: ReportedFormat = { id: backend.id, label: backend.label, program };
  const isRefused = refusals(findings).length > 0;
  const others = FORMATS.map((format) => format())
    .filter(({ id }) => id !== backend.id)
    .map(({ id, label }): ReportedFormat => ({ id, label }));
  return {
    findings: reported(findings, asked),
    size: plateText(scene),
    fit: printer && fitText(printer, findings),
    counts: countsText(plan),
    colors: planColors(plan),
    shown: [...(scene.share === undefined ? [] : shownSentences(scene.share)), ...touchSentences(scene)],
    file: usual,
    formats: [usual, ...(isRefused ? others : await withRefusals(others, asked))],
    isRefused,
  };
}

/** What takes a moment to find out. */
export async function printOf(asked: Asked): Promise<ReportedPrint> {
  const plan = examined(await planFile(asked));
  const print = refusals(plan.findings).length > 0 ? undefined : estimatePrint(plan);
  return { findings: reported(plan.findings, asked), takes: print && printText(print) };
}

/** The same formats with why they cannot hold what others can, of all by one plan, whose remedies nobody tries: it is made while somebody types. */
async function withRefusals(formats: readonly ReportedFormat[], asked: Asked): Promise<ReportedFormat[]> {
  const { findings } = draftJob({
    ...(await withLetters(asked)),
    outputs: formats.map(({ id }) => ({ format: id })),
  });
  return formats.map((format, output) => {
    const refused = refusals(findings).find(({ path }) => path[0] === 'outputs' && path[1] === output);
    return { ...format, refusal: refused && problemText(refused) };
  });
}

/** Why a file cannot be made; `undefined` where it can. */
export async function refusalOf({ asked, format }: AskedFile): Promise<string | undefined> {
  const refused = refusals((await planFile(asked, format)).findings);
  return refused.length === 0 ? undefined : refused.map(problemText).join(' ');
}

/** What to click in the slicer for a file; `undefined` for one that no slicer opens, or where no printer is named. */
export async function stepsOf({ asked, format }: AskedFile): Promise<ReportedSteps | undefined> {
  const steps = slicerSteps(await planFile(asked, format));
  return steps && { slicer: steps.slicer, steps: steps.steps.map(stepSpans) };
}

function reported(findings: readonly Finding[], asked: Asked): ReportedFinding[] {
  return findings.map((finding) => ({
    code: finding.code,
    level: finding.level,
    path: finding.path,
    message: problemText(finding),
    remedies: (finding.remedies ?? []).map((remedy) => ({
      text: remedyText(remedy),
      asked: withRemedy(asked, remedy),
    })),
  }));
}

function fitText({ bed }: Printer, findings: readonly Finding[]): string | undefined {
  if (bed === undefined) return undefined;
  const room = `${bed.x} × ${bed.y} × ${bed.z} mm`;
  const tooLarge = findings.find((finding) => finding.code === 'too-large');
  return tooLarge === undefined
    ? `fits ${room}`
    : `too large for ${room}: ${tooLarge.scale} times as large would fit`;
}

function countsText({ scene, joining }: Plan): string {
  const nodes = scene.source.layers.length;
  const counts = [
    [countConnections(scene), 'connection'],
    [joining?.crossings, 'crossing'],
  ] as const;
  const texts = counts.flatMap(([count, noun]) =>
    count === undefined ? [] : [`${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`],
  );
  return [`${formatCount(nodes)} layers`, ...texts].join(' · ');
}

function countConnections({ share, source }: NetworkScene): number {
  const gaps = share?.gaps;
  return gaps === undefined
    ? networkOf(source).connections.count
    : gaps.reduce((sum, { drawn }) => sum + drawn, 0);
}
