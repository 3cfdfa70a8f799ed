import { type BodyMaker, collect, countTriangles, SpecError, shells, tessellate } from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { describeBackend, readThreeMf } from '@neurofab/test-kit';
import { afterEach, describe, expect, it } from 'vitest';
import { FLAVORS, MAX_SLOTS, MAX_TRIANGLES, threeMf } from '../src/index.ts';
import { digest, modelText, render, renderAndRead } from './rendering.ts';
import { bodiesOf, NO_MESH, SMALL, sceneOf, tetrahedron } from './scenes.ts';

const scene = sceneOf(SMALL);

describe.each(FLAVORS)('of the flavour %s', (flavor) => {
  describeBackend({
    backend: threeMf({ flavor }),
    bodies: solids,
    read: (bytes) => {
      const { title, volumes } = readThreeMf(bytes);
      return { meshes: volumes.map(({ mesh }) => mesh), ...(title !== undefined && { title }) };
    },
  });

  describe('the package', () => {
    it('has five files and no more, the content types first, all deflated and of the same date', async () => {
      const file = await renderAndRead(scene, { flavor });
      expect(file.flavor).toBe(flavor);
      expect(file.files.map(({ name }) => name)).toEqual([
        '[Content_Types].xml',
        '_rels/.rels',
        '3D/3dmodel.model',
        { slicer: 'Metadata/Slic3r_PE_model.config', assembly: 'Metadata/model_settings.config' }[flavor],
        'Metadata/thumbnail.png',
      ]);
      expect(new Set(file.files.map(({ method }) => method))).toEqual(new Set([8]));
      // 1 January 1980, 00:00, as the zip format packs it.
      expect(new Set(file.files.map(({ modified }) => modified))).toEqual(new Set([((1 << 5) | 1) << 16]));
    });

    it('names the model and its picture by absolute targets, with ids that XML knows as names', async () => {
      const { files } = await renderAndRead(scene, { flavor });
      const text = new TextDecoder().decode(files[1]!.bytes);
      expect([...text.matchAll(/<Relationship .*>/g)].map(([line]) => line)).toEqual([
        '<Relationship Id="rel1" Target="/3D/3dmodel.model" Type="http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel"/>',
        '<Relationship Id="rel2" Target="/Metadata/thumbnail.png" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"/>',
      ]);
    });

    it('describes itself', () => {
      const { render: _, read: __, recognises: ___, ...metadata } = threeMf({ flavor });
      expect(metadata).toEqual({
        id: '3mf',
        label: '3MF',
        extensions: ['.3mf'],
        mediaType: 'model/3mf',
        joinsOneColor: true,
        maxSlots: MAX_SLOTS,
        maxTriangles: MAX_TRIANGLES,
        flavors: FLAVORS,
      });
    });
  });

  describe('equal bytes', () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });

    it.each(['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Kiritimati'])(
      'come in %s',
      async (elsewhere) => {
        const here = digest(await render(scene, { flavor, bodies: shells }));
        process.env.TZ = elsewhere;
        expect(new Date(1980, 0, 1).getTimezoneOffset()).not.toBe(0);
        expect(digest(await render(scene, { flavor, bodies: shells }))).toBe(here);
      },
    );
  });

  describe('the model', () => {
    it('is in UTF-8 and in millimetres, without a document type', async () => {
      const text = modelText(await renderAndRead(scene, { flavor }));
      expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<model unit="millimeter" /);
      expect(text).not.toContain('<!');
    });

    it('holds plain decimal numbers alone', async () => {
      const text = modelText(await renderAndRead(scene, { flavor, bedCenter: [125.1, 105.3] }));
      const numbers = [...text.matchAll(/ (?:[xyz]|v[123]|p1|pindex|pid|id|objectid)="([^"]*)"/g)];
      expect(numbers.length).toBeGreaterThan(1000);
      const transform = / transform="([^"]*)"/.exec(text)![1]!.split(' ');
      for (const number of [...numbers.map(([, number]) => number), ...transform]) {
        if (!/^-?\d+(\.\d+)?$/.test(number!)) expect.fail(`${number} is no plain number`);
      }
    });

    it('has ids that are positive, different and defined before they are used', async () => {
      const text = modelText(await renderAndRead(scene, { flavor }));
      const defined: string[] = [];
      for (const [, name, id] of text.matchAll(/ (id|pid|objectid)="([^"]*)"/g)) {
        expect(Number(id)).toBeGreaterThan(0);
        expect(defined.includes(id!)).toBe(name !== 'id');
        if (name === 'id') defined.push(id!);
      }
      expect(defined.length).toBe({ slicer: 2, assembly: scene.parts.length + 2 }[flavor]);
    });

    it('says what it is and who made it, each once and under a name of the specification', async () => {
      const { metadata, title } = await renderAndRead(scene, { flavor });
      expect(title).toBe('Neural network 2-3');
      expect(metadata.get('Designer')).toMatch(/^Neurofab \d+\.\d+\.\d+/);
      expect(metadata.get('Description')).toMatch(
        /^Neural network with layers 2,3\. Written by Neurofab \d+\.\d+\.\d+/,
      );
      const core = ['Application', 'Title', 'Designer', 'Description', 'neurofab:Recipe'];
      expect([...metadata.keys()]).toEqual(
        { slicer: ['slic3rpe:Version3mf', ...core], assembly: core }[flavor],
      );
    });

    it('has a material a slot, in full and upper case, named for the parts that it is for', async () => {
      const { materials } = await renderAndRead(
        sceneOf({ ...SMALL, colors: { ...SMALL.colors, base: 'white' } }),
        { flavor },
      );
      expect(materials).toEqual([
        { name: 'slot 1: base', color: '#FFFFFFFF' },
        { name: 'slot 2: connections', color: '#D0D7DEFF' },
        { name: 'slot 3: layer 1', color: '#E69F00FF' },
        { name: 'slot 4: layer 2', color: '#56B4E9FF' },
      ]);
    });

    it('has no element or attribute of an extension', async () => {
      const text = modelText(await renderAndRead(scene, { flavor }));
      expect(text).not.toMatch(/<\w+:|colorgroup|paint_color|printable|requiredextensions|xmlns:[pm]=/);
    });
  });

  describe('a job', () => {
    it('leaves the bodies as they were', async () => {
      const body = { name: 'base', color: '#111111', slot: 3, mesh: tetrahedron() } as const;
      await render(scene, { flavor, bodies: bodiesOf(Object.freeze(body)) });
      expect(body).toEqual({ name: 'base', color: '#111111', slot: 3, mesh: tetrahedron() });
    });

    it('stops between chunks when it is aborted on the way', async () => {
      const controller = new AbortController();
      const fine = sceneOf({ ...SMALL, resolution: { segments: 60 } });
      const chunks = threeMf({ flavor }).render(fine, { signal: controller.signal })[Symbol.asyncIterator]();
      expect((await chunks.next()).done).toBe(false);
      controller.abort(new Error('no more'));
      await expect(chunks.next()).rejects.toThrow('no more');
    });

    it('stops when it is aborted while the picture is drawn', async () => {
      const controller = new AbortController();
      const told: number[] = [];
      const onProgress = (done: number) => {
        told.push(done);
        if (done > 0.95) controller.abort(new Error('no picture'));
      };
      const job = { signal: controller.signal, onProgress };
      await expect(
        (async () => {
          for await (const _ of threeMf({ flavor }).render(scene, job));
        })(),
      ).rejects.toThrow('no picture');
      expect(told.at(-1)).toBeLessThan(1);
    });

    it('rejects when no body has a triangle', async () => {
      const bodies = bodiesOf({ name: 'base', color: '#111111', slot: 1, mesh: NO_MESH });
      await expect(render(scene, { flavor, bodies })).rejects.toThrow('needs at least one triangle');
    });

    it('refuses more colours than a slicer has filaments, before it asks for any body', async () => {
      const layers = Array.from({ length: 17 }, (_, i) => `#0000${(10 + i).toString(16).padStart(2, '0')}`);
      const colorful = sceneOf({ layers: layers.map(() => 1), colors: { layers }, base: { shape: 'none' } });
      const bodies = async () => Promise.reject(new Error('asked'));
      await expect(render(colorful, { flavor, bodies })).rejects.toThrow(
        new SpecError([
          {
            path: ['colors'],
            message: 'A 3MF file for slicers has at most 16 colours, but this network has 18.',
          },
        ]),
      );
    });

    it('refuses more triangles than a slicer can read, before it asks for any', async () => {
      const bodies = async () => ({
        triangles: 20_000_001,
        parts: [],
        [Symbol.asyncIterator]: () => {
          throw new Error('asked');
        },
      });
      await expect(render(scene, { flavor, bodies })).rejects.toThrow(/at most 20,000,000 triangles/);
    });
  });
});

