import { describe, expect, it } from 'vitest';
import { PROCESSES } from '../src/index.ts';

describe('the tolerance of a process', () => {
  it('is left to the preset for filament and finer for the others', () => {
    expect(PROCESSES.fdm.tolerance).toBeUndefined();
    expect(PROCESSES.resin.tolerance).toBe(0.01);
    expect(PROCESSES.powder.tolerance).toBe(0.01);
  });
});

describe('the layers of a process', () => {
  it('are thickest of filament and thinnest of resin', () => {
    expect(PROCESSES.fdm.layerHeight).toBe(0.2);
    expect(PROCESSES.resin.layerHeight).toBe(0.05);
    expect(PROCESSES.powder.layerHeight).toBe(0.1);
  });
});
