import { type OpenScadParameter, openScadParameters } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { sceneOf, sourceOf } from './support.ts';

describe('the Customizer', () => {
  let parameters: OpenScadParameter[];
  beforeAll(async () => {
    parameters = await openScadParameters(await sourceOf(sceneOf()));
  });

  it('shows every parameter in its group', () => {
    expect(parameters.map(({ group, name }) => `${group}: ${name}`)).toEqual([
      'Network: layers',
      'Sizes: node_radius',
      'Sizes: connection_radius',
      'Sizes: node_spacing',
      'Sizes: layer_spacing',
      'Base: base',
      'Base: base_radius',
      'Base: base_grows',
      'Base: base_thickness',
      'Base: posts',
      'Colors: base_color',
      'Colors: connection_color',
      'Colors: layer_color_1',
      'Colors: layer_color_2',
      'Colors: layer_color_3',
      'Quality: tolerance',
      'Quality: segments',
      'Quality: base_segments',
      'Placement: on_bed',
    ]);
  });

  it('describes every parameter', () => {
    for (const { caption } of parameters) expect(caption).toMatch(/^[A-Z].{4,}/);
  });

  it('shows sizes as sliders, the base as a choice and the layers as text', () => {
    for (const { name, type, initial, min, step, max } of parameters) {
      if (type !== 'number') continue;
      expect([name, min, step, max]).not.toContain(undefined);
      expect(initial).toBeGreaterThanOrEqual(min!);
      expect(initial).toBeLessThanOrEqual(max!);
    }
    const named = (name: string) => parameters.find((one) => one.name === name);
    expect(named('base')?.options?.map(({ value }) => value)).toEqual(['disc', 'none']);
    expect(named('layers')).toMatchObject({ type: 'string', initial: '3,6,6,4,2' });
    expect(named('posts')).toMatchObject({ type: 'boolean', initial: true });
  });
});

describe('parameters', () => {
  it('write sizes that follow from others as 0, and all others as they are', async () => {
    const lines = (
      await sourceOf(sceneOf({ nodeRadius: 6, connectionRadius: 2, base: { radius: 90 } }))
    ).split('\n');
    expect(lines).toContain('node_radius = 6; // [0.5:0.1:20]');
    expect(lines).toContain('connection_radius = 2; // [0:0.05:10]');
    expect(lines).toContain('node_spacing = 0; // [0:0.5:100]');
    expect(lines).toContain('base_radius = 90; // [0:0.5:500]');
    expect(lines).toContain('base_thickness = 0; // [0:0.1:20]');
  });

  it('leave the slider away where the value does not fit on it', async () => {
    const lines = (await sourceOf(sceneOf({ nodeRadius: 30, connectionRadius: 1.2345 }))).split('\n');
    expect(lines).toContain('node_radius = 30;');
    expect(lines).toContain('connection_radius = 1.2345;');
  });

  it('hold the colours of all layers', async () => {
    const one = await sourceOf(sceneOf({ colors: { layers: ['red'] } }));
    expect(one).toContain('// Layers\nlayer_color_1 = "#FF0000"; // color\n\n/* [Quality] */');
    expect(one).toContain('layer_colors = [layer_color_1];');
    const two = await sourceOf(sceneOf({ layers: [1, 1] }));
    expect(two).toContain('layer_colors = [layer_color_1, layer_color_2, layer_color_3];');
    const five = await sourceOf(sceneOf({ colors: { layers: ['red', 'blue', 'lime', 'black', 'white'] } }));
    expect(five).toContain('// Layers 5, 10, 15 and so on\nlayer_color_5 = "#FFFFFF"; // color');
    expect(five).toContain('layer_color_4,\n  layer_color_5];');
  });

  it('say how a disc grows, by the rule that gives its radius', async () => {
    const growth = async (...args: Parameters<typeof sceneOf>) =>
      (await sourceOf(sceneOf(...args))).match(/base_radius = ([\d.]+);|base_grows = (\w+);/g)?.join(' ');
    const ten = Array.from({ length: 10 }, () => 2);
    expect(await growth()).toBe('base_radius = 0; base_grows = true;');
    expect(await growth({}, { preset: 'seed' })).toBe('base_radius = 0; base_grows = false;');
    // Here both rules give the same radius.
    expect(await growth({ layers: ten })).toBe('base_radius = 0; base_grows = true;');
    expect(await growth({ layers: ten }, { preset: 'seed' })).toBe('base_radius = 0; base_grows = false;');
    expect(await growth({ base: { radius: 71.5 } })).toBe('base_radius = 71.5; base_grows = true;');
    expect(await growth({ base: { shape: 'none' } })).toBe('base_radius = 0; base_grows = true;');
  });
});
