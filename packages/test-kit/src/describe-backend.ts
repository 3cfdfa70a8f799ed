import {
  type Backend,
  type BodyMaker,
  checkMesh,
  collect,
  layout,
  type Mesh,
  MODES,
  meshBounds,
  type NetworkSpecInput,
  parseNetworkSpec,
  parseRecipe,
  SpecError,
  shells,
  volume,
  writtenInFull,
} from '@neurofab/core';
import { joinBounds } from '@neurofab/core/internal';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from './deep-freeze.ts';

/** A file as somebody else's code reads it: its meshes, or nothing where it holds source. */
export interface ReadBack {
  /** One mesh a part, or one for all. */
  readonly meshes?: readonly Mesh[];
  /** The title, where the format has one. */
  readonly title?: string;
}

export interface BackendExpectations {
  readonly backend: Backend;
  /** What the app would have the format hold. */
  readonly bodies?: BodyMaker;
  /** Reads a file with code that shares nothing with the backend. Throws on anything odd. */
  readonly read: (bytes: Uint8Array) => ReadBack | Promise<ReadBack>;
}

const SMALL = {
  layers: [2, 3],
  resolution: { segments: 12 },
  colors: { base: 'gray', connections: 'silver', layers: ['orange', 'teal'] },
} satisfies NetworkSpecInput;

/** So many bytes of a file tell what it is. */
const START_BYTES = 84;

const NAMES = [
  ['markup', `<a href="x">&amp; 'b'</a> ]]>`, `<a href="x">&amp; 'b'</a> ]]>`],
  ['emoji and combined letters', '🧠👩🏽‍🔬 é', '🧠👩🏽‍🔬 é'],
  ['right-to-left text', 'רשת عصبية', 'רשת عصبية'],
  ['control characters', 'a\u0000b\u001bc\u007fd\u0085e\ud800f\uffffg', 'abcdefg'],
  ['line breaks and tabs', 'a\r\nb\tc', 'a b c'],
] as const;

