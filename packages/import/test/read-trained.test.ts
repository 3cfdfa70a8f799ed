import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type NamedFile, readTrained } from '../src/index.ts';
import { fixture } from './shared-files.ts';

const file = (name: string): NamedFile => ({ name: name.split('/').at(-1)!, bytes: fixture(name) });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('files of a network', () => {
  const [model, data] = ['onnx/torch-digits-beside.onnx', 'onnx/torch-digits-beside.onnx.data'].map(file) as [
    NamedFile,
    NamedFile,
  ];

  it('are known by their bytes: one by its hash, several by that of all, given or found beside', async () => {
    const one = file('onnx/torch-xor.onnx');
    expect((await readTrained([one])).source.sha256).toBe(sha256(one.bytes));
    const given = await readTrained([model, data]);
    const beside = async (name: string) => (name === data.name ? data.bytes : undefined);
    const found = await readTrained([model], { beside });
    expect(found.source).toEqual(given.source);
    expect((await readTrained([data, model])).source).toEqual(given.source);
  });

  it('are asked for by plain names alone', async () => {
    const text = new TextDecoder('latin1').decode(model.bytes);
    const elsewhere = text.replaceAll(data.name, '../'.padEnd(data.name.length, 'x'));
    const bytes = Uint8Array.from(elsewhere, (letter) => letter.charCodeAt(0));
    const asked: string[] = [];
    const reading = readTrained([{ name: 'a.onnx', bytes }], {
      beside: async (name) => void asked.push(name),
    });
    await expect(reading).rejects.toThrow('../xxx');
    expect(asked).toEqual([]);
  });

  it('are asked for once, however often they are named', async () => {
    const { name, bytes } = file('tfjs/xor.json');
    const json = JSON.parse(new TextDecoder().decode(bytes));
    json.weightsManifest[0].paths = ['xor.bin', 'xor.bin', 'xor.bin'];
    const asked: string[] = [];
    const beside = async (wanted: string) => {
      asked.push(wanted);
      return wanted === 'xor.bin' ? file('tfjs/xor.bin').bytes : undefined;
    };
    await readTrained([{ name, bytes: new TextEncoder().encode(JSON.stringify(json)) }], { beside });
    expect(asked).toEqual(['xor.bin', 'xor_meta.json']);
  });

  it('may be refused by whoever is asked for them, in their own words', async () => {
    const beside = async () => {
      throw new Error('too large for me');
    };
    await expect(readTrained([model], { beside })).rejects.toThrow('too large for me');
  });

  it('are refused where one is no part of it', async () => {
    await expect(readTrained([file('onnx/torch-xor.onnx'), file('tflite/float.tflite')])).rejects.toThrow(
      'float.tflite is no part of it, and files of one network are read at a time.',
    );
  });

  it('are refused in another order than they have', async () => {
    await expect(readTrained([file('scikit-learn/iris.joblib')], { layerOrder: ['b', 'a'] })).rejects.toThrow(
      'Its layers have an order of their own, coefs_[0], coefs_[1], coefs_[2], and no other can be given.',
    );
    const layerOrder = ['fc1', 'fc2'];
    expect((await readTrained([file('pytorch/xor-state.pt')], { layerOrder })).layers).toHaveLength(2);
  });
});
