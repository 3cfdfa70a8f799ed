// Tells whether two versions of Neurofab make the same meshes: of forty drawn networks, and of the default network at
// the size that each printer takes. Wants both built.
//
//     node scripts/compare-meshes.mjs write FILE [CHECKOUT]    hashes of what a checkout makes (this one, if left out)
//     node scripts/compare-meshes.mjs compare FILE FILE        before and after; exit code 1 where they differ
//
// Of a checkout it uses parseNetworkSpec, layout, shells, solids and fused, and of bodies only `mesh`, in their order, so it
// reads versions whose scenes and bodies are built otherwise. What a printer takes the command says, by --print-spec.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NETWORKS = 40;

/** The drawn network, a long one, whose disc has the radius that versions may set otherwise. */
const DEFAULT_DISC = 5;

const [task, ...files] = process.argv.slice(2);
if (task === 'write' && (files.length === 1 || files.length === 2)) {
  await write(files[0], resolve(files[1] ?? fileURLToPath(new URL('..', import.meta.url))));
} else if (task === 'compare' && files.length === 2) {
  compare(...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
} else {
  console.error('compare-meshes.mjs write FILE [CHECKOUT] | compare FILE FILE');
  process.exitCode = 2;
}

async function write(file, checkout) {
  const load = (path) => import(pathToFileURL(join(checkout, path)));
  const { layout, parseNetworkSpec, shells } = await load('packages/core/dist/index.js');
  const { fused, solids } = await load('packages/solid/dist/index.js');
  const networks = {};
  for (const { name, input, preset } of [...drawnNetworks(), ...printedNetworks(checkout)]) {
    const started = performance.now();
    const made = {};
    for (const [road, make] of Object.entries({ shells, solids, fused })) {
      made[road] = [];
      const scene = layout(parseNetworkSpec(input, { preset }));
      // Nothing can be cut off shells.
      if (road === 'shells' && scene.pieces?.some(({ voids = [] }) => voids.length > 0)) continue;
      for await (const { mesh } of await make(scene)) made[road].push(describe(mesh));
    }
    networks[name] = { input, preset, ...made };
    console.error(`${name}: ${Math.round(performance.now() - started)} ms`);
  }
  writeFileSync(file, `${JSON.stringify(networks, null, 1)}\n`);
}

function describe({ positions, indices }) {
  const hash = createHash('sha256');
  for (const { buffer, byteOffset, byteLength } of [positions, indices]) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return {
    sha256: hash.digest('hex'),
    triangles: indices.length / 3,
    volume: volume(positions, indices),
    bounds: bounds(positions),
    closed: isClosed(indices),
  };
}

function volume(positions, indices) {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i], 3 * indices[i + 1], 3 * indices[i + 2]];
    for (let axis = 0; axis < 3; axis++) {
      const [next, last] = [(axis + 1) % 3, (axis + 2) % 3];
      sum += positions[a + axis] * positions[b + next] * positions[c + last];
      sum -= positions[a + axis] * positions[b + last] * positions[c + next];
    }
  }
  return sum / 6;
}

function bounds(positions) {
  const [min, max] = [Array(3).fill(Infinity), Array(3).fill(-Infinity)];
  for (let i = 0; i < positions.length; i++) {
    min[i % 3] = Math.min(min[i % 3], positions[i]);
    max[i % 3] = Math.max(max[i % 3], positions[i]);
  }
  return { min, max };
}

/** Whether each edge is in two triangles, in opposite directions. */
function isClosed(indices) {
  const edges = new Set();
  for (let i = 0; i < indices.length; i++) {
    const edge = indices[i] * 2 ** 26 + indices[i % 3 === 2 ? i - 2 : i + 1];
    if (edges.has(edge)) return false;
    edges.add(edge);
  }
  return [...edges].every((edge) => edges.has((edge % 2 ** 26) * 2 ** 26 + Math.floor(edge / 2 ** 26)));
}

/** Usual networks, wide and narrow ones, long ones, both presets, all sorts of circles; the same in every run. */
function drawnNetworks() {
  const draw = drawer(1);
  return Array.from({ length: NETWORKS }, (_, i) => {
    const preset = i % 5 === 4 ? 'seed' : 'desk';
    const isLong = i % 6 === 5;
    const layers = Array.from({ length: isLong ? draw(8, 12) : draw(2, 6) }, () => draw(1, isLong ? 4 : 7));
    const sizes = drawSizes(draw);
    const resolution = drawResolution(draw, i);
    const base = i === DEFAULT_DISC ? { shape: 'disc' } : drawBase(draw, { layers, ...sizes });
    return {
      name: `${i + 1}: ${layers.join('-')}${i === DEFAULT_DISC ? ' with the default disc' : ''}`,
      preset,
      input: { layers, ...sizes, base, ...resolution },
    };
  });
}

function drawSizes(draw) {
  const nodeRadius = draw(1500, 8000) / 1000;
  return {
    nodeRadius,
    connectionRadius: (nodeRadius * draw(150, 550)) / 1000,
    nodeSpacing: (nodeRadius * draw(2500, 6000)) / 1000,
    layerSpacing: (nodeRadius * draw(2500, 9000)) / 1000,
  };
}

