import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inFolder } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { buildPage } from './build-page.ts';
import { gzippedKibibytes, pageParts } from './page-parts.ts';

const FILES = await inFolder((folder) => buildPage(folder));
const PARTS = pageParts(FILES);

/** What reads files alone needs: packages of ours, and libraries. */
const READING =
  /[/\\](packages[/\\](import|inspect)|node_modules[/\\](@zip\.js|fast-xml-parser|flatbuffers|pbf))[/\\]/;

/** A reader of trained networks, in the folder of its format. */
const READER = /packages[/\\]import[/\\]src[/\\]formats[/\\]([^/\\]+)[/\\]read-[^/\\]+$/;

describe('the built page', () => {
  it('shows its first picture after 50 KiB of code', () => {
    expect(PARTS.first.length).toBeGreaterThan(0);
    expect(gzippedKibibytes(PARTS.first)).toBeLessThan(50);
  });

  it('writes all formats with 130 KiB of code', () => {
    const modules = PARTS.writing.flatMap(({ moduleIds }) => moduleIds);
    for (const part of [
      'core',
      'job',
      'solid',
      'backend-stl',
      'backend-3mf',
      'backend-gltf',
      'backend-openscad',
    ]) {
      expect(
        modules.some((id) => id.includes(`/packages/${part}/`)),
        part,
      ).toBe(true);
    }
    expect(gzippedKibibytes(PARTS.writing)).toBeLessThan(130);
  });

  it('has booleans in one kernel of 205 KiB, which nothing loads but they', () => {
    expect(PARTS.booleans).toHaveLength(1);
    expect(gzippedKibibytes(PARTS.booleans)).toBeLessThan(205);
    expect(modulesLike(/manifold-3d/)).toEqual([]);
  });

  it('has letters in 300 KiB, which are loaded only where there is text', () => {
    const modules = PARTS.letters.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    for (const part of [/font-data/, /harfbuzzjs/, /clipper2/, /cdt2d/]) {
      expect(modules.some((id) => part.test(id))).toBe(true);
    }
    expect(PARTS.letters.some(({ fileName }) => fileName.endsWith('.wasm'))).toBe(true);
    expect(gzippedKibibytes(PARTS.letters)).toBeLessThan(300);
    expect(modulesLike(/harfbuzzjs|packages[/\\]lettering/)).toEqual([]);
  });

  it('loads what reads files only to read, each reader of trained networks by itself', () => {
    expect(modulesLike(READING)).toEqual([]);
    const formats = FILES.filter((file) => file.type === 'chunk').map(
      ({ moduleIds }) => new Set(moduleIds.flatMap((id) => READER.exec(id)?.[1] ?? [])),
    );
    expect(formats.filter(({ size }) => size === 1).length).toBeGreaterThan(5);
    expect(formats.filter(({ size }) => size > 1)).toEqual([]);
  });

  it('is the same to the last byte wherever it is built', async () => {
    await inFolder(async (folder) => {
      const [one, two] = [join(folder, 'one'), join(folder, 'elsewhere/two')];
      for (const each of [one, two]) await buildPage(each);
      const paths = filesIn(one);
      expect(filesIn(two)).toEqual(paths);
      expect(paths).toContain('service-worker.js');
      for (const path of paths) {
        expect(readFileSync(join(one, path)).equals(readFileSync(join(two, path))), path).toBe(true);
      }
    });
  });

  it('brings the licences of all that is in it, and no source maps', async () => {
    await inFolder(async (folder) => {
      await buildPage(folder);
      const licences = readFileSync(join(folder, 'LICENSES.txt'), 'utf8');
      for (const name of ['fflate', 'manifold-3d', 'zod']) {
        expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+, .+\\n\\n.*License`, 'mi'));
      }
      expect(licences).toMatch(/^M PLUS Rounded 1c, OFL-1\.1\n\n.*SIL OPEN FONT LICENSE/ms);
      expect(filesIn(folder).filter((path) => path.endsWith('.map'))).toEqual([]);
    });
  });
});

/** Modules that are loaded before anything is read, or joined by booleans, though they are like this. */
function modulesLike(pattern: RegExp): string[] {
  const chunks = [...PARTS.first, ...PARTS.worker, ...PARTS.writing];
  return chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => pattern.test(id));
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}
