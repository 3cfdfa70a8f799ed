import { FileError } from '@neurofab/core';
import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../src/read/limits.ts';
import { readPackage } from '../../src/read/read-package.ts';
import {
  ASSEMBLY_TOY,
  BAMBU_TOY,
  changed,
  MESH,
  type Members,
  modelOf,
  PLAIN_MODEL,
  PRUSA_TOY,
  unpackedPackage,
} from './toy-packages.ts';

/** What a package is refused with. */
async function refusalOfMembers(members: Members): Promise<string> {
  const error = await readPackage(unpackedPackage(members)).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as FileError).message;
}

function refusalOfModel(model: string | Uint8Array): Promise<string> {
  return refusalOfMembers({ '3D/3dmodel.model': model });
}

/** PLAIN_MODEL with one text replaced. */
function plainBut(before: string, after: string): string {
  if (!PLAIN_MODEL.includes(before)) throw new Error(`The plain model has no ${before}.`);
  return PLAIN_MODEL.replace(before, () => after);
}

const MODEL = '"3D/3dmodel.model"';

describe('XML is refused', () => {
  const prolog = (text: string) => plainBut('<model', `${text}<model`);
  const deep = (depth: number) => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;

  it.each([
    ['with a document type', prolog('<!DOCTYPE model>'), 'has a document type, which 3MF forbids'],
    [
      'with entities that multiply',
      prolog('<!DOCTYPE m [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'),
      'has a document type, which 3MF forbids',
    ],
    [
      'with an entity of another file',
      prolog('<!DOCTYPE m [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
      'document type',
    ],
    [
      'with an entity that nobody declared',
      plainBut('<object', '<object name="&boom;"'),
      'has an entity that XML itself does not know: "&boom;',
    ],
    [
      'with an entity of HTML',
      plainBut('<object', '<object name="&copy;"'),
      'has an entity that XML itself does not know',
    ],
    ['with a lone ampersand', plainBut('<object', '<object name="A & B"'), 'has an entity'],
    [
      'with a control character',
      plainBut('<object', '<object name="\u001b[2J"'),
      'has a control character, which XML forbids',
    ],
    ['100,000 elements deep', plainBut('<resources>', `<resources>${deep(100_000)}`), 'more than 50 deep'],
    ['100,000 elements deep and no deeper', '<a>'.repeat(100_000), 'more than 50 deep'],
    [
      'with 100,000 attributes in a tag',
      plainBut('<object', `<object ${Array.from({ length: 100_000 }, (_, i) => `a${i}=""`).join(' ')}`),
      'has a tag of more than 65536 bytes',
    ],
    [
      'with 5,000 attributes of a vertex',
      plainBut('<vertex', `<vertex ${Array.from({ length: 5000 }, (_, i) => `a${i}=""`).join(' ')}`),
      'has a vertex with the attributes',
    ],
    ['with a tag that never ends', `<model ${'a'.repeat(200_000)}`, 'has a tag of more than 65536 bytes'],
    [
      'with quotes that never end',
      plainBut('<object id="4">', '<object id="4>'),
      'has a tag that does not end',
    ],
    [
      'with a comment that never ends',
      plainBut('<object', '<!-- <object'),
      'ends too early: "</resources>" is missing',
    ],
    [
      'with character data that never ends',
      plainBut('<object', '<![CDATA[<object'),
      /has text where none belongs|ends too early/,
    ],
    [
      'with an element that ends as another',
      plainBut('</mesh>', '</mash>'),
      'has "</mash>" where "</mesh>" should stand',
    ],
    ['with two roots', `${PLAIN_MODEL}<model/>`, 'has "<model/>" after its end'],
    ['with text after its end', `${PLAIN_MODEL}x`, 'is no XML: "x"'],
    ['with text between vertices', plainBut('<vertex', 'x<vertex'), 'has text where none belongs: "x"'],
    [
      'with a quoted end of the mesh',
      plainBut('<vertex', '<![CDATA[</vertices>]]><vertex'),
      'has text where none belongs',
    ],
    ['with a nameless tag', plainBut('<object', '<><object'), 'has a tag without a name'],
    [
      'with an attribute twice',
      plainBut('<object id="4"', '<object id="4" id="5"'),
      `Attribute 'id' is repeated`,
    ],
    ['with an attribute without quotes', plainBut('id="4"', 'id=4'), 'is no XML that can be read'],
    [
      'with an attribute that JavaScript has a use for',
      plainBut('id="4"', 'id="4" __proto__="x"'),
      'is no XML that can be read',
    ],
    ['that is empty', '', 'ends too early'],
    ['that is only a declaration', '<?xml version="1.0"?>', 'ends too early'],
    ['that is a text', 'Hello', 'is no XML: "Hello"'],
    [
      'of another kind',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'holds <svg> in the namespace "http://www.w3.org/2000/svg" instead of a <model>',
    ],
    ['of a model in no namespace', '<model/>', 'holds <model> in the namespace ""'],
    [
      'whose root JavaScript has a use for',
      '<constructor><prototype/></constructor>',
      'is no XML that can be read',
    ],
  ])('%s', async (_, model, message) => {
    expect(await refusalOfModel(model)).toMatch(message);
  });

  it('in no encoding of Unicode', async () => {
    const named = (...bytes: number[]) => {
      const [before, after] = plainBut('<object', '<object name="?"').split('?"') as [string, string];
      return new Uint8Array([
        ...new TextEncoder().encode(before),
        ...bytes,
        ...new TextEncoder().encode(`"${after}`),
      ]);
    };
    expect(await refusalOfModel(named(0xe9))).toBe(`${MODEL} is no text in UTF-8 or UTF-16.`);
    expect(await refusalOfModel(named(0xed, 0xa0, 0x80))).toBe(`${MODEL} is no text in UTF-8 or UTF-16.`);
    expect(await refusalOfModel(new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x3c, 0x00]))).toMatch(
      'no text in UTF-16',
    );
    expect(await refusalOfModel(new Uint8Array([0xff, 0xfe, 0x3c]))).toMatch('no text in UTF-16');
  });

  it('cut short, wherever', async () => {
    const model = modelOf(`<object id="4" name="é">${MESH}</object>`, '<item objectid="4"/>');
    const bytes = new TextEncoder().encode(model);
    for (let length = 0; length < bytes.length; length++) {
      expect(await refusalOfModel(bytes.subarray(0, length))).toMatch(
        /ends too early|has a tag that does not end/,
      );
    }
  });
});

