import { FileError } from '@neurofab/core';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readThreeMf } from '../../src/index.ts';
import { READ_LIMITS } from '../../src/read/limits.ts';
import { CHECKSUM, FLAGS, headersOf, METHOD, PACKED_SIZE, SIZE, withField } from './archives.ts';
import { PLAIN_MODEL, PRUSA_TOY, packageOfModel, zipOf } from './toy-packages.ts';

const MODEL = '3D/3dmodel.model';

const plain = packageOfModel(PLAIN_MODEL);

async function expectRefusal(bytes: Uint8Array, message: string | RegExp) {
  const error = await readThreeMf(bytes).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FileError);
  expect((error as FileError).message).toMatch(message);
}

describe('refuses, in words,', () => {
  it.each([
    ['nothing at all', new Uint8Array(0), 'This is no 3MF file: it does not start as a zip archive does.'],
    ['a text', strToU8('solid cube\nendsolid\n'), 'This is no 3MF file'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'This is no 3MF file'],
    ['the two letters of a zip archive', strToU8('PK'), 'The zip archive is damaged'],
    ['an archive without members', zipSync({}), /no 3MF file: neither/],
    ['an archive of a text', zipOf({ 'readme.txt': 'Hello' }), /no 3MF file: neither does _rels\/.rels name/],
    [
      'a document of a word processor',
      zipOf({
        '[Content_Types].xml': '<Types/>',
        '_rels/.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        'word/document.xml': '<w:document/>',
      }),
      /no 3MF file: neither/,
    ],
    [
      'a model that is not where the relationships say',
      zipOf({ '_rels/.rels': PRUSA_TOY['_rels/.rels'] }),
      'says that the model is "/3D/3dmodel.model", but there is no such member',
    ],
    ['an archive within the archive', packageOfModel(plain), /is no XML/],
  ])('%s', async (_, bytes, message) => {
    await expectRefusal(bytes, message);
  });
});

describe('an archive is refused', () => {
  it.each(['../3D/x', '/etc/passwd', 'C:/x', '3D\\x', '3D/\0x', '3D/../x', '3D//x', './x'])(
    'with a member called %j',
    async (name) => {
      await expectRefusal(zipOf({ ...PRUSA_TOY, [name]: 'x' }), /Unsafe filename|no package may have/);
    },
  );

  it('with a member twice, in whatever case', async () => {
    const twice = zipOf({ [MODEL]: PLAIN_MODEL, '3D/3DMODEL.model': PLAIN_MODEL });
    await expectRefusal(twice, 'The zip archive has "3D/3DMODEL.model" twice.');
    const same = twice.slice();
    for (const at of Object.values(headersOf(twice, '3D/3DMODEL.model'))) {
      const name = at + (twice[at + 2] === 1 ? 46 : 30);
      same.set(strToU8(MODEL), name);
    }
    await expectRefusal(same, /twice/);
  });

  it('with more members than anything needs', async () => {
    const many = Array.from({ length: READ_LIMITS.members + 1 }, (_, i) => [`a/${i}`, new Uint8Array(0)]);
    await expectRefusal(zipSync(Object.fromEntries(many), { level: 0 }), 'more than 10000 members');
  });

  it('with an encrypted member', async () => {
    await expectRefusal(withField(plain, MODEL, FLAGS, 1), 'is encrypted');
  });

  it.each([1, 9, 12, 14, 99])('with a member that is packed by method %i', async (method) => {
    await expectRefusal(withField(plain, MODEL, METHOD, method), /is packed by method|is damaged/);
  });

  it('with a member that grows too much', async () => {
    const bomb = packageOfModel(new Uint8Array(2 ** 24).fill(0x20));
    await expectRefusal(bomb, /would grow from \d+ to 16777216 bytes, more than 250 times/);
  });

  it('with a member that grows more than it says', async () => {
    const bomb = packageOfModel(new Uint8Array(2 ** 24).fill(0x20));
    await expectRefusal(withField(bomb, MODEL, SIZE, 1000), 'Invalid uncompressed size');
  });

  it('with a member that is shorter than it says', async () => {
    await expectRefusal(withField(plain, MODEL, SIZE, 2000), /is damaged/);
  });

  it('with more to unpack than memory may hold', async () => {
    const large = zipOf({ [MODEL]: new Uint8Array(2 ** 24) }, { level: 0 });
    await expectRefusal(
      withField(large, MODEL, SIZE, 2 ** 31 + 1),
      /which is more than the 2147483648 that are read at most/,
    );
  });

  it.each([
    ['a wrong checksum', CHECKSUM, 1],
    ['a wrong packed size', PACKED_SIZE, 5],
    ['a packed size beyond the end', PACKED_SIZE, 2 ** 31],
  ] as const)('with %s', async (_, field, value) => {
    await expectRefusal(withField(plain, MODEL, field, value), /"3D\/3dmodel.model" is damaged/);
  });

  it('with headers of a member that differ', async () => {
    const other = plain.slice();
    other[headersOf(plain, MODEL).header + 30] = 0x34;
    await expectRefusal(other, /is damaged.*Ambiguous archive/);
  });

  it('with a member inside of another', async () => {
    const inner = zipOf({ [MODEL]: PLAIN_MODEL }, { level: 0 });
    const { header, directory } = headersOf(inner, MODEL);
    const outer = zipOf(
      {
        '_rels/.rels': new Uint8Array([
          ...strToU8(`${PRUSA_TOY['_rels/.rels']}<!--`),
          ...inner.subarray(header, directory),
          ...strToU8('-->'),
        ]),
        [MODEL]: PLAIN_MODEL,
      },
      { level: 0 },
    );
    const start = headersOf(outer, '_rels/.rels').header + 30 + 11 + PRUSA_TOY['_rels/.rels'].length + 4;
    new DataView(outer.buffer).setUint32(headersOf(outer, MODEL).directory + 42, start, true);
    await expectRefusal(outer, /"3D\/3dmodel.model" is damaged.*Overlapping/);
  });

  it('with bytes before or after it', async () => {
    await expectRefusal(new Uint8Array([...strToU8('PK some text'), ...plain]), /is damaged/);
    await expectRefusal(new Uint8Array([...plain, ...strToU8('some text')]), /is damaged/);
  });

  it('cut short, wherever', async () => {
    for (let length = 0; length < plain.length; length++) {
      await expectRefusal(plain.subarray(0, length), /no 3MF file|is damaged/);
    }
  });

  it('with any byte of a member wrong, unless it says the same', async () => {
    const sound = await readThreeMf(plain);
    const { header, directory } = headersOf(plain, MODEL);
    for (let at = header + 30 + MODEL.length; at < directory; at++) {
      const flipped = plain.slice();
      flipped[at]! ^= 1 << (at % 8);
      // Deflate leaves some bits without a meaning, such as those after its last code.
      const file = await readThreeMf(flipped).catch((error: unknown) => error);
      if (!(file instanceof FileError)) expect(file).toEqual(sound);
    }
  });
});
