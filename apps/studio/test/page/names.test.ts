import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inFolder, itAsks, readZip } from '@neurofab/test-kit';
import { describe, expect } from 'vitest';
import { hashOf, isReady, pasteNames, save, withStudio } from './with-studio.ts';

const COMMAND = fileURLToPath(new URL('../../../cli/bin/neurofab.js', import.meta.url));

const CLASS = ['Anna', 'Łukasz Żółć', 'Άννα', 'Юлія', "O'Brien"];

describe('a list of names on the page', () => {
  itAsks('chromium')('gives an archive with the file that the command writes for each', async () => {
    await withStudio(
      async ({ page, faults }) => {
        await pasteNames(page, `${CLASS.join('\r\n')}\r\n\r\n`);
        expect(await page.textContent('#names-count')).toContain('5 names');
        for (const [format, extension] of [
          ['3mf', '3mf'],
          ['stl', 'stl'],
        ] as const) {
          const { name, bytes } = await save(page, format);
          expect(name).toBe('network-2-3-1-prusa-mk4-flat.zip');
          const files = CLASS.map((pupil) => `${pupil}.${extension}`);
          expect(filesIn(bytes)).toEqual(await batch(files, ['2,3,1', '--printer', 'prusa-mk4']));
        }
        expect(faults).toEqual([]);
      },
      { hash: '#2,3,1&printer=prusa-mk4' },
    );
  });

  itAsks('chromium')('gives the plates that the command fills, where a bed is known', async () => {
    await withStudio(
      async ({ page, faults }) => {
        const pupils = [...CLASS, 'Anna', 'Zoë'];
        await pasteNames(page, pupils.join('\n'));
        await page.check('#on-plates');
        expect(await page.textContent('#names-count')).toContain('7 names, together on plates');
        for (const format of ['3mf', 'stl']) {
          const { name, bytes } = await save(page, format);
          expect(name).toBe('network-2-3-1-bambu-a1-mini-flat-plates.zip');
          const files = filesIn(bytes);
          expect([...files.keys()]).toEqual([
            ...[1, 2].flatMap((plate) => [`plate-${plate}.${format}`, `plate-${plate}.png`]),
            'plates.txt',
          ]);
          const flags = ['2,3,1', '--printer', 'bambu-a1-mini', '--plates', '--format', format];
          expect(files).toEqual(await batchOf(pupils.map(rowOf), flags, [...files.keys()]));
        }
        await page.click('.download .menu summary');
        await page.click('[data-format="glb"]');
        await page.waitForSelector('.message:has-text("Plates are 3MF or STL, but this is to be")');
        await page.uncheck('#on-plates');
        expect((await save(page, 'stl')).name).toBe('network-2-3-1-bambu-a1-mini-flat.zip');
        await page.check('#on-plates');
        await page.selectOption('#printer', '');
        expect(await page.locator('#on-plates').count()).toBe(0);
        await isReady(page);
        expect(filesIn((await save(page, 'stl')).bytes).size).toBe(pupils.length);
        expect(faults).toEqual([]);
      },
      { hash: '#2,3,1&printer=bambu-a1-mini' },
    );
  });

  itAsks('chromium')('gives the same archive again, called after the title', async () => {
    await withStudio(
      async ({ page }) => {
        await pasteNames(page, 'Anna\nBen');
        const first = await save(page);
        expect(first.name).toBe('Class 7b.zip');
        expect(await save(page)).toEqual(first);
      },
      { hash: '#2,1&name=Class%207b' },
    );
  });

  itAsks('chromium')('counts the files of names that are equal, or would be for some system', async () => {
    await withStudio(
      async ({ page }) => {
        await pasteNames(page, 'Anna\nanna\nAnna\nA/B\nA:B\n…\n');
        const files = filesIn((await save(page, 'stl')).bytes);
        const names = ['Anna', 'anna-2', 'Anna-3', 'A-B', 'A-B-2', '…'];
        expect([...files.keys()]).toEqual(names.map((name) => `${name}.stl`));
        expect(files.get('Anna-3.stl')).toEqual(files.get('Anna.stl'));
        expect(files.get('anna-2.stl')).not.toEqual(files.get('Anna.stl'));
      },
      { hash: '#2,1' },
    );
  });

  itAsks('chromium')('shows the first, and whichever is chosen, with its settings', async () => {
    await withStudio(
      async ({ page }) => {
        const shown = async () => page.getAttribute('canvas', 'aria-label');
        await pasteNames(page, 'Anna\nBen');
        await expect.poll(shown).toContain('Anna');
        await page.click('.names button:has-text("Ben")');
        await expect.poll(shown).toContain('Ben');
        await page.check('#field-engraved');
        const files = filesIn((await save(page, 'stl')).bytes);
        expect(files).toEqual(await batch(['Anna.stl', 'Ben.stl'], ['3,2', '--engrave']));
        await page.fill('#names', '');
        await expect.poll(shown).not.toContain('Ben');
        expect((await save(page, 'stl')).name).toBe('network-3-2.stl');
      },
      { hash: '#3,2' },
    );
  });

  itAsks('chromium')('tells which cannot be made, and makes none', async () => {
    await withStudio(
      async ({ page }) => {
        const long = 'a name that nobody could read any more on so small a disc';
        await pasteNames(page, `Anna\nBen 😀\n${long}\nCara 李\n`);
        const told = page.locator('[aria-label="Names that cannot be made"] li');
        await told.nth(2).waitFor();
        const texts = await told.allTextContents();
        expect(texts[0]).toMatch(/^Ben 😀: .*“😀”/);
        expect(texts[1]).toMatch(/^a name that .*characters would fit/);
        expect(texts[2]).toMatch(/^Cara 李: .*“李”/);
        expect(await page.isDisabled('#download')).toBe(true);
        await page.fill('#names', 'Anna');
        await isReady(page);
        expect(await told.count()).toBe(0);
      },
      { hash: '#3,4,5,2' },
    );
  });

  itAsks('chromium')('makes none of a list that turns out to have one that cannot be made', async () => {
    await withStudio(
      async ({ page }) => {
        const saved: unknown[] = [];
        page.on('download', (download) => saved.push(download));
        await pasteNames(page, 'Anna\nBen 😀');
        await page.click('#download');
        await page.waitForSelector('[aria-label="Names that cannot be made"] li:has-text("Ben 😀")');
        expect(saved).toEqual([]);
      },
      { hash: '#3,2' },
    );
  });

  itAsks('chromium')('has a limit', async () => {
    await withStudio(async ({ page }) => {
      await pasteNames(page, Array.from({ length: 201 }, (_, i) => `Pupil ${i}`).join('\n'));
      await page.waitForSelector('#names-count.fault:has-text("201 names")');
      expect(await page.isDisabled('#download')).toBe(true);
    });
  });

  itAsks('chromium')('is in no link and kept nowhere', async () => {
    await withStudio(
      async ({ page }) => {
        await pasteNames(page, 'Annabella\nBenedikt');
        await page.click('.names button:has-text("Benedikt")');
        await page.check('#field-engraved');
        await isReady(page);
        expect(await hashOf(page)).toBe('#3,2');
        await page.click('#copy-link');
        await page.waitForSelector('.message');
        const kept = await page.evaluate(
          () => location.href + JSON.stringify({ ...localStorage, ...sessionStorage }),
        );
        expect(kept).not.toMatch(/Annabella|Benedikt/);
        await page.reload();
        await isReady(page);
        expect(await page.inputValue('#names')).toBe('');
      },
      { hash: '#3,2' },
    );
  });

  itAsks('chromium')('can be cancelled on its way', async () => {
    await withStudio(
      async ({ page }) => {
        await pasteNames(page, CLASS.join('\n'));
        await page.click('#download');
        await page.waitForFunction(() => document.querySelector<HTMLProgressElement>('#progress')?.value);
        await page.click('#cancel');
        await isReady(page);
        await page.fill('#names', 'Anna');
        expect(filesIn((await save(page, 'stl')).bytes).size).toBe(1);
      },
      { hash: '#8,8,8' },
    );
  });
});

/** The files of an archive, in their order, as a reader of our own finds them. */
function filesIn(bytes: Uint8Array): Map<string, Buffer> {
  return new Map(readZip(bytes, { anyScript: true }).map((file) => [file.name, Buffer.from(file.bytes)]));
}

/** The files that a set of the command gives, called after names. */
function batch(files: readonly string[], flags: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = files.map((file) => ({ ...rowOf(file.replace(/\.\w+$/, '')), output: file }));
  return batchOf(rows, flags, files);
}

function rowOf(name: string): object {
  return { name, text: name };
}

/** What the command writes of the rows of a table. */
function batchOf(
  rows: readonly object[],
  flags: readonly string[],
  files: readonly string[],
): Promise<Map<string, Buffer>> {
  return inFolder(async (cwd) => {
    writeFileSync(join(cwd, 'class.json'), JSON.stringify(rows));
    await promisify(execFile)(
      process.execPath,
      [COMMAND, 'batch', 'class.json', '--quiet', ...flags, '-o', 'out'],
      { cwd },
    );
    return new Map(files.map((file) => [file, readFileSync(join(cwd, 'out', file))]));
  });
}
