import { checkMesh } from '@neurofab/core';
import { readThreeMf } from '@neurofab/test-kit';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toyAssembly, toyPackage } from './toy-package.ts';

it.each([
  ['slicer', toyPackage(), 'PrusaSlicer-2.5.0+toy.1.0'],
  ['assembly', toyAssembly(), 'toy 1.0'],
])('reads a package of the flavour %s', (expected, bytes, producer) => {
  const file = readThreeMf(bytes);
  const { flavor, title, application, recipe, materials, object, volumes, translation, thumbnail } = file;
  expect(flavor).toBe(expected);
  expect([title, application, object.name]).toEqual(['Toy & model', producer, 'Toy']);
  expect(recipe).toBe('{"neurofab":"1"}');
  expect([thumbnail.width, thumbnail.height]).toEqual([256, 256]);
  expect(materials).toEqual([
    { name: 'Base', color: '#F2F2F2FF' },
    { name: 'Nodes', color: '#C00000FF' },
  ]);
  expect(object.mesh.positions.length).toBe(24);
  expect(object.triangleMaterials).toEqual(new Uint32Array([0, 0, 0, 0, 1, 1, 1, 1]));
  expect(
    volumes.map(({ name, extruder, firstTriangle, lastTriangle }) => [
      name,
      extruder,
      firstTriangle,
      lastTriangle,
    ]),
  ).toEqual([
    ['Base', 1, 0, 3],
    ['Nodes', 2, 4, 7],
  ]);
  expect(volumes.map(({ mesh }) => checkMesh(mesh).closed)).toEqual([true, true]);
  expect(volumes[1]!.mesh.positions).toEqual(new Float32Array([0, 0, 0, 0, 20, 0, 0, 0, 20, -20.5, 0, 0]));
  expect(volumes[1]!.mesh.indices).toEqual(new Uint32Array([0, 1, 2, 0, 3, 1, 0, 2, 3, 1, 3, 2]));
  expect(translation).toEqual([20.5, 0, 0]);
});

type Fault = readonly [what: string, before: string, after: string];

/** What is wrong in whatever flavour. */
const COMMON: readonly Fault[] = [
  ['a target that is not absolute', '"/3D/3dmodel.model"', '"3D/3dmodel.model"'],
  ['an Id that starts with a digit', 'Id="rel1"', 'Id="1"'],
  ['an Id that is there twice', 'Id="rel1"', 'Id="rel2"'],
  ['a thumbnail of another type', 'metadata/thumbnail', 'metadata/picture'],
  ['an extension without a type', '<Default Extension="config" ContentType="text/xml"/>', ''],
  ['another unit', 'unit="millimeter"', 'unit="inch"'],
  ['metadata of an unknown name', 'name="Title"', 'name="Subject"'],
  ['metadata that is there twice', 'name="Title"', 'name="Application"'],
  ['a recipe in another namespace', 'urn:neurofab:recipe:1', 'urn:neurofab:recipe:2'],
  ['a document type', '<config>', '<!DOCTYPE config><config>'],
  ['a tag that is not closed', '</config>', ''],
  ['an attribute that is there twice', 'pindex="0"', 'pindex="0" pindex="0"'],
  ['an ampersand that is no entity', 'Toy &amp; model', 'Toy & model'],
  ['a control character', 'Toy &amp; model', 'Toy\u0007'],
  ['a short colour', '#C00000FF', '#C00'],
  ['a colour in lower case', '#C00000FF', '#c00000ff'],
  [
    'a material that no part uses',
    '<base name="Nodes"',
    '<base name="None" displaycolor="#000000FF"/><base name="Nodes"',
  ],
  ['an object without a material', ' pid="1" pindex="0"', ''],
  ['two resources of one id', '<basematerials id="1">', '<basematerials id="2">'],
  ['an exponent', 'z="20"', 'z="2e1"'],
  ['a plus sign', 'z="20"', 'z="+20"'],
  ['a decimal comma', 'z="20"', 'z="20,0"'],
  ['a point without decimals', 'z="20"', 'z="20."'],
  ['minus zero', 'transform="1 0 ', 'transform="1 -0 '],
  ['a transform that turns', 'transform="1 0 0 0 1 0', 'transform="0 1 0 -1 0 0'],
  ['a transform with a blank too many', 'transform="1', 'transform=" 1'],
  ['a vertex that no triangle uses', '</vertices>', '<vertex x="1" y="1" z="1"/></vertices>'],
  ['a vertex where none may be', '</build>', '<vertex x="1" y="1" z="1"/></build>'],
];

