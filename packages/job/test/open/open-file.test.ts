import { collect, type ModelFile } from '@neurofab/core';
import { byteMutations, mutate } from '@neurofab/test-kit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Asked,
  askedIn,
  FORMATS,
  type ModelBytes,
  OpenError,
  type OpenedFile,
  openFile,
  planJob,
  renderPlan,
  type SavedNetwork,
} from '../../src/index.ts';
import { SMALL } from '../asking.ts';

/** The first file of what is asked for. */
async function fileOf(asked: Asked): Promise<ModelBytes> {
  for await (const { file, chunks } of renderPlan(planJob(asked))) {
    return { name: file.name, bytes: await collect(chunks!) };
  }
  throw new Error('There is no file.');
}

async function savedIn(file: ModelBytes): Promise<SavedNetwork> {
  const opened = await openFile(file);
  if (opened.kind !== 'saved') throw new Error(`It is ${opened.kind}.`);
  return opened.saved;
}

function asText(text: string, name = 'a.json'): ModelBytes {
  return { name, bytes: new TextEncoder().encode(text) };
}

const formats = FORMATS.map((format) => format().id);

describe('a file that Neurofab wrote', () => {
  it.each(formats)('gives what was asked for, and so the same bytes: %s', async (format) => {
    const settings = fc.record(
      {
        printer: fc.constantFrom('bambu-p1s-ams', 'prusa-mk4s', 'generic-resin'),
        slots: fc.constantFrom(1),
        origin: fc.constant('model' as const),
        colorBy: fc.constantFrom('role' as const, 'none' as const),
        shells: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(settings, fc.integer({ min: 1, max: 4 }), async (ofSettings, size) => {
        const asked = { ...ofSettings, network: { ...SMALL, layers: [2, size] }, format };
        // The header of an STL has no room for the longest.
        fc.pre(
          planJob(asked).findings.every(({ code, level }) => code !== 'recipe-cut' && level !== 'refusal'),
        );
        const file = await fileOf(asked);
        const saved = await savedIn(file);
        expect([saved.format, saved.warnings]).toEqual([format, []]);
        const { contents, settings: kept } = saved;
        const again = await fileOf({ ...askedIn(kept), network: contents, format: saved.format });
        expect(again.bytes).toEqual(file.bytes);
      }),
      { numRuns: 10 },
    );
  });

  it('is known by what it holds, whatever it is called', async () => {
    for (const format of ['3mf', 'stl', 'glb']) {
      const { bytes } = await fileOf({ network: SMALL, format });
      expect((await savedIn({ name: 'what.txt', bytes })).format).toBe(format);
    }
  });

  it('needs no more than the start of an STL', async () => {
    const { name, bytes } = await fileOf({ network: SMALL, format: 'stl' });
    expect((await savedIn({ name, bytes: bytes.subarray(0, 84) })).contents.layers).toEqual(SMALL.layers);
  });

  it('that was changed, is of another version or had no room says so', async () => {
    const { name, bytes } = await fileOf({ network: SMALL, format: 'openscad' });
    const source = new TextDecoder().decode(bytes);
    const warningsOf = async (text: string) => (await savedIn(asText(text, name))).warnings;
    expect(await warningsOf(source.replaceAll('\n', '\r\n'))).toEqual([]);
    expect(await warningsOf(source.replace(/^node_radius = \d+;/m, 'node_radius = 7;'))).toEqual([
      { code: 'changed' },
    ]);
    const other = source.replace(/"neurofab":"[^"]+"/, '"neurofab":"0.0.1"');
    expect(await warningsOf(other)).toEqual([{ code: 'other-version', version: '0.0.1' }]);
    const stl = await fileOf({ network: { ...SMALL, name: 'n'.repeat(90) }, format: 'stl' });
    expect((await savedIn(stl)).warnings).toEqual([{ code: 'partial' }]);
  });
});

describe('any other file', () => {
  it('that is a model is foreign', async () => {
    const { name, bytes } = await fileOf({ network: SMALL, format: 'stl' });
    const other = bytes.slice();
    other.fill(0, 0, 80);
    const opened = (await openFile({ name, bytes: other })) as { kind: string; model: ModelFile };
    expect([opened.kind, opened.model.bodies.length]).toEqual(['foreign', 1]);
  });

  it('that is an object of JSON is a spec, which nobody has checked', async () => {
    const spec = { kind: 'spec', contents: { layers: [0] } };
    expect(await openFile(asText('\ufeff {"layers": [0]}'))).toEqual(spec);
    expect(await openFile(asText('{"layers": [0]}', 'a.stl'))).toEqual(spec);
  });

  it.each<[string, ModelBytes, OpenError['kind'], RegExp]>([
    ['is empty', asText(''), 'damaged', /^Is empty\.$/],
    ['is a document', asText('%PDF-1.4'), 'damaged', /^Is a PDF document, no model\.$/],
    ['is text', asText('hello', 'a.txt'), 'damaged', /^Its contents are none of 3MF, Binary STL, .*\.$/],
    ['claims to be an STL', asText('hello', 'A.STL'), 'damaged', /^(?!Its contents are none of)/],
    ['is no JSON after all', asText('{"layers": 3,}'), 'unusable', /^Not JSON at line 1, column 14: /],
    ['has a recipe with a fault', stlWith('Neurofab 0.1.0 0,1'), 'unusable', /^layers\[0\]: A layer must /],
  ])('is refused by a sentence where it %s', async (_, file, kind, sentence) => {
    const error = await openFile(file).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(OpenError);
    expect((error as OpenError).kind).toBe(kind);
    expect((error as OpenError).faults).toHaveLength(1);
    expect((error as OpenError).message).toMatch(sentence);
    expect((error as OpenError).message).not.toContain('--');
  });

  it('that is damaged somehow is opened or refused, and nothing else', async () => {
    for (const format of formats) {
      const { name, bytes } = await fileOf({ network: SMALL, format });
      await fc.assert(
        fc.asyncProperty(fc.array(byteMutations, { minLength: 1, maxLength: 3 }), async (mutations) => {
          const file = { name, bytes: mutate(bytes, mutations) };
          const opened: OpenedFile | OpenError = await openFile(file).catch((error: unknown) => {
            if (error instanceof OpenError) return error;
            throw error;
          });
          if (opened instanceof OpenError) expect(opened.faults.every((fault) => fault !== '')).toBe(true);
        }),
        { numRuns: 60 },
      );
    }
  });
});

/** The start of an STL with that header. */
function stlWith(header: string): ModelBytes {
  const bytes = new Uint8Array(84);
  bytes.set(new TextEncoder().encode(header));
  return { name: 'a.stl', bytes };
}