describe('a mesh is refused', () => {
  it.each([
    '2147483648',
    '4294967296',
    '99999999999999999999',
    '-1',
    '0.5',
    '1e0',
    '',
    'abc',
    '0x1',
    'NaN',
    '1 2',
  ])('with a corner %j', async (corner) => {
    expect(await refusalOfModel(plainBut('v1="0"', `v1="${corner}"`))).toBe(
      `${MODEL} has a triangle with v1 = ${JSON.stringify(corner)} instead of a whole number below 2^31.`,
    );
  });

  it.each([
    'NaN',
    'nan',
    'inf',
    '-Infinity',
    '1e999',
    '3.5e38',
    '1,5',
    '',
    '-',
    '.',
    'e5',
    '1e',
    '0x10',
    '--1',
    '1 2',
    '1.2.3',
    '٣',
  ])('with a coordinate %j', async (coordinate) => {
    expect(await refusalOfModel(plainBut('x="20"', `x="${coordinate}"`))).toMatch(
      `${MODEL} has a vertex with x = ${JSON.stringify(coordinate)} instead of a decimal number`,
    );
  });

  it.each([
    [
      'a corner that does not exist',
      plainBut('v1="0"', 'v1="4"'),
      'has a triangle with vertex 4 in object 4, which has 4 vertices',
    ],
    ['a coordinate missing', plainBut('x="20"', ''), 'has a vertex with the attributes "  y=\\"0\\"'],
    ['a coordinate twice', plainBut('x="20"', 'x="20" x="20"'), 'instead of x, y and z once each'],
    [
      'a coordinate seventeen times',
      plainBut('y="0"', 'x="1" '.repeat(16)),
      'instead of x, y and z once each',
    ],
    ['a corner missing', plainBut('v1="0"', ''), 'instead of v1, v2 and v3 once each'],
    ['a corner twice', plainBut('v1="0"', 'v1="0" v1="1"'), 'instead of v1, v2 and v3 once each'],
    ['a property that is none', plainBut('v1="0"', 'v1="0" pid="x"'), 'has a triangle with pid = "x"'],
    ['a tag that is no XML', plainBut('x="20"', 'x=20'), 'has a vertex with the attributes'],
    [
      'no triangles',
      plainBut(MESH.slice(MESH.indexOf('<triangles>'), -'</mesh>'.length), ''),
      'has no triangles in the mesh of object 4',
    ],
    [
      'empty lists',
      plainBut(MESH, '<mesh><vertices></vertices><triangles></triangles></mesh>'),
      'has no triangles in the mesh',
    ],
    ['empty tags', plainBut(MESH, '<mesh><vertices/><triangles/></mesh>'), 'has no triangles in the mesh'],
    ['nothing in it', plainBut(MESH, '<mesh/>'), 'has no triangles in the mesh'],
    [
      'two lists of vertices',
      plainBut('<vertices>', '<vertices/><vertices>'),
      'has <vertices> twice in object 4',
    ],
    ['another mesh beside it', plainBut(MESH, MESH + MESH), 'has two meshes in object 4'],
    [
      'millimetres beyond float32',
      plainBut('<model', '<model unit="meter"').replace('x="20"', 'x="1e38"'),
      'which in millimetres is more than float32 holds',
    ],
  ])('with %s', async (_, model, message) => {
    expect(await refusalOfModel(model)).toContain(message);
  });
});

