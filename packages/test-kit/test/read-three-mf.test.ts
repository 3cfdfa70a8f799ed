import { checkMesh } from '@neurofab/core';
import { readThreeMf } from '@neurofab/test-kit';
import { expect, it } from 'vitest';
import { toyPackage } from './toy-package.ts';

it('reads a package', () => {
  const { title, application, materials, object, volumes, translation } = readThreeMf(toyPackage());
  expect([title, application, object.name]).toEqual(['Toy & model', 'PrusaSlicer-2.5.0+toy.1.0', 'Toy']);
  expect(materials).toEqual([
    { name: 'Base', color: '#F2F2F2FF' },
    { name: 'Nodes', color: '#C00000FF' },
  ]);
  expect(object.mesh.positions.length).toBe(24);
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

it.each([
  ['a target that is not absolute', '"/3D/3dmodel.model"', '"3D/3dmodel.model"'],
  ['an Id that starts with a digit', 'Id="rel1"', 'Id="1"'],
  ['an extension without a type', '<Default Extension="config" ContentType="text/xml"/>', ''],
  ['another unit', 'unit="millimeter"', 'unit="inch"'],
  ['no version for PrusaSlicer', 'slic3rpe:Version3mf', 'Rating'],
  ['metadata of an unknown name', 'name="Title"', 'name="Subject"'],
  ['metadata that is there twice', 'name="Title"', 'name="Application"'],
  ['a document type', '<config>', '<!DOCTYPE config><config>'],
  ['a tag that is not closed', '</config>', ''],
  ['an attribute that is there twice', 'pindex="0"', 'pindex="0" pindex="0"'],
  ['an ampersand that is no entity', 'Toy &amp; model', 'Toy & model'],
  ['a control character', 'Toy &amp; model', 'Toy\u0007'],
  ['a short colour', '#C00000FF', '#C00'],
  [
    'a material that no part uses',
    '<base name="Nodes"',
    '<base name="None" displaycolor="#000000FF"/><base name="Nodes"',
  ],
  ['an object without a default material', ' pid="1" pindex="0"', ''],
  ['two resources of one id', '<basematerials id="1">', '<basematerials id="2">'],
  ['an exponent', 'z="20"', 'z="2e1"'],
  ['a plus sign', 'z="20"', 'z="+20"'],
  ['a decimal comma', 'z="20"', 'z="20,0"'],
  ['a point without decimals', 'z="20"', 'z="20."'],
  ['minus zero', 'transform="1 0 ', 'transform="1 -0 '],
  ['a vertex that is not there', 'v1="5"', 'v1="8"'],
  ['a vertex twice in a triangle', 'v1="5"', 'v1="7"'],
  ['a triangle without material', ' pid="1" p1="1"', ''],
  ['a triangle with three materials', 'p1="1"', 'p1="1" p2="1" p3="1"'],
  ['a colour that contradicts the extruder', 'p1="1"', 'p1="0"'],
  ['a foreign attribute', 'p1="1"', 'p1="1" paint_color="4"'],
  ['a transform that turns', 'transform="1 0 0 0 1 0', 'transform="0 1 0 -1 0 0'],
  ['a transform with a blank too many', 'transform="1', 'transform=" 1'],
  ['a build item of another object', 'objectid="2"', 'objectid="1"'],
  ['settings for another object', '<object id="2" instances_count', '<object id="3" instances_count'],
  ['a range that overlaps', 'firstid="4"', 'firstid="3"'],
  ['a range with a gap', 'firstid="4"', 'firstid="5"'],
  ['a range that ends too late', 'lastid="7"', 'lastid="8"'],
  ['a triangle that belongs to no part', 'lastid="7"', 'lastid="6"'],
  ['parts that share a vertex', '<triangle v1="4" v2="5"', '<triangle v1="0" v2="5"'],
  ['a vertex that no triangle uses', '</vertices>', '<vertex x="1" y="1" z="1"/></vertices>'],
  ['a modifier', 'ModelPart', 'ParameterModifier'],
  ['a setting without a type', 'type="volume" key="extruder"', 'key="extruder"'],
  ['a print setting', 'key="volume_type"', 'key="infill"'],
])('throws at %s', (_, before, after) => {
  expect(() => readThreeMf(toyPackage(before, after))).toThrow(/^(3MF|XML): /);
});
