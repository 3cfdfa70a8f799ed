import { parseRecipe } from '@neurofab/core';
import { expect, it } from 'vitest';
import { configText, modelText, renderAndRead } from '../../rendering.ts';
import { bodiesOf, named, SMALL, sceneOf, tetrahedron } from '../../scenes.ts';

const scene = sceneOf(SMALL);
const flavor = 'assembly';

it('says by its application who wrote it', async () => {
  const { application } = await renderAndRead(scene, { flavor });
  expect(application).toMatch(/^Neurofab \d+\.\d+\.\d+/);
});

it('never says PrusaSlicer, whatever the names and settings are', async () => {
  const name = 'For PrusaSlicer, PrusaSlicer-2.5.0 and Prusa\u0000Slicer';
  const bodies = bodiesOf({ name, color: '#111111', slot: 1, mesh: tetrahedron() });
  const settings = { slicer: 'PrusaSlicer' };
  const file = await renderAndRead(named(scene, name), { flavor, bodies, settings });
  for (const { bytes } of file.files) {
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('PrusaSlicer');
  }
  const broken = 'For Prusa Slicer, Prusa Slicer-2.5.0 and Prusa Slicer';
  expect([file.title, file.object.name, file.volumes[0]!.name, file.materials[0]!.name]).toEqual([
    broken,
    broken,
    `${broken} (slot 1, #111111)`,
    `slot 1: ${broken}`,
  ]);
  expect(JSON.parse(file.recipe)).toMatchObject({ spec: { name }, settings });
  const clean = 'Not for PrusaSlicer';
  const { recipe } = await renderAndRead(sceneOf({ ...SMALL, name: clean }), { flavor });
  expect(parseRecipe(recipe).spec.name).toBe(clean);
});

it('gives the joining object, the build item and the settings one id, and each part its own', async () => {
  const file = await renderAndRead(scene, { flavor });
  const [model, config] = [modelText(file), configText(file)];
  const ids = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => Number(id));
  const objects = ids(model, /<object id="(\d+)"/g);
  expect(objects).toEqual([2, 3, 4, 5, 6]);
  expect(ids(model, /<item objectid="(\d+)"/g)).toEqual([6]);
  expect(ids(config, /<object id="(\d+)"/g)).toEqual([6]);
  expect(ids(model, /<component objectid="(\d+)"/g)).toEqual([2, 3, 4, 5]);
  expect(ids(config, /<part id="(\d+)"/g)).toEqual([2, 3, 4, 5]);
});

it('sets nothing but names and extruders, for the object and every part, without types', async () => {
  const text = configText(await renderAndRead(scene, { flavor }));
  const keys = [...text.matchAll(/<metadata key="(\w+)" value="[^"]*"\/>/g)].map(([, key]) => key);
  expect(keys.length).toBe([...text.matchAll(/<metadata/g)].length);
  expect(keys).toEqual([0, ...scene.parts].flatMap(() => ['name', 'extruder']));
  const extruders = [...text.matchAll(/key="extruder" value="(\d+)"/g)].map(([, slot]) => Number(slot));
  expect(extruders).toEqual([1, ...scene.parts.map(({ slot }) => slot)]);
});

it('counts extruders from 0 for Cura, before the mesh', async () => {
  const text = modelText(await renderAndRead(scene, { flavor }));
  expect(text).toContain(' xmlns:cura="http://software.ultimaker.com/xml/cura/3mf/2015/10"');
  const found = text.matchAll(
    /<object [^>]*>\s*<metadatagroup><metadata name="cura:extruder_nr">(\d+)<\/metadata><\/metadatagroup>\s*<mesh>/g,
  );
  expect([...found].map(([, extruder]) => Number(extruder))).toEqual(scene.parts.map(({ slot }) => slot - 1));
});

it('colours whole parts, and leaves the joining object and the triangles without a colour', async () => {
  const text = modelText(await renderAndRead(scene, { flavor }));
  const colors = text.matchAll(/<object id="\d+" type="model" name="[^"]*" pid="1" pindex="(\d+)">/g);
  expect([...colors].map(([, index]) => Number(index))).toEqual(scene.parts.map(({ slot }) => slot - 1));
  expect(text).toMatch(/<object id="6" type="model" name="Neural network 2-3">/);
  expect(text).toMatch(/<triangle v1="\d+" v2="\d+" v3="\d+"\/>/);
  expect(text).not.toMatch(/<triangle [^>]*p/);
});
