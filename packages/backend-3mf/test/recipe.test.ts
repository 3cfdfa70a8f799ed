import { parseRecipe, shells, VERSION } from '@neurofab/core';
import { readThreeMf } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../src/index.ts';
import { configText, digest, modelText, render, renderAndRead } from './rendering.ts';
import { SMALL, sceneOf } from './scenes.ts';

const scene = sceneOf({ ...SMALL, name: `PrusaSlicer & <b>"quoted"</b> 'n' 🧠` });
const settings = { printer: 'bambu-p1s-ams', note: 'PrusaSlicer <&>"\' 🧠', shells: true } as const;

describe.each(FLAVORS)('the recipe in a file of the flavour %s', (flavor) => {
  it('reads back as what the file was made from', async () => {
    const { recipe } = await renderAndRead(scene, { flavor, settings });
    expect(parseRecipe(recipe)).toEqual({ neurofab: VERSION, spec: scene.source, settings });
  });

  it('makes the same bytes again', async () => {
    const bytes = await render(scene, { flavor, settings });
    const { spec, settings: read } = parseRecipe(readThreeMf(bytes).recipe);
    expect(digest(await render(sceneOf(spec.given), { flavor, settings: read }))).toBe(digest(bytes));
  });

  it('says that there are no settings where there are none', async () => {
    const { recipe } = await renderAndRead(scene, { flavor });
    expect(parseRecipe(recipe).settings).toEqual({});
    expect(recipe).toBe((await renderAndRead(scene, { flavor, settings: {} })).recipe);
  });

  it('is all that settings change', async () => {
    const one = await renderAndRead(scene, { flavor, bodies: shells, settings });
    const other = await renderAndRead(scene, { flavor, bodies: shells });
    expect(one.recipe).not.toBe(other.recipe);
    const withoutRecipe = (text: string) => text.replace(/"neurofab:Recipe">[^<]*</, '');
    expect(withoutRecipe(modelText(one))).toBe(withoutRecipe(modelText(other)));
    expect(configText(one)).toBe(configText(other));
    for (const i of [0, 1, 4]) expect(digest(one.files[i]!.bytes)).toBe(digest(other.files[i]!.bytes));
  });
});
