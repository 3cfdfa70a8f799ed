import { hasMark } from '../bytes/has-mark.ts';
import { latin1 } from '../bytes/latin1.ts';
import { viewOf } from '../bytes/view-of.ts';
import { zipNames } from '../bytes/zip-directory.ts';
import { ImportError } from '../import-error.ts';
import type { NamedFile } from './format.ts';
import { isNetworkKind, OTHER_KINDS, type OtherKind } from './other-kinds.ts';

/** As much of a file is looked at. */
const START = 65_536;

/** The refusal of a file that is of no format that is read, by name where it is known. */
export function refuseOtherKinds({ name, bytes }: NamedFile): ImportError {
  if (bytes.length === 0) return new ImportError('damaged', 'It is empty.');
  if (isBinaryStl(bytes)) {
    return new ImportError('unsupported', 'It is an STL, a model that was made already, and no network.');
  }
  const kind = kindOf(bytes);
  if (kind !== undefined) return new ImportError('unsupported', `It is ${kind.what}. ${kind.remedy}`);
  // Mere numbers, which only the name tells from anything else.
  if (/\.bin$/i.test(name)) {
    const message =
      'It is of no format that is read. If it holds the weights of a TensorFlow.js or ml5 model, give its model.json.';
    return new ImportError('unsupported', message);
  }
  const message =
    'It is of no format that is read. Networks are read as ONNX, Keras, PyTorch, safetensors, TensorFlow.js, TFLite, scikit-learn, NumPy, JSON and CSV.';
  return new ImportError('unsupported', message);
}

/** Whether a file that is not read is a network of another program. */
export function isOtherNetwork(bytes: Uint8Array): boolean {
  const kind = kindOf(bytes);
  return kind !== undefined && isNetworkKind(kind);
}

function kindOf(bytes: Uint8Array): OtherKind | undefined {
  const start = latin1(bytes.subarray(0, START));
  const names = zipNames(bytes);
  const isText = !bytes.subarray(0, START).some(isControl);
  // A first field of these numbers and kinds begins all models that are known by their messages.
  const isMessage = [0x08, 0x0a, 0x12].includes(bytes[0]!);
  return OTHER_KINDS.find(({ marks, markAt: [at, mark] = [0, undefined], text, message, member }) =>
    [
      marks?.some((candidate) => start.startsWith(candidate)),
      mark !== undefined && hasMark(bytes, mark, at < 0 ? bytes.length + at : at),
      isText && text?.test(start),
      isMessage && message?.test(start),
      member !== undefined && names.some((name) => member.test(name)),
    ].includes(true),
  );
}

/** Whether no text has this byte: a control character other than white space and escape. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b;
}

function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < 84) return false;
  const count = viewOf(bytes).getUint32(80, true);
  return bytes.length === 84 + 50 * count;
}
