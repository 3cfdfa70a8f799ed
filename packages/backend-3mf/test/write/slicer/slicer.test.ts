import { expect, it } from 'vitest';
import { configText, modelText, renderAndRead } from '../../rendering.ts';
import { SMALL, sceneOf } from '../../scenes.ts';

const scene = sceneOf(SMALL);

it('says by its application that PrusaSlicer can read it, and who wrote it', async () => {
  const { application, metadata } = await renderAndRead(scene);
  expect(application).toMatch(/^PrusaSlicer-2\.5\.0\+Neurofab\.\d+\.\d+\.\d+[0-9A-Za-z.-]*$/);
  expect(metadata.get('slic3rpe:Version3mf')).toBe('1');
});

it('says so within the first 1024 bytes, however long the title', async () => {
  const { files } = await renderAndRead(sceneOf({ ...SMALL, name: '<'.repeat(1000) }));
  const start = new TextDecoder().decode(files[2]!.bytes.subarray(0, 1024));
  expect(start).toMatch(/^\s*<metadata name="Application".*?PrusaSlicer-(.*?)<\/metadata>$/m);
});

it('gives the mesh object, the build item and the settings one id', async () => {
  const file = await renderAndRead(scene);
  const ids = [
    ...modelText(file).matchAll(/<(?:object|item) (?:object)?id="(\d+)"/g),
    ...configText(file).matchAll(/<object id="(\d+)"/g),
  ].map(([, id]) => Number(id));
  expect(ids).toEqual([file.object.id, file.object.id, file.object.id]);
});

it('cuts the mesh from its first triangle to its last, without gap or overlap', async () => {
  const { object, volumes } = await renderAndRead(scene);
  expect(volumes[0]!.firstTriangle).toBe(0);
  for (const [i, { lastTriangle }] of volumes.slice(0, -1).entries()) {
    expect(volumes[i + 1]!.firstTriangle).toBe(lastTriangle + 1);
  }
  expect(volumes.at(-1)!.lastTriangle).toBe(object.mesh.indices.length / 3 - 1);
});

it('gives each part a block of vertices of its own', async () => {
  const { object, volumes } = await renderAndRead(scene);
  let next = 0;
  for (const { firstTriangle, lastTriangle } of volumes) {
    const used = [...new Set(object.mesh.indices.subarray(3 * firstTriangle, 3 * lastTriangle + 3))];
    expect(used.toSorted((a, b) => a - b)).toEqual(used.map((_, i) => next + i));
    next += used.length;
  }
  expect(3 * next).toBe(object.mesh.positions.length);
});

it('sets nothing but names, types and extruders, each setting with its type', async () => {
  const text = configText(await renderAndRead(scene));
  const settings = [...text.matchAll(/<metadata type="(\w+)" key="(\w+)"/g)].map(
    ([, type, key]) => `${type} ${key}`,
  );
  expect(settings.length).toBe([...text.matchAll(/<metadata/g)].length);
  const volume = ['volume name', 'volume volume_type', 'volume extruder'];
  expect(settings).toEqual(['object name', 'object extruder', ...scene.parts.flatMap(() => volume)]);
  expect(text.match(/key="volume_type" value="ModelPart"/g)).toHaveLength(scene.parts.length);
});

it('gives every triangle one material, that of its part', async () => {
  const file = await renderAndRead(scene);
  const text = modelText(file);
  expect(text).not.toMatch(/ p[23]=/);
  expect(text.match(/<triangle v1="\d+" v2="\d+" v3="\d+" pid="1" p1="\d+"\/>/g)).toHaveLength(
    file.object.mesh.indices.length / 3,
  );
  expect(text).toMatch(/<object [^>]* pid="1" pindex="0">/);
  for (const { firstTriangle, lastTriangle, extruder } of file.volumes) {
    const used = file.object.triangleMaterials.subarray(firstTriangle, lastTriangle + 1);
    expect(new Set(used)).toEqual(new Set([extruder - 1]));
  }
});
