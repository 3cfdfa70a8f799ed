/** A kind of file that people have and that is not read. One of the fields from `marks` on says how it is known. */
export interface OtherKind {
  /** As it goes behind `It is `. */
  readonly what: string;
  /** What would help, in whole sentences. */
  readonly remedy: string;
  /** What it begins with, a letter a byte. */
  readonly marks?: readonly string[];
  /** What stands somewhere else: from the start, or, where negative, from the end. */
  readonly markAt?: readonly [at: number, mark: string];
  /** What is found in a text, in which there is nothing but text. */
  readonly text?: RegExp;
  /** What is found in a message of Protocol Buffers. */
  readonly message?: RegExp;
  /** What one of the names in a zip archive is. */
  readonly member?: RegExp;
}

const ONNX = 'Export the network as ONNX.';
const UNPACK = 'Unpack it and give the file of the network in it.';
const KERAS = 'Save it by model.save("model.keras"), or convert it to ONNX with tf2onnx.';
const CSV = 'Save each matrix of weights as a CSV file';
const WEIGHTS = 'It describes layers and holds no weights: export the network with them as ONNX.';
const FILE = 'Give the file that the network was saved in.';

/** Networks of other programs, by what they hold; of several that fit the first is right. */
const OTHER_NETWORKS: readonly OtherKind[] = [
  { what: 'a model of Core ML', remedy: ONNX, member: /com\.apple\.CoreML|\.mlmodel$/ },
  { what: 'a SavedModel of TensorFlow', remedy: KERAS, member: /(?:^|\/)saved_model\.pb$/ },
  { what: 'a network in NNEF', remedy: ONNX, member: /(?:^|\/)graph\.nnef$/ },
  {
    what: 'a MATLAB file (.mat)',
    remedy: `${CSV}, as writematrix(W1, 'w1.csv') does.`,
    marks: ['MATLAB 5.0 MAT-file', 'MATLAB 7.'],
  },
  {
    what: 'a language model (GGUF)',
    remedy: 'Such models have more than dense layers, and cannot be drawn.',
    marks: ['GGUF', 'lmgg', 'fmgg', 'tjgg'],
  },
  {
    what: 'an HDF5 file without a network that is known',
    remedy: 'Save the network by model.save of Keras.',
    marks: ['\x89HDF\r\n\x1a\n'],
  },
  {
    what: 'a file of R',
    remedy: `${CSV}, as write.csv(W1, "w1.csv") does.`,
    marks: ['X\n\0', 'B\n\0', 'A\n2\n', 'A\n3\n', 'RDX2\n', 'RDX3\n', 'RDA2\n', 'RDA3\n'],
  },
  { what: 'a model of MXNet', remedy: ONNX, marks: ['\x12\x01\0\0\0\0\0\0'] },
  {
    what: 'the index of a checkpoint of TensorFlow',
    remedy: KERAS,
    markAt: [-8, '\x57\xfb\x80\x8b\x24\x75\x47\xdb'],
  },
  {
    what: 'a SavedModel or checkpoint of TensorFlow',
    remedy: KERAS,
    message: /saver_filename|saved_model|StatefulPartitionedCall|VarHandleOp/,
  },
  { what: 'a model of Core ML', remedy: ONNX, message: /coremltools|MLModel/ },
  {
    what: 'a model of PaddlePaddle',
    remedy: 'Convert it to ONNX with paddle2onnx.',
    message: /op_callstack|op_role_var|op_namescope/,
  },
  { what: 'a model of Caffe', remedy: ONNX, message: /InnerProduct|SoftmaxWithLoss/ },
  { what: 'a frozen graph of TensorFlow', remedy: KERAS, message: /(?:Const|Placeholder).{0,400}dtype/s },
  { what: 'a network in NNEF', remedy: ONNX, text: /^(?:\s*#[^\n]*\n)*\s*version\s+\d+\.\d+\s*;/ },
  { what: 'the list of checkpoints of TensorFlow 1', remedy: KERAS, text: /^model_checkpoint_path:/ },
  { what: 'a model of ncnn', remedy: WEIGHTS, text: /^7767517\s/ },
  { what: 'a model of OpenVINO (.xml)', remedy: WEIGHTS, text: /^\s*(?:<\?xml[^>]*>\s*)?<net\s/ },
  {
    what: 'what ml5 keeps beside a network',
    remedy: 'Give its model.json.',
    text: /^\s*\{.*"(?:input|output)Units"\s*:/s,
  },
  { what: 'a model in PMML', remedy: ONNX, text: /<PMML\s/ },
  {
    what: 'a configuration of Darknet (.cfg)',
    remedy: WEIGHTS,
    text: /^\s*(?:[#;][^\n]*\n\s*)*\[(?:net|network)\]/,
  },
  {
    what: 'a network in NNet (.nnet)',
    remedy: 'Convert it to ONNX with nnet2onnx.',
    text: /^(?:\/\/[^\n]*\n)+\s*\d+\s*,\s*\d+\s*,/,
  },
  {
    what: 'a description of layers for Caffe',
    remedy: WEIGHTS,
    text: /^[ \t]*layers?\s*\{[^}]{0,400}\btype\s*:/m,
  },
  {
    what: "an address of TensorFlow's Playground, which holds no weights",
    remedy: 'Its layers can be given as numbers.',
    text: /playground\.tensorflow\.org/,
  },
];

/** Files that hold no network. */
const OTHER_FILES: readonly OtherKind[] = [
  { what: 'a 3MF, a model that was made already', remedy: '--from reads it.', member: /^3D\/.*\.model$/i },
  { what: 'a workbook of Excel', remedy: `${CSV}.`, member: /^xl\/workbook/ },
  { what: 'an archive without a network that is known', remedy: UNPACK, marks: ['PK\x03\x04', 'PK\x05\x06'] },
  { what: 'an archive (tar)', remedy: UNPACK, markAt: [257, 'ustar'] },
  {
    what: 'packed',
    remedy: UNPACK,
    marks: ['\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', '7z\xbc\xaf', 'Rar!', '\x04\x22\x4d\x18'],
  },
  {
    what: 'a pointer of Git LFS, which stands for the file',
    remedy: 'Fetch the file itself by git lfs pull.',
    text: /^version https:\/\/git-lfs/,
  },
  {
    what: 'a web page, as a download gives it that went wrong',
    remedy: 'Download the file itself.',
    text: /^\s*<(?:!doctype html|html)/i,
  },
  { what: 'a picture (SVG)', remedy: FILE, text: /^\s*<(?:[?!][^>]*>\s*<)*svg\b/ },
  { what: 'an STL, a model that was made already', remedy: FILE, text: /^\s*solid\b[^\n]*\n\s*facet\b/ },
  { what: 'a GLB, a model that was made already', remedy: '--from reads it.', marks: ['glTF'] },
  { what: 'a PDF', remedy: FILE, marks: ['%PDF'] },
  {
    what: 'a picture',
    remedy: FILE,
    marks: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'II*\0', 'MM\0*'],
  },
  { what: 'a program', remedy: FILE, marks: ['\x7fELF', 'MZ\x90', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe'] },
  { what: 'a database of SQLite', remedy: FILE, marks: ['SQLite format 3\0'] },
  { what: 'a text in UTF-16', remedy: 'Save it in UTF-8.', marks: ['\xff\xfe', '\xfe\xff'] },
  {
    what: 'JSON without weights',
    remedy: 'Give layers as {"layers": [{"weights": [[0.5, -1]], "bias": [0], "activation": "tanh"}]}.',
    text: /^\s*[{[]/,
  },
  { what: 'a text without weights', remedy: FILE, text: /^/ },
];

/** Kinds of files that are known by what they hold; of several that fit the first is right. */
export const OTHER_KINDS: readonly OtherKind[] = [...OTHER_NETWORKS, ...OTHER_FILES];

/** Whether a kind is a network, though none that is read. */
export function isNetworkKind(kind: OtherKind): boolean {
  return OTHER_NETWORKS.includes(kind);
}
