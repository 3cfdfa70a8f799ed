import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterPrinters, findPrinter, GENERIC_PRINTERS, PRINTERS, suggestPrinters } from '../src/index.ts';

describe('a printer', () => {
  it.each([
    ['bambu-p1s-ams', 'bambu-p1s-ams'],
    ['P1S AMS', 'bambu-p1s-ams'],
    ['p1s_ams', 'bambu-p1s-ams'],
    ['  Bambu Lab P1S ', 'bambu-p1s'],
    ['mk4s+mmu3', 'prusa-mk4s-mmu3'],
    ['MK4S + MMU3', 'prusa-mk4s-mmu3'],
    ['x1c', 'bambu-x1c'],
    ['Ender 3', 'creality-ender-3-v3'],
    ['coreone', 'prusa-core-one'],
    ['XL 5T', 'prusa-xl-5t'],
    ['sla', 'generic-resin'],
    ['3MF', 'generic-3mf'],
    ['Bambu Lab X1C AMS', 'bambu-x1c-ams'],
    ['P1S with AMS', 'bambu-p1s-ams'],
    ['a P1S with one AMS', 'bambu-p1s-ams'],
    ['Original Prusa XL', 'prusa-xl'],
    ['Creality Ender 3', 'creality-ender-3-v3'],
    ['Prusa XL 5 tools', 'prusa-xl-5t'],
    ['MK3S', 'prusa-mk3s'],
    ['MK3S+', 'prusa-mk3s'],
    ['Original Prusa i3 MK3S+', 'prusa-mk3s'],
    ['MK3S+ with MMU2S', 'prusa-mk3s-mmu2s'],
    ['Prusa Mini', 'prusa-mini'],
    ['Original Prusa MINI+', 'prusa-mini'],
    ['Prusa MK4', 'prusa-mk4'],
    ['P1P', 'bambu-p1p'],
    ['X1E AMS', 'bambu-x1e-ams'],
    ['A1 AMS', 'bambu-a1-ams'],
    ['A1 Combo', 'bambu-a1-ams-lite'],
    ['Ultimaker S3', 'ultimaker-s3'],
    ['Kobra 3', 'anycubic-kobra-3'],
    ['Kobra 3 Combo', 'anycubic-kobra-3-combo'],
    ['Anycubic Kobra 2 Pro', 'anycubic-kobra-2-pro'],
    ['Elegoo Neptune 4 Max', 'elegoo-neptune-4-max'],
    ['Elegoo Mars 5 Ultra', 'elegoo-mars-5-ultra'],
    ['Saturn 4 Ultra 12K', 'elegoo-saturn-4-ultra'],
    ['Saturn 4 Ultra 16K', 'elegoo-saturn-4-ultra-16k'],
    ['Photon Mono M5s', 'anycubic-photon-mono-m5s'],
    ['Anycubic Photon M7 Pro', 'anycubic-photon-mono-m7-pro'],
  ])('is found for %j', (text, id) => {
    expect(findPrinter(text)?.id).toBe(id);
  });

  it.each(['', ' ', '+', 'bambu', 'p1s-amss', 'constructor'])('is not found for %j', (text) => {
    expect(findPrinter(text)).toBeUndefined();
  });

  it.each(['Ultimaker XL', 'BambuLab Mini', 'Bambu Lab MK4S', 'Prusa Ender 3'])(
    'of another maker is not found for %j',
    (text) => {
      expect(findPrinter(text)).toBeUndefined();
    },
  );
});

