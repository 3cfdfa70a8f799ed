import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkMesh,
  collect,
  type FileBody,
  type Placement,
  parseRecipe,
  shells,
  volume,
} from '@neurofab/core';
import { solids } from '@neurofab/solid';
import { ask, inFolder, itAsks, readThreeMf as readBack } from '@neurofab/test-kit';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readThreeMf, threeMf } from '../../src/index.ts';
import { readPackage } from '../../src/read/read-package.ts';
import { SMALL, sceneOf } from '../scenes.ts';
import {
  ASSEMBLY_TOY,
  BAMBU_TOY,
  changed,
  MESH,
  type Members,
  modelOf,
  PLAIN_MODEL,
  PRUSA_TOY,
  packageOfModel,
  unpackedPackage,
  zipOf,
} from './toy-packages.ts';

const SHIFTED: Placement = [1, 0, 0, 0, 1, 0, 0, 0, 1, 60, 60, 0];

/** A body without its mesh. */
function labelOf({ mesh: _, ...label }: FileBody) {
  return label;
}

async function labelsOf(members: Members) {
  return (await readThreeMf(zipOf(members))).bodies.map(labelOf);
}

async function bodiesOfModel(resources: string, items: string, root?: string) {
  return (await readThreeMf(packageOfModel(modelOf(resources, items, root)))).bodies;
}

describe('a file of ours', () => {
  const scene = sceneOf(SMALL);

  it('gives the parts, colours, slots and meshes that it was written with', async () => {
    const bytes = await collect(threeMf({ bedCenter: [90, 80] }).render(scene, { bodies: solids }));
    const { format, bodies } = await readThreeMf(bytes);
    const { volumes, translation } = readBack(bytes);
    expect(format).toBe('3MF');
    expect(bodies).toEqual(
      volumes.map(({ name, extruder, mesh }, i) => ({
        name,
        color: scene.parts[i]!.color,
        slot: extruder,
        mesh,
        placement: [1, 0, 0, 0, 1, 0, 0, 0, 1, ...translation],
      })),
    );
  });

  it.each(['slicer', 'assembly'] as const)(
    'gives closed parts and the recipe in flavour %s',
    async (flavor) => {
      const { bodies, recipe } = await readThreeMf(
        await collect(threeMf({ flavor }).render(scene, { bodies: solids, settings: { printer: 'x' } })),
      );
      expect(bodies.map(labelOf)).toMatchObject([
        { name: 'base (slot 1, #444C56)', color: '#444C56', slot: 1 },
        { name: 'connections (slot 2, #D0D7DE)', color: '#D0D7DE', slot: 2 },
        { name: 'layer 1 (slot 3, #E69F00)', color: '#E69F00', slot: 3 },
        { name: 'layer 2 (slot 4, #56B4E9)', color: '#56B4E9', slot: 4 },
      ]);
      expect(bodies.map(({ mesh }) => checkMesh(mesh).closed)).toEqual([true, true, true, true]);
      expect(parseRecipe(recipe!)).toMatchObject({ spec: scene.source, settings: { printer: 'x' } });
    },
  );

  it('gives the same in both flavours', async () => {
    const [slicer, assembly] = await Promise.all(
      (['slicer', 'assembly'] as const).map(async (flavor) =>
        readThreeMf(await collect(threeMf({ flavor }).render(scene, { bodies: solids }))),
      ),
    );
    expect(assembly).toEqual(slicer);
  });
});