it('is for slicers if nothing else is said', async () => {
  expect(FLAVORS).toEqual(['slicer', 'assembly']);
  expect(digest(await render(scene))).toBe(digest(await render(scene, { flavor: 'slicer' })));
});

describe('a timer', () => {
  // Without turns of the event loop it would have to wait until all is done.
  const ball = tessellate({ kind: 'sphere', center: [9, 9, 9], radius: 9, segments: 1500, rings: 1001 });

  it.each([
    ['the bodies are taken', 0, tetrahedron(), 1_000_000],
    ['the model is written', 0.51, ball, 1],
    ['the picture is drawn', 0.951, ball, 1],
  ])('can abort a job while %s', async (_, from, mesh, count) => {
    const controller = new AbortController();
    let started = false;
    const onProgress = (done: number) => {
      if (started || done < from) return;
      started = true;
      setTimeout(() => controller.abort(new Error('time is up')));
    };
    const bodies: BodyMaker = async (_, job) => ({
      triangles: count * countTriangles(mesh),
      parts: scene.parts,
      async *[Symbol.asyncIterator]() {
        for (let i = 1; i <= count; i++) {
          job?.onProgress?.(i / count);
          yield { piece: 0, part: 0, mesh };
        }
      },
    });
    const chunks = threeMf().render(scene, { bodies, signal: controller.signal, onProgress });
    await expect(collect(chunks)).rejects.toThrow('time is up');
  });
});

it('holds the same picture in both flavours', async () => {
  const [slicer, assembly] = await Promise.all([
    renderAndRead(scene, { flavor: 'slicer', bodies: shells }),
    renderAndRead(scene, { flavor: 'assembly', bodies: shells }),
  ]);
  expect(digest(assembly.thumbnail.pixels)).toBe(digest(slicer.thumbnail.pixels));
});
