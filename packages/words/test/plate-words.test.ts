import { arrangePlates, estimatePrint, planJob, planPlate, plateScene } from '@neurofab/job';
import { describe, expect, it } from 'vitest';
import { type PlateWords, plateLines, plateWords } from '../src/index.ts';

/** The plates of networks with so many nodes a layer. */
function platesOf(
  printer: string,
  ...networks: readonly (readonly number[])[]
): Parameters<typeof plateWords>[] {
  const plans = networks.map((layers) => planJob({ printer, network: { layers } }));
  const named = plans.map(({ scene }, i) => ({ name: `n${i + 1}`, scene }));
  return arrangePlates(plans).map((layout, i) => {
    const plate = plateScene(layout, { networks: named, title: 'plate' });
    const plan = planPlate(plate, { asked: plans[0]!.asked, name: 'plate' });
    return [
      { ...plate, ...plan },
      { number: i + 1, print: estimatePrint(plan) },
    ];
  });
}

function wordsOf(...asked: Parameters<typeof platesOf>): PlateWords[] {
  return platesOf(...asked).map((plate) => plateWords(...plate));
}

describe('a plate', () => {
  it('says what lies on it, what it takes, what each slot prints, and where each network lies', () => {
    const [{ title, print, colors, places }] = wordsOf('bambu-p1s-ams', [2, 3, 1], [2, 3, 1]) as [PlateWords];
    expect(title).toBe('Plate 1: 2 networks, 164 × 86 × 7 mm, for Bambu Lab P1S with one AMS (Bambu Studio)');
    expect(print).toMatch(/^about \d+ g, .*, 70 tool changes/);
    expect(colors.map(({ label, names }) => [label, names])).toEqual([
      ['slot 1', 'base, connections'],
      ['slot 2', 'layer 1'],
      ['slot 3', 'layer 2'],
      ['slot 4', 'layer 3'],
    ]);
    expect(places).toEqual([
      ['1', 'n1', 'middle 86 mm from the left, 128 mm from the front'],
      ['2', 'n2', 'middle 170 mm from the left, 128 mm from the front'],
    ]);
  });

  it('is lines, whose columns stand under each other, and an empty one', () => {
    const [plate] = platesOf('bambu-p1s-ams', [2, 3, 1], [2, 3, 1]) as [Parameters<typeof plateWords>];
    const { title, print } = plateWords(...plate);
    const [first, second, ...lines] = plateLines(...plate);
    expect([first, second]).toEqual([title, print]);
    expect(lines.slice(0, 4).map((line) => line.replace(/ *[\d.]+ g/, ' … g'))).toEqual([
      'slot 1  #444C56 … g  base, connections',
      'slot 2  #D55E00 … g  layer 1',
      'slot 3  #56B4E9 … g  layer 2',
      'slot 4  #F0E442 … g  layer 3',
    ]);
    expect(new Set(lines.slice(0, 4).map((line) => line.indexOf(' g  '))).size).toBe(1);
    expect(lines.slice(4)).toEqual([
      '  1  n1  middle 86 mm from the left, 128 mm from the front',
      '  2  n2  middle 170 mm from the left, 128 mm from the front',
      '',
    ]);
  });

  it('says no colours where there is one, and which pieces lie there where they are not all', () => {
    const plates = wordsOf('bambu-a1-mini', [9, 9, 9, 9, 9, 2]);
    expect(plates.map(({ colors }) => colors)).toEqual([[], []]);
    expect(plates.map(({ places }) => places.map(([, name]) => name))).toEqual([
      ['n1 (network)'],
      ['n1 (foot)'],
    ]);
  });
});