describe('a file of PrusaSlicer', () => {
  it('is cut into its parts, each with just its own vertices', async () => {
    const { bodies } = await readThreeMf(zipOf(PRUSA_TOY));
    expect(bodies.map(labelOf)).toEqual([
      { name: 'Base (slot 1, #F2F2F2)', color: '#F2F2F2', slot: 1, placement: SHIFTED },
      { name: 'Nodes (slot 2, #C00000)', color: '#C00000', slot: 2, placement: SHIFTED },
    ]);
    expect(bodies[1]!.mesh).toEqual({
      positions: new Float32Array([0, 0, 0, 0, 20, 0, 0, 0, 20, -20, 0, 0]),
      indices: new Uint32Array([0, 1, 2, 0, 3, 1, 0, 2, 3, 1, 3, 2]),
    });
  });

  it('goes by the object where a part has no name or extruder of its own', async () => {
    const nameless = changed(PRUSA_TOY, 'key="name" value="Nodes (slot 2, #C00000)"', 'key="name" value=""');
    expect(
      await labelsOf(changed(nameless, 'key="extruder" value="2"', 'key="extruder" value="0"')),
    ).toMatchObject([
      { name: 'Base (slot 1, #F2F2F2)', slot: 1 },
      { name: 'Toy assembly', slot: 1 },
    ]);
  });

  it.each(['ParameterModifier', 'SupportBlocker', 'NegativeVolume'])('leaves out a %s', async (kind) => {
    expect(await labelsOf(changed(PRUSA_TOY, 'ModelPart', kind))).toMatchObject([{ slot: 2 }]);
  });

  it('may speak of objects that the model does not have', async () => {
    expect(
      await labelsOf(changed(PRUSA_TOY, '<object id="2" instances', '<object id="7" instances')),
    ).toEqual([{ name: 'Toy assembly', placement: SHIFTED }]);
  });

  itAsks('prusa-slicer')('has the parts that PrusaSlicer read from ours', async () => {
    const bytes = await collect(
      threeMf().render(sceneOf({ ...SMALL, name: 'A & "B" 🧠' }), { bodies: solids }),
    );
    const ours = await readThreeMf(bytes);
    const theirs = await readThreeMf(await exportedByPrusaSlicer(bytes));
    expect(theirs.bodies.map(({ name, slot }) => ({ name, slot }))).toEqual(
      ours.bodies.map(({ name, slot }) => ({ name, slot })),
    );
    for (const [i, { mesh }] of theirs.bodies.entries()) {
      expect(checkMesh(mesh)).toMatchObject({
        closed: true,
        triangles: ours.bodies[i]!.mesh.indices.length / 3,
      });
      expect(volume(mesh)).toBeCloseTo(volume(ours.bodies[i]!.mesh), 1);
    }
  });
});

/** Has PrusaSlicer load a package and write its own. */
async function exportedByPrusaSlicer(bytes: Uint8Array): Promise<Uint8Array> {
  return inFolder(async (folder) => {
    const [input, output] = [join(folder, 'in.3mf'), join(folder, 'out.3mf')];
    writeFileSync(input, bytes);
    const verdict = await ask('prusa-slicer', [
      '--datadir',
      folder,
      '--export-3mf',
      '--output',
      output,
      input,
    ]);
    expect(verdict.exitCode).toBe(0);
    return readFileSync(output);
  });
}

describe('a file of OpenSCAD', () => {
  itAsks('openscad')('has one closed body', async () => {
    const bytes = await inFolder(async (folder) => {
      const [input, output] = [join(folder, 'in.scad'), join(folder, 'out.3mf')];
      writeFileSync(input, 'translate([1, 2, 3]) cube(10);');
      expect((await ask('openscad', ['-o', output, input])).exitCode).toBe(0);
      return readFileSync(output);
    });
    const { bodies } = await readThreeMf(bytes);
    expect(bodies.map(({ mesh }) => checkMesh(mesh))).toMatchObject([{ closed: true, volume: 1000 }]);
  });
});