describe('a slicer package', () => {
  it.each<Fault>([
    ...COMMON,
    ['no version for PrusaSlicer', 'slic3rpe:Version3mf', 'Rating'],
    ['another version for PrusaSlicer', 'Version3mf">1<', 'Version3mf">2<'],
    ['an application that is not PrusaSlicer', 'PrusaSlicer-2.5.0+toy.1.0', 'toy 1.0'],
    ['a version of PrusaSlicer with a blank', 'PrusaSlicer-2.5.0+toy.1.0', 'PrusaSlicer-2.5.0+toy 1.0'],
    ['a vertex that is not there', 'v1="5"', 'v1="8"'],
    ['a vertex twice in a triangle', 'v1="5"', 'v1="7"'],
    ['a triangle without material', ' pid="1" p1="1"', ''],
    ['a triangle with three materials', 'p1="1"', 'p1="1" p2="1" p3="1"'],
    ['a colour that contradicts the extruder', 'p1="1"', 'p1="0"'],
    ['a foreign attribute', 'p1="1"', 'p1="1" paint_color="4"'],
    ['a build item of another object', 'objectid="2"', 'objectid="1"'],
    ['settings for another object', '<object id="2" instances_count', '<object id="3" instances_count'],
    ['a range that overlaps', 'firstid="4"', 'firstid="3"'],
    ['a range with a gap', 'firstid="4"', 'firstid="5"'],
    ['a range that ends too late', 'lastid="7"', 'lastid="8"'],
    ['a triangle that belongs to no part', 'lastid="7"', 'lastid="6"'],
    ['parts that share a vertex', '<triangle v1="4" v2="5"', '<triangle v1="0" v2="5"'],
    ['a modifier', 'ModelPart', 'ParameterModifier'],
    ['a setting without a type', 'type="volume" key="extruder"', 'key="extruder"'],
    ['a print setting', 'key="volume_type"', 'key="infill"'],
  ])('throws at %s', (_, before, after) => {
    expect(() => readThreeMf(toyPackage(before, after))).toThrow(/^(3MF|XML): /);
  });
});

describe('an assembly', () => {
  it.each<Fault>([
    ...COMMON,
    ["another slicer's name in the title", 'Toy &amp; model', 'Not for PrusaSlicer'],
    ["another slicer's name in the recipe", 'quot;1&', 'quot;PrusaSlicer&'],
    ['an application that slicers take for their own', 'toy 1.0', 'BambuStudio-1.0'],
    ['a vertex that is not there', 'v1="1"', 'v1="4"'],
    ['a vertex twice in a triangle', 'v2="3"', 'v2="2"'],
    ['a triangle with a material', 'v3="1"/>', 'v3="1" pid="1" p1="1"/>'],
    ['a foreign attribute', 'v3="1"/>', 'v3="1" paint_color="4"/>'],
    ['a part of less than 4 triangles', '<triangle v1="1" v2="2" v3="3"/>', ''],
    ['a colour that contradicts the extruder', 'pindex="1"', 'pindex="0"'],
    ["an extruder of Cura's that contradicts", 'extruder_nr">1<', 'extruder_nr">2<'],
    ["an extruder of Cura's that is not in its namespace", 'cura/3mf/2015/10', 'cura/3mf'],
    ["another setting of Cura's", 'cura:extruder_nr', 'cura:infill'],
    [
      'no extruder for Cura',
      '<metadatagroup><metadata name="cura:extruder_nr">1</metadata></metadatagroup>',
      '',
    ],
    ['a joined object with a material', 'name="Toy">', 'name="Toy" pid="1" pindex="0">'],
    [
      'a component that is moved',
      '<component objectid="3"',
      '<component transform="1 0 0 0 1 0 0 0 1 0 0 0" objectid="3"',
    ],
    [
      'a component that is there twice',
      '<component objectid="3"/>',
      '<component objectid="3"/><component objectid="3"/>',
    ],
    ['a part that is no component', '<component objectid="3"/>', ''],
    ['a build item that is printable', '<item', '<item printable="1"'],
    ['a build item of a part', '<item objectid="4"', '<item objectid="2"'],
    ['settings for another object', '<object id="4">', '<object id="3">'],
    ['settings for another part', '<part id="3"', '<part id="5"'],
    ['settings that name a part otherwise', 'value="Nodes"', 'value="Knots"'],
    ['a modifier', 'normal_part', 'modifier_part'],
    ['a setting with a type', 'key="extruder"', 'type="part" key="extruder"'],
    ['a print setting', 'key="extruder"', 'key="infill"'],
    ['an object without extruder', '<metadata key="extruder" value="1"/>\n  <part', '\n  <part'],
  ])('throws at %s', (_, before, after) => {
    expect(() => readThreeMf(toyAssembly(before, after))).toThrow(/^(3MF|XML): /);
  });
});

it('throws at files that are missing, further or called otherwise', () => {
  for (const sound of [toyPackage(), toyAssembly()]) {
    const files = Object.entries(unzipSync(sound));
    for (let i = 0; i < files.length; i++) {
      const fewer = files.filter((_, k) => k !== i);
      const renamed = files.map(([name, bytes], k) => [k === i ? `${name}.bak` : name, bytes] as const);
      const further = files.toSpliced(i, 0, ['Metadata/project_settings.config', new Uint8Array(1)]);
      for (const changed of [fewer, renamed, further]) {
        expect(() =>
          readThreeMf(zipSync(Object.fromEntries(changed), { mtime: new Date(1980, 0, 1) })),
        ).toThrow();
      }
    }
  }
});