/** What every format promises. What a format or its reader lacks is a skip that says so, and no test that passes. */
export function describeBackend({ backend, bodies, read }: BackendExpectations): void {
  const render = async (input: NetworkSpecInput = SMALL, options: object = {}) =>
    collect(backend.render(layout(parseNetworkSpec(input)), { bodies, ...options }));

  describe(`${backend.label}, as every format,`, () => {
    it('says what it is', () => {
      expect(backend.id).toMatch(/^[a-z0-9]+$/);
      expect(backend.label).toMatch(/\S/);
      expect(backend.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/);
      expect(backend.extensions.length).toBeGreaterThan(0);
      for (const extension of backend.extensions) expect(extension).toMatch(/^\.[a-z0-9]+$/);
    });

    it('gives equal bytes for equal scenes', async () => {
      expect(await render()).toEqual(await render());
    });

    it('leaves the scene unchanged', async () => {
      const scene = deepFreeze(layout(parseNetworkSpec(SMALL)));
      expect(await collect(backend.render(scene, { bodies }))).toEqual(await render());
    });

    it('knows its own files by their first bytes, and reads their recipe', async ({ skip }) => {
      if (backend.read === undefined) return skip('it reads no files');
      const bytes = await render();
      const start = bytes.subarray(0, START_BYTES);
      if (backend.recognises !== undefined) {
        expect(backend.recognises(start, 'renamed')).toBe(true);
        expect(backend.recognises(new Uint8Array(START_BYTES), 'renamed')).toBe(false);
      }
      const { recipe } = await backend.read(bytes);
      expect(writtenInFull(parseRecipe(recipe!).spec)).toEqual(writtenInFull(parseNetworkSpec(SMALL)));
      if (backend.recipeInStart !== undefined) expect(backend.recipeInStart(start)).toBe(recipe);
    });

    it('keeps no recipe of what is no network, and source is made of none', async ({ skip }) => {
      const { source: _, ...scene } = layout(parseNetworkSpec(SMALL));
      const bytes = collect(backend.render(scene, { bodies }));
      if (backend.holds === 'source') return expect(bytes).rejects.toThrow('this is none');
      if (backend.read === undefined) return skip('it reads no files');
      expect((await backend.read(await bytes)).recipe).toBeUndefined();
    });

    it.each([[SMALL.layers], [Array(60).fill(1)]])(
      'says how much of a recipe it keeps, with layers %j',
      async (layers) => {
        const input = { ...SMALL, layers, name: 'A name that takes some room' };
        const scene = layout(parseNetworkSpec(input));
        const keeps = backend.keepsOfRecipe?.(scene, {}) ?? 'all';
        const { recipe } = (await backend.read?.(await render(input))) ?? { recipe: undefined };
        const readBack = () => parseRecipe(recipe!);
        if (keeps === 'nothing') expect(readBack).toThrow();
        else if (keeps === 'shape') expect(readBack().settings).toEqual({ partial: true });
        else expect(writtenInFull(readBack().spec)).toEqual(writtenInFull(scene.source));
      },
    );

    it('says the size of a file of so many triangles', async ({ skip }) => {
      if (backend.bytesOf === undefined) return skip('it does not follow from their number');
      const { triangles } = await shells(layout(parseNetworkSpec(SMALL)));
      expect((await render(SMALL, { bodies: shells })).length).toBe(backend.bytesOf(triangles));
    });

    it('needs no bodies where it holds source', async ({ skip }) => {
      if (backend.holds !== 'source') return skip('it holds bodies');
      const never = () => Promise.reject(new Error('It asks for bodies.'));
      expect(await render(SMALL, { bodies: never })).toEqual(await render());
    });

    it('refuses a network that is printed in a mode that it does not hold', async ({ skip }) => {
      const refused = MODES.filter((mode) => backend.modes?.includes(mode) === false);
      if (refused.length === 0) return skip('it holds all');
      for (const mode of refused) await expect(render({ ...SMALL, mode })).rejects.toThrow(SpecError);
    });

    it('rejects with the reason of a signal that is aborted', async () => {
      const signal = AbortSignal.abort(new Error('enough'));
      await expect(render(SMALL, { signal })).rejects.toThrow('enough');
    });

    it('tells how much is done, up to 1', async () => {
      const told: number[] = [];
      await render(SMALL, { onProgress: (done: number) => told.push(done) });
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(told.at(-1)).toBe(1);
    });

    it.each(NAMES)('stays readable with a name of %s', async (_, name) => {
      await read(await render({ ...SMALL, name }));
    });

    it('holds every title, cleaned', async ({ skip }) => {
      for (const [, name, cleaned] of NAMES) {
        const { title } = await read(await render({ ...SMALL, name }));
        if (title === undefined) return skip('what reads it back finds no title');
        expect(title).toBe(cleaned);
      }
    });

    it('holds the bodies that it was given', async ({ skip }) => {
      if (bodies === undefined) return skip('it is given none');
      const { meshes } = await read(await render());
      if (meshes === undefined) return skip('what reads it back finds no meshes');
      const scene = layout(parseNetworkSpec(SMALL));
      const made: Mesh[] = [];
      for await (const { mesh } of await bodies(scene)) made.push(mesh);
      expect(meshes.map((mesh) => checkMesh(mesh).closed)).toEqual(made.map(() => true));
      meshes.forEach((mesh, i) => {
        expect(volume(mesh)).toBeCloseTo(volume(made[i]!), 3);
        expect(meshBounds(mesh)).toEqual(meshBounds(made[i]!));
      });
      const bounds = meshes.map(meshBounds).reduce(joinBounds);
      expect(bounds.min).toEqual([0, 0, 0]);
      for (const axis of [0, 1, 2] as const) expect(bounds.max[axis]).toBeCloseTo(scene.bounds.max[axis], 3);
    });
  });
}