describe('a file of components', () => {
  it('has a body for each, named and put on filaments by its settings', async () => {
    expect(await labelsOf(ASSEMBLY_TOY)).toEqual([
      { name: 'The base', color: '#F2F2F2', slot: 3, placement: SHIFTED },
      { name: 'The nodes', color: '#C00000', slot: 4, placement: SHIFTED },
    ]);
  });

  it('goes by the objects and by Cura where there are no settings', async () => {
    const { 'Metadata/model_settings.config': _, ...rest } = ASSEMBLY_TOY;
    expect(await labelsOf(rest)).toEqual([
      { name: 'Base', color: '#F2F2F2', slot: 1, placement: SHIFTED },
      { name: 'Nodes', color: '#C00000', slot: 2, placement: SHIFTED },
    ]);
  });

  it('leaves out parts that are not printed', async () => {
    expect(await labelsOf(changed(ASSEMBLY_TOY, 'normal_part', 'modifier_part'))).toMatchObject([
      { name: 'The nodes' },
    ]);
    expect(await labelsOf(changed(ASSEMBLY_TOY, 'type="model" name="Base"', 'type="other"'))).toMatchObject([
      { name: 'The nodes' },
    ]);
  });

  it('may have its meshes in members of their own', async () => {
    expect(await labelsOf(BAMBU_TOY)).toEqual([
      { name: 'Base.stl', slot: 2, placement: [1, 0, 0, 0, 1, 0, 0, 0, 1, 129, 130, 3] },
      { name: 'Nodes.stl', slot: 5, placement: [1, 0, 0, 0, 1, 0, 0, 0, 1, 128, 128, 0] },
    ]);
  });

  it('places them by all transforms around them, the innermost first', async () => {
    const turned = '0 1 0 -1 0 0 0 0 1 5 0 0';
    const [body] = await bodiesOfModel(
      `<object id="1">${MESH}</object>
       <object id="2"><components><component objectid="1" transform="2 0 0 0 2 0 0 0 2 1 0 0"/></components></object>
       <object id="3"><components><component objectid="2" transform="${turned}"/></components></object>`,
      '<item objectid="3" transform="1 0 0 0 1 0 0 0 -1 0 0 7"/>',
    );
    // (x, y, z) is doubled and moved to (2x + 1, 2y, 2z), turned and moved to (5 - 2y, 2x + 1, 2z), mirrored and moved up.
    expect(body!.placement).toEqual([0, 2, 0, -2, 0, 0, 0, 0, -2, 5, 1, 7].map((value) => value + 0));
  });

  it('shares the mesh of an object that is built twice', async () => {
    const [first, second] = await bodiesOfModel(
      `<object id="1" name="twin">${MESH}</object>`,
      '<item objectid="1"/><item objectid="1" transform="1 0 0 0 1 0 0 0 1 30 0 0"/>',
    );
    expect(first!.mesh).toBe(second!.mesh);
    expect([labelOf(first!), labelOf(second!)]).toEqual([
      { name: 'twin' },
      { name: 'twin', placement: [1, 0, 0, 0, 1, 0, 0, 0, 1, 30, 0, 0] },
    ]);
  });

  it('may come in any order, and have objects that nothing builds', async () => {
    const bodies = await bodiesOfModel(
      `<object id="9"><components><component objectid="4"/></components></object>
       <object id="4">${MESH}</object><object id="5" name="unused">${MESH}</object><object id="6"/>`,
      '<item objectid="9"/>',
    );
    expect(bodies.map(labelOf)).toEqual([{ name: 'object 4' }]);
  });

  it('is named for what is built where a single part has no name', async () => {
    const bodies = await bodiesOfModel(
      `<object id="1" name="">${MESH}</object><object id="2" name="whole"><components><component objectid="1"/></components></object>`,
      '<item objectid="2"/><item objectid="1"/>',
    );
    expect(bodies.map(({ name }) => name)).toEqual(['whole', 'object 1']);
  });
});

describe('colours', () => {
  const GROUPS = `<basematerials id="1"><base name="a" displaycolor="#112233"/><base name="b" displaycolor="#445566FF"/><base name="c" displaycolor="green"/></basematerials>
    <x:colorgroup id="2"><x:color color="#abcdef80"/><x:color color="#112233"/></x:colorgroup>
    <x:texture2dgroup id="3" texid="9"><x:tex2coord u="0" v="0"/></x:texture2dgroup>`;
  const MATERIALS =
    'xmlns:x="http://schemas.microsoft.com/3dmanufacturing/material/2015/02" requiredextensions="x"';

  const colorOf = async (object: string, mesh = MESH) => {
    const [body] = await bodiesOfModel(
      `${GROUPS}<object id="4" ${object}>${mesh}</object>`,
      '<item objectid="4"/>',
      MATERIALS,
    );
    return body!.color;
  };
  const painted = (...paints: readonly string[]) =>
    paints.reduce((mesh, paint) => mesh.replace(/(<triangle [^p/]*)\/>/, `$1 ${paint} />`), MESH);

  it.each([
    ['a base material', 'pid="1" pindex="1"', MESH, '#445566'],
    ['a colour of the materials extension', 'pid="2" pindex="0"', MESH, '#ABCDEF'],
    ['no group', '', MESH, undefined],
    ['a group alone', 'pid="1"', MESH, undefined],
    ['a colour that is none', 'pid="1" pindex="2"', MESH, undefined],
    ['a texture', 'pid="3" pindex="0"', MESH, undefined],
    ['triangles of its own colour', 'pid="1" pindex="1"', painted('p1="1"', 'pid="1" p1="1"'), '#445566'],
    [
      'triangles of one other colour',
      'pid="1" pindex="1"',
      painted(...Array(4).fill('pid="2" p1="0"')),
      '#ABCDEF',
    ],
    ['triangles of equal colours in two groups', 'pid="1" pindex="0"', painted('pid="2" p1="1"'), '#112233'],
    ['triangles of several colours', 'pid="1" pindex="0"', painted('p1="1"'), undefined],
    ['triangles some of which have none', '', painted('pid="1" p1="0"'), undefined],
    [
      'a triangle with equal corners',
      'pid="1" pindex="0"',
      painted('pid="1" p1="0" p2="0" p3="0"'),
      '#112233',
    ],
    ['a triangle of mixed corners', 'pid="1" pindex="0"', painted('pid="1" p1="0" p2="1" p3="0"'), undefined],
  ])('come from %s', async (_, object, mesh, expected) => {
    expect(await colorOf(object, mesh)).toBe(expected);
  });
});

