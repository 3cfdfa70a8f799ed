import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../fixture-networks.ts';
import { SHARED, sharedFile } from '../shared-files.ts';

const letters = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const zip = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, letters('x')])));

describe('a file that is no network', () => {
  it.each([
    ['a MATLAB file (.mat). Save each matrix', letters('MATLAB 5.0 MAT-file Platform: posix\0\0')],
    ['a MATLAB file (.mat)', letters(`${'MATLAB 7.3 MAT-file'.padEnd(512)}\x89HDF\r\n\x1a\n`)],
    ['a language model (GGUF)', letters('GGUF\x03\0\0\0')],
    ['a network in NNEF', letters('# made\nversion 1.0;\n\ngraph net(x) -> (y) {}')],
    ['a network in NNEF', zip('model/graph.nnef', 'model/w.dat')],
    [
      "an address of TensorFlow's Playground, which holds no weights",
      letters('https://playground.tensorflow.org/#networkShape=4,2'),
    ],
    ['a SavedModel or checkpoint of TensorFlow', letters('\x08\x01\x12\x10\0saved_model.saver_filename')],
    ['a SavedModel of TensorFlow', zip('saved_model.pb', 'variables/variables.index')],
    ['a frozen graph of TensorFlow', letters('\n0\n\x05x\x12\x0bPlaceholder*\x0b\n\x05dtype\x12\x020\x01')],
    ['the index of a checkpoint of TensorFlow', letters(`\0\0\0\x57\xfb\x80\x8b\x24\x75\x47\xdb`)],
    ['the list of checkpoints of TensorFlow 1', letters('model_checkpoint_path: "model-9"\n')],
    ['a model of Core ML', zip('Data/com.apple.CoreML/model.mlmodel', 'Manifest.json')],
    ['a model of PaddlePaddle', letters('\n\x10op_callstack\x01')],
    ['a model of OpenVINO (.xml)', letters('<?xml version="1.0"?>\n<net name="a" version="11">')],
    ['a configuration of Darknet (.cfg)', letters('# net\n[net]\nbatch=1\n')],
    ['a network in NNet (.nnet)', letters('// By Stanford\n// 2\n2,5,5,50,\n5,50,5,\n')],
    [
      'a description of layers for Caffe',
      letters('name: "a"\nlayer {\n  name: "b"\n  type: "InnerProduct"\n}'),
    ],
    ['a file of R', letters('X\n\0\0\0\x03')],
    [
      'a 3MF, a model that was made already. --from reads it.',
      zip('[Content_Types].xml', '3D/3dmodel.model'),
    ],
    ['an STL, a model', letters('solid a\n facet normal 0 0 1\n')],
    ['an STL, a model', letters(`${'\0'.repeat(80)}\x01\0\0\0${'\0'.repeat(50)}`)],
    ['a workbook of Excel', zip('xl/workbook.xml')],
    ['an archive without a network', zip('readme.txt')],
    ['an archive (tar)', letters(`${'model.onnx'.padEnd(257, '\0')}ustar\0`)],
    ['a picture', letters('\x89PNG\r\n\x1a\n\0')],
    ['a picture (SVG)', letters('<?xml version="1.0"?>\n<svg xmlns="a">')],
    ['a PDF', letters('%PDF-1.4\n')],
    ['a pointer of Git LFS', letters('version https://git-lfs.github.com/spec/v1\noid sha256:12\n')],
    ['a web page', letters('<!DOCTYPE html><html>')],
    ['a text in UTF-16', letters('\xff\xfe1\0,\0')],
    ['JSON without weights', letters('{"name": "a"}')],
    ['a text without weights', letters('Hello.\nHow are you?\n')],
  ])('is named: %s', async (what, bytes) => {
    expect(await readingOf([{ name: 'model.onnx', bytes }])).toContain(`unsupported: It is ${what}`);
  });

  it('may be empty, or nothing that is known', async () => {
    expect(await readingOf([{ name: 'a', bytes: '' }])).toBe('damaged: It is empty.');
    expect(await readingOf([{ name: 'a', bytes: Uint8Array.of(200, 0, 254, 3, 77) }])).toContain(
      'It is of no format that is read.',
    );
  });

  it.skipIf(SHARED === undefined)('of others, a .mat, is named', async () => {
    expect(await readingOf([{ name: 'iris.mat', bytes: sharedFile('made/iris.mat') }])).toContain(
      'a MATLAB file',
    );
  });
});
