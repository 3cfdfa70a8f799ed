import { joined } from '@neurofab/core/internal';

/** SHA-256 of one file in hexadecimal; of several that of their hashes one after another. */
export async function sha256(files: readonly Uint8Array[]): Promise<string> {
  const hashes = await Promise.all(files.map(digest));
  if (hashes.length === 1) return hexadecimal(hashes[0]!);
  return hexadecimal(await digest(joined(hashes)));
}

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
