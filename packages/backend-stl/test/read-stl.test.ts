import { readStl, stl } from '@neurofab/backend-stl';
import {
  checkMesh,
  collect,
  FileError,
  layout,
  type Mesh,
  parseNetworkSpec,
  parseRecipe,
  tessellate,
  VERSION,
  weldMesh,
} from '@neurofab/core';
import { fused } from '@neurofab/solid';
import * as kit from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';

const CUBE = tessellate({ kind: 'cylinder', from: [0, 0, 0], to: [0, 0, 2], radius: 1, segments: 4 });
const BALL = tessellate({ kind: 'sphere', center: [5, 0, 0], radius: 2, segments: 6, rings: 3 });
const SMALL = parseNetworkSpec({ layers: [1, 1], resolution: { segments: 8 } });

function corner({ positions, indices }: Mesh, i: number): readonly number[] {
  return [...positions.subarray(3 * indices[i]!, 3 * indices[i]! + 3)];
}

function binary(mesh: Mesh, header = ''): Uint8Array {
  const triangles = mesh.indices.length / 3;
  const bytes = new Uint8Array(84 + 50 * triangles);
  bytes.set(new TextEncoder().encode(header));
  const view = new DataView(bytes.buffer);
  view.setUint32(80, triangles, true);
  mesh.indices.forEach((_, i) => {
    const at = 84 + 50 * Math.floor(i / 3) + 12 + 12 * (i % 3);
    corner(mesh, i).forEach((value, axis) => {
      view.setFloat32(at + 4 * axis, value, true);
    });
  });
  return bytes;
}

function solid(mesh: Mesh, name = ''): string {
  const facets = Array.from({ length: mesh.indices.length / 3 }, (_, i) => {
    const vertices = [0, 1, 2].map((k) => `      vertex ${corner(mesh, 3 * i + k).join(' ')}\n`);
    return `  facet normal 0 0 0\n    outer loop\n${vertices.join('')}    endloop\n  endfacet\n`;
  });
  return `solid ${name}\n${facets.join('')}endsolid ${name}\n`;
}

