import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openScad } from '@neurofab/backend-openscad';
import { collect } from '@neurofab/core';
import { type Contestant, MissingPeer } from '../contestant.ts';
import { command } from '../measure/command.ts';
import { type Network, sceneOf } from '../networks.ts';
import { programVersion } from './program-version.ts';

/** The OpenSCAD that is installed, on the source that Neurofab writes. The release of 2021 takes many minutes. */
export function openScadCommand(network: Network): Contestant {
  return command({
    name: 'openscad',
    once: true,
    async prepare(file, folder) {
      if (programVersion('openscad') === undefined) return new MissingPeer('openscad is not installed');
      const source = join(folder, 'network.scad');
      writeFileSync(source, await collect(openScad().render(sceneOf(network))));
      const args = [source, '-o', file, '--export-format=binstl'];
      return { program: 'openscad', args: hasManifold() ? [...args, '--backend=manifold'] : args };
    },
  });
}

/** Releases after 2021 can use Manifold instead of CGAL. */
function hasManifold(): boolean {
  const { stdout, stderr } = spawnSync('openscad', ['--help'], { encoding: 'utf8' });
  return `${stdout}${stderr}`.includes('--backend');
}