describe('a model is refused', () => {
  const PROPERTIES = '<basematerials id="1"><base displaycolor="#112233"/></basematerials>';

  it.each([
    [
      'without a build',
      PLAIN_MODEL.replace(/<build>.*<\/build>/, ''),
      'has no <item> in its <build>, so it builds nothing',
    ],
    [
      'that builds nothing',
      plainBut('<item objectid="4"/>', ''),
      'has no <item> in its <build>, so it builds nothing',
    ],
    [
      'that builds what is not there',
      plainBut('objectid="4"', 'objectid="5"'),
      'has no object 5, although that is to be built',
    ],
    [
      'that builds what is not printed',
      plainBut('id="4"', 'id="4" type="other"'),
      'builds nothing that is printed',
    ],
    [
      'with an id twice',
      plainBut('<object', `<object id="4">${MESH}</object><object`),
      'has two resources with the id 4',
    ],
    [
      'with an id for two kinds of thing',
      plainBut('<object', `${PROPERTIES.replace('1', '4')}<object`),
      'has two resources with the id 4',
    ],
    ['with an object without an id', plainBut('id="4"', ''), 'has <object> without the attribute id'],
    [
      'with an item without an object',
      plainBut('objectid="4"', ''),
      'has <item> without the attribute objectid',
    ],
    [
      'with an id that is no number',
      plainBut('id="4"', 'id="four"'),
      'has id = "four" in <object> instead of a whole number',
    ],
    [
      'with an object of nothing',
      plainBut(MESH, ''),
      'has object 4 without a mesh or components, or with both',
    ],
    [
      'with an object of everything',
      plainBut(MESH, `${MESH}<components><component objectid="4"/></components>`),
      'or with both',
    ],
    [
      'with an unknown unit',
      plainBut('<model', '<model unit="furlong"'),
      'has the unit "furlong" instead of one of micron, millimeter,',
    ],
    [
      'that requires a beam lattice',
      plainBut(
        '<model',
        '<model requiredextensions="b" xmlns:b="http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02"',
      ),
      'requires the 3MF extension "http://schemas.microsoft.com/3dmanufacturing/beamlattice/2017/02", which cannot be read here',
    ],
    [
      'that requires what it does not name',
      plainBut('<model', '<model requiredextensions="q"'),
      'requires the 3MF extension "q"',
    ],
    [
      'with a colour beyond its group',
      plainBut('<object', `${PROPERTIES}<object pid="1" pindex="1"`),
      'has property 1 of group 1 in object 4, but that group has 1',
    ],
    [
      'with a member elsewhere that is not there',
      plainBut(
        '<item',
        '<item xmlns:p="http://schemas.microsoft.com/3dmanufacturing/production/2015/06" p:path="/3D/x.model"',
      ),
      'uses objects of "3D/x.model", but there is no such member',
    ],
    [
      'that reaches beyond float32',
      plainBut('<item', '<item transform="1 0 0 0 1 0 0 0 1 3.4e38 3.5e38 0"'),
      'builds object 4 farther away than float32 holds',
    ],
    [
      'with names that would move the cursor',
      plainBut('id="4"', 'id="\u202e\u009b2J"'),
      'has id = "\\u202e\\u009b2J"',
    ],
  ])('%s', async (_, model, message) => {
    expect(await refusalOfModel(model)).toContain(message);
  });

  it.each([
    '',
    '1 0 0 0 1 0 0 0 1 0 0',
    '1 0 0 0 1 0 0 0 1 0 0 0 0',
    '1 0 0 0 1 0 0 0 1 0 0 nan',
    '1,0,0,0,1,0,0,0,1,0,0,0',
    '1 0 0 0 1 0 0 0 1 0 0 1e999',
    '1 '.repeat(1000),
  ])('with the transform %j', async (transform) => {
    expect(await refusalOfModel(plainBut('<item', `<item transform="${transform}"`))).toContain(
      'instead of 12 decimal numbers',
    );
  });

  it.each([
    ['itself', '<object id="4"><components><component objectid="4"/></components></object>'],
    [
      'what contains it',
      '<object id="4"><components><component objectid="5"/></components></object><object id="5"><components><component objectid="4"/></components></object>',
    ],
  ])('with an object that contains %s', async (_, objects) => {
    expect(await refusalOfModel(modelOf(objects, '<item objectid="4"/>'))).toMatch(
      /has object \d within itself/,
    );
  });

  /** Objects from 1 to `count`, each of which has the one before it so many times. */
  const tower = (count: number, times: number) =>
    Array.from({ length: count }, (_, i) => {
      const inner = `<component objectid="${i}"/>`.repeat(times);
      return `<object id="${i + 1}">${i === 0 ? MESH : `<components>${inner}</components>`}</object>`;
    });

  it.each([
    ['multiply', modelOf(tower(40, 10).join(''), '<item objectid="40"/>'), 'builds more than 10000 bodies'],
    [
      'multiply, though nothing is printed',
      modelOf(tower(40, 10).join('').replaceAll('<object', '<object type="other"'), '<item objectid="40"/>'),
      'builds more than 10000 bodies',
    ],
    [
      'nest too deep',
      modelOf(tower(60, 1).join(''), '<item objectid="60"/>'),
      'with components within components, more than 50 deep',
    ],
    [
      'nest too deep, though it is built from the inside',
      modelOf(
        tower(20_000, 1).join(''),
        Array.from({ length: 20_000 }, (_, i) => `<item objectid="${i + 1}"/>`).join(''),
      ),
      'with components within components, more than 50 deep',
    ],
    [
      'are a million',
      modelOf(
        `<object id="4">${MESH}</object><object id="5"><components>${'<component objectid="4"/>'.repeat(1_000_000)}</components></object>`,
        '<item objectid="5"/>',
      ),
      'has more than 250000 elements beside its meshes',
    ],
  ])('whose components %s', async (_, model, message) => {
    expect(await refusalOfModel(model)).toMatch(message);
  });

  it('with a million items', async () => {
    const model = modelOf(`<object id="4">${MESH}</object>`, '<item objectid="4"/>'.repeat(1_000_000));
    expect(await refusalOfModel(model)).toMatch('has more than 250000 elements beside its meshes');
  });

  it('with 10,001 items', async () => {
    const model = modelOf(`<object id="4">${MESH}</object>`, '<item objectid="4"/>'.repeat(10_001));
    expect(await refusalOfModel(model)).toContain('builds more than 10000 bodies');
  });

  it('with a million objects', async () => {
    const objects = Array.from({ length: 1_000_000 }, (_, i) => `<object id="${i + 1}"/>`);
    expect(await refusalOfModel(modelOf(objects.join(''), ''))).toMatch(
      'has more than 250000 elements beside its meshes',
    );
  });

  it('with a cycle through other members', async () => {
    const members = changed(
      BAMBU_TOY,
      `type="model">\n   <mesh>`,
      `type="model">\n   <components><component p:path="/3D/3dmodel.model" objectid="3"/></components><ignored:mesh>`,
    );
    expect(await refusalOfMembers(changed(members, '</mesh>', '</ignored:mesh>'))).toMatch(/within itself/);
  });

  it('with extruders that are none', async () => {
    expect(
      await refusalOfMembers(changed(ASSEMBLY_TOY, '"cura:extruder_nr">0', '"cura:extruder_nr">-1')),
    ).toContain('has the extruder "-1" instead of a whole number');
  });
});

