import type { Mesh } from './mesh.ts';

/** The same triangles with vertices that have equal coordinates made one, in the order in which they first appear. */
export function weldMesh({ positions, indices }: Mesh): Mesh {
  const places = findPlaces(positions);
  const welded = new Uint32Array(indices.length);
  for (let i = 0; i < indices.length; i++) welded[i] = places.numbers[indices[i]!]!;
  return { positions: places.positions.slice(0, 3 * places.count), indices: welded };
}

/** How many different places the vertices have. */
export function countPlaces(positions: Float32Array): number {
  return findPlaces(positions).count;
}

/**
 * Numbers the places, from 0. A hash of the coordinates leads to a tree, most of them of one place or two, and the
 * coordinates' bits lead on through it: a tree has 96 levels at most, so that no choice of coordinates makes this slow.
 */
function findPlaces(positions: Float32Array) {
  const vertices = Math.floor(positions.length / 3);
  const numbers = new Uint32Array(vertices);
  const places = new Float32Array(positions.length);
  const bits = new Uint32Array(places.buffer);
  // A power of two from half as many as there are vertices: an STL has six vertices in each place.
  const treeBits = Math.max(1, Math.min(31, Math.ceil(Math.log2(vertices + 1)) - 1));
  const branches = 2 ** treeBits;
  // The trees, then two branches of each place: the number of the place that follows, plus 1, or 0.
  const links = new Uint32Array(branches + 2 * vertices);
  let count = 0;
  for (let i = 0; i < vertices; i++) {
    // Written behind the last place, where it stays if it is new.
    places[3 * count] = canonical(positions[3 * i]!);
    places[3 * count + 1] = canonical(positions[3 * i + 1]!);
    places[3 * count + 2] = canonical(positions[3 * i + 2]!);
    const x = bits[3 * count]!;
    const y = bits[3 * count + 1]!;
    const z = bits[3 * count + 2]!;
    let link = hash(x, y, z) >>> (32 - treeBits);
    for (let level = 0; links[link] !== 0; level++) {
      const place = links[link]! - 1;
      if (bits[3 * place] === x && bits[3 * place + 1] === y && bits[3 * place + 2] === z) break;
      const word = level < 32 ? x : level < 64 ? y : z;
      link = branches + 2 * place + ((word >>> (level & 31)) & 1);
    }
    if (links[link] === 0) links[link] = ++count;
    numbers[i] = links[link]! - 1;
  }
  return { numbers, positions: places, count };
}

/** Makes -0 the same as 0, and one of all NaN. */
function canonical(value: number): number {
  return Number.isNaN(value) ? Number.NaN : value + 0;
}

function hash(x: number, y: number, z: number): number {
  let mixed = Math.imul(x, 0x9e3779b1);
  mixed = Math.imul((mixed ^ (mixed >>> 15)) + y, 0x85ebca77);
  mixed = Math.imul((mixed ^ (mixed >>> 13)) + z, 0xc2b2ae3d);
  return Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
}