describe('the model', () => {
  it.each([
    ['micron', 0.001],
    ['millimeter', 1],
    ['centimeter', 10],
    ['inch', 25.4],
    ['foot', 304.8],
    ['meter', 1000],
  ])('is in millimetres when it was in the unit %s', async (unit, millimetres) => {
    const [body] = await bodiesOfModel(
      `<object id="1">${MESH}</object>`,
      '<item objectid="1" transform="1 0 0 0 1 0 0 0 1 2 0 0"/>',
      `unit="${unit}"`,
    );
    expect(body!.mesh.positions[3]).toBe(Math.fround(20 * millimetres));
    expect(body!.placement).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 2 * millimetres, 0, 0]);
  });

  it.each([
    ['a target without a slash', changed(PRUSA_TOY, 'Target="/3D', 'Target="3D')],
    ['no relationships', { '3D/3dmodel.model': PLAIN_MODEL }],
    ['relationships to other things alone', { ...PRUSA_TOY, '_rels/.rels': '<Relationships/>' }],
    ['a name in another case', { '_rels/.rels': PRUSA_TOY['_rels/.rels'], '3D/3DModel.model': PLAIN_MODEL }],
    [
      'a name of its own',
      {
        '_rels/.rels': PRUSA_TOY['_rels/.rels'].replace('3D/3dmodel', 'Models/mine'),
        'Models/mine.model': PLAIN_MODEL,
      },
    ],
  ])('is found with %s', async (_, members) => {
    expect((await readThreeMf(zipOf(members))).bodies).not.toEqual([]);
  });

  it.each([
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${PLAIN_MODEL}`)],
    ['UTF-16 with its low byte first', utf16(PLAIN_MODEL, true)],
    ['UTF-16 with its high byte first', utf16(PLAIN_MODEL, false)],
  ])('may be in %s', async (_, model) => {
    const { bodies } = await readThreeMf(packageOfModel(model));
    expect(bodies).toEqual((await readThreeMf(packageOfModel(PLAIN_MODEL))).bodies);
  });

  it('may have a prefix for every name', async () => {
    const prefixed = PLAIN_MODEL.replaceAll(/<(\/?)(?=\w)/g, '<$1c:').replace('xmlns=', 'xmlns:c=');
    expect((await readThreeMf(packageOfModel(prefixed))).bodies).toEqual(
      (await readThreeMf(packageOfModel(PLAIN_MODEL))).bodies,
    );
  });

  it('may have comments, instructions, foreign elements and other quotes', async () => {
    const decorated = PLAIN_MODEL.replace(
      '<vertices>',
      '<!-- <vertices> > " --><?do </vertices> ?><vertices\n >',
    )
      .replace(
        '<vertex x="0" y="0" z="0"/>',
        `<!----><vertex\tz='0' a:b=">" y = "0"\n x=" 0 "></vertex><a:vertex x="9"/>`,
      )
      .replace('</triangles>', '</triangles ><a:beams><vertices><vertex x="no"/></vertices></a:beams>')
      .replace('<resources>', '<a:stack>text<vertices/></a:stack><resources>');
    expect((await readThreeMf(packageOfModel(decorated))).bodies).toEqual(
      (await readThreeMf(packageOfModel(PLAIN_MODEL))).bodies,
    );
  });

  it('is the same in pieces of any length', async () => {
    const model = PLAIN_MODEL.replace('<vertices>', '<!-- - -- > ]]> <vertices> --><vertices>')
      .replace(
        '<resources>',
        '<?a ? > ?><metadata name="n:Recipe">é&amp;<![CDATA[]]&>]]]]>x</metadata><resources>',
      )
      .replace('xmlns=', 'xmlns:n="urn:neurofab:recipe:1" xmlns=');
    for (const bytes of [
      new TextEncoder().encode(model),
      new TextEncoder().encode(`\ufeff${model}`),
      utf16(model, true),
    ]) {
      const whole = await readPackage(unpackedPackage({ '3D/3dmodel.model': bytes }));
      expect(whole).toMatchObject({ bodies: [{ name: 'object 4' }], recipe: 'é&]]&>]]x' });
      for (let length = 1; length < 100; length++) {
        expect(await readPackage(unpackedPackage({ '3D/3dmodel.model': bytes }, length))).toEqual(whole);
      }
    }
  });

  it('may write numbers in every way that the specification has', async () => {
    const model = PLAIN_MODEL.replace('x="20"', 'x="+2.0E+1"')
      .replace('y="20"', 'y="200e-1"')
      .replace('z="20"', 'z="20."');
    expect((await readThreeMf(packageOfModel(model))).bodies).toEqual(
      (await readThreeMf(packageOfModel(PLAIN_MODEL))).bodies,
    );
  });

  it('has names with entities, character data and signs of any script', async () => {
    const name = '&amp;lt; &#x1F9E0;&#65; &quot;רשת&quot;';
    const [body] = await bodiesOfModel(
      `<object id="1" name="${name}">${MESH}</object>`,
      '<item objectid="1"/>',
    );
    expect(body!.name).toBe('&lt; 🧠A "רשת"');
  });
});

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

describe('a recipe', () => {
  const recipeIn = async (root: string, metadata: string) => {
    const model = PLAIN_MODEL.replace('<resources>', `${metadata}<resources>`).replace(
      'xmlns=',
      `${root} xmlns=`,
    );
    return (await readThreeMf(packageOfModel(model))).recipe;
  };

  it('is found by its namespace, whatever its prefix', async () => {
    expect(
      await recipeIn(
        'xmlns:neurofab="urn:other" xmlns:n="urn:neurofab:recipe:1"',
        '<metadata name="neurofab:Recipe">no</metadata><metadata name="Recipe">no</metadata><metadata name="n:Recipe">{"a":<![CDATA["<&amp;>"]]>&lt;}</metadata>',
      ),
    ).toBe('{"a":"<&amp;>"<}');
  });

  it('is left out where there is none', async () => {
    const file = await readThreeMf(packageOfModel(PLAIN_MODEL));
    expect('recipe' in file).toBe(false);
    expect(await recipeIn('', '<metadata name="neurofab:Recipe">no</metadata>')).toBeUndefined();
  });
});

describe('a job', () => {
  it('stops when it is aborted, before and on the way', async () => {
    await expect(
      readThreeMf(zipOf(PRUSA_TOY), { signal: AbortSignal.abort(new Error('no')) }),
    ).rejects.toThrow('no');
    const controller = new AbortController();
    const reading = readThreeMf(zipOf(PRUSA_TOY), { signal: controller.signal });
    controller.abort(new Error('no more'));
    await expect(reading).rejects.toThrow('no more');
  });

  it('takes bytes that stand in the middle of others', async () => {
    const bytes = zipOf(PRUSA_TOY);
    const surrounded = new Uint8Array([...bytes, ...bytes, ...bytes]);
    expect(await readThreeMf(surrounded.subarray(bytes.length, 2 * bytes.length))).toEqual(
      await readThreeMf(bytes),
    );
  });

  it('leaves the bytes as they were', async () => {
    const bytes = await collect(threeMf().render(sceneOf(SMALL), { bodies: shells }));
    const before = bytes.slice();
    await readThreeMf(bytes);
    expect(bytes).toEqual(before);
    expect(unzipSync(bytes)).toEqual(unzipSync(before));
  });
});
