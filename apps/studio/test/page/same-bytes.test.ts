import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { NetworkSpecInput } from '@neurofab/core';
import { type Asked, planJob, refusals } from '@neurofab/job';
import { PRINTERS } from '@neurofab/printers';
import { inFolder, itAsks, networks, weightedNetworks } from '@neurofab/test-kit';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { open, save, withStudio } from './with-studio.ts';

const COMMAND = fileURLToPath(new URL('../../../cli/bin/neurofab.js', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../../../test-fixtures/trained/', import.meta.url));

/** Extensions by format. */
const FORMATS = { '3mf': '3mf', stl: 'stl', openscad: 'scad', glb: 'glb', png: 'png', gif: 'gif' } as const;

type Format = keyof typeof FORMATS;

const SMALL = { layers: [2, 1] };

/** Files of trained networks that are opened together, first the one that they are called after. */
const MODELS = [
  ['onnx/torch-xor.onnx'],
  ['onnx/torch-digits-beside.onnx', 'onnx/torch-digits-beside.onnx.data'],
  ['keras/sequential-3.keras'],
  ['pytorch/xor-module.pt'],
  ['scikit-learn/iris.joblib'],
  ['tfjs/fruit.json', 'tfjs/fruit.bin', 'tfjs/fruit_meta.json'],
  ['csv/iris-w1.csv', 'csv/iris-w2.csv', 'csv/iris-w3.csv'],
] as const;

// A hundred commands and as many files of a browser take longer than tests do.
describe('a file that the page makes', { timeout: 400_000 }, () => {
  itAsks('chromium')('is the command’s, for every printer and in every format', async () => {
    await withStudio(async ({ page }) => {
      const formats = Object.keys(FORMATS) as Format[];
      for (const { id } of PRINTERS) {
        // Small pictures are drawn soon.
        const asked = { network: SMALL, printer: id, size: 16 };
        const calls = formats.map((format) => ({ asked, format }));
        const expected = command(['2,1', '--printer', id, '--size', '16'], formats);
        expect(await make(page, calls), id).toEqual(await expected);
      }
    });
  });

  itAsks('chromium')('is the command’s, for drawn networks, with weights and without', async () => {
    const limits = { maxLayers: 4, maxNodes: 5 };
    const drawn = fc.sample(fc.oneof(networks(limits), weightedNetworks(limits)), { numRuns: 20, seed: 12 });
    const names = fc.sample(fc.constantFrom(...PRINTERS.map(({ id }) => id), undefined), {
      numRuns: 20,
      seed: 12,
    });
    await withStudio(async ({ page }) => {
      for (const [i, network] of drawn.entries()) {
        const printer = isSound({ network, printer: names[i] }) ? names[i] : undefined;
        const flags = printer === undefined ? [] : ['--printer', printer];
        await inFolder(async (folder) => {
          const spec = join(folder, 'spec.json');
          writeFileSync(spec, JSON.stringify(network));
          const asked = { network, printer };
          const expected = command(['--spec', spec, ...flags]);
          expect(await make(page, [{ asked }]), JSON.stringify(asked)).toEqual(await expected);
        });
      }
    });
  });

  itAsks('chromium')('is the command’s, with text that is raised or cut in', async () => {
    const formats = ['3mf', 'stl', 'glb', 'png'] as const;
    await withStudio(async ({ page }) => {
      for (const [flags, network] of [
        [['--text', 'Anna Grün'], { text: 'Anna Grün' }],
        [['--text', 'Жанна', '--engrave'], { text: 'Жанна', engraved: true }],
        [['--text', 'Άννα', '--mode', 'plaque'], { text: 'Άννα', mode: 'plaque' }],
        [['--text', 'רות', '--mode', 'flat', '--engrave'], { text: 'רות', mode: 'flat', engraved: true }],
        [
          ['--text', 'Zoé', '--braille', 'Zoé', '--mode', 'flat'],
          { text: 'Zoé', braille: 'Zoé', mode: 'flat' },
        ],
      ] as const) {
        const calls = formats.map((format) => ({
          asked: { network: { layers: [4, 3, 4], ...network }, size: 16 },
          format,
        }));
        const expected = command(['4,3,4', ...flags, '--size', '16'], formats);
        expect(await make(page, calls), network.text).toEqual(await expected);
      }
    });
  });

  itAsks('chromium')('is the command’s, for trained networks that are opened', async () => {
    await withStudio(async ({ page }) => {
      for (const names of MODELS) {
        await open(
          page,
          names.map((name) => ({ name: basename(name), bytes: readFileSync(join(FIXTURES, name)) })),
        );
        await page.waitForSelector('summary:has-text("Weights")');
        const { bytes } = await save(page, 'stl');
        const given = names.filter((name) => !/\.(data|bin)$|_meta/.test(name));
        expect([hashOf(bytes)], names[0]).toEqual(
          await command(
            given.map((name) => join(FIXTURES, name)),
            ['stl'],
          ),
        );
      }
    });
  });

  itAsks('chromium')('is the command’s, as pictures of the usual size', async () => {
    await withStudio(async ({ page }) => {
      const asked = { network: SMALL };
      const calls = [
        { asked, format: 'png' },
        { asked, format: 'gif' },
      ] as const;
      expect(await make(page, calls)).toEqual(await command(['2,1'], ['png', 'gif']));
    });
  });
});

/** Whether something can be made: drawn networks may be larger than a bed. */
function isSound(asked: Asked): boolean {
  return refusals(planJob(asked).findings).length === 0;
}

interface Call {
  readonly asked: Asked & { readonly network: NetworkSpecInput };
  readonly format?: Format;
}

/** The hashes of files that a worker of the page makes, as it does when somebody clicks. */
function make(page: Page, calls: readonly Call[]): Promise<string[]> {
  return page.evaluate(
    async ({ url, inputs }) => {
      const worker = new Worker(url, { type: 'module' });
      const hashes: string[] = [];
      for (const [id, input] of inputs.entries()) {
        const answer = new Promise<{ bytes: Uint8Array<ArrayBuffer> }[]>((resolve, reject) => {
          worker.onmessage = ({ data }) => {
            if ('error' in data) reject(new Error(data.error));
            else if ('result' in data) resolve(data.result);
          };
        });
        worker.postMessage({ id, name: 'make', input });
        for (const { bytes } of await answer) {
          const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          hashes.push(Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join(''));
        }
      }
      worker.terminate();
      return hashes;
    },
    { url: page.workers()[0]!.url(), inputs: calls },
  );
}

/** The hashes of files that the command writes, in some formats or, where none are named, in the one that it takes by itself. */
function command(flags: readonly string[], formats: readonly Format[] = []): Promise<string[]> {
  return inFolder(async (folder) => {
    const names = formats.map((format) => `network.${FORMATS[format]}`);
    const outputs = formats.length === 0 ? [folder] : names.map((name) => join(folder, name));
    const args = [COMMAND, ...flags, '--quiet', ...outputs.flatMap((output) => ['-o', output])];
    await promisify(execFile)(process.execPath, args);
    const written = formats.length === 0 ? readdirSync(folder) : names;
    return written.map((name) => hashOf(readFileSync(join(folder, name))));
  });
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
