import { describe, expect, it } from 'vitest';
import { filamentChange, findPrinter, PRINTERS } from '../src/index.ts';

function changeOf(name: string) {
  return filamentChange(findPrinter(name)!);
}

describe('filamentChange', () => {
  it('throws away most where a nozzle is flushed, less on a tower, and little where each filament has a nozzle', () => {
    const [ams, mmu, tools] = ['P1S with AMS', 'MK4S with MMU3', 'XL with five tools'].map(changeOf);
    expect(ams!.purge).toBeGreaterThan(2 * mmu!.purge);
    expect(mmu!.purge).toBeGreaterThan(10 * tools!.purge);
    expect(ams!.seconds).toBeGreaterThan(mmu!.seconds);
    expect(mmu!.seconds).toBeGreaterThan(tools!.seconds);
  });

  it('has a source for every printer', () => {
    for (const printer of PRINTERS) expect(filamentChange(printer).source).toMatch(/^https:/);
  });

  it('knows each system that a printer of several filaments has', () => {
    const systems = PRINTERS.filter(({ colors }) => colors.slots > 1).map(({ colors }) => colors.system);
    const onTower = [...new Set(systems)].filter((_, i, all) => {
      const printer = PRINTERS.find(({ colors }) => colors.system === all[i])!;
      return filamentChange(printer) === changeOf('MK4S with MMU3');
    });
    expect(onTower.sort()).toEqual(['MMU2S', 'MMU3', 'any']);
  });
});
