import { layout, type NetworkSpecInput, parseNetworkSpec, type Scene } from '@neurofab/core';
import { findPrinter, type Printer } from '@neurofab/printers';
import { deepFreeze } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { type PlanOptions, type PrintPlan, plan } from '../../src/index.ts';

const P1S_AMS = findPrinter('P1S with AMS')!;
const SMALL: NetworkSpecInput = { layers: [2, 3, 1], mode: 'flat' };

function sceneOf(network: NetworkSpecInput, slots = 4): Scene {
  return layout(parseNetworkSpec(network), { slots });
}

function planned(scene: Scene, printer: Printer = P1S_AMS, options?: PlanOptions): PrintPlan {
  return plan(scene, printer, options)!;
}

describe('plan', () => {
  it('says what each slot takes, and all of them', () => {
    const { slots, grams } = planned(sceneOf(SMALL));
    expect(slots.map(({ slot }) => slot)).toEqual([1, 2, 3, 4]);
    expect(slots.reduce((sum, slot) => sum + slot.grams, 0)).toBeCloseTo(grams, 9);
    // PLA of 1.24 g/cm³, 1.75 mm thick.
    for (const slot of slots) expect(slot.grams / slot.meters).toBeCloseTo(2.983, 3);
  });

  it('counts what is purged beside what is laid down, but in the cost', () => {
    const scene = sceneOf(SMALL);
    const { grams, purgeGrams, toolChanges, ...unpriced } = planned(scene);
    expect(purgeGrams / toolChanges).toBeCloseTo(0.00124 * 373, 9);
    expect(unpriced).not.toHaveProperty('cost');
    expect(planned(scene, P1S_AMS, { price: 40 }).cost).toBeCloseTo(((grams + purgeGrams) / 1000) * 40, 9);
  });

  it('knows what throws away much, what little, and what takes long', () => {
    const scene = sceneOf(SMALL);
    const [ams, mmu, tools] = ['p1s-ams', 'mk4s-mmu3', 'xl-5t'].map((id) => planned(scene, findPrinter(id)!));
    expect(ams!.purgeGrams).toBeGreaterThan(2 * mmu!.purgeGrams);
    expect(mmu!.purgeGrams).toBeGreaterThan(5 * tools!.purgeGrams);
    expect(ams!.minutes).toBeGreaterThan(mmu!.minutes);
    expect(mmu!.minutes).toBeGreaterThan(tools!.minutes);
    expect(new Set([ams, mmu, tools].map((print) => print!.grams)).size).toBe(1);
  });

  it('changes no tool of one, and purges nothing', () => {
    const print = planned(sceneOf(SMALL, 1), findPrinter('mk4s')!);
    expect(print).toMatchObject({ toolChanges: 0, purgeGrams: 0, supportGrams: 0 });
    expect(print.slots).toHaveLength(1);
  });

  it('says nothing of resin and powder, nor of more solids than a moment is enough for', () => {
    expect(plan(sceneOf(SMALL), findPrinter('generic-resin')!)).toBeUndefined();
    expect(plan(sceneOf(SMALL), findPrinter('generic-powder')!)).toBeUndefined();
    expect(plan(sceneOf({ layers: [500, 500] }), P1S_AMS)).toBeUndefined();
  });

  it('goes by the height of layers', () => {
    const [thick, thin] = [0.2, 0.1].map((layerHeight) => planned(sceneOf({ ...SMALL, layerHeight })));
    expect(thin!.layerHeight).toBe(0.1);
    expect(thin!.toolChanges / thick!.toolChanges).toBeCloseTo(2, 0);
    expect(thin!.grams / thick!.grams).toBeCloseTo(1, 0);
    expect(thin!.supportGrams).toBe(0);
    expect(thin!.minutes).toBeGreaterThan(1.5 * thick!.minutes);
  });

  it('takes what lies on two plates one after the other', () => {
    const spec = parseNetworkSpec({ layers: [2, 3, 1], mode: 'halves' });
    const scene = layout(spec, { slots: 4, bed: [100, 100] });
    const onPlate = (number: number) => ({
      ...scene,
      pieces: scene.pieces.filter(({ plate = 0 }) => plate === number).map(({ plate: _, ...piece }) => piece),
    });
    const [both, first, second] = [scene, onPlate(0), onPlate(1)].map((plate) => planned(plate));
    expect(scene.pieces.some(({ plate }) => plate === 1)).toBe(true);
    expect(both!.grams).toBeCloseTo(first!.grams + second!.grams, 9);
    expect(both!.toolChanges).toBe(first!.toolChanges + second!.toolChanges);
    expect(both!.minutes).toBeCloseTo(first!.minutes + second!.minutes, 9);
  });

  it('finds the default network flat at 45 % of its plastic upright and of its time, at 12 % of its tool changes, and never a support', () => {
    const [flat, upright] = (['flat', 'upright'] as const).map((mode) =>
      planned(sceneOf({ layers: [3, 6, 6, 4, 2], mode })),
    );
    expect(flat!.grams / upright!.grams).toBeLessThan(0.45);
    expect(flat!.minutes / upright!.minutes).toBeLessThan(0.45);
    expect(flat!.toolChanges / upright!.toolChanges).toBeLessThan(0.12);
    expect(flat!.supportGrams).toBe(0);
    expect(upright!.supportGrams).toBeGreaterThan(10);
  });

  it('is about the same if it is rough, and says that it is', () => {
    const scene = sceneOf({ layers: [8, 8, 8] });
    const [fine, rough] = [planned(scene), planned(scene, P1S_AMS, { isRough: true })];
    expect([fine.isRough, rough.isRough]).toEqual([false, true]);
    for (const field of ['grams', 'minutes', 'toolChanges'] as const) {
      expect(Math.abs(rough[field] / fine[field] - 1), field).toBeLessThan(0.15);
      expect(rough[field], field).not.toBe(fine[field]);
    }
  });

  it('is not rough about a network of usual size', () => {
    const scene = sceneOf({ layers: [3, 6, 6, 4, 2] });
    expect(planned(scene, P1S_AMS, { isRough: true })).toEqual(planned(scene));
  });

  it('plans layers of a hundred nodes, though in no such detail', () => {
    const print = planned(sceneOf({ layers: [100, 100] }));
    expect(print.grams).toBeGreaterThan(100);
    expect(print.toolChanges).toBeGreaterThan(1000);
  });

  it('leaves the scene as it is', () => {
    expect(() => planned(deepFreeze(sceneOf(SMALL)))).not.toThrow();
  });
});
