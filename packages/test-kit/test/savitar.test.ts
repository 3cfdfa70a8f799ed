import { askSavitar, itAsks } from '@neurofab/test-kit';
import { expect } from 'vitest';
import { toyAssembly } from './toy-package.ts';

itAsks('python3-savitar')('tells which parts a group has, and the extruder of each', async () => {
  const part = { transformation: '', vertices: 4, triangles: 4, children: [] };
  expect(await askSavitar(toyAssembly('name="Base"', 'name="Base &amp; &quot;posts&quot; 🧠"'))).toEqual([
    {
      name: 'Toy',
      transformation: '1 0 0 0 1 0 0 0 1 20.5 0 0',
      settings: {},
      vertices: 0,
      triangles: 0,
      children: [
        { ...part, name: 'Base & "posts" 🧠', settings: { extruder_nr: '0' } },
        { ...part, name: 'Nodes', settings: { extruder_nr: '1' } },
      ],
    },
  ]);
});

itAsks('python3-savitar')("does not take another program's setting for Cura's", async () => {
  const [group] = await askSavitar(toyAssembly('cura', 'other'));
  expect(group!.children.map(({ settings }) => settings)).toEqual([
    { 'other:extruder_nr': '0' },
    { 'other:extruder_nr': '1' },
  ]);
});

itAsks('python3-savitar')('fails on a number with a comma', async () => {
  await expect(askSavitar(toyAssembly('"20"', '"20,5"'))).rejects.toThrow('Savitar');
});
