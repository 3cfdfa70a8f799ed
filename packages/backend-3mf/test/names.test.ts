import { parseRecipe } from '@neurofab/core';
import { askLib3mf, readThreeMf } from '@neurofab/test-kit';
import { describe, expect, it } from 'vitest';
import { FLAVORS } from '../src/index.ts';
import { render, renderAndRead } from './rendering.ts';
import { bodiesOf, named, SMALL, sceneOf, tetrahedron } from './scenes.ts';

/** What a name is, and what of it can stand in XML. */
const NAMES: readonly (readonly [what: string, name: string, cleaned: string])[] = [
  ['markup', `<a href="x">&amp; 'b'</a> ]]> <!-- -->`, `<a href="x">&amp; 'b'</a> ]]> <!-- -->`],
  ['emoji and combined letters', '🧠👩🏽‍🔬 é', '🧠👩🏽‍🔬 é'],
  ['control characters', 'a\u0000b\u001bc\u007fd\u0085e\ud800f\uffffg', 'abcdefg'],
  ['line breaks and tabs', 'a\r\nb\tc', 'a b c'],
  ...[
    ['Arabic', 'شبكة عصبية'],
    ['Armenian', 'Նեյրոնային ցանց'],
    ['Bengali', 'নিউরাল নেটওয়ার্ক'],
    ['Chinese', '神经网络 𠮷'],
    ['Devanagari', 'तंत्रिका जाल'],
    ['Ethiopic', 'የነርቭ መረብ'],
    ['Georgian', 'ნეირონული ქსელი'],
    ['Greek', 'νευρωνικό δίκτυο'],
    ['Hangul', '신경망'],
    ['Hebrew', 'רשת עצבית'],
    ['Japanese', 'ニューラルネットワーク'],
    ['Khmer', 'បណ្តាញសរសៃប្រសាទ'],
    ['Latin with marks', 'Mạng nơ-ron, réseau à 3 couches, Ağ, sieć'],
    ['Russian', 'нейронная сеть'],
    ['Tamil', 'நரம்பியல் வலை'],
    ['Thai', 'โครงข่ายประสาท'],
  ].map(([script, name]) => [script!, name!, name!] as const),
];

const scene = sceneOf(SMALL);

describe.each(FLAVORS)('names in a file of the flavour %s', (flavor) => {
  it.each(NAMES)('survive or are cleaned: %s', async (_, name, cleaned) => {
    const bodies = bodiesOf(
      { name, color: '#112233', slot: 1, mesh: tetrahedron() },
      { name: 'nodes', color: '#AABBCC', slot: 2, mesh: tetrahedron(5) },
    );
    const bytes = await render(named(scene, name), { flavor, bodies, settings: { name } });
    const { title, object, volumes, materials, recipe } = readThreeMf(bytes);
    const parts = [`${cleaned} (slot 1, #112233)`, 'nodes (slot 2, #AABBCC)'];
    expect([title, object.name]).toEqual([cleaned, cleaned]);
    expect(volumes.map((volume) => volume.name)).toEqual(parts);
    expect(JSON.parse(recipe)).toMatchObject({ spec: { name }, settings: { name } });

    const verdict = await askLib3mf(bytes);
    expect(verdict.warnings).toBe(0);
    expect(verdict.metadata.Title).toBe(cleaned);
    expect(verdict.metadata.Recipe).toBe(recipe);
    expect(verdict.materials).toEqual(materials);
    expect(verdict.materials).toEqual([
      { name: `slot 1: ${cleaned}`, color: '#112233FF' },
      { name: 'slot 2: nodes', color: '#AABBCCFF' },
    ]);
    expect(verdict.meshes.map((mesh) => mesh.name)).toEqual({ slicer: [cleaned], assembly: parts }[flavor]);
  });

  it('are those of the spec when the recipe is read', async () => {
    for (const [, name] of NAMES) {
      const clean = sceneOf({ ...SMALL, name });
      const bodies = bodiesOf({ name: 'base', color: '#112233', slot: 1, mesh: tetrahedron() });
      const { recipe } = await renderAndRead(clean, { flavor, bodies });
      expect(parseRecipe(recipe).spec).toEqual(clean.source);
    }
  });
});
