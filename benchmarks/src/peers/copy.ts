import { writeFileSync } from 'node:fs';
import { stl } from '@neurofab/backend-stl';
import { collect } from '@neurofab/core';
import { measureStlFile } from '../measure/measure-stl.ts';
import { sceneOf } from '../networks.ts';
import { type Prepare, task } from './task.ts';

/** The least that a writer of STL can do: the finished bytes, copied in memory and written to a file. */
export const copyAndWrite: Prepare = async ({ network, file }) => {
  const bytes = await collect(stl().render(sceneOf(network)));
  return task({ work: () => writeFileSync(file, bytes.slice()), measure: () => measureStlFile(file) });
};
