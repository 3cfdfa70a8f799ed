import { readFileSync } from 'node:fs';
import { SLICERS, type SlicerId } from '@neurofab/printers';
import { describe, expect, it } from 'vitest';
import { SLICER_GUIDES } from '../../src/index.ts';
import { BEFORE_CHANGES, STL_FOR_EACH_SLOT, SUPPORTS_ON } from '../../src/slicers/slicer-guides.ts';

const page = readFileSync(new URL('../../../../docs/slicers.md', import.meta.url), 'utf8');

/** The steps under a heading of the page, less those under headings in it. */
function stepsUnder(heading: string): string[] {
  const [, section = ''] = page.split(`\n${heading}\n`);
  return [...section.split(/^#/m)[0]!.matchAll(/^\d+\. (.*)$/gm)].map(([, step]) => step!);
}

const ids = Object.keys(SLICERS) as SlicerId[];

const SECTIONS: Readonly<Record<SlicerId, string>> = {
  'prusa-slicer': '## PrusaSlicer',
  'bambu-studio': '## Bambu Studio',
  'creality-print': '## OrcaSlicer, Snapmaker Orca, Creality Print, Anycubic Slicer Next, ElegooSlicer',
  'snapmaker-orca': '## OrcaSlicer, Snapmaker Orca, Creality Print, Anycubic Slicer Next, ElegooSlicer',
  'anycubic-slicer-next': '## OrcaSlicer, Snapmaker Orca, Creality Print, Anycubic Slicer Next, ElegooSlicer',
  'elegoo-slicer': '## OrcaSlicer, Snapmaker Orca, Creality Print, Anycubic Slicer Next, ElegooSlicer',
  cura: '## Cura',
  'any-slicer': '## Any other slicer',
  'resin-slicer': '## Any other slicer',
  'print-service': '## Any other slicer',
  'spec-reader': '## Readers that go by the specification',
};

const ONE_COLOR: Partial<Record<SlicerId, string>> = {
  'resin-slicer': '## Resin printers',
  'print-service': '## Print services',
};

describe('the page of slicers', () => {
  it.each(ids)('has the steps for several colours, word for word: %s', (id) => {
    expect(stepsUnder(SECTIONS[id])).toEqual(SLICER_GUIDES[id].slots);
  });

  it.each(ids)('has the steps for one colour: %s', (id) => {
    const heading = ONE_COLOR[id] ?? '## A printer with one colour';
    expect(stepsUnder(heading)).toEqual(SLICER_GUIDES[id].oneColor);
  });

  it.each(ids)('has how to change filament by hand: %s', (id) => {
    expect(stepsUnder('### To change the filament by hand')).toEqual(BEFORE_CHANGES);
    const rows = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const others = rows.find(([, slicer]) => slicer === 'any other')!;
    const row = rows.find(([, slicer]) => slicer?.split(', ').includes(SLICERS[id].name)) ?? others;
    expect(row[2]).toBe(SLICER_GUIDES[id].change);
  });

  it('has the rest', () => {
    expect(stepsUnder('## Two extruders, and an STL for each')).toEqual(STL_FOR_EACH_SLOT);
    expect(page).toContain(SUPPORTS_ON);
    for (const { supports = '' } of Object.values(SLICER_GUIDES)) expect(page).toContain(supports);
  });
});