describe('suggestions', () => {
  it.each([
    ['bambu-p1s-asm', 'bambu-p1s-ams'],
    ['prusa-mk4s-mmu', 'prusa-mk4s-mmu3'],
    ['bambu-a1-min', 'bambu-a1-mini'],
    ['anycubic kobra 3 comb', 'anycubic-kobra-3-combo'],
    ['my old Bambu Lab X1 Carbon', 'bambu-x1c'],
    ['snapmaker', 'snapmaker-u1'],
    ['ultimakr-s5', 'ultimaker-s5'],
    ['p1s-amss', 'bambu-p1s-ams'],
    ['k2', 'creality-k2-plus'],
  ])('for %j begin with %s', (text, id) => {
    expect(suggestPrinters(text)[0]).toBe(id);
  });

  it('for a maker are some of its printers', () => {
    const suggestions = suggestPrinters('creality');
    expect(suggestions).toHaveLength(3);
    for (const id of suggestions) expect(id).toContain('creality-');
  });

  it.each([
    ['Prusa MINI 2', 'Prusa'],
    ['MK3', 'Prusa'],
    ['Bambu Lab P1', 'Bambu Lab'],
    ['BambuLab Mini', 'Bambu Lab'],
    ['Ultimaker XL', 'UltiMaker'],
    ['Elegoo Neptune 5', 'Elegoo'],
  ])('for %j are of its own maker', (text, maker) => {
    const suggestions = suggestPrinters(text);
    expect(suggestions).not.toEqual([]);
    for (const id of suggestions) expect(findPrinter(id)!.maker).toBe(maker);
  });

  it.each(['', '-', 'xyzzy', 'a', 'voron-2.4-350'])('are none for %j', (text) => {
    expect(suggestPrinters(text)).toStrictEqual([]);
  });

  it('hold every printer whose id has one letter wrong', () => {
    for (const { id } of PRINTERS) {
      for (let at = 0; at < id.length; at++) {
        const wrong = `${id.slice(0, at)}q${id.slice(at + 1)}`;
        expect(suggestPrinters(wrong), wrong).toContain(id);
      }
    }
  });

  it('are at most three ids, each once, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const suggestions = suggestPrinters(text);
        expect(suggestions.length).toBeLessThanOrEqual(3);
        expect(new Set(suggestions).size).toBe(suggestions.length);
      }),
    );
  });
});

describe('the generic printers', () => {
  it('are one for each process, and one for readers of 3MF', () => {
    expect(GENERIC_PRINTERS.map(({ id }) => id)).toStrictEqual([
      'generic-fdm',
      'generic-resin',
      'generic-powder',
      'generic-3mf',
    ]);
  });
});

describe('the printers that hold some words', () => {
  const ids = (text: string) => filterPrinters(text).map(({ id }) => id);

  it('are all of them for no word', () => {
    expect(filterPrinters('')).toStrictEqual(PRINTERS);
    expect(filterPrinters('  ')).toStrictEqual(PRINTERS);
  });

  it('are found by maker, slicer, colour system and alias, every word in any order and case', () => {
    expect(ids('ULTIMAKER')).toStrictEqual(['ultimaker-s3', 'ultimaker-s5']);
    expect(ids('cura')).toStrictEqual(['ultimaker-s3', 'ultimaker-s5']);
    expect(ids('s1 ace pro')).toStrictEqual(['anycubic-kobra-s1-combo', 'anycubic-kobra-s1-2-ace-pro']);
    expect(ids('ams p1s')).toStrictEqual(['bambu-p1s-ams', 'bambu-p1s-4-ams']);
    expect(ids('mjf')).toStrictEqual(['generic-powder']);
    expect(ids('Bambu Studio mini')).toStrictEqual([
      'bambu-a1-mini',
      'bambu-a1-mini-ams-lite',
      'bambu-a1-mini-ams',
    ]);
  });

  it.each([
    [
      '256',
      'bed',
      'bambu-a1 bambu-a1-ams-lite bambu-a1-ams bambu-p1p bambu-p1p-ams bambu-p1p-4-ams bambu-p1s bambu-p1s-ams bambu-p1s-4-ams bambu-x1c bambu-x1c-ams bambu-x1c-4-ams bambu-x1e bambu-x1e-ams elegoo-centauri-carbon',
    ],
    ['256×210x220', 'whole bed', ''],
    ['250×210x220', 'whole bed', 'prusa-mk4 prusa-mk4-mmu3 prusa-mk4s prusa-mk4s-mmu3'],
    [
      '16',
      'slots',
      'bambu-p1p-4-ams bambu-p1s-4-ams bambu-x1c-4-ams bambu-h2d-4-ams creality-k2-plus-4-cfs elegoo-saturn-4-ultra-16k generic-3mf',
    ],
    ['stl bambu', 'format', 'bambu-a1-mini bambu-a1 bambu-p1p bambu-p1s bambu-x1c bambu-x1e'],
    ['assembly', 'flavour', 'ultimaker-s3 ultimaker-s5 generic-3mf'],
    ['P1S+AMS', 'colour system', 'bambu-p1s-ams bambu-p1s-4-ams'],
    ['XL 5', 'number in a name', 'prusa-xl-5t'],
    ['89.6', 'bed with a fraction', 'elegoo-mars-3 elegoo-mars-3-pro elegoo-mars-5'],
  ])('are found for %j by %s', (text, _, found) => {
    expect(ids(text).join(' ')).toBe(found);
  });

  it('have a number as a whole', () => {
    for (const part of ['25', '9.6', '56']) expect(ids(part)).toStrictEqual([]);
    expect(ids('mars 6')).toStrictEqual([]);
  });

  it('are none if a word is in no row', () => {
    expect(ids('prusa ams')).toStrictEqual([]);
  });
});