function drawResolution(draw, i) {
  // The preset's own.
  if (i === 3 || i === 4) return {};
  // An odd number of sides has taken booleans, which are slow: two networks will do.
  if (i === 12 || i === 26) return { resolution: { segments: 7 + 2 * draw(0, 2) } };
  const isTolerance = draw(0, 1) === 0;
  return { resolution: isTolerance ? { tolerance: draw(10, 120) / 1000 } : { segments: 2 * draw(3, 16) } };
}

/** No base, or a disc. Its default radius from eight layers on is no promise, so it is stated. */
function drawBase(draw, { layers, nodeRadius, layerSpacing }) {
  const radius = ((layers.length - 1) / 2) * layerSpacing + nodeRadius * draw(1, 3);
  const stated = layers.length >= 8 ? { radius } : {};
  switch (draw(0, 3)) {
    case 0:
      return { shape: 'none' };
    case 1:
      return { shape: 'disc', radius, segments: draw(8, 60) };
    case 2:
      return { shape: 'disc', ...stated, thickness: (nodeRadius * draw(200, 1900)) / 1000, posts: true };
    default:
      return { shape: 'disc', ...stated };
  }
}

/** Whole numbers from the first to the last, each as likely as any other. */
function drawer(seed) {
  let state = seed;
  return (first, last) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return first + (((mixed ^ (mixed >>> 14)) >>> 0) % (last - first + 1));
  };
}

/** The default network as the command makes it for each printer: merged to its slots, and scaled to its bed. */
function printedNetworks(checkout) {
  const command = (...args) =>
    execFileSync(process.execPath, [join(checkout, 'apps/cli/bin/neurofab.js'), ...args], {
      encoding: 'utf8',
    });
  const printers = JSON.parse(command('printers', '--json'));
  return printers.map(({ id, bedMm }) => ({
    name: id,
    preset: 'desk',
    input: specFor(command, ['--printer', id, ...(bedMm ? ['--fit'] : []), '--print-spec']),
  }));
}

/** The complete spec; versions before there was `--complete` print no other. */
function specFor(command, flags) {
  try {
    return JSON.parse(command(...flags, '--complete'));
  } catch {
    return JSON.parse(command(...flags));
  }
}

function compare(before, after) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  let differing = 0;
  for (const name of names) {
    const faults = differences(before[name], after[name]);
    if (faults.length > 0) differing++;
    console.log(faults.length === 0 ? `same bits  ${name}` : `differs    ${name}`);
    for (const fault of faults) console.log(`             ${fault}`);
  }
  console.log(`${names.length - differing} of ${names.length} networks are the same, bit for bit.`);
  for (const road of ['shells', 'solids', 'fused']) console.log(`${road}: ${inAll(road, before, after)}`);
  if (differing > 0) process.exitCode = 1;
}

function differences(before, after) {
  if (before === undefined || after === undefined) return [`only in the ${before ? 'first' : 'second'} file`];
  return ['shells', 'solids', 'fused'].flatMap((road) => {
    const [old, now] = [before[road], after[road]];
    if (old.length !== now.length) return [`${road}: ${old.length} bodies, now ${now.length}`];
    const changed = old.flatMap((body, i) => (body.sha256 === now[i].sha256 ? [] : [[body, now[i], i]]));
    // Shells may be many: the first of them tell enough.
    const told = changed.slice(0, 8).map(([was, is, i]) => `${road}, body ${i + 1}: ${howChanged(was, is)}`);
    return changed.length > told.length ? [...told, `${road}: ${changed.length} bodies in all`] : told;
  });
}

/** What the two files differ by in all, of networks that both hold. */
function inAll(road, before, after) {
  const pairs = Object.keys(before).flatMap((name) =>
    name in after ? before[name][road].map((body, i) => [body, after[name][road][i]]) : [],
  );
  const sum = (side) => pairs.reduce((total, pair) => total + (pair[side]?.triangles ?? 0), 0);
  const most = Math.max(...pairs.map(([was, is]) => Math.abs((is?.volume ?? 0) / was.volume - 1)));
  const same = pairs.filter(([was, is]) => was.sha256 === is?.sha256).length;
  const open = pairs.filter(([, is]) => is?.closed !== true).length;
  return `${same} of ${pairs.length} bodies are the same, ${open} are not closed; triangles ${sum(0)}, now ${sum(1)}; volumes differ by ${most} at most`;
}

function howChanged(was, is) {
  const triangles =
    was.triangles === is.triangles
      ? `${is.triangles} triangles`
      : `${was.triangles} triangles, now ${is.triangles}`;
  const corners = [...was.bounds.min, ...was.bounds.max];
  const apart = [...is.bounds.min, ...is.bounds.max].map((value, i) => Math.abs(value - corners[i]));
  const closed = was.closed === is.closed ? [] : [is.closed ? 'now closed' : 'no longer closed'];
  return [
    triangles,
    `volume times ${is.volume / was.volume}`,
    `bounds apart by at most ${Math.max(...apart)} mm`,
    ...closed,
  ].join('; ');
}
