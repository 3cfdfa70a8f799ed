import { itAsks } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { open, save, withStudio } from './with-studio.ts';

/** A network with a title, colours and sizes of its own, for a printer. */
const HASH =
  '#4,5,2&name=M%C3%BCller&r=3&b=40&cb=102030&cl=AA0000,00AA00&printer=bambu-a1-mini-ams&slots=3&m=upright';

/** As much as the header of an STL has room for. */
const SHORT_HASH = '#4,5,2&r=3&printer=bambu-a1-mini-ams&name=Z';

describe('a file that the page saved', () => {
  for (const format of ['3mf', 'stl', 'openscad', 'glb', 'png', 'spec']) {
    itAsks('chromium')(`brings everything back when it is opened, as ${format}`, async () => {
      await withStudio(
        async ({ page, server }) => {
          const saved = await save(page, format);
          const values = () =>
            Promise.all(
              ['#layers', '#field-name', '#field-nodeRadius'].map((field) => page.inputValue(field)),
            );
          const before = await values();
          await page.evaluate(() => localStorage.clear());
          await page.goto('about:blank');
          await page.goto(server.url);
          await page.waitForSelector('#download:enabled');
          await open(page, [saved]);
          await page.waitForFunction(
            () => document.querySelector<HTMLInputElement>('#layers')?.value === '4,5,2',
          );
          expect(await values()).toEqual(before);
          if (format !== 'spec') expect(await page.inputValue('#printer')).toBe('bambu-a1-mini-ams');
          const again = await save(page, format);
          expect(again.name).toBe(saved.name);
          expect(Buffer.from(again.bytes).equals(Buffer.from(saved.bytes))).toBe(true);
        },
        { hash: format === 'stl' ? SHORT_HASH : HASH },
      );
    });
  }
});

describe('a file of somebody else’s', () => {
  itAsks('chromium')('is looked at: bodies, colours, volumes and what is open', async () => {
    await withStudio(async ({ page }) => {
      await open(page, [{ name: 'thing.stl', bytes: new TextEncoder().encode(TETRAHEDRON) }]);
      const row = page.locator('.inspection tbody tr');
      expect(await row.locator('td').last().textContent()).toBe('yes');
      await open(page, [{ name: 'thing.stl', bytes: new TextEncoder().encode(OPEN) }]);
      await page.waitForSelector('.inspection td:has-text("open edges")');
      await page.click('#close-inspection');
      expect(await page.isVisible('#layers')).toBe(true);
    });
  });

  itAsks('chromium')('that nobody can read is answered with one sentence, and all stays', async () => {
    await withStudio(
      async ({ page }) => {
        for (const [name, bytes] of Object.entries(UNREADABLE)) {
          await open(page, [{ name, bytes }]);
          await page.waitForSelector(`.message.fault:has-text("${name}")`);
          expect(await page.inputValue('#layers')).toBe('4,3');
        }
      },
      { hash: '#4,3' },
    );
  });
});

describe('several files', () => {
  itAsks('chromium')('that make up no network are told apart from one that cannot be read', async () => {
    await withStudio(async ({ page }) => {
      await open(page, [
        { name: 'one.stl', bytes: new TextEncoder().encode(TETRAHEDRON) },
        { name: 'other.stl', bytes: new TextEncoder().encode(OPEN) },
      ]);
      await page.waitForSelector('.message.fault:has-text("Files are opened one at a time")');
    });
  });
});

const UNREADABLE: Readonly<Record<string, Uint8Array>> = {
  'empty.3mf': new Uint8Array(0),
  'cut.3mf': new TextEncoder().encode('PK\u0003\u0004 and no more'),
  'half.json': new TextEncoder().encode('{ "layers": [3, '),
  'no-layers.json': new TextEncoder().encode('{ "layers": [3] }'),
  'nothing.onnx': new Uint8Array(1000).fill(7),
};

const CORNERS = [
  [0, 0, 0],
  [10, 0, 0],
  [0, 10, 0],
  [0, 0, 10],
] as const;
const FACES = [
  [0, 2, 1],
  [0, 1, 3],
  [1, 2, 3],
  [0, 3, 2],
] as const;

const TETRAHEDRON = stlOf(FACES);
const OPEN = stlOf(FACES.slice(1));

function stlOf(faces: readonly (readonly number[])[]): string {
  const facets = faces.map((face) => {
    const lines = face.map((corner) => `vertex ${CORNERS[corner]!.join(' ')}`);
    return ['facet normal 0 0 0', 'outer loop', ...lines, 'endloop', 'endfacet'].join('\n');
  });
  return ['solid thing', ...facets, 'endsolid thing', ''].join('\n');
}
