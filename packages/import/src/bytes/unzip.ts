import { damaged, ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { tooMuch } from '../refuse-more.ts';
import { inflate } from './inflate.ts';
import { packedBytes, type ZipEntry, zipDirectory } from './zip-directory.ts';

/** A file in a zip archive. */
export interface ZipMember {
  /** With its folders, as `archive/data.pkl`. */
  readonly name: string;
  /** Bytes that it claims to unpack to; `read` holds it to that. */
  readonly size: number;
  /** Unpacks it; throws an ImportError where it is damaged, encrypted, larger than is read or than it claims. */
  readonly read: () => Uint8Array;
}

/** The files of a zip archive by their names; each is unpacked only when it is read. Throws an ImportError where the archive is damaged or claims to hold too much. */
export function openZip(bytes: Uint8Array): ReadonlyMap<string, ZipMember> {
  const entries = zipDirectory(bytes);
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > IMPORT_LIMITS.maxBytes) throw tooLarge('The archive', IMPORT_LIMITS.maxBytes);
  return new Map(
    entries.map((entry) => [
      entry.name,
      { name: entry.name, size: entry.size, read: () => unpacked(bytes, entry) },
    ]),
  );
}

function unpacked(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const { name, size, method, isEncrypted } = entry;
  if (isEncrypted) throw new ImportError('unsupported', `${name} in it is encrypted.`);
  if (size > IMPORT_LIMITS.maxMemberBytes) throw tooLarge(name, IMPORT_LIMITS.maxMemberBytes);
  if (method !== STORED && method !== DEFLATED) {
    const message = `${name} in it is packed in a way that is not read (method ${method}).`;
    throw new ImportError('unsupported', message);
  }
  const packed = packedBytes(bytes, entry);
  const result = method === STORED ? packed : inflatedTo(size, packed);
  if (result?.length !== size) {
    throw damaged(`${name} in it has not the size that it claims`);
  }
  return result;
}

const STORED = 0;
const DEFLATED = 8;

/** `undefined` where there is more of it. */
function inflatedTo(size: number, packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflate(packed, 'deflate', size);
  } catch (error) {
    if (error instanceof ImportError && error.kind === 'too-large') return undefined;
    throw error;
  }
}

function tooLarge(what: string, most: number): ImportError {
  return tooMuch({ most, of: 'bytes', subject: `${what} unpacks to` });
}