describe("a slicer's settings are refused", () => {
  const SETTINGS = '"Metadata/Slic3r_PE_model.config"';

  it.each([
    [
      'that go beyond the mesh',
      'lastid="7"',
      'lastid="8"',
      'gives the part "Nodes (slot 2, #C00000)" the triangles 4 to 8 of object 2, but they should be from 4 to at most 7',
    ],
    [
      'that overlap',
      'firstid="4"',
      'firstid="3"',
      'the triangles 3 to 7 of object 2, but they should be from 4 to',
    ],
    ['that run backwards', 'lastid="7"', 'lastid="3"', 'the triangles 4 to 3 of object 2'],
    ['without a first triangle', 'firstid="4"', '', 'has firstid = "" in <volume> instead of a whole number'],
    ['with a negative one', 'firstid="4"', 'firstid="-4"', 'has firstid = "-4" in <volume>'],
    [
      'with an extruder that is none',
      'value="2"',
      'value="two"',
      'has the extruder "two" instead of a whole number',
    ],
    ['with an object twice', '</object>', '</object><object id="2"/>', 'has object 2 twice'],
    ['with a document type', '<config>', '<!DOCTYPE config><config>', 'has a document type'],
    ['that end too early', '</config>', '', 'ends too early: "</config>" is missing'],
  ])('%s', async (_, before, after, message) => {
    const settings = changed({ config: PRUSA_TOY['Metadata/Slic3r_PE_model.config'] }, before, after);
    const refusal = await refusalOfMembers({
      ...PRUSA_TOY,
      'Metadata/Slic3r_PE_model.config': settings.config!,
    });
    expect(refusal).toContain(message);
    expect(refusal.startsWith(SETTINGS)).toBe(true);
  });

  it('with more parts than are read', async () => {
    const volumes = Array.from(
      { length: READ_LIMITS.bodies + 1 },
      () => '<volume firstid="0" lastid="0"/>',
    ).join('');
    const config = `<config><object id="2">${volumes}</object></config>`;
    expect(await refusalOfMembers({ ...PRUSA_TOY, 'Metadata/Slic3r_PE_model.config': config })).toContain(
      'builds more than 10000 bodies',
    );
  });
});