function text(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

function withNumber(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = bytes.slice();
  new DataView(changed.buffer).setFloat32(at, value, true);
  return changed;
}

/** What a reader makes of a file: the message of its FileError, or no message for a model that can be used. */
function messageOf(bytes: Uint8Array): string {
  try {
    const { bodies } = readStl(bytes);
    expect(bodies.length).toBeGreaterThan(0);
    for (const { mesh } of bodies) {
      expect(mesh.indices.length).toBeGreaterThan(0);
      expect(mesh.indices.every((index) => index < mesh.positions.length / 3)).toBe(true);
      expect(mesh.positions.every(Number.isFinite)).toBe(true);
    }
    return '';
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

describe('a binary STL', () => {
  it('is read as the backend wrote it, with its recipe', async () => {
    const bytes = await collect(
      stl().render(layout(SMALL), { bodies: fused, settings: { printer: 'prusa-mk4' } }),
    );
    const { format, bodies, recipe } = readStl(bytes);
    expect(format).toBe('Binary STL');
    expect(bodies).toEqual([{ name: 'model', mesh: weldMesh(kit.readStl(bytes).mesh) }]);
    expect(checkMesh(bodies[0]!.mesh)).toMatchObject({ closed: true, components: 1 });
    expect(parseRecipe(recipe!)).toEqual({
      neurofab: VERSION,
      spec: SMALL,
      settings: { printer: 'prusa-mk4' },
    });
  });

  it('has a recipe only where Neurofab wrote one', () => {
    expect(readStl(binary(CUBE, 'Neurofab 9.9.9 what it says')).recipe).toBe('Neurofab 9.9.9 what it says');
    expect(readStl(binary(CUBE, `Neurofab ${'x'.repeat(71)}`)).recipe).toHaveLength(80);
    for (const header of ['', 'Exported by Neurofab 1', 'Neurofabric', 'Neurofab 1 \u00fc', ' Neurofab 1'])
      expect(readStl(binary(CUBE, header))).not.toHaveProperty('recipe');
  });

  it('has its vertices made one', () => {
    const { mesh } = readStl(binary(BALL)).bodies[0]!;
    expect(checkMesh(mesh)).toMatchObject({ triangles: 24, repeatedVertices: 0, closed: true });
    expect(mesh.positions).toHaveLength(BALL.positions.length);
  });

  it('is known by its count, even where it begins as text does', () => {
    const { format, bodies } = readStl(binary(CUBE, `solid part one${' '.repeat(66)}`));
    expect(format).toBe('Binary STL');
    expect(bodies.map(({ name }) => name)).toEqual(['part one']);
    expect(messageOf(binary(CUBE, 'solid').subarray(0, 300))).toMatch(/^This binary STL says 12 triangles/);
    expect(messageOf(binary(CUBE, `solid${' '.repeat(75)}`).subarray(0, 300))).toMatch(
      /^This binary STL says/,
    );
  });

  it('may stand anywhere in memory', () => {
    const bytes = binary(CUBE);
    const shifted = new Uint8Array(bytes.length + 7).fill(0xff);
    shifted.set(bytes, 3);
    expect(readStl(shifted.subarray(3, 3 + bytes.length))).toEqual(readStl(bytes));
  });

  it('has normals and attributes that are passed over', () => {
    const bytes = withNumber(binary(CUBE), 84, Number.NaN).fill(0xff, 84 + 48, 84 + 50);
    expect(readStl(bytes)).toEqual(readStl(binary(CUBE)));
  });

  it('may be filled up, but not hold more than it says', () => {
    const followed = (...more: number[]) => Uint8Array.from([...binary(CUBE), ...more]);
    const fill = (count: number, byte: number) => followed(...Array.from({ length: count }, () => byte));
    for (const bytes of [followed(0x0d, 0x0a), fill(49, 0x2a), fill(4096, 0)])
      expect(readStl(bytes)).toEqual(readStl(binary(CUBE)));
    expect(messageOf(fill(50, 0x2a))).toBe(
      'This binary STL says 12 triangles, which take 684 bytes, but has 734: it has more, or is no STL.',
    );
  });

  it.each([
    ['nothing', new Uint8Array(), 'The file is empty, but an STL has at least one triangle.'],
    [
      'a short file of another kind',
      text('hello'),
      'The file is no STL: it is no text that begins with "solid", and 5 bytes are too few for a binary STL, which has at least 134.',
    ],
    [
      'a file that is cut off',
      binary(CUBE).subarray(0, 600),
      'This binary STL says 12 triangles, which take 684 bytes, but has 600: it is cut off, or no STL.',
    ],
    [
      'a count that nothing could hold',
      Uint8Array.from({ length: 200 }, (_, i) => (i >= 80 && i < 84 ? 0xff : 0)),
      'This binary STL says 4294967295 triangles, which take 214748364834 bytes, but has 200: it is cut off, or no STL.',
    ],
    ['no triangle', new Uint8Array(84), 'This binary STL has 0 triangles, but a body has at least one.'],
    [
      'no triangle but zeros',
      new Uint8Array(1000),
      'This binary STL has 0 triangles, but a body has at least one.',
    ],
    [
      'a coordinate that is no number',
      withNumber(binary(CUBE), 84 + 3 * 50 + 12 + 8, Number.NaN),
      'Facet 4 of 12 has the coordinate NaN, but all must be finite numbers.',
    ],
    [
      'a coordinate that is not finite',
      withNumber(binary(CUBE), 84 + 11 * 50 + 44, -Infinity),
      'Facet 12 of 12 has the coordinate -Infinity, but all must be finite numbers.',
    ],
  ])('is refused with %s', (_, bytes, message) => {
    expect(messageOf(bytes)).toBe(message);
  });
});

describe('a text STL', () => {
  it('is one body for each solid, with its name', () => {
    const { format, bodies, ...rest } = readStl(
      text(solid(CUBE, 'the base') + solid(BALL, 'Schicht 1 神经')),
    );
    expect(format).toBe('Text STL');
    expect(rest).toEqual({});
    expect(bodies.map(({ name }) => name)).toEqual(['the base', 'Schicht 1 神经']);
    expect(bodies.map(({ mesh }) => checkMesh(mesh))).toEqual([checkMesh(CUBE), checkMesh(weldMesh(BALL))]);
    expect(bodies.map(({ mesh }) => mesh.positions.length)).toEqual([
      CUBE.positions.length,
      BALL.positions.length,
    ]);
  });

  it.each([
    ['in capitals', (source: string) => source.toUpperCase()],
    ['without indentation', (source: string) => source.replace(/^ +/gm, '')],
    ['with tabs', (source: string) => source.replace(/ {2}/g, '\t')],
    ['with lines that end as on Windows', (source: string) => source.replaceAll('\n', '\r\n')],
    ['with lines that end as on old Macs', (source: string) => source.replaceAll('\n', '\r')],
    ['with empty lines', (source: string) => source.replaceAll('\n', '\n\n \n')],
    ['with each facet on one line', (source: string) => source.replace(/\n {4,}/g, ' ')],
    ['with no name', (source: string) => source.replaceAll('PART', '')],
    ['with a name at the beginning only', (source: string) => source.replace('endsolid PART', 'endsolid')],
    ['with no line break at its end', (source: string) => source.trimEnd()],
    ['with a byte order mark', (source: string) => `\uFEFF${source}`],
    [
      'with normals that are no numbers',
      (source: string) => source.replaceAll('normal 0 0 0', 'normal nan -nan(ind) 1'),
    ],
    ['with an empty solid before', (source: string) => `solid nothing\nendsolid nothing\n${source}`],
    [
      'with exponents',
      (source: string) => source.replace(/[\d.-]+(?=[ \n])/g, (number) => Number(number).toExponential(20)),
    ],
  ])('is read %s', (_, change) => {
    const { mesh, name } = readStl(text(change(solid(CUBE, 'PART')))).bodies[0]!;
    expect(['PART', 'model']).toContain(name);
    expect(mesh).toEqual(readStl(text(solid(CUBE))).bodies[0]!.mesh);
  });

  it('has names that can be shown anywhere', () => {
    expect(readStl(text(solid(CUBE, 'bell \u0007 zero \0'))).bodies[0]!.name).toBe('bell zero');
    const long = 'é'.repeat(5000);
    const named = (name: string) => readStl(text(solid(CUBE, name))).bodies[0]!.name;
    expect(named(`a${' '.repeat(5)}\u202Eb\t\u2066`)).toBe('a b');
    expect(named(long)).toBe('é'.repeat(499));
    expect(
      readStl(Uint8Array.from([...text('solid '), 0xfc, ...text(`\n${solid(CUBE).slice(7)}`)])).bodies[0]!
        .name,
    ).toBe('\uFFFD');
  });

  const lines = solid(CUBE, 'part').split('\n');
  const withLine = (number: number, line: string) => text(lines.with(number - 1, line).join('\n'));
  it.each([
    ['another word', withLine(5, 'vertx 0 0 0'), 'Line 5: this text STL has "vertx" where "vertex" belongs.'],
    [
      'a word that is no number',
      withLine(12, 'vertex 0 0,5 0'),
      'Line 12: this text STL has "0,5" where a number belongs.',
    ],
    ['NaN', withLine(5, 'vertex nan 0 0'), 'Line 5: this text STL has "nan" where a number belongs.'],
    ['two numbers', withLine(5, 'vertex 1 0'), 'Line 6: this text STL has "vertex" where a number belongs.'],
    [
      'four corners',
      withLine(6, 'vertex 0 0 0 vertex 1 1 1'),
      'Line 6: this text STL has "vertex" where "endloop" belongs.',
    ],
    [
      'a number that is too large',
      withLine(12, 'vertex 0 1e999 0'),
      'Line 12: facet 2 of this text STL has the coordinate "1e999", but all must be finite numbers.',
    ],
    [
      'a number that float32 cannot hold',
      withLine(11, 'vertex -1e39 0 0'),
      'Line 11: facet 2 of this text STL has the coordinate "-1e39", but all must be finite numbers.',
    ],
    [
      'its end missing',
      text(lines.slice(0, 8).join('\n')),
      'Line 8: this text STL ends where "facet" or "endsolid" belongs: it is cut off.',
    ],
    [
      'something after its end',
      text(`${lines.join('\n')}\nhello`),
      'Line 88: this text STL has "hello" where "solid" belongs.',
    ],
    [
      'no facet',
      text('solid a\nendsolid a\nsolid b\nendsolid b'),
      'This text STL has 0 facets, but a body has at least one.',
    ],
    [
      'only a word',
      text('solid'),
      'Line 1: this text STL ends where "facet" or "endsolid" belongs: it is cut off.',
    ],
    [
      'a very long word',
      withLine(2, 'é'.repeat(1e6)),
      `Line 2: this text STL has "${'é'.repeat(20)}…" where "facet" or "endsolid" belongs.`,
    ],
  ])('is refused with %s', (_, bytes, message) => {
    expect(messageOf(bytes)).toBe(message);
  });

  it('counts lines however they end', () => {
    for (const end of ['\r\n', '\r', '\n'])
      expect(messageOf(text(['solid', '', 'facet', 'x'].join(end)))).toMatch(/^Line 4: .* has "x"/);
  });

  it('may have 10,000 solids, and no more', () => {
    const one = solid({ ...CUBE, indices: CUBE.indices.slice(0, 3) });
    expect(readStl(text(one.repeat(10_000))).bodies).toHaveLength(10_000);
    expect(messageOf(text(one.repeat(10_001)))).toMatch(
      /^Line \d+: this text STL has more than 10000 solids/,
    );
    expect(messageOf(text('solid\nendsolid\n'.repeat(1e6)))).toMatch(/0 facets/);
  });
});

describe('a damaged file', () => {
  const texts = text(solid(CUBE, 'a') + solid(BALL, 'b'));
  const files = [binary(CUBE, 'Neurofab 0.1.0 2,3'), binary(BALL, 'solid ball'), texts, text(solid(CUBE))];

  it('gives a model or a FileError wherever it is cut off', () => {
    for (const file of files) {
      for (let length = 0; length < file.length; length++) {
        const message = messageOf(file.subarray(0, length));
        // Text may lose its last name, and what ends with a whole solid is whole.
        if (file[0] !== 0x73 || file === files[1]) expect(message).not.toBe('');
      }
    }
  });

  it('gives a model or a FileError whatever has become of it', () => {
    const random = randomNumbers(20_261_122);
    const counts = { models: 0, errors: 0 };
    for (let round = 0; round < 12_000; round++) {
      const bytes = mutate(files[round % files.length]!, random);
      if (messageOf(bytes) === '') counts.models++;
      else counts.errors++;
    }
    // Both happen, so the damage is neither trifling nor total.
    expect(counts.models).toBeGreaterThan(500);
    expect(counts.errors).toBeGreaterThan(500);
  });
});

const WORDS = [
  'solid',
  'endsolid',
  'facet',
  'nan',
  '1e999',
  '-',
  '\0',
  '\r',
  '\uFEFF',
  'vertex 1 2',
  '9'.repeat(500),
];

function mutate(file: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = file.slice();
  for (let change = random(3); change >= 0; change--) {
    const at = random(bytes.length);
    const end = Math.min(bytes.length, at + random(60));
    switch (random(6)) {
      case 0:
        bytes[at]! ^= 1 << random(8);
        break;
      case 1:
        bytes[at] = random(256);
        break;
      case 2:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(end)]);
        break;
      case 3:
        bytes = Uint8Array.from([...bytes.subarray(0, end), ...bytes.subarray(at)]);
        break;
      case 4:
        bytes = Uint8Array.from([
          ...bytes.subarray(0, at),
          ...text(WORDS[random(WORDS.length)]!),
          ...bytes.subarray(end),
        ]);
        break;
      default:
        bytes.fill(random(2) * 0xff, at, end);
    }
  }
  return bytes;
}

/** Whole numbers from 0, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
