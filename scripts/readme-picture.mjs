// Renders docs/network.png, the picture of the README, from Neurofab's own bodies: the default network and the one that reads
// digits, both printed flat and put together. Wants a build, and f3d and xvfb-run (Debian: f3d, xvfb).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembled, assembledBounds, layout, parseNetworkSpec } from '../packages/core/dist/index.js';
import { exampleNetwork, specOf } from '../packages/import/dist/index.js';
import { solids } from '../packages/solid/dist/index.js';

/** Between the two, in millimetres. */
const GAP = 70;

const picture = fileURLToPath(new URL('../docs/network.png', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'neurofab-'));
const model = ['mtllib network.mtl'];
const materials = new Map();
let vertices = 1;
let left = 0;
for (const spec of [{}, specOf(await exampleNetwork('digits'))]) {
  const scene = layout(parseNetworkSpec({ ...spec, mode: 'flat', resolution: { tolerance: 0.005 } }));
  const { min, max } = assembledBounds(scene);
  const shift = [left - min[0], -(min[1] + max[1]) / 2, -min[2]];
  left += max[0] - min[0] + GAP;
  await add(scene, shift);
}
try {
  writeFileSync(join(folder, 'network.obj'), `${model.join('\n')}\n`);
  writeFileSync(join(folder, 'network.mtl'), [...materials.values()].join('\n'));
  const view = ['--up=+Z', '--camera-position=70,-1000,400', '--camera-focal-point=144,0,78'];
  const look = ['--camera-view-angle=10.5', '--bg-color=1,1,1', '--ssao', '--fxaa', '--resolution=1200,560'];
  const f3d = ['f3d', join(folder, 'network.obj'), `--output=${picture}`, ...view, ...look];
  execFileSync('xvfb-run', ['-a', ...f3d], { stdio: 'inherit' });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function add(scene, shift) {
  const bodies = await assembled(solids)(scene);
  for await (const { part, mesh } of bodies) {
    const { color } = bodies.parts[part];
    const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
    materials.set(
      color,
      `newmtl ${color.slice(1)}\nKd ${channels.join(' ')}\nKs 0.2 0.2 0.2\nNs 60\nillum 2\n`,
    );
    model.push(`usemtl ${color.slice(1)}`);
    const { positions, indices } = mesh;
    // Corners that faces share would be shaded as if they were round.
    for (const index of indices) {
      const place = [...positions.subarray(3 * index, 3 * index + 3)].map(
        (value, axis) => value + shift[axis],
      );
      model.push(`v ${place.join(' ')}`);
    }
    for (let i = 0; i < indices.length; i += 3) {
      model.push(`f ${[0, 1, 2].map((corner) => vertices + i + corner).join(' ')}`);
    }
    vertices += indices.length;
  }
}
