import type { Case } from '../case.ts';
import { blenderScript } from '../commands/blender.ts';
import { copyCommand } from '../commands/copy-file.ts';
import { neurofabCommand } from '../commands/neurofab.ts';
import { peerScript } from '../commands/peer-script.ts';
import { SEED } from '../networks.ts';

/** What a person waits for: from the command line to the file. */
export function shellsCommand(options: { readonly seedDocument?: string | undefined }): Case {
  return {
    id: 'shells-command',
    work: 'shells → STL, whole command',
    network: 'seed, 489,852 triangles',
    pace: 'seconds',
    // JSCAD and three.js fan a cylinder's caps from their middle: two triangles more a cap.
    agreement: { triangles: 0.01, volume: 0.01 },
    neurofab: neurofabCommand(SEED, ['--shells']),
    peers: [
      blenderScript(options.seedDocument),
      peerScript('JSCAD', 'jscad-stl.mjs'),
      peerScript('three.js', 'three-stl.mjs'),
      copyCommand(SEED),
    ],
    targets: [
      { kind: 'faster', than: 'Blender', atLeast: 40, reachFor: 100 },
      { kind: 'faster', than: 'JSCAD', atLeast: 8, reachFor: 20 },
      { kind: 'faster', than: 'three.js', atLeast: 1, reachFor: 2 },
      { kind: 'within', of: 'Node, copy and write', atLeast: 2.2, reachFor: 1.5 },
    ],
  };
}
