import { type OpenScadParameter, openScadParameters } from '@neurofab/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { LINES, sceneOf, sourceOf } from '../support.ts';

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
      'Base: base_thickness',
      'Base: posts',
      'Printing: mode',
      'Printing: layer_height',
      'Printing: clearance',
      'Printing: show',
      'Colors: base_color',
      'Colors: connection_color',
      'Colors: layer_color_1',
      'Colors: layer_color_2',
      'Colors: layer_color_3',
      'Colors: layer_color_4',
      'Colors: layer_color_5',
      'Colors: layer_color_6',
      'Colors: layer_color_7',
      'Colors: layer_color_8',
      'Quality: tolerance',
      'Quality: segments',
      'Quality: base_segments',
      'Placement: on_bed',
    ]);
  });

  it('describes every parameter', () => {
    for (const { caption } of parameters) expect(caption).toMatch(/^[A-Z].{4,}/);
  });

  it('shows sizes as sliders, the base and the mode as choices and the layers as text', () => {
    for (const { name, type, initial, min, step, max } of parameters) {
      if (type !== 'number') continue;
      expect([name, min, step, max]).not.toContain(undefined);
      expect(initial).toBeGreaterThanOrEqual(min!);
      expect(initial).toBeLessThanOrEqual(max!);
    }
    const named = (name: string) => parameters.find((one) => one.name === name);
    expect(named('base')?.options?.map(({ value }) => value)).toEqual(['disc', 'none']);
    expect(named('mode')?.options?.map(({ value }) => value)).toEqual(['upright', 'flat']);
    expect(named('show')?.options?.map(({ value }) => value)).toEqual(['plate', 'assembled']);
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
    expect(two).toContain('layer_color_5, layer_color_6, layer_color_7, layer_color_8];');
    const five = await sourceOf(sceneOf({ colors: { layers: ['red', 'blue', 'lime', 'black', 'white'] } }));
    expect(five).toContain('// Layers 5, 10, 15 and so on\nlayer_color_5 = "#FFFFFF"; // color');
    expect(five).toContain('layer_color_4,\n  layer_color_5];');
  });

  it('say by which rule the preset sizes its disc', async () => {
    const growth = async (...args: Parameters<typeof sceneOf>) =>
      (await sourceOf(sceneOf(...args))).match(/; 0 = .*\nbase_radius = [\d.]+;/)?.[0];
    const desk = '; 0 = half the length and a node radius\nbase_radius';
    const seed = '; 0 = 0.5 node radii times the square of the number of layers\nbase_radius';
    expect(await growth()).toBe(`${desk} = 0;`);
    expect(await growth({}, { preset: 'seed' })).toBe(`${seed} = 0;`);
    expect(await growth({ preset: 'seed' })).toBe(`${seed} = 0;`);
    expect(await growth({ base: { radius: 71.5 } })).toBe(`${desk} = 71.5;`);
    expect(await growth({ base: { shape: 'none' } })).toBe(`${desk} = 0;`);
  });

  it('offer to lay flat what stands, with the usual sizes of cuts, and hold those that were given', async () => {
    const cut = async (input: Parameters<typeof sceneOf>[0]) =>
      (await sourceOf(sceneOf(input))).match(/^(mode|layer_height|clearance|show) = .*$/gm);
    expect(await cut({})).toEqual([
      'mode = "upright"; // [upright, flat]',
      'layer_height = 0.2; // [0.02:0.01:1]',
      'clearance = 0.2; // [0:0.05:2]',
      'show = "plate"; // [plate, assembled]',
    ]);
    expect(await cut({ mode: 'flat', layerHeight: 0.15, clearance: 0.3 })).toEqual([
      'mode = "flat"; // [upright, flat]',
      'layer_height = 0.15; // [0.02:0.01:1]',
      'clearance = 0.3; // [0:0.05:2]',
      'show = "plate"; // [plate, assembled]',
    ]);
  });

  it('write a size that was given as its value, though the others give the same', async () => {
    const lines = (await sourceOf(sceneOf({ nodeSpacing: 16, base: { thickness: 2 } }))).split('\n');
    expect(lines).toContain('node_spacing = 16; // [0:0.5:100]');
    expect(lines).toContain('base_thickness = 2; // [0:0.1:20]');
  });

  it('are those that a network with weights has use for', async () => {
    const names = async (weights: number[][], options?: Parameters<typeof sceneOf>[1]) =>
      (await openScadParameters(await sourceOf(sceneOf({ layers: [2, 1], weights: [weights] }, options))))
        .map(({ name }) => name)
        .filter(
          (name) => !/^(base|posts|mode|layer_height|clearance|show|on_bed|tolerance|segments)/.test(name),
        );
    expect(await names([[1, -2]])).toEqual([
      'node_radius',
      'node_spacing',
      'layer_spacing',
      'thickness_by',
      'thickest',
      'thinnest',
      'sign_shape',
      'connection_color',
      'negative_color',
      'layer_color_1',
    ]);
    expect(await names([[1, 2]])).toEqual([
      'node_radius',
      'node_spacing',
      'layer_spacing',
      'thickness_by',
      'thickest',
      'thinnest',
      'connection_color',
      'layer_color_1',
      'layer_color_2',
    ]);
    expect(await names([[-1, -2]], { colorBy: 'none' })).toEqual([
      'node_radius',
      'node_spacing',
      'layer_spacing',
      'thickness_by',
      'thickest',
      'thinnest',
      'sign_shape',
      'negative_color',
      'layer_color_1',
    ]);
  });

  it('say which layers of a fixed network have a colour', async () => {
    const source = await sourceOf(
      sceneOf({ layers: [1, 1, 1], weights: [[[1]], [[1]]], colors: { layers: ['red', 'blue'] } }),
    );
    expect(source).toContain('// Layers 1, 3\nlayer_color_1 = "#FF0000"; // color');
    expect(source).toContain('// Layer 2\nlayer_color_2 = "#0000FF"; // color');
  });

  it('of text are there where there is text, with its colour', async () => {
    const text = async (input: Parameters<typeof sceneOf>[0], options?: Parameters<typeof sceneOf>[1]) =>
      (await sourceOf(sceneOf({ layers: [2, 3], ...input }, options))).match(
        /^(text_height|engraved|text_color|layer_color_1|layer_color_2) = .*$/gm,
      );
    expect(await text({})).toHaveLength(2);
    expect(await text({ text: LINES[0] })).toEqual([
      'text_height = 0; // [0:0.5:50]',
      'engraved = false;',
      expect.stringContaining('layer_color_1 = "#'),
      expect.stringContaining('layer_color_2 = "#'),
      expect.stringContaining('text_color = "#'),
    ]);
    const colored = { text: LINES[0], colors: { layers: ['red', 'blue'], base: 'lime', text: 'white' } };
    expect(await text({ ...colored, textHeight: 6 })).toEqual([
      'text_height = 6; // [0:0.5:50]',
      'engraved = false;',
      'layer_color_1 = "#FF0000"; // color',
      'layer_color_2 = "#0000FF"; // color',
      'text_color = "#FFFFFF"; // color',
    ]);
    expect(await text(colored, { colorBy: 'none' })).toEqual([
      'text_height = 0; // [0:0.5:50]',
      'engraved = false;',
      'layer_color_1 = "#00FF00"; // color',
      'text_color = "#00FF00"; // color',
    ]);
  });

  it('would raise text that is cut in in the colour of the first layer', async () => {
    const colors = { layers: ['red', 'blue'] };
    const source = await sourceOf(sceneOf({ layers: [2, 3], colors, text: LINES[0], engraved: true }));
    expect(source).toContain('engraved = true;\n');
    expect(source).toContain('// Raised text\ntext_color = "#FF0000"; // color');
  });
});
