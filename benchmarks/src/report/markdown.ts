import type { Results } from './results.ts';
import { caseTable, growthSentence, growthTable, memoryTable, type Table } from './tables.ts';

/** `RESULTS.md`. */
export function markdown({ date, machine, blenderScript, cases, growth, memory }: Results): string {
  const { processor, cores, memoryBytes, system, versions } = machine;
  const warnings = cases.flatMap(({ case: { id }, warnings }) =>
    warnings.map((warning) => `${id}: ${warning}`),
  );
  const missing = cases.flatMap(({ case: { id }, neurofab, peers }) =>
    [neurofab, ...peers].flatMap((performance) =>
      performance.state === 'measured' || performance.state === 'over limit'
        ? []
        : [`${id}, ${performance.name}: ${performance.state}: ${performance.reason.split('\n', 1)[0]}`],
    ),
  );
  const onPage = cases.filter(({ case: { isOnPage } }) => isOnPage);
  const sections = [
    '# Results',
    '`pnpm bench` wrote this page: Neurofab and its peers in one run, round by round in turn. Times are medians after a warm-up. [README.md](README.md) says what is measured and how.',
    [
      `- ${date}, ${processor}, ${cores} cores, ${Math.round(memoryBytes / 2 ** 30)} GiB, ${system}`,
      `- ${Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}`,
      `- Blender's script is ${blenderScript}.`,
    ].join('\n'),
    '## Against peers',
    markdownTable(caseTable(cases.filter((result) => !onPage.includes(result)))),
    ...(onPage.length === 0
      ? []
      : [
          '## The page',
          'In one Chromium, which draws without a graphics card: the processor does it all.',
          markdownTable(caseTable(onPage)),
        ]),
    ...list('Not measured:', missing),
    ...list('Not the same work:', warnings),
    ...(growth.length === 0
      ? []
      : [
          '## Growth',
          'Shells → STL in process, written to the null device.',
          markdownTable(growthTable(growth)),
          growthSentence(growth),
        ]),
    ...(memory.length === 0
      ? []
      : [
          '## Memory',
          "The whole command's largest resident set, as the operating system counts it.",
          markdownTable(memoryTable(memory)),
        ]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function list(head: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [head, lines.map((line) => `- ${line}`).join('\n')];
}

/** In columns, as Biome formats tables, so that a new page passes the linter. */
function markdownTable(table: Table): string {
  const widths = table[0]!.map((_, column) => Math.max(3, ...table.map((row) => row[column]!.length)));
  const [head, ...rows] = table.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
