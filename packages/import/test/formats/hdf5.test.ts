import { describe, expect, it } from 'vitest';
import { filtersAt } from '../../src/formats/hdf5/filters.ts';
import { type Hdf5Source, textAt } from '../../src/formats/hdf5/hdf5-source.ts';
import { openHdf5 } from '../../src/formats/hdf5/open-hdf5.ts';
import { refusal } from '../refusal.ts';
import { fixture } from '../shared-files.ts';

const open = (file: string) => openHdf5(fixture(`keras/${file}`));

/** A file with something put behind it, and a number of eight bytes written to each of some places. */
function extended(
  bytes: Uint8Array,
  { behind, addresses }: { behind: Uint8Array; addresses: Readonly<Record<number, number>> },
): Uint8Array {
  const result = new Uint8Array(bytes.length + behind.length);
  result.set(bytes);
  result.set(behind, bytes.length);
  const view = new DataView(result.buffer);
  for (const [at, address] of Object.entries(addresses)) view.setBigUint64(Number(at), BigInt(address), true);
  return result;
}

/** A node of a tree with two children, which are one and the same. */
function node(level: number, child: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(new TextEncoder().encode('TREE'));
  const view = new DataView(bytes.buffer);
  view.setUint8(5, level);
  view.setUint16(6, 2, true);
  view.setBigUint64(32, BigInt(child), true);
  view.setBigUint64(48, BigInt(child), true);
  return bytes;
}

describe('an HDF5 file', () => {
  it('gives names, texts and tensors by paths', () => {
    const hdf5 = open('sequential-2.h5');
    expect(hdf5.names('')).toEqual(['model_weights']);
    expect(hdf5.names('model_weights')).toContain('bn_1');
    expect(hdf5.names('absent')).toEqual([]);
    expect(hdf5.texts('', 'keras_version')).toEqual(['2.15.0']);
    expect(hdf5.texts('model_weights', 'layer_names')).toContain('dropout');
    expect(hdf5.texts('', 'absent')).toBeUndefined();
    expect(hdf5.tensor('model_weights/hidden/hidden/kernel:0')!.shape).toEqual([4, 6]);
    expect(hdf5.tensor('model_weights/hidden')).toBeUndefined();
    expect([...hdf5.tensorsUnder('model_weights/out').keys()].sort()).toEqual(['bias:0', 'kernel:0']);
  });

  it('is read in the newest format, with many names and attributes', () => {
    const hdf5 = open('latest.h5');
    expect(hdf5.names('model_weights')).toHaveLength(62);
    expect(hdf5.tensor('model_weights/another name of the first layer 7/one/bias:0')!.values()).toHaveLength(
      4,
    );
    expect(hdf5.texts('', 'note_8')).toEqual(['note 8']);
  });

  it('ends where a tree grows without end', () => {
    const bytes = fixture('keras/sequential-1.h5');
    const tree = Buffer.from(bytes).indexOf('TREE');
    const leaf = Number(new DataView(bytes.buffer).getBigUint64(tree + 32, true));
    // Forty levels, each node twice the parent of the same one.
    const nodes = Array.from({ length: 40 }, (_, i) => node(i, i === 0 ? leaf : bytes.length + (i - 1) * 64));
    const behind = Uint8Array.from(nodes.flatMap((each) => [...each]));
    const root = bytes.length + 39 * 64;
    const places = { 40: bytes.length + behind.length, 80: root };
    const header = Number(new DataView(bytes.buffer).getBigUint64(64, true));
    const symbols = Buffer.from(bytes).indexOf(addressBytes(tree), header);
    const file = extended(bytes, { behind, addresses: { ...places, [symbols]: root } });
    expect(refusal(() => openHdf5(file).names(''))?.kind).toBe('too-large');
  });

  it('ends where a header leads back into itself', () => {
    const bytes = fixture('keras/sequential-1.h5');
    const behind = new Uint8Array(40);
    const view = new DataView(behind.buffer);
    view.setUint8(0, 1);
    view.setUint32(8, 24, true);
    view.setUint16(16, 0x10, true);
    view.setUint16(18, 16, true);
    view.setBigUint64(24, BigInt(bytes.length + 16), true);
    view.setBigUint64(32, 24n, true);
    const file = extended(bytes, { behind, addresses: { 40: bytes.length + 40, 64: bytes.length } });
    expect(refusal(() => openHdf5(file))?.kind).toBe('too-large');
  });

  it('ends where texts that lie over one another are more than is read', () => {
    const bytes = Uint8Array.of(97, 98, 99, 0, 100);
    const source = { bytes, left: { textBytes: 5 } } as Hdf5Source;
    expect(textAt(source, { at: 0, size: 5 })).toBe('abc');
    expect(refusal(() => textAt(source, { at: 0, size: 5 }))?.kind).toBe('too-large');
  });

  it('ends where a group of many is looked into again and again', () => {
    const hdf5 = openHdf5(fixture('keras/latest.h5'));
    const look = () => {
      for (let i = 0; i < 20_000; i++) hdf5.tensorsUnder('');
    };
    expect(refusal(look)?.kind).toBe('too-large');
  });

  it('has no filter twice', () => {
    const shuffle = [2, 0, 0, 0, 0, 0, 0, 0];
    const view = new DataView(Uint8Array.of(1, 2, 0, 0, 0, 0, 0, 0, ...shuffle, ...shuffle).buffer);
    expect(() => filtersAt({ view } as Hdf5Source, 0)).toThrow('twice');
  });

  it('gives the tensors of a group that leads back to itself', () => {
    const hdf5 = open('latest.h5');
    expect(hdf5.names('itself/itself')).toEqual(hdf5.names(''));
    expect([...hdf5.tensorsUnder('').keys()].sort()).toEqual(['bias:0', 'kernel:0']);
  });

  it('is refused where it is cut off, by that', () => {
    const bytes = fixture('keras/sequential-1.h5');
    for (const length of [8, 40, 95, 96, 1000, bytes.length - 1]) {
      expect(refusal(() => openHdf5(bytes.subarray(0, length)))?.message).toContain(
        'the end of the HDF5 file is missing',
      );
    }
  });

  it('is refused in an unknown version', () => {
    const bytes = fixture('keras/sequential-1.h5');
    bytes[8] = 9;
    expect(refusal(() => openHdf5(bytes))?.message).toContain('version 9');
  });
});

function addressBytes(address: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(address), true);
  return bytes;
}
