import { checkMesh, layout, type Mesh, parseNetworkSpec, volume } from '@neurofab/core';
import { cleanName, outlineIn } from '@neurofab/core/internal';
import { bundledFont, leastStroke, type Polygon } from '@neurofab/lettering';
import { solids } from '@neurofab/solid';
import { sliceMesh } from '@neurofab/test-kit';
import { beforeAll, expect, it } from 'vitest';
import { lettered } from '../../src/index.ts';

/** Millimetres. */
const LAYER_HEIGHT = 0.2;
const RISE = 0.6;

/** So many characters stand on one plate. */
const A_LINE = 40;

let lines: string[];

beforeAll(async () => {
  const { shaped } = await bundledFont();
  // Marks that are put on letters have none here.
  const characters = [...shaped.face.collectUnicodes()]
    .map((code) => String.fromCodePoint(code))
    .filter((character) => /[^\s\p{M}\p{C}]/u.test(character));
  expect(characters.length).toBeGreaterThan(500);
  lines = Array.from({ length: Math.ceil(characters.length / A_LINE) }, (_, i) =>
    characters.slice(i * A_LINE, (i + 1) * A_LINE).join(' '),
  );
});

it.each([5, 6.5, 8])(
  'makes each letter of the bundled font, %d mm high, a closed body, right side out, with strokes as thick as a nozzle lays down twice',
  { timeout: 120_000 },
  async (height) => {
    for (const text of lines) {
      const { mesh, area } = await raised(text, height);
      const report = checkMesh(mesh);
      expect(report.closed, text).toBe(true);
      expect(volume(mesh) / (area * height * height * RISE), text).toBeCloseTo(1, 3);
      const [rings = []] = sliceMesh(onBed(mesh), LAYER_HEIGHT);
      expect(areaOf(rings) / (area * height * height), text).toBeCloseTo(1, 3);
      const scaled = rings.map((ring): Polygon => ring.map(([x, y]) => [x / height, y / height]));
      expect(leastStroke(scaled) * height, text).toBeGreaterThanOrEqual((0.795 * height) / 5);
    }
  },
);

it('draws text that has outlines of its own by these, whatever is known of the same text', async () => {
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 1],
    ],
  ] as const;
  const network = { text: 'A', outlines: { A: square } };
  const { lettering: known } = await lettered({ network: { text: 'A' } });
  const drawn = await lettered({ network, lettering: known });
  expect(drawn.lettering).toEqual((await lettered({ network })).lettering);
  expect(areaOf(outlineIn(drawn.lettering, 'A')!.rings)).toBeCloseTo(1, 6);
});

/** Raised text on a plaque that is large enough for it, and the area of its outline in heights of its capitals. */
async function raised(text: string, textHeight: number): Promise<{ mesh: Mesh; area: number }> {
  const network = { layers: [2, 2], mode: 'plaque', layerSpacing: 900, text, textHeight } as const;
  const { lettering } = await lettered({ network });
  const spec = parseNetworkSpec(network);
  const scene = layout({ ...spec, lettering: lettering! });
  const stream = await solids(scene);
  for await (const { mesh, part } of stream) {
    if (scene.parts[part]!.name === 'text')
      return { mesh, area: areaOf(outlineIn(lettering, cleanName(text))!.rings) };
  }
  throw new Error('There is no text.');
}

function areaOf(rings: readonly Polygon[]): number {
  const doubled = rings.flatMap((ring) =>
    ring.map(([x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length]!;
      return x * nextY - nextX * y;
    }),
  );
  return doubled.reduce((sum, each) => sum + each, 0) / 2;
}

/** The same body, its lowest point at z = 0. */
function onBed({ positions, indices }: Mesh): Mesh {
  const lowest = positions.reduce(
    (least, value, i) => (i % 3 === 2 ? Math.min(least, value) : least),
    Infinity,
  );
  return { positions: positions.map((value, i) => (i % 3 === 2 ? value - lowest : value)), indices };
}
